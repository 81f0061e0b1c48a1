"""Ratings judged otherwise than by the rule: one place says what is shown, and why.

The rule's own rating stays beside it, and the reason prints (domain.md 13).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from pch_desktop.store.board import OverrideRow

JUDGED = ", judged"
"""What stands behind a rating somebody judged."""
FINANCE = "finance/"
"""What the key of a budget line begins with where its rating was judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A rating somebody judged, the rule's own beside it."""

    rule: str | None
    reason: str

    def note(self, name: str, rating: str | None) -> str:
        """Return what prints under a table of it."""
        by_rule = f"by the rule {self.rule}" if self.rule else "by the rule not rated"
        return f"{name} is judged {rating}; {by_rule}. Reason: {self.reason}"


class Rated(Protocol):
    """A row with a rating."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def rating(self) -> str | None:
        """Its rating, as judged or by the rule."""
        ...

    @property
    def judged(self) -> Judged | None:
        """How the rating came about, where somebody judged it."""
        ...


Row = TypeVar("Row", bound=Any)


def as_judged(row: Row, found: OverrideRow | None) -> Row:
    """Return a row with the rating somebody judged, where there is one."""
    if found is None:
        return row
    judged = Judged(row.rating, found.reason)
    return replace(row, rating=found.rating.value, judged=judged)


def rating_words(row: Rated) -> str | None:
    """Return a rating as it is shown everywhere: Red, or Red, judged."""
    return f"{row.rating}{JUDGED}" if row.rating and row.judged else row.rating


def judged_notes(rows: Iterable[Rated]) -> tuple[str, ...]:
    """Return what prints under a table on each rating judged in it."""
    return tuple(row.judged.note(row.name, row.rating) for row in rows if row.judged)


def line_key(code: str | None, name: str) -> str:
    """Return by what a judged rating finds its budget line: its code, else its name."""
    return f"{FINANCE}{code or name}"
