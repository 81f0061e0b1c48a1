"""What a change of an interest is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pch_desktop.domain.board import InterestNature
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import DeclaredRow, InterestRow, MeetingRow
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
from pch_desktop.ui.sections.board.meeting_asks import Add, one

INTEREST: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "owner", as_typed),
    "partner": ("partner", "partner", as_typed),
    "nature": ("nature", "nature", word(InterestNature)),
    "detail": ("detail", "words", as_typed),
    "from_on": ("from_on", "first day", as_typed),
    "to_on": ("to_on", "last day", as_typed),
    "handled": ("handled", "handling", as_typed),
}
DECLARED: Mapping[str, tuple[str, str, Meaning]] = {
    "line": ("line", "line", as_typed),
    "name": ("name", "owner", as_typed),
    "detail": ("detail", "words", as_typed),
    "handled": ("handled", "handling", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_interest(key: str) -> Ask:
    """Return the change of one of an interest's fields."""
    return changing(board.set_interest, lambda row: f"the interest of {row.name}")(*INTEREST[key])


def adding_interest(values: Mapping[str, Value]) -> Change:
    """Return the interest that was typed.

    Raises:
        Refusal: whose it is or what it is is not told yet.
    """
    sentence = "Enter whose interest it is and what it is."
    name, detail = needed(values, "name", sentence), needed(values, "detail", sentence)
    rest = described(values, INTEREST, "name", "detail")
    label = f"Add the interest of {name}"
    return Change(label, board.add_interest, (name, detail, rest), name)


def removing_interests(rows: Sequence[InterestRow]) -> Change:
    """Return that interests are taken off the register."""
    words = f"the interest of {rows[0].name}"
    return deletion(rows, words, "interest", board.remove_interests)


def of_declared(key: str) -> Ask:
    """Return the change of what was declared at a meeting."""
    return changing(board.set_declared, lambda row: f"what {row.name} declared")(*DECLARED[key])


def declaring(meeting: Callable[[], MeetingRow | None]) -> Add:
    """Return how an interest is declared at the meeting at hand."""

    def add(values: Mapping[str, Value]) -> Change:
        sentence = "Enter who declared it and what was declared."
        name, detail = needed(values, "name", sentence), needed(values, "detail", sentence)
        rest = described(values, DECLARED, "name", "detail")
        args = (one(meeting).id, name, detail, rest)
        return Change(f"Declare the interest of {name}", board.declare, args, name)

    return add


def removing_declared(rows: Sequence[DeclaredRow]) -> Change:
    """Return the deletion of what was declared."""
    words = f"what {rows[0].name} declared"
    return deletion(rows, words, "declaration", board.remove_declared)
