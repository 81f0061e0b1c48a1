"""What the sections' tables ask of the file: how typing is meant, what deleting is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

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
