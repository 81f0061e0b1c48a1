"""Issues for escalation, set out for reading: what is stuck, who is asked for what, by when."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.board_registers import IssueStatus, Severity
from pch_desktop.reports.table import Column, Holds, Kind
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store.board import IssueRow


def standing(row: IssueRow) -> str:
    """Return how an issue stands, with a shape."""
    if row.is_settled:
        return "● Settled"
    return "◆ Overdue" if row.is_late else "▲ Waiting"


ISSUES: tuple[Column[IssueRow], ...] = (
    Column("reference", "Ref", lambda row: row.reference, width=6),
    Column("title", "Issue", lambda row: row.title, width=34),
    Column("detail", "What is known", lambda row: row.detail, width=34, prints=False),
    Column("severity", "Severity", lambda row: shown(row.severity.value), Kind.RATING,
           words=listed(Severity), width=12),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(IssueStatus), width=11),
    Column("raised_on", "Raised", lambda row: row.raised_on, Kind.DATE),
    Column("owner", "Owner", lambda row: row.owner, width=16, holds=Holds.NAMES),
    Column("forum", "Taken to", lambda row: row.forum, Kind.WORD, width=24),
    Column("asked", "What is asked", lambda row: row.asked, width=36),
    Column("risk", "Risk ref", lambda row: row.risk, Kind.WORD, width=9),
    Column("due_on", "Due", lambda row: row.due_on, Kind.DATE),
    Column("standing", "Standing", standing, width=11,
           help="Overdue where it should have been decided by the end of the month."),
    Column("closed_on", "Settled", lambda row: row.closed_on, Kind.DATE, prints=False),
)  # fmt: skip


def finding(rows: Sequence[IssueRow]) -> str:
    """Return the sentence on what waits for a decision, and what is past its day."""
    if not rows:
        return "Nothing has been escalated yet."
    open_ = [row for row in rows if not row.is_settled]
    late = [row.reference for row in open_ if row.is_late]
    verb = "waits" if len(open_) == 1 else "wait"
    said = f"{plural(len(open_), 'issue')} {verb} for a decision"
    return f"{said}; past the day: {', '.join(late)}." if late else f"{said}; none is past its day."
