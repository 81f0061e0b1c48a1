"""Whether chance alone would have paid out, from the months there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.luck import (
    FEWEST,
    MOST,
    WANTED,
    CostMonth,
    Limits,
    Window,
    limits,
    windows,
    year_swing_pence,
)
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.sharing import Terms
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, sharing

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class Luck:
    """The past months, what chance does to them, and what the scheme would have paid."""

    months: Sequence[CostMonth]
    limits: Limits | None
    windows: Sequence[Window]
    deadband_pence: int
    """Of the budget at hand; nothing where that is not known."""

    @property
    def swing_pence(self) -> int | None:
        """How far chance alone takes a year either way."""
        return None if self.limits is None else year_swing_pence(self.limits)


WINDOWS: tuple[Column[Window], ...] = (
    Column("first", "From", lambda row: row.first.words, width=16),
    Column("last", "To", lambda row: row.last.words, width=16),
    Column("cost", "Twelve months' cost £", lambda row: row.cost_pence, Kind.MONEY, width=19),
    Column("budget", "Their budget £", lambda row: row.budget_pence, Kind.MONEY, width=15,
           help="Blank where a month had no budget."),
    Column("locality", "Locality would get £", lambda row: row.locality_pence, Kind.MONEY,
           width=18, help="Against that budget, by the terms of now, quality met in full."),
    Column("by_chance", "Against the usual cost £", lambda row: row.by_chance_pence, Kind.MONEY,
           width=20, help="Against the mean of all months: no saving, only chance and trend."),
)  # fmt: skip
"""Each twelve months in a row."""

COSTS: tuple[Column[CostMonth], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=18),
    Column("cost", "Net cost £", lambda row: row.cost_pence, Kind.MONEY, width=14),
    Column("budget", "Budget £", lambda row: row.budget_pence, Kind.MONEY, width=14),
)
"""What the chart of the months is drawn from."""


def luck(file: Reads, month: Month, terms: Terms) -> Luck:
    """Return what chance does to the months up to one, at most 36 without a gap."""
    months = cost_months(file, month)
    budgets = [each.budget_pence for each in months[-FEWEST:]]
    known = [pence for pence in budgets if pence is not None]
    yearly = sum(known) if len(known) == FEWEST else 0
    found = limits([each.cost_pence for each in months]) if len(months) >= FEWEST else None
    band = rounded(yearly * terms.deadband_share)
    return Luck(months, found, windows(terms, months), band)


def cost_months(file: Reads, month: Month) -> list[CostMonth]:
    """Return the months' net cost, oldest first: the latest run without a gap, at most 36."""
    found: list[CostMonth] = []
    year: FinancialYear = month.financial_year
    at = month
    while len(found) < MOST:
        lines = sharing.in_share(file.read(budget.lines, at))
        if not lines:
            break
        for number in range(at.number, 0, -1):
            each = _cost(lines, year.months[number - 1])
            if each is None and found:
                return found[:MOST][::-1]
            if each is not None:
                found.append(each)
        year = year.plus(-1)
        at = year.months[-1]
    return found[:MOST][::-1]


def _cost(lines: Sequence[LineRow], month: Month) -> CostMonth | None:
    """Return a month of the lines in the share, income taken off; None where one is not known."""
    spent = budgeted = 0
    is_budgeted = True
    for line in lines:
        pence = line.year.actual[month.number - 1]
        if pence is None:
            return None
        sign = line.sign
        spent += sign * pence
        budgeted += sign * line.year.budget[month.number - 1]
        is_budgeted = is_budgeted and line.annual_pence is not None
    return CostMonth(month, spent, budgeted if is_budgeted else None)


def luck_finding(found: Luck) -> str:
    """Return the answer in a sentence: would chance alone have paid out?"""
    if found.limits is None:
        return (
            f"Too few months to tell: {plural(len(found.months), 'month')} known in a row, "
            f"and at least {FEWEST} are needed."
        )
    swing = written(found.swing_pence, Kind.MONEY)
    said = f"Chance alone moves a year by up to {swing} either way"
    band = found.deadband_pence
    if band and band < (found.swing_pence or 0):
        said += f", and the dead band is only {written(band, Kind.MONEY)}"
    elif band:
        said += f", within the dead band of {written(band, Kind.MONEY)}"
    paid = sum(row.by_chance_pence > 0 for row in found.windows)
    bore = sum(row.by_chance_pence < 0 for row in found.windows)
    count = len(found.windows)
    runs = plural(count, "run of twelve months", "runs of twelve months")
    return f"{said}. Of {runs} against their usual cost, {paid} would have paid out, {bore} borne."


def luck_notes(found: Luck) -> tuple[str, ...]:
    """Return what must be read with it."""
    said = [
        "Limits: the mean ± 2.66 × the mean difference of one month from the next; for a year, "
        "× the root of 12.",
    ]
    if found.limits is not None and len(found.months) < WANTED:
        months = plural(len(found.months), "month")
        said.append(f"Only {months}: {WANTED} to {MOST} are wanted, so read it with care.")
    return tuple(said)


def luck_words(found: Luck) -> str:
    """Return the numbers behind the chart, 40 to 400 characters."""
    named = "; ".join(
        f"{each.month.words[:3]} {each.month.year} {written(each.cost_pence, Kind.MONEY)}"
        for each in found.months[-6:]
    )
    return f"Line of each month's net cost with its limits. {luck_finding(found)} {named}."[:400]
