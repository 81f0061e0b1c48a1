"""Charts of a table whose figures stand: columns and lines over names, with an even axis."""

from __future__ import annotations

from textwrap import fill
from typing import Any

from pch_desktop.charts.paper import SMALL, Inks, cut, letters
from pch_desktop.reports.drawn import Drawing, Number, Series, marks
from pch_desktop.reports.table import MONEYS, Kind
from pch_desktop.reports.words import written

THICK = 0.78
"""How much of its lane bars fill together."""
NAME, NAMES = 10, 13
"""How long a line of a name below the axis is, in characters, and how many names fit there."""


def look(inks: Inks, number: int, value: Number) -> dict[str, Any]:
    """Return how a bar looks: worse is hatched, what is missing or beside is hollow and dashed."""
    if value < 0 or number > 1:
        return {
            "color": inks.worse_fill,
            "edgecolor": inks.worse,
            "hatch": "////",
            "linewidth": 0.8,
        }
    if number:
        return {"color": inks.ground, "edgecolor": inks.worse, "linestyle": "--", "linewidth": 1}
    return {"color": inks.better_fill, "edgecolor": inks.better, "linewidth": 0.9}


def columns(axes: Any, inks: Inks, drawn: Drawing) -> None:
    """Draw bars that stand, those of one name side by side."""
    wide = THICK / len(drawn.series)
    for number, series in enumerate(drawn.series):
        for at, value in enumerate(series.values):
            if value is None:
                continue
            across = at - THICK / 2 + wide * (number + 0.5)
            title = series.title if at == 0 else "_"
            axes.bar(across, float(value), width=wide * 0.92, label=title,
                     **look(inks, number, value))  # fmt: skip
            axes.annotate(series.words[at], (across, float(value)), (0, 3 if value >= 0 else -11),
                          textcoords="offset points", ha="center", color=inks.ink,
                          font=letters(SMALL))  # fmt: skip
    _scale(axes, inks, drawn)
    axes.axhline(0, color=inks.ink2, linewidth=0.9)


def lines(axes: Any, inks: Inks, drawn: Drawing) -> None:
    """Draw what is known as a whole line with rings, what is beside it dashed with diamonds."""
    for number, series in enumerate(drawn.series):
        known = [(at, float(value)) for at, value in enumerate(series.values) if value is not None]
        if not known:
            continue
        look: dict[str, Any] = {"color": inks.better, "marker": "o", "linewidth": 2}
        if number:
            look = {"color": inks.ink2, "marker": "D", "linewidth": 1.5, "linestyle": "--"}
        axes.plot(*zip(*known, strict=True), markersize=4.5, markeredgewidth=1.4,
                  markerfacecolor=inks.ink2 if number else inks.ground, label=series.title,
                  **look)  # fmt: skip
        axes.annotate(_last(series), known[-1], (7, 0), textcoords="offset points", va="center",
                      color=look["color"], font=letters(SMALL, is_bold=True))  # fmt: skip
    _scale(axes, inks, drawn)


def _last(series: Series) -> str:
    return next(words for words in reversed(series.words) if words)


def _scale(axes: Any, inks: Inks, drawn: Drawing) -> None:
    """Mark a standing chart's axis evenly, and name what stands on it."""
    at = marks(*drawn.span)
    kind = drawn.series[0].kind
    axes.set_yticks([float(mark) for mark in at], [_mark(mark, kind) for mark in at])
    axes.set_ylim(float(at[0]), float(at[-1]) if len(at) > 1 else None)
    every = max(1, -(-len(drawn.names) // NAMES))
    places = range(0, len(drawn.names), every)
    axes.set_xticks(places, [fill(cut(drawn.names[at]), NAME) for at in places])
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=inks.line, linewidth=0.8)


def _mark(value: Number, kind: Kind) -> str:
    return written(int(value) if kind in MONEYS else value, kind)
