"""Writing agendas: lines in their order, numbered by it, and their minutes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_agenda import level, numbered
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import AgendaLine, Meeting, Paper
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import found, remove

LINE_FIELDS: Mapping[str, str] = {
    "title": "what the line is about",
    "reference": "its number",
    "lead": "who leads it",
    "minutes": "how many minutes it takes",
    "purpose": "what the board is asked to do",
    "paper": "its paper",
    "is_confidential": "whether it is taken without the public",
    "minute": "the minute of it",
}
LONGEST = 600


def add_line(
    session: Session, meeting_id: int, title: str, rest: Mapping[str, object] | None = None
) -> int:
    """Put a line at the end of a meeting's agenda; return its id."""
    found(session, Meeting, meeting_id)
    last = max((line.position for line in lines_in_order(session, meeting_id)), default=0)
    line = AgendaLine(meeting_id=meeting_id, position=last + 1)
    change(session, line, "title", title, LINE_FIELDS["title"])
    session.add(line)
    session.flush()
    for field, value in (rest or {}).items():
        set_line(session, line.id, field, value)
    number(session, meeting_id)
    return line.id


def set_line(session: Session, line_id: int, field: str, value: object) -> None:
    """Put a value into one of a line's ``LINE_FIELDS``; its paper goes by title.

    A number is told to say how deep it stands, 6.2 under 6; the numbers follow the order.
    """
    line = found(session, AgendaLine, line_id)
    if field == "paper":
        line.paper_id = _paper(session, line.meeting_id, str(value or ""))
        return
    if field == "minutes" and isinstance(value, int) and not 0 <= value <= LONGEST:
        raise Refusal(f"Enter how many minutes it takes, 0 to {LONGEST}.")
    change(session, line, field, value, LINE_FIELDS[field])
    if field in {"reference", "is_confidential"}:
        number(session, line.meeting_id)


def move_line(session: Session, line_id: int, steps: int) -> None:
    """Move a line up, or down where positive, within its part; the numbers follow.

    Raises:
        Refusal: it stands at the end of its part.
    """
    line = found(session, AgendaLine, line_id)
    every = lines_in_order(session, line.meeting_id)
    at = every.index(line)
    beside = every[at + steps] if 0 <= at + steps < len(every) else None
    if beside is None or beside.is_confidential != line.is_confidential:
        raise Refusal("It stands at the end of its part already.")
    every.insert(at + steps, every.pop(at))
    for position, each in enumerate(every, start=1):
        each.position = position
    number(session, line.meeting_id)


def remove_lines(session: Session, line_ids: Collection[int]) -> None:
    """Delete lines with their minutes; the others are numbered anew."""
    query = select(AgendaLine.meeting_id).where(AgendaLine.id.in_(line_ids)).distinct()
    of = list(session.scalars(query))
    remove(session, AgendaLine, line_ids, "lines")
    for meeting_id in of:
        number(session, meeting_id)


def lines_in_order(session: Session, meeting_id: int) -> list[AgendaLine]:
    """Return a meeting's lines in their order, part II last."""
    query = select(AgendaLine).where(AgendaLine.meeting_id == meeting_id)
    order = (AgendaLine.is_confidential, AgendaLine.position, AgendaLine.id)
    return list(session.scalars(query.order_by(*order)))


def number(session: Session, meeting_id: int) -> None:
    """Number a meeting's lines by their order; each stays as deep as it stands."""
    session.flush()
    lines = lines_in_order(session, meeting_id)
    references = numbered(level(line.reference) for line in lines)
    for line, reference in zip(lines, references, strict=True):
        line.reference = reference


def _paper(session: Session, meeting_id: int, title: str) -> int | None:
    if not title.strip():
        return None
    query = select(Paper.id).where(Paper.meeting_id == meeting_id, Paper.title == title.strip())
    key = session.scalars(query).first()
    if key is None:
        raise Refusal(f"This meeting has no paper called “{title.strip()}”. Call for it first.")
    return key
