"""The papers of meetings with their front sheets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import PaperStatus, Purpose
from pch_desktop.domain.board_cycle import Step, day_of
from pch_desktop.domain.board_front import must_be_short
from pch_desktop.models.board import Meeting, Paper
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import found, remove

PAPER_FIELDS: Mapping[str, str] = {
    "title": "the paper's title",
    "author": "who writes it",
    "sponsor": "who sponsors it",
    "purpose": "what the board is asked to do",
    "status": "how far it has come",
    "due_on": "the day it is due",
    "received_on": "the day it came",
    "summary": "the summary",
    "recommendation": "what is recommended",
    "finance": "what it means for money",
    "risk": "what it means for risk",
    "equality": "what it means for equality",
    "patients": "what it means for patients",
    "considered": "where it was considered before",
    "is_confidential": "whether it is confidential",
    "sheet": "the sheet of the pack it is about",
}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper with its front sheet, and the day it is due."""

    id: int
    meeting_id: int
    meeting: str
    held_on: date
    title: str
    author: str | None
    sponsor: str | None
    purpose: Purpose | None
    status: PaperStatus
    own_due_on: date | None
    received_on: date | None
    summary: str | None
    recommendation: str | None
    finance: str | None
    risk: str | None
    equality: str | None
    patients: str | None
    considered: str | None
    is_confidential: bool
    sheet: str | None
    papers_due_on: date | None
    """The day papers of its meeting are due, where it is not the usual one."""

    @property
    def due_on(self) -> date:
        """The day it is due: its own, or the meeting's, ten working days before unless told."""
        return self.own_due_on or day_of(Step.PAPERS, self.held_on, self.papers_due_on)


def papers(session: Session, meeting_id: int | None = None) -> list[PaperRow]:
    """Return the papers of a meeting, or of all, by their meeting's day and their order."""
    columns = [getattr(Paper, field) for field in PAPER_FIELDS]
    query = select(
        Paper.id, Paper.meeting_id, Meeting.name, Meeting.held_on, *columns, Meeting.papers_due_on
    ).join(Meeting, Paper.meeting_id == Meeting.id)
    if meeting_id is not None:
        query = query.where(Paper.meeting_id == meeting_id)
    rows = session.execute(query.order_by(Meeting.held_on, Paper.id))
    return [PaperRow(*row) for row in rows]


def add_paper(
    session: Session, meeting_id: int, title: str, rest: Mapping[str, object] | None = None
) -> int:
    """Call for a paper for a meeting; return its id."""
    found(session, Meeting, meeting_id)
    paper = Paper(meeting_id=meeting_id)
    change(session, paper, "title", title, PAPER_FIELDS["title"])
    session.add(paper)
    session.flush()
    for field, value in (rest or {}).items():
        set_paper(session, paper.id, field, value)
    return paper.id


def set_paper(session: Session, paper_id: int, field: str, value: object) -> None:
    """Put a value into one of a paper's ``PAPER_FIELDS``; one that came is received.

    Raises:
        Refusal: the summary has more than 150 words.
    """
    paper = found(session, Paper, paper_id)
    if field == "summary" and value:
        must_be_short(str(value))
    change(session, paper, field, value, PAPER_FIELDS[field])
    if field == "received_on" and value and paper.status is PaperStatus.CALLED:
        paper.status = PaperStatus.RECEIVED


def remove_papers(session: Session, paper_ids: Collection[int]) -> None:
    """Delete papers; agenda lines that had them stay."""
    remove(session, Paper, paper_ids, "papers")
