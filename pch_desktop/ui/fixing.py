"""Ways to put right what cannot stand in a cell: another text, or first something that is missing.

A cell that is refused shows them under its sentence; Alt+1 takes the first, Alt+2 the second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pch_desktop.domain.workforce_people import nearest
from pch_desktop.ui.change import Change

MOST = 3
"""So many ways are offered at once."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One way: a text to be typed instead, after a change where one is needed first."""

    words: str
    """What the button says: Use District nurse."""
    text: str
    first: Change | None = None


Fixes = Callable[[Any, str, str], Sequence[Fix]]
"""From the row (None for a new one), the column's key and what was typed."""


def of_names(
    text: str, names: Sequence[str], adding: Callable[[str], Change] | None = None
) -> list[Fix]:
    """Return the nearest of some names, and adding what was typed where that can be."""
    typed = " ".join(text.split())
    found: list[Fix] = []
    if not typed or typed.casefold() in {name.casefold() for name in names}:
        return found
    if like := nearest(typed, names):
        found.append(Fix(f"Use {like}", like))
    if adding is not None:
        found.append(Fix("Add it", typed, adding(typed)))
    return found
