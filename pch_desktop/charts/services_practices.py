"""Practices beside each other: bars of one measure by name, and the median across them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import (
    SMALL,
    USUAL,
    Inks,
    clear,
    cut,
    letters,
    say_nothing,
    sheet,
)
from pch_desktop.reports.service_compared import PracticeRow, medians
from pch_desktop.reports.service_compared_measures import Measure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NOT_KNOWN = "not known"
MANY = 14
"""From so many practices on letters and bars are smaller."""


def beside(rows: Sequence[PracticeRow], measure: Measure, *, is_dark: bool = False) -> Figure:
    """Draw a measure of each practice, by name and all in one colour, with the median."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    values = [row.values[measure.key] for row in rows]
    middle = medians(rows).get(measure.key)
    if middle is None:
        say_nothing(axes, inks)
        return figure
    size = SMALL if len(rows) > MANY else USUAL
    lengths = [float(value or 0) for value in values]
    longest = max(*lengths, float(middle), 0.0001)
    axes.barh(range(len(rows)), lengths, height=0.62, color=inks.whole)
    ground = {"facecolor": inks.ground, "edgecolor": "none", "pad": 1.2}
    for at, (value, length) in enumerate(zip(values, lengths, strict=True)):
        words = NOT_KNOWN if value is None else measure.words(value)
        axes.text(length + longest * 0.012, at, words, va="center", font=letters(size),
                  bbox=ground, color=inks.ink2 if value is None else inks.ink)  # fmt: skip
    axes.set_yticks(range(len(rows)), [cut(row.name) for row in rows])
    axes.set_ylim(len(rows) - 0.4, -1.1)
    axes.set_xlim(0, longest * 1.16)
    axes.set_xticks([])
    _median(axes, float(middle), f"Median {measure.words(middle)}", inks)
    clear(axes, inks, size)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)
    return figure


def _median(axes: Any, middle: float, words: str, inks: Inks) -> None:
    """Draw the middle behind the bars' figures, named above them."""
    axes.axvline(middle, color=inks.ink2, linewidth=1.4, dashes=(5, 3), zorder=0.5)
    axes.axvline(middle, color=inks.ground, linewidth=1.4, dashes=(5, 3), alpha=0.5)
    axes.text(middle, -0.75, words, color=inks.ink, ha="center", va="center",
              font=letters(USUAL, is_bold=True))  # fmt: skip
