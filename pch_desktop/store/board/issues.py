"""Issues for escalation: what is stuck, to whom it is taken, what they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_registers import IssueStatus, Severity
from pch_desktop.models.board_registers import BoardIssue, Risk
from pch_desktop.models.partners_forums import Forum

SETTLED = frozenset({IssueStatus.DECIDED, IssueStatus.CLOSED})
"""What nobody has to decide any more."""
HEAVIEST = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class IssueRow:
    """Something that has gone wrong or is stuck, as it stands on a day."""

    id: int
    reference: str
    title: str
    detail: str | None
    severity: Severity
    status: IssueStatus
    raised_on: date | None
    owner: str | None
    forum: str | None
    asked: str | None
    """What the forum is asked to decide."""
    risk: str | None
    """The reference of the risk it comes from."""
    due_on: date | None
    closed_on: date | None
    on: date
    """The day it is asked about."""

    @property
    def is_settled(self) -> bool:
        """Whether it was decided or closed by that day."""
        return self.status in SETTLED and (self.closed_on is None or self.closed_on <= self.on)

    @property
    def is_late(self) -> bool:
        """Whether it should have been decided before that day, and was not by it."""
        return not self.is_settled and self.due_on is not None and self.due_on < self.on


def issues(session: Session, on: date) -> list[IssueRow]:
    """Return the issues raised by a day: what is not settled first, the heaviest on top."""
    query = (
        select(
            BoardIssue.id, BoardIssue.reference, BoardIssue.title, BoardIssue.detail,
            BoardIssue.severity, BoardIssue.status, BoardIssue.raised_on, BoardIssue.owner,
            Forum.name, BoardIssue.asked, Risk.reference, BoardIssue.due_on, BoardIssue.closed_on,
        )
        .outerjoin(Forum, BoardIssue.forum_id == Forum.id)
        .outerjoin(Risk, BoardIssue.risk_id == Risk.id)
        .where(or_(BoardIssue.raised_on.is_(None), BoardIssue.raised_on <= on))
    )  # fmt: skip
    rows = [IssueRow(*row, on=on) for row in session.execute(query)]
    return sorted(rows, key=_weight)


def _weight(row: IssueRow) -> tuple[bool, int, int, str]:
    place = HEAVIEST.index(row.severity)
    return (row.is_settled, place, len(row.reference), row.reference)
