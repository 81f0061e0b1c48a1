"""The agenda, set out for reading: what comes up when, who is asked to do what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.board import Purpose
from pch_desktop.domain.board_agenda import USUAL_MINUTES, ends, length_of
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_around import around
from pch_desktop.reports.board_meetings import at
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, MeetingRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Agenda"
PRIVATE = "Part II is taken without the public, and no public copy of this pack shows it."

AGENDA: tuple[Column[AgendaRow], ...] = (
    Column("reference", "No.", lambda row: row.reference, width=11,
           help="Numbered by the order; with a dot it stands under the line above, 6.2."),
    Column("starts", "At", lambda row: at(row.starts_minute), width=8,
           help="By the clock, from the minutes of the lines before."),
    Column("title", "Line", lambda row: row.title, width=46),
    Column("lead", "Lead", lambda row: row.lead, width=18, holds=Holds.NAMES),
    Column("minutes", "Minutes", lambda row: row.minutes, Kind.COUNT, width=9),
    Column("purpose", "Purpose", lambda row: shown(row.purpose.value) if row.purpose else None,
           Kind.WORD, words=listed(Purpose), width=10),
    Column("paper", "Paper", lambda row: row.paper, Kind.WORD, width=34),
    Column("is_confidential", "Part II", lambda row: row.is_confidential, Kind.YES, width=9,
           help="Taken without the public."),
    Column("declared", "Interests declared", lambda row: len(row.declared) or None, Kind.COUNT,
           width=10, prints=False, help="How many interests were declared against it."),
)  # fmt: skip


def is_private(row: AgendaRow) -> bool:
    """Return whether a line is taken without the public."""
    return row.is_confidential


def agenda_sentence(meeting: MeetingRow | None, rows: Sequence[AgendaRow]) -> str:
    """Return how long an agenda takes and whether that is too long."""
    if meeting is None or not rows:
        return "No agenda has been written yet."
    minutes = [row.minutes for row in rows]
    known = length_of(minutes)
    over = known.minutes - USUAL_MINUTES
    told = f"{plural(len(rows), 'line')}, {known.minutes} of {USUAL_MINUTES} minutes"
    until = ends(meeting.starts_minute, minutes)
    if until is not None:
        told += f", {at(meeting.starts_minute)} to {at(until)}"
    if over > 0:
        return f"{told}: {plural(over, 'minute')} too long."
    unknown = sum(each is None for each in minutes)
    return f"{told}; the minutes of {plural(unknown, 'line')} not known." if unknown else f"{told}."


def heading(meeting: MeetingRow | None, sentence: str) -> str:
    """Return a subtitle: which meeting, where and when, and the sentence."""
    if meeting is None:
        return sentence
    places = (written(meeting.held_on, Kind.DATE), at(meeting.starts_minute), meeting.place)
    return f"{meeting.name}, {', '.join(each for each in places if each)}. {sentence}"


def agenda_table(file: Reads, month: Month) -> Table[AgendaRow]:
    """Return the agenda of the meeting a month's pack is for."""
    meeting = around(file.read(board.meetings), month).meeting
    rows = file.read(board.agenda, meeting.id) if meeting else []
    subtitle = heading(meeting, agenda_sentence(meeting, rows))
    notes = (PRIVATE,) if any(map(is_private, rows)) else ()
    return Table(VIEW, AGENDA, rows, subtitle, notes=notes, private=is_private)
