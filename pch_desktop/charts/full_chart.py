"""A chart with all that is told about it: screen, printer and board pack take it from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from pch_desktop.store.shared import Reads

MakeFigure = Callable[[bool], "Figure"]
"""Draws a chart without its words around it; told whether the window is dark."""
LEAST_TEXT, LONGEST_TEXT = 40, 400
"""How long a text for those who do not see the chart is, in characters."""
ENDS = (". ", "; ", ", ")


@dataclass(frozen=True, slots=True)
class FullChart:
    """A chart with all that is told about it."""

    finding: str
    """The title: one sentence of what it shows."""
    subtitle: str
    """Measure, unit, place and period."""
    alt_text: str
    """The finding and its numbers, 40 to 400 characters."""
    columns: tuple[Column[Any], ...]
    rows: Sequence[Any]
    """The figures it is drawn from, for the table."""
    make: MakeFigure
    """Draws it; where nothing is known, a sentence that says so."""
    source: str = ""
    """What stands at its foot: where the figures are from, and what to beware of."""


@dataclass(frozen=True, slots=True)
class PackPicture:
    """A chart of the board pack that is drawn as a picture; found by name at a module's top."""

    order: int
    on: str
    """The title of the sheet it stands with."""
    build: Callable[[Reads, Month], FullChart | None]
    """Reads what it shows of a month; nothing where nothing is known."""


def fitting(words: str) -> str:
    """Return a text for those who do not see a chart, ended at a whole part where it is too long.

    Words that were cut end with a sign that there is more in the table.
    """
    if len(words) <= LONGEST_TEXT:
        return words
    more = " … More in the table."
    room = words[: LONGEST_TEXT - len(more)]
    end = max(room.rfind(mark) for mark in ENDS)
    return f"{room[:end] if end > 0 else room}{more}"
