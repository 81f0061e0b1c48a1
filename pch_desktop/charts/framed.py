"""A chart as it stands alone on paper: its finding above it, its source at the foot."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from pch_desktop.charts.full_chart import FullChart
from pch_desktop.charts.paper import DARK, LIGHT, SMALL, USUAL, letters
from pch_desktop.charts.pictures import png_of, svg_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TITLE = 14
LINE = 1.3
"""How far lines of words stand apart, in heights of their letters."""
POINTS = 72
"""Points to an inch."""
MARGIN, LEFT = 0.12, 0.02
"""Inches above and below the words; and where they begin, of the width."""
LETTER = 0.52
"""How wide a letter is, of its height."""
SAVED_DPI = 200


def framed(chart: FullChart, *, is_dark: bool = False) -> Figure:
    """Return a chart drawn with its finding, subtitle and source around it.

    It is as wide as the chart alone, and higher by its words.
    """
    figure, inks = chart.make(is_dark), DARK if is_dark else LIGHT
    wide, body = (float(side) for side in figure.get_size_inches())
    title = _lines(chart.finding, TITLE, wide)
    under, foot = _lines(chart.subtitle, USUAL, wide), _lines(chart.source, SMALL, wide)
    head = _height(title, TITLE) + _height(under, USUAL) + MARGIN * 2
    base = _height(foot, SMALL) + MARGIN * 2
    tall = body + head + base
    figure.set_size_inches(wide, tall)
    _make_room(figure, base / tall, body / tall)
    top = 1 - MARGIN / tall
    below = top - _height(title, TITLE) / tall
    for words, up, size, ink in (
        (title, top, TITLE, inks.ink),
        (under, below, USUAL, inks.ink2),
        (foot, (base - MARGIN) / tall, SMALL, inks.ink2),
    ):
        figure.text(LEFT, up, "\n".join(words), va="top", ha="left", color=ink, linespacing=LINE,
                    font=letters(size, is_bold=size == TITLE), parse_math=False,
                    in_layout=False)  # fmt: skip
    return figure


def saved(chart: FullChart, kind: str) -> bytes:
    """Return a chart as it is saved: light, framed, as png (200 dots to the inch) or svg."""
    figure, told = framed(chart), {"Title": chart.finding, "Description": chart.alt_text}
    return svg_of(figure, told) if kind == "svg" else png_of(figure, SAVED_DPI, told)


def _lines(words: str, size: float, wide: float) -> list[str]:
    """Return words in lines that fit on the paper."""
    return wrap(words, int(wide * (1 - 2 * LEFT) * POINTS / (size * LETTER)))


def _height(lines: list[str], size: float) -> float:
    return len(lines) * size * LINE / POINTS


def _make_room(figure: Figure, low: float, tall: float) -> None:
    """Keep what is drawn between the words above and below."""
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    engine = figure.get_layout_engine()
    if isinstance(engine, ConstrainedLayoutEngine):
        engine.set(rect=(0, low, 1, tall))
        return
    for axes in figure.axes:
        place = axes.get_position()
        axes.set_position((place.x0, low + place.y0 * tall, place.width, place.height * tall))
