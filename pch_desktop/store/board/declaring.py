"""Declaring interests at a meeting against a line of its agenda, and how they were handled."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import AgendaLine, Interest, InterestDeclared, Meeting
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import found, remove

DECLARED_FIELDS: Mapping[str, str] = {
    "name": "who declared it",
    "detail": "what was declared",
    "line": "the line of the agenda",
    "handled": "how it was handled",
}


def declare(
    session: Session,
    meeting_id: int,
    name: str,
    detail: str,
    rest: Mapping[str, object] | None = None,
) -> int:
    """Write down that an interest was declared at a meeting; return its id."""
    found(session, Meeting, meeting_id)
    made = InterestDeclared(meeting_id=meeting_id)
    change(session, made, "name", name, DECLARED_FIELDS["name"])
    change(session, made, "detail", detail, DECLARED_FIELDS["detail"])
    session.add(made)
    session.flush()
    for field, value in (rest or {}).items():
        set_declared(session, made.id, field, value)
    return made.id


def declare_known(session: Session, interest_id: int, line_id: int) -> int:
    """Declare an interest of the register against a line of an agenda; return its id.

    Raises:
        Refusal: it is declared there already.
    """
    interest, line = found(session, Interest, interest_id), found(session, AgendaLine, line_id)
    query = select(InterestDeclared.id).where(
        InterestDeclared.agenda_line_id == line_id, InterestDeclared.interest_id == interest_id
    )
    if session.scalar(query) is not None:
        raise Refusal(f"This interest is declared against {line.title} already.")
    made = InterestDeclared(
        meeting_id=line.meeting_id,
        agenda_line_id=line_id,
        interest_id=interest_id,
        name=interest.name,
        detail=interest.detail,
        handled=interest.handled,
    )
    session.add(made)
    session.flush()
    return made.id


def set_declared(session: Session, declared_id: int, field: str, value: object) -> None:
    """Put a value into one of the ``DECLARED_FIELDS``; the line goes by number or title."""
    made = found(session, InterestDeclared, declared_id)
    if field == "line":
        made.agenda_line_id = line_of(session, made.meeting_id, str(value or ""))
        return
    change(session, made, field, value, DECLARED_FIELDS[field])


def remove_declared(session: Session, declared_ids: Collection[int]) -> None:
    """Delete what was declared at meetings."""
    remove(session, InterestDeclared, declared_ids, "declarations")


def line_of(session: Session, meeting_id: int | None, words: str) -> int | None:
    """Return the line of a meeting's agenda of a number, a title or both; None for a blank.

    Raises:
        Refusal: the agenda has no such line.
    """
    told = " ".join(words.split()).casefold()
    if not told:
        return None
    for line in session.scalars(select(AgendaLine).where(AgendaLine.meeting_id == meeting_id)):
        number, title = (line.reference or "").casefold(), line.title.casefold()
        if told in {number, title, f"{number} {title}"}:
            return line.id
    raise Refusal(f"The agenda has no line “{words.strip()}”. Enter its number, such as 6.2.")
