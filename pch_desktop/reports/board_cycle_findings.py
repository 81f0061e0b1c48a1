"""What of the board's cycle somebody should see to, each with the record it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pch_desktop.domain.board_front import Due
from pch_desktop.domain.period import Month
from pch_desktop.reports import (
    board_actions,
    board_around,
    board_attendance,
    board_decisions,
    board_meetings,
    board_minutes,
    board_papers,
)
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import board

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SECTION = "board"
PRIVATE = "A matter of part II"
"""What stands for a title that only those in part II may read."""


def cycle_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what is late, to be reviewed or missing at a month's end."""
    return [
        *_no_meeting(file, month),
        *_papers(file, month),
        *_actions(file, month),
        *_decisions(file, month),
        *_not_quorate(file, month),
        *_minutes(file, month),
    ]


def _no_meeting(file: Reads, month: Month) -> Iterator[Finding]:
    rows = file.read(board.meetings)
    if rows and board_around.around(rows, month).meeting is None:
        title = f"No meeting is planned after {month.words}"
        yield Finding(SECTION, title, "A pack needs the day of its meeting.", Weight.LATE,
                      "Plan a meeting", rows[-1].id, board_meetings.VIEW)  # fmt: skip


def _papers(file: Reads, month: Month) -> Iterator[Finding]:
    meeting = board_around.around(file.read(board.meetings), month).meeting
    for row in file.read(board.papers, meeting.id) if meeting else []:
        if board_papers.late(row, month.last):
            title = PRIVATE if row.is_confidential else row.title
            due = f"It was due on {written(row.due_on, Kind.DATE)}."
            yield Finding(SECTION, f"Paper is late: {title}", due, Weight.LATE, "Chase", row.id,
                          board_papers.VIEW, "received_on")  # fmt: skip


def _actions(file: Reads, month: Month) -> Iterator[Finding]:
    for row in file.read(board.actions):
        if row.due(month.last) is Due.OVERDUE and row.due_on is not None:
            what = PRIVATE if row.is_confidential else row.text
            title = f"Action {row.reference} is overdue"
            detail = f"Due on {written(row.due_on, Kind.DATE)}: {what}"
            yield Finding(SECTION, title, detail, Weight.LATE, "Chase", row.id,
                          board_actions.VIEW, "due_on")  # fmt: skip


def _decisions(file: Reads, month: Month) -> Iterator[Finding]:
    for row in board_decisions.to_review(file.read(board.decisions), month.last):
        what = PRIVATE if row.is_confidential else row.text
        yield Finding(SECTION, f"Decision {row.reference} is to be reviewed", what, Weight.NOTE,
                      "Review", row.id, board_decisions.VIEW, "review_on")  # fmt: skip


def _not_quorate(file: Reads, month: Month) -> Iterator[Finding]:
    rows = file.read(board.meetings)
    last = board_around.around(rows, month).last
    if last is None or last.held_on > month.last:
        return
    known = board_attendance.quorums(file, [last], month)[last.id]
    if known.is_quorate is False:
        title = f"The meeting of {written(last.held_on, Kind.DATE)} was not quorate"
        yield Finding(SECTION, title, known.why, Weight.LATE, "See who was there", last.id,
                      board_meetings.VIEW, "quorate")  # fmt: skip


def _minutes(file: Reads, month: Month) -> Iterator[Finding]:
    for row in file.read(board.meetings):
        if board_minutes.are_late(row, month.last):
            lines = file.read(board.agenda, row.id)
            first = next((each.id for each in lines if not each.minute), None)
            title = f"Minutes of {written(row.held_on, Kind.DATE)} are late"
            detail = f"{row.minuted} of {row.lines} lines are minuted."
            yield Finding(SECTION, title, detail, Weight.LATE, "Write minutes", first,
                          board_minutes.VIEW, "minute")  # fmt: skip
