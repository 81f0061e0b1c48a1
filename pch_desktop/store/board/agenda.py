"""The lines of meetings' agendas in their order, part II last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import Purpose
from pch_desktop.domain.board_agenda import clocks
from pch_desktop.models.board import AgendaLine, InterestDeclared, Meeting, Paper


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of an agenda, with the time at which it comes up."""

    id: int
    meeting_id: int
    position: int
    reference: str
    title: str
    lead: str | None
    minutes: int | None
    purpose: Purpose | None
    paper_id: int | None
    paper: str | None
    is_confidential: bool
    minute: str | None
    starts_minute: int | None
    """Minutes since midnight; None where a line before it has no minutes."""
    declared: tuple[DeclaredRow, ...]

    @property
    def called(self) -> str:
        """What it is called among the others: 6.2 Winter plan."""
        return f"{self.reference} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """An interest declared at a meeting, against a line of its agenda or against none."""

    id: int
    meeting_id: int
    agenda_line_id: int | None
    line: str | None
    interest_id: int | None
    name: str
    detail: str
    handled: str | None
    is_confidential: bool


def agenda(session: Session, meeting_id: int) -> list[AgendaRow]:
    """Return a meeting's agenda in its order."""
    meeting = session.get(Meeting, meeting_id)
    query = (
        select(AgendaLine, Paper.title)
        .outerjoin(Paper, AgendaLine.paper_id == Paper.id)
        .where(AgendaLine.meeting_id == meeting_id)
        .order_by(AgendaLine.is_confidential, AgendaLine.position, AgendaLine.id)
    )
    rows = list(session.execute(query))
    starts = clocks(meeting.starts_minute if meeting else None, [row.minutes for row, _ in rows])
    told = _by_line(session, meeting_id)
    return [
        AgendaRow(
            line.id, line.meeting_id, line.position, line.reference or "", line.title, line.lead,
            line.minutes, line.purpose, line.paper_id, paper, line.is_confidential, line.minute,
            start, tuple(told[line.id]),
        )
        for (line, paper), start in zip(rows, starts, strict=True)
    ]  # fmt: skip


def declared(session: Session, meeting_id: int) -> list[DeclaredRow]:
    """Return the interests declared at a meeting, by the order of the agenda."""
    query = (
        select(InterestDeclared, AgendaLine)
        .outerjoin(AgendaLine, InterestDeclared.agenda_line_id == AgendaLine.id)
        .where(InterestDeclared.meeting_id == meeting_id)
        .order_by(AgendaLine.is_confidential, AgendaLine.position, InterestDeclared.id)
    )
    return [
        DeclaredRow(
            row.id, row.meeting_id, row.agenda_line_id,
            f"{line.reference or ''} {line.title}".strip() if line else None,
            row.interest_id, row.name, row.detail, row.handled,
            line.is_confidential if line else False,
        )
        for row, line in session.execute(query)
    ]  # fmt: skip


def _by_line(session: Session, meeting_id: int) -> Mapping[int | None, list[DeclaredRow]]:
    found: dict[int | None, list[DeclaredRow]] = defaultdict(list)
    for row in declared(session, meeting_id):
        found[row.agenda_line_id].append(row)
    return found
