"""What each month costs against its budget, and what each month left may cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_path import PathRow
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, written


@dataclass(frozen=True, slots=True)
class RunRateRow:
    """One month, all lines together, in pence; None where it is not known."""

    id: int
    month: Month
    budget: int | None
    actual: int | None
    variance: int | None
    break_even: int | None
    """What it may cost for the year to end on budget, where it is still to come."""

    @property
    def is_over(self) -> bool:
        """Whether it cost more than its budget."""
        return self.variance is not None and self.variance < 0


RUN_RATE: tuple[Column[RunRateRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=18),
    Column("budget", "Budget £000", lambda row: row.budget, Kind.THOUSANDS, width=12),
    Column("actual", "Actual £000", lambda row: row.actual, Kind.THOUSANDS, width=12),
    Column("variance", "Variance £000", lambda row: row.variance, Kind.THOUSANDS, width=13,
           help=KEY),
    Column("break_even", "To break even £000", lambda row: row.break_even, Kind.THOUSANDS,
           width=16, help="What each month left may cost for the year to end on budget."),
)  # fmt: skip


def run_rate(rows: Sequence[PathRow]) -> list[RunRateRow]:
    """Return the months of a year with what each may still cost for it to end on budget."""
    known = [row for row in rows if row.date_variance is not None]
    each = _break_even(rows, known)
    last = known[-1].id if known else 0
    return [
        RunRateRow(
            row.id, row.month, row.budget, row.actual, row.variance,
            each if row.id > last else None,
        )
        for row in rows
    ]  # fmt: skip


def _break_even(rows: Sequence[PathRow], known: Sequence[PathRow]) -> int | None:
    left = len(rows) - len(known)
    budgets = [row.budget for row in rows]
    if not known or not left or None in budgets:
        return None
    spent = sum(row.actual or 0 for row in known)
    return rounded(Decimal(sum(budget or 0 for budget in budgets) - spent) / left)


def run_rate_finding(rows: Sequence[RunRateRow]) -> str:
    """Return how the last months ran, and what the months left may cost."""
    if not rows:
        return "No budget has been set yet."
    known = [row for row in rows if row.variance is not None]
    if not known:
        return f"No actual is complete for {rows[0].month.words} yet."
    is_over = known[-1].is_over
    running = len(list(takewhile(lambda row: row.is_over is is_over, reversed(known))))
    side = "above" if is_over else "within"
    said = f"{plural(running, 'month')} running {side} budget"
    if running == 1:
        said = f"{known[-1].month.words.split()[0]} ran {side} budget"
    each = rows[-1].break_even
    if each is None:
        return f"{said}."
    return f"{said}; {written(each, Kind.MONEY)} a month is left to end the year on budget."


def run_rate_words(rows: Sequence[RunRateRow]) -> str:
    """Return the numbers behind the bars, for those who do not see them."""
    said = [
        f"{row.month.words[:3]} {written(row.actual, Kind.MONEY)}"
        for row in rows
        if row.actual is not None
    ]
    if not said:
        return "Nothing is known yet"
    told = "Each month: " + "; ".join(said)
    budgets = {row.budget for row in rows}
    each = rows[-1].break_even
    told += f". Budget {written(rows[0].budget, Kind.MONEY)} a month" if len(budgets) == 1 else ""
    return told + (f". To break even {written(each, Kind.MONEY)} a month" if each else "")
