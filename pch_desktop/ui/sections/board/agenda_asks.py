"""What a change of an agenda or of a list of attendance is called, and its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pch_desktop.domain.board import Presence, Purpose
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, AttendanceRow, MeetingRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    needed,
    truth,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.sections.board.meeting_asks import Add, one

LINE: Mapping[str, tuple[str, str, Meaning]] = {
    "reference": ("reference", "number", as_typed),
    "title": ("title", "line", as_typed),
    "lead": ("lead", "lead", as_typed),
    "minutes": ("minutes", "minutes", as_typed),
    "purpose": ("purpose", "purpose", word(Purpose)),
    "paper": ("paper", "paper", as_typed),
    "is_confidential": ("is_confidential", "part", truth),
    "minute": ("minute", "minute", as_typed),
}
PART: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "partner": ("partner", "partner", as_typed),
    "presence": ("presence", "part", word(Presence)),
    "stands_for": ("stands_for", "whose deputy it is", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_line(key: str) -> Ask:
    """Return the change of one of an agenda line's fields."""
    return changing(board.set_line, lambda row: row.title)(*LINE[key])


def adding_line(meeting: Callable[[], MeetingRow | None]) -> Add:
    """Return how a line is put on the agenda of the meeting at hand."""

    def add(values: Mapping[str, Value]) -> Change:
        title = needed(values, "title", "Enter what the line is about.")
        rest = described(values, LINE, "title")
        return Change(f"Add {title}", board.add_line, (one(meeting).id, title, rest), title)

    return add


def removing_lines(rows: Sequence[AgendaRow]) -> Change:
    """Return the deletion of lines of an agenda."""
    return deletion(rows, rows[0].title, "line", board.remove_lines)


def of_part(key: str) -> Ask:
    """Return the change of somebody's part in a meeting."""
    return changing(board.set_attendance, named)(*PART[key])


def adding_part(meeting: Callable[[], MeetingRow | None]) -> Add:
    """Return how somebody is written down for the meeting at hand."""

    def add(values: Mapping[str, Value]) -> Change:
        name = needed(values, "name", "Enter the name first.")
        rest = described(values, PART, "name")
        return Change(f"Add {name}", board.add_attendance, (one(meeting).id, name, rest), name)

    return add


def removing_parts(rows: Sequence[AttendanceRow]) -> Change:
    """Return that people are taken off a meeting's list."""
    return deletion(rows, rows[0].name, "line", board.remove_attendance)
