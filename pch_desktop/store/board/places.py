"""At which meeting a record is to be seen."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.models.board import AgendaLine, Paper


def meeting_of_line(session: Session, line_id: int) -> int | None:
    """Return the meeting on whose agenda a line stands; None where it is gone."""
    return session.scalar(select(AgendaLine.meeting_id).where(AgendaLine.id == line_id))


def meeting_of_paper(session: Session, paper_id: int) -> int | None:
    """Return the meeting a paper is for; None where it is gone."""
    return session.scalar(select(Paper.meeting_id).where(Paper.id == paper_id))
