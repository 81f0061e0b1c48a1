"""A chart of a table at full size, drawn from the table's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pch_desktop.charts.of_table_standing import THICK, columns, lines, look
from pch_desktop.charts.paper import SMALL, Inks, clear, cut, letters, say_nothing, sheet
from pch_desktop.reports.drawn import Drawing, drawing
from pch_desktop.reports.table import Chart, Shape, Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDE, STANDING, LANE, AROUND = 9.0, 3.2, 0.21, 0.7
"""Inches: how wide a chart is, how high a standing one, a lying bar, and what is around bars."""
SHORT = 0.05
"""The part of the longest bar below which its figure does not fit inside."""
ROOM = 0.12
"""What is kept free past the ends of lying bars for their figures, in parts of their span."""


def chart_figure(table: Table[Any], chart: Chart, *, is_dark: bool = False) -> Figure:
    """Draw a chart of a table; its finding stands outside as its title, it has none of its own."""
    drawn = drawing(table, chart)
    figure, inks = sheet(is_dark)
    figure.set_size_inches(WIDE, _high(drawn))
    axes = figure.add_subplot()
    if all(value is None for series in drawn.series for value in series.values):
        say_nothing(axes, inks)
        return figure
    {Shape.LINES: lines, Shape.COLUMNS: columns}.get(chart.shape, _lying)(axes, inks, drawn)
    clear(axes, inks)
    if len(drawn.series) > 1:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False,
                    labelcolor=inks.ink2, prop=letters())  # fmt: skip
    return figure


def _high(drawn: Drawing) -> float:
    if not drawn.is_lying:
        return STANDING
    lanes = len(drawn.series) if drawn.chart.shape is Shape.BARS else 1
    return max(1.2, AROUND + LANE * (lanes + 0.3) * len(drawn.names))


def _lying(axes: Any, inks: Inks, drawn: Drawing) -> None:
    """Draw bars that lie, the first on top, each with its figure."""
    is_stacked = drawn.chart.shape is Shape.STACKED
    low, high = drawn.span
    before = [0.0] * len(drawn.names)
    thick = THICK / (1 if is_stacked else len(drawn.series))
    for number, series in enumerate(drawn.series):
        for at, value in enumerate(series.values):
            if value is None:
                continue
            up = at if is_stacked else at - THICK / 2 + thick * (number + 0.5)
            title = series.title if at == 0 else "_"
            axes.barh(up, float(value), height=thick * 0.92, left=before[at], label=title,
                      **look(inks, number, value))  # fmt: skip
            place = (before[at] + float(value) / 2, up) if is_stacked else (float(value), up)
            if not is_stacked or float(value) > float(high) * SHORT:
                _say(axes, inks, series.words[at], place, is_inside=is_stacked)
            before[at] += float(value) if is_stacked else 0.0
    axes.set_yticks(range(len(drawn.names)), [cut(name, 40) for name in drawn.names])
    axes.set_ylim(len(drawn.names) - 0.5, -0.5)
    room = float(high - low) * ROOM
    axes.set_xlim(float(low) - (room if low < 0 else 0), float(high) + room)
    axes.set_xticks([])
    axes.axvline(0, color=inks.ink2, linewidth=0.9)


def _say(axes: Any, inks: Inks, words: str, place: tuple[float, float], *,
         is_inside: bool) -> None:  # fmt: skip
    """Write a figure inside a bar or past its end."""
    past = 0 if is_inside else -4 if place[0] < 0 else 4
    side = "center" if is_inside else "right" if place[0] < 0 else "left"
    axes.annotate(words, place, (past, 0), textcoords="offset points", va="center", ha=side,
                  color=inks.ink, font=letters(SMALL))  # fmt: skip
