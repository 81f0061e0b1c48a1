"""What a change of a meeting is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pch_desktop.domain import opening
from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import MeetingRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    needed,
    word,
)
from pch_desktop.ui.change import Change

Add = Callable[[Mapping[str, Value]], Change]
NO_MEETING = "Plan a meeting first, among the meetings."


def minute(value: Value) -> object:
    """Return the minute of the day of a time that was typed."""
    return opening.minute(str(value or ""))


MEETING: Mapping[str, tuple[str, str, Meaning]] = {
    "held_on": ("held_on", "day", as_typed),
    "name": ("name", "name", as_typed),
    "forum": ("forum", "forum", as_typed),
    "starts": ("starts_minute", "start", minute),
    "place": ("place", "place", as_typed),
    "themes": ("themes", "themes", as_typed),
    "status": ("status", "status", word(MeetingStatus)),
    "papers_due_on": ("papers_due_on", "day for papers", as_typed),
    "issued_on": ("issued_on", "day papers went out", as_typed),
    "minutes_agreed_on": ("minutes_agreed_on", "day of agreed minutes", as_typed),
    "chair": ("chair", "chair", as_typed),
    "secretary": ("secretary", "secretary", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_meeting(key: str) -> Ask:
    """Return the change of one of a meeting's fields."""
    return changing(board.set_meeting, lambda row: row.called, where=named)(*MEETING[key])


def adding_meeting(values: Mapping[str, Value]) -> Change:
    """Return the meeting that was typed.

    Raises:
        Refusal: its day or its name is not told yet.
    """
    sentence = "Enter the day of the meeting and what it is called."
    needed(values, "held_on", sentence)
    name, day = needed(values, "name", sentence), values["held_on"]
    rest = described(values, MEETING, "held_on", "name")
    return Change(f"Plan {name}", board.add_meeting, (name, day, rest), name)


def removing_meetings(rows: Sequence[MeetingRow]) -> Change:
    """Return the deletion of meetings with their agendas and papers."""
    return deletion(rows, rows[0].called, "meeting", board.remove_meetings)


def one(meeting: Callable[[], MeetingRow | None]) -> MeetingRow:
    """Return the meeting at hand.

    Raises:
        Refusal: there is none.
    """
    found = meeting()
    if found is None:
        raise Refusal(NO_MEETING)
    return found


def agreed(row: MeetingRow, on: date) -> Change:
    """Return that a meeting's minutes were agreed on a day."""
    args = (row.id, "minutes_agreed_on", on)
    return Change(f"Agree the minutes of {row.called}", board.set_meeting, args, row.name)
