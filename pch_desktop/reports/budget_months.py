"""Each line month by month: what it may spend and what it spent, income taken off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.reports import budget_standing as report
from pch_desktop.reports.budget_groups import by_group
from pch_desktop.reports.budget_standing import StandingRow
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.store.budget import LineRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

Amount = Callable[[StandingRow], int | None]
BUDGET, ACTUAL = "Budget by month", "Actual by month"


def budget_columns(month: Month) -> tuple[Column[StandingRow], ...]:
    """Return the columns of lines by the twelve months of their budget."""
    months = [_month(month, at, budgeted(at)) for at in range(MONTHS)]
    year: Column[StandingRow] = Column(
        "year", "Full year", lambda row: row.annual, Kind.THOUSANDS, Total.SUM,
        formula=f"SUM({{m0}}:{{m{MONTHS - 1}}})", help="The twelve months.", width=10,
    )  # fmt: skip
    return (_name(), *months, year)


def actual_columns(month: Month) -> tuple[Column[StandingRow], ...]:
    """Return the columns of lines by the months known, and what they come to so far."""
    months = [_month(month, at, spent(at)) for at in range(month.number)]
    so_far: Column[StandingRow] = Column(
        "so_far", f"To {month.words[:3]}", lambda row: row.date_actual, Kind.THOUSANDS, Total.SUM,
        formula=f"SUM({{m0}}:{{m{month.number - 1}}})",
        help="April to the month at hand. Blank where a month is not known.", width=10,
    )  # fmt: skip
    return (_name(), *months, so_far)


def budgeted(at: int) -> Amount:
    """Return what reads a line's budget in a month, April 0; income below zero."""

    def amount(row: StandingRow) -> int | None:
        return None if row.annual is None else _signed(row, row.line.year.budget[at])

    return amount


def spent(at: int) -> Amount:
    """Return what reads a line's actual in a month, April 0; income below zero."""
    return lambda row: _signed(row, row.line.year.actual[at])


def by_month(file: Reads, month: Month) -> tuple[Table[StandingRow], Table[StandingRow]]:
    """Return each line's budget, and its actual, month by month."""
    found = report.finance(file, month)
    blocks = by_group(found.rows)
    rows = [row for block in blocks for row in block.rows]
    told = f"£000. {month.financial_year}, line by line."
    said = f"{told} To {month.words}. Blank is not known. {KEY}"
    return (
        Table(BUDGET, budget_columns(month), rows, f"{told} {KEY}", marking=found.marking,
              blocks=blocks),
        Table(ACTUAL, actual_columns(month), rows, said, marking=found.marking, blocks=blocks),
    )  # fmt: skip


def _name() -> Column[StandingRow]:
    return Column("name", "Budget line", lambda row: row.name, width=32)


def _month(month: Month, at: int, amount: Amount) -> Column[StandingRow]:
    each = month.financial_year.months[at]
    title = f"{each.words[:3]} {each.year % 100:02d}"
    return Column(f"m{at}", title, amount, Kind.THOUSANDS, Total.SUM, width=9)


def _signed(row: StandingRow, pence: int | None) -> int | None:
    return taken_off(row.line, pence)


def taken_off(line: LineRow, pence: int | None) -> int | None:
    """Return an amount of a line as totals take it: income is held positive and taken off."""
    return -pence if pence is not None and line.is_income else pence
