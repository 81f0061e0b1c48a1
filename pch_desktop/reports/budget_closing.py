"""Closing a month: what is looked at first, and what was closed and opened again when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.budget_closing import ONLY_NAMED, ClosingCheck
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Holds
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import budget
from pch_desktop.store.budget import CheckRow, LoggedClosing

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VERBS = {
    ClosingCheck.ACTUALS: "Enter",
    ClosingCheck.BUDGETS: "Set",
    ClosingCheck.MONTHS: "Show months",
    ClosingCheck.REASONS: "Write",
    ClosingCheck.COMMENTARY: "Write",
    ClosingCheck.EARLIER: "Go to it",
    ClosingCheck.ESTIMATES: "Show",
}
"""What is done about a check that waits."""


def state(row: CheckRow) -> str:
    """Return how a check stands: in order, named, or how many wait."""
    if not row.waiting:
        return "● In order"
    if row.check in ONLY_NAMED:
        return f"▲ {plural(len(row.waiting), 'estimate')}"
    return f"◆ {len(row.waiting)} waiting"


def sentence(row: CheckRow) -> str:
    """Return what a check looks at and what it waits for: Red lines have a commentary."""
    words = shown(row.check.value)
    return f"{words}: {row.named}" if row.waiting else words


def standing(rows: Sequence[CheckRow], month: Month, *, is_closed: bool) -> str:
    """Return in a sentence whether a month is closed, can be, or what stands in the way."""
    if is_closed:
        return f"{month.words} is closed: its figures stay as the board has read them."
    waiting = [row for row in rows if not row.is_met]
    if not rows:
        return f"There is no budget of {month.financial_year} yet."
    if waiting:
        return f"{month.words} is open: {plural(len(waiting), 'check')} of {len(rows)} to pass."
    return f"{month.words} is open and everything is in order. It can be closed."


LOG: tuple[Column[LoggedClosing], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=16),
    Column("kind", "What was done", lambda row: shown(row.kind.value), width=14),
    Column("at", "When", lambda row: f"{row.at:%d %b %Y, %H:%M}".lstrip("0"), width=20),
    Column("who", "Who", lambda row: row.who, width=20, holds=Holds.NAMES),
    Column("reason", "Reason", lambda row: row.reason, width=50),
)
"""Closings and reopenings, newest first, with who did it from the file's history."""


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return the months that were closed, opened again, and not closed since."""
    last: dict[Month, ClosingKind] = {}
    for row in file.read(budget.closings):
        last.setdefault(row.month, row.kind)
    of_year = month.financial_year.months[: month.number]
    opened = [each for each in of_year if last.get(each) is ClosingKind.REOPENED]
    if not opened:
        return []
    title = f"{plural(len(opened), 'month')} opened again"
    detail = f"{', '.join(each.words for each in opened)}: to be closed when put right."
    return [Finding("budget", title, detail, Weight.LATE, "Close", None, "Close")]
