"""Minutes line by line, with the actions and decisions that came of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.board_cycle import Step, day_of
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_agenda import heading, is_private
from pch_desktop.reports.board_around import around
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import written
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, MeetingRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Minutes"
Came = Mapping[str | None, Sequence[str]]
"""The references of what came of a line, by what the line is called."""


def minute_columns(came: Came) -> tuple[Column[AgendaRow], ...]:
    """Return the columns of the minutes, with what came of each line."""
    return (
        Column("reference", "No.", lambda row: row.reference, width=7),
        Column("title", "Line", lambda row: row.title, width=32),
        Column("minute", "Minute", lambda row: row.minute, width=84),
        Column("came", "Actions and decisions", lambda row: "; ".join(came.get(row.called, ()))
               or None, width=22, help="The references of what came of it."),
    )  # fmt: skip


def came_of(file: Reads, meeting_id: int) -> Came:
    """Return the references of the actions and decisions of a meeting, line by line."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for row in (*file.read(board.actions), *reversed(file.read(board.decisions))):
        if row.meeting_id == meeting_id:
            found[row.line].append(row.reference)
    return found


def minutes_due(row: MeetingRow) -> date:
    """Return the day a meeting's draft minutes are to be with the chair."""
    return day_of(Step.MINUTES, row.held_on)


def are_late(row: MeetingRow, on: date) -> bool:
    """Return whether a meeting's minutes are not whole after their day."""
    took_place = row.held_on <= on and row.status not in {
        MeetingStatus.CANCELLED, MeetingStatus.MINUTED,
    }  # fmt: skip
    return took_place and minutes_due(row) < on and row.minuted < row.lines


def minutes_sentence(meeting: MeetingRow | None, rows: Sequence[AgendaRow]) -> str:
    """Return how many lines are minuted, and whether the minutes are agreed."""
    if meeting is None or not rows:
        return "No agenda has been written yet, and so there is nothing to minute."
    done = sum(bool(row.minute) for row in rows)
    agreed = meeting.minutes_agreed_on
    told = f"{done} of {len(rows)} lines minuted"
    if agreed:
        return f"{told}; agreed on {written(agreed, Kind.DATE)}."
    return f"{told}; draft to the chair by {written(minutes_due(meeting), Kind.DATE)}."


def minutes_table(file: Reads, month: Month) -> Table[AgendaRow]:
    """Return the minutes of the last meeting before the one a month's pack is for."""
    last = around(file.read(board.meetings), month).last
    rows = file.read(board.agenda, last.id) if last else []
    told = [row for row in rows if row.minute]
    columns = minute_columns(came_of(file, last.id) if last else {})
    subtitle = heading(last, minutes_sentence(last, rows))
    return Table(VIEW, columns, told, subtitle, private=is_private)
