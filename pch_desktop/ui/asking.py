"""What the sections' tables ask of the file: how typing is meant, what deleting is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant, plural
from pch_desktop.ui.change import Change

Ask = Callable[[Any, Value], Change]
"""What typing a value into a row's cell would do."""
Meaning = Callable[[Value], object]
"""From what was typed to what is kept."""
Known = Mapping[str, tuple[str, Meaning] | tuple[str, str, Meaning]]
"""By column: the field first, how its value is meant last."""


class Kept(Protocol):
    """A row that stands for a record."""

    @property
    def id(self) -> int:
        """The record's key."""
        ...


class Named(Kept, Protocol):
    """A row that stands for a record with a name."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...


def as_typed(value: Value) -> object:
    """Return what is kept as it is typed."""
    return value


def word(words: type[StrEnum]) -> Meaning:
    """Return how a shown word becomes one of a list; a blank is none of them."""
    return lambda value: meant(words, str(value or ""))


def truth(value: Value) -> object:
    """Return yes or no; a blank is no."""
    return bool(value)


def minutes(value: Value) -> object:
    """Return the minutes of hours that were typed."""
    return rounded(Decimal(value) * 60) if isinstance(value, (Decimal, int)) else None


def named(row: Named) -> str:
    """Return what a row is called."""
    return row.name


def changing(
    command: Callable[..., Any],
    called: Callable[[Any], str],
    *,
    where: Callable[[Any], str] | None = None,
    more: Callable[[Any], tuple[object, ...]] = lambda _row: (),
) -> Callable[..., Ask]:
    """Return how the fields of a kind of record are changed.

    What is returned takes a field, what a step calls it and how what is typed
    is kept, and gives the change of a cell.

    Args:
        command: takes the record's id, the field and its value.
        called: what a step calls the record.
        where: what a refusal calls it, where that is something else.
        more: what else of the row the command takes, such as its day.
    """

    def of(field: str, words: str, turn: Meaning = as_typed) -> Ask:
        def ask(row: Kept, value: Value) -> Change:
            name = called(row)
            place = where(row) if where else name
            args = (row.id, field, turn(value), *more(row))
            return Change(f"Change {words} of {name}", command, args, place)

        return ask

    return of


def needed(values: Mapping[str, Value], key: str, sentence: str) -> str:
    """Return what was typed of a new record in a column.

    Raises:
        Refusal: nothing was; it is the sentence.
    """
    told = str(values.get(key) or "").strip()
    if not told:
        raise Refusal(sentence)
    return told


def described(values: Mapping[str, Value], known: Known, *apart: str) -> dict[str, object]:
    """Return what was typed of a new record, by field, without the columns told apart."""
    return {
        known[key][0]: known[key][-1](value)
        for key, value in values.items()
        if key in known and key not in apart and value is not None
    }


def deletion(
    rows: Sequence[Kept], one: str, noun: str, command: Callable[..., Any], many: str = ""
) -> Change:
    """Return the deletion of rows: one is called by its name, several are counted."""
    words = one if len(rows) == 1 else plural(len(rows), noun, many)
    return Change(f"Delete {words}", command, (tuple(row.id for row in rows),))
