"""The action log, set out for reading: what is overdue first, and what goes into the pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.board import ActionStatus
from pch_desktop.domain.board_front import SOON_DAYS, Due
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_around import Around, around
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import board
from pch_desktop.store.board import ActionRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Actions"
TURNS = tuple(Due)
SHAPES: Mapping[Due, str] = {
    Due.OVERDUE: "◆",
    Due.SOON: "▲",
    Due.OPEN: "○",
    Due.NO_DAY: "▲",
    Due.DONE: "●",
}


def standing(row: ActionRow, on: date) -> str:
    """Return how an action stands on a day, with its shape: ◆ Overdue."""
    due = row.due(on)
    return f"{SHAPES[due]} {shown(due.value)}"


def action_columns(on: date) -> tuple[Column[ActionRow], ...]:
    """Return the columns of the log, as it stands on a day."""
    return (
        Column("reference", "Reference", lambda row: row.reference, width=14,
               help="The meeting's month and a number."),
        Column("text", "Action", lambda row: row.text, width=38),
        Column("partner", "Partner", lambda row: row.partner, Kind.WORD, width=21),
        Column("owner", "Owner", lambda row: row.owner, width=13, holds=Holds.NAMES),
        Column("due_on", "Due", lambda row: row.due_on, Kind.DATE, width=12),
        Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
               words=listed(ActionStatus), width=12),
        Column("standing", "Standing", lambda row: standing(row, on), width=14,
               help=f"Overdue from the day after it was due; due soon: within {SOON_DAYS} days."),
        Column("latest", "Latest update", lambda row: row.latest, width=31),
        Column("closed_on", "Closed", lambda row: row.closed_on, Kind.DATE, width=12),
        Column("line", "Line of the agenda", lambda row: row.line, width=28, prints=False),
        Column("held_on", "Meeting", lambda row: row.held_on, Kind.DATE, width=12, prints=False),
    )  # fmt: skip


def in_turn(rows: Sequence[ActionRow], on: date) -> list[ActionRow]:
    """Return the log with what is overdue first, the oldest on top; what is done last."""
    return sorted(
        rows,
        key=lambda row: (TURNS.index(row.due(on)), row.due_on or date.max, row.reference),
    )


def carried(rows: Sequence[ActionRow], found: Around) -> list[ActionRow]:
    """Return what a pack carries: all that is open of earlier meetings, and what was closed since.

    An action closed on a day that is not known is carried too.
    """
    until = found.meeting.held_on if found.meeting else date.max
    since = found.last.held_on if found.last else date.min
    return [
        row
        for row in rows
        if (row.held_on or date.min) < until
        and (not row.is_done or row.closed_on is None or row.closed_on >= since)
    ]


def is_private(row: ActionRow) -> bool:
    """Return whether an action came of a line taken without the public."""
    return row.is_confidential


def actions_sentence(rows: Sequence[ActionRow], on: date) -> str:
    """Return how many actions stand how."""
    if not rows:
        return "No action has been written down yet."
    counts = Counter(row.due(on) for row in rows)
    told = ", ".join(f"{counts[each]} {each.value}" for each in Due if counts[each])
    return f"{plural(len(rows), 'action')} as at {written(on, Kind.DATE)}: {told}."


def actions_table(file: Reads, month: Month) -> Table[ActionRow]:
    """Return the actions carried into a month's pack; its sheet is worked on in the meeting."""
    on = month.last
    found = around(file.read(board.meetings), month)
    rows = in_turn(carried(file.read(board.actions), found), on)
    notes = ("Open actions of all earlier meetings, and those closed since the last one.",)
    return Table(VIEW, action_columns(on), rows, actions_sentence(rows, on), notes=notes,
                 is_worked_on=True, private=is_private)  # fmt: skip
