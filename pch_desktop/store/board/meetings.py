"""The meetings of the forward plan, by their day, each with the next of its forum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.board_year import Held
from pch_desktop.domain.partners import ForumKind
from pch_desktop.models.board import AgendaLine, Meeting
from pch_desktop.models.partners_forums import Forum


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting, with what its day depends on and what it has."""

    id: int
    name: str
    forum_id: int | None
    forum: str | None
    forum_kind: ForumKind | None
    held_on: date
    starts_minute: int | None
    place: str | None
    chair: str | None
    secretary: str | None
    status: MeetingStatus
    papers_due_on: date | None
    issued_on: date | None
    minutes_agreed_on: date | None
    themes: str | None
    note: str | None
    next_on: date | None
    """The day of the next meeting of its forum."""
    lines: int
    """How many lines its agenda has."""
    minuted: int
    """Of how many of them a minute is written."""

    @property
    def is_board(self) -> bool:
        """Whether a board holds it."""
        return self.forum_kind is ForumKind.BOARD

    @property
    def held(self) -> Held:
        """Its day and status, to find it among several."""
        return Held(self.id, self.held_on, self.status, self.is_board)

    @property
    def called(self) -> str:
        """What it is called among several: 28 Sep 2016, Board."""
        return f"{self.held_on.day} {self.held_on:%b %Y}, {self.name}"


def meetings(session: Session) -> list[MeetingRow]:
    """Return every meeting, the earliest first."""
    query = (
        select(Meeting, Forum.name, Forum.kind)
        .outerjoin(Forum, Meeting.forum_id == Forum.id)
        .order_by(Meeting.held_on, Meeting.id)
    )
    found = list(session.execute(query))
    counts = _lines(session)
    every = [meeting for meeting, _, _ in found]
    return [
        MeetingRow(
            row.id, row.name, row.forum_id, forum, kind, row.held_on, row.starts_minute,
            row.place, row.chair, row.secretary, row.status, row.papers_due_on, row.issued_on,
            row.minutes_agreed_on, row.themes, row.note, _next(every, row),
            *counts.get(row.id, (0, 0)),
        )
        for row, forum, kind in found
    ]  # fmt: skip


def _next(every: Sequence[Meeting], of: Meeting) -> date | None:
    return next(
        (
            row.held_on
            for row in every
            if row.held_on > of.held_on
            and row.forum_id == of.forum_id
            and row.status is not MeetingStatus.CANCELLED
        ),
        None,
    )


def _lines(session: Session) -> dict[int, tuple[int, int]]:
    query = select(
        AgendaLine.meeting_id, func.count(AgendaLine.id), func.count(AgendaLine.minute)
    ).group_by(AgendaLine.meeting_id)
    return {row[0]: (row[1], row[2]) for row in session.execute(query)}
