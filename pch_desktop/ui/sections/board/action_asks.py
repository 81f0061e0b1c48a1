"""What a change of an action or of its updates is called, and its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pch_desktop.domain.board import ActionStatus
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import ActionRow, UpdateRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    needed,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.sections.board.meeting_asks import Add

Since = Callable[[], tuple[int | None, date]]
"""The meeting something new came from, and the day it is written down."""
ACTION: Mapping[str, tuple[str, str, Meaning]] = {
    "text": ("text", "words", as_typed),
    "partner": ("partner", "partner", as_typed),
    "owner": ("owner", "owner", as_typed),
    "due_on": ("due_on", "due day", as_typed),
    "status": ("status", "status", word(ActionStatus)),
    "closed_on": ("closed_on", "closing day", as_typed),
    "line": ("line", "line", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
UPDATE: Mapping[str, tuple[str, str, Meaning]] = {
    "told_on": ("told_on", "day", as_typed),
    "text": ("text", "words", as_typed),
}


def of_action(key: str) -> Ask:
    """Return the change of one of an action's fields."""
    return changing(board.set_action, lambda row: f"action {row.reference}")(*ACTION[key])


def adding_action(since: Since) -> Add:
    """Return how an action is written down, numbered by its meeting's month."""

    def add(values: Mapping[str, Value]) -> Change:
        text = needed(values, "text", "Enter what is to be done.")
        args = (text, *since(), described(values, ACTION, "text"))
        return Change(f"Add the action {text}", board.add_action, args, text)

    return add


def closing(rows: Sequence[ActionRow], on: date) -> Change:
    """Return that actions were completed on a day."""
    words = rows[0].reference if len(rows) == 1 else plural(len(rows), "action")
    args = (tuple(row.id for row in rows), on)
    return Change(f"Complete {words}", board.close_actions, args, words)


def removing_actions(rows: Sequence[ActionRow]) -> Change:
    """Return the deletion of actions."""
    return deletion(rows, f"action {rows[0].reference}", "action", board.remove_actions)


def of_update(key: str) -> Ask:
    """Return the change of what was told of an action."""
    return changing(board.set_update, lambda _row: "the update")(*UPDATE[key])


def removing_updates(rows: Sequence[UpdateRow]) -> Change:
    """Return the deletion of what was told of an action."""
    return deletion(rows, "the update", "update", board.remove_updates)
