"""Copying the agenda of one meeting to another, as boards meet on much the same each time."""

from __future__ import annotations

from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import AgendaLine
from pch_desktop.store.board.agenda_edits import lines_in_order, number


def copy_agenda(session: Session, from_id: int, to_id: int) -> None:
    """Put the lines of one meeting's agenda on another's, without papers and minutes.

    Raises:
        Refusal: the first has none.
    """
    lines = lines_in_order(session, from_id)
    if not lines:
        raise Refusal("That meeting has no agenda to copy. Choose another.")
    last = max((line.position for line in lines_in_order(session, to_id)), default=0)
    same = ("reference", "title", "lead", "minutes", "purpose", "is_confidential")
    session.add_all(
        AgendaLine(
            meeting_id=to_id,
            position=last + at,
            **{field: getattr(line, field) for field in same},
        )
        for at, line in enumerate(lines, start=1)
    )
    number(session, to_id)
