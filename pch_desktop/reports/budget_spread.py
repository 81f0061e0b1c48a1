"""How the lines are spread over the year's months, as percentages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget import Profile, Scope
from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store.budget import LineRow, MonthShareRow


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A line with the share of its year that each month has."""

    id: int
    name: str
    profile: Profile
    shares: tuple[Decimal | None, ...]
    total: Decimal | None
    """What the shares add up to: 1 where they are whole."""


def spread_rows(
    lines: Sequence[LineRow], shares: Sequence[MonthShareRow], year: FinancialYear
) -> list[SpreadRow]:
    """Return the lines that are not out of scope with their months' shares, April first.

    By percentage they are as put in; otherwise they are what the spread comes to.
    """
    put_in = {(row.line_id, row.month): row.share for row in shares}
    rows: list[SpreadRow] = []
    for line in lines:
        if line.scope is Scope.OUT:
            continue
        found = tuple(put_in.get((line.id, month)) for month in year.months)
        known = [share for share in found if share is not None]
        total: Decimal | None = sum(known, Decimal(0))
        if line.profile is not Profile.PERCENT or not known:
            found = _made(line)
            total = None if None in found else Decimal(1)
        rows.append(SpreadRow(line.id, line.name, line.profile, found, total))
    return rows


def _made(line: LineRow) -> tuple[Decimal | None, ...]:
    whole = sum(line.year.budget)
    if not whole:
        return (None,) * len(line.year.budget)
    return tuple(Decimal(pence) / whole for pence in line.year.budget)


def spread_columns(year: FinancialYear) -> tuple[Column[SpreadRow], ...]:
    """Return the grid of shares, lines by months."""

    def share(at: int) -> Callable[[SpreadRow], Value]:
        return lambda row: row.shares[at]

    months = tuple(
        Column(f"m{at}", f"{month.words[:3]} {month.year % 100:02d}", share(at), Kind.RATE,
               width=8, band="Share of the year %",
               help="Change one and the line is spread by percentage.")
        for at, month in enumerate(year.months)
    )  # fmt: skip
    return (
        Column("name", "Budget line", lambda row: row.name, width=28),
        Column("profile", "Spread", lambda row: shown(row.profile.value), Kind.WORD,
               words=listed(Profile), width=14),
        *months,
        Column("total", "Together", lambda row: row.total, Kind.RATE, width=9,
               formula="the twelve months", help="100% where the year is whole."),
    )  # fmt: skip


def unfit(rows: Sequence[SpreadRow]) -> list[SpreadRow]:
    """Return the lines by percentage whose months do not add up to 100%."""
    return [row for row in rows if row.profile is Profile.PERCENT and row.total not in (None, 1)]


def unfit_words(row: SpreadRow) -> str:
    """Return the sentence on a line whose shares do not add up."""
    total = written(row.total, Kind.RATE)
    if total == "100.00%":
        total = "nearly 100%"
    return f"{row.name}: its months add up to {total}, not 100%. Scale them, or change one."
