"""Changes of service that add to the budget or take from it, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget
from pch_desktop.store.budget import AdjustmentRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

APPROVED, PROPOSED = "Approved", "Proposed"


def state(row: AdjustmentRow) -> str:
    """Return whether a change counts: approved, or only proposed."""
    return APPROVED if row.counts else PROPOSED


CHANGES: tuple[Column[AdjustmentRow], ...] = (
    Column("line", "Budget line", lambda row: row.line, Kind.WORD, is_open=True, width=30),
    Column("words", "What changes", lambda row: row.words, width=40),
    Column("amount", "Amount £", lambda row: row.amount_pence, Kind.MONEY, Total.SUM, width=12,
           help="Of this year; in brackets where the service goes."),
    Column("starts_on", "Starts", lambda row: row.starts_on, Kind.DATE, width=12),
    Column("is_recurrent", "Recurrent", lambda row: row.is_recurrent, Kind.YES, width=10),
    Column("state", "Counts", state, width=10, help="Only what was approved counts."),
    Column("approved_on", "Approved on", lambda row: row.approved_on, Kind.DATE, width=12),
    Column("approver", "Approved by", lambda row: row.approver, width=18, holds=Holds.NAMES),
    Column("minute_reference", "Minute", lambda row: row.minute_reference, width=12),
    Column("moved_service", "From the register", lambda row: row.moved_service, width=24,
           help="The service moved from hospital whose agreed saving it is; changed there."),
)  # fmt: skip


def changes_finding(rows: Sequence[AdjustmentRow]) -> str:
    """Return the sentence on what the changes come to, and what is still only proposed."""
    counted = sum(row.amount_pence for row in rows if row.counts)
    waiting = [row.amount_pence for row in rows if not row.counts]
    if not rows:
        return "No change of service has been put in."
    said = f"Approved changes come to {written(counted, Kind.MONEY)}"
    if not waiting:
        return f"{said}."
    count = plural(len(waiting), "change")
    return f"{said}; {count} of {written(sum(waiting), Kind.MONEY)} proposed and not counted."


def changes(file: Reads, month: Month) -> Table[AdjustmentRow]:
    """Return the changes of service of a month's year."""
    year = file.read(budget.budget_year, month.financial_year)
    rows = file.read(budget.adjustments, year.version_id) if year else []
    subtitle = f"£ of {month.financial_year}. Only what was approved is in the budget."
    notes = (changes_finding(rows),)
    return Table("Service changes", CHANGES, rows, subtitle, (), notes, marking(year))
