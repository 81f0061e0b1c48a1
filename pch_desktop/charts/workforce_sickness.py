"""The sickness rate by month, and over the twelve months up to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import LARGE, SMALL, USUAL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_sickness import SicknessRate
from pch_desktop.reports.workforce_sickness_table import SicknessPoint

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def by_month(rows: Sequence[SicknessPoint], *, is_dark: bool = False) -> Figure:
    """Draw the rate month by month; a month that is not shown has its sign on the axis."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    now, year = [_height(row.now) for row in rows], [_height(row.year) for row in rows]
    known = [height for height in (*now, *year) if height is not None]
    if not known and not any(row.now.is_hidden for row in rows):
        say_nothing(axes, inks)
        return figure
    places = range(len(rows))
    axes.plot(places, [_gap(each) for each in year], color=inks.ink2, linewidth=1.8, dashes=(5, 2))
    axes.plot(places, [_gap(each) for each in now], "o-", color=inks.better, linewidth=2.4,
              markerfacecolor=inks.ground, markeredgewidth=1.8, markersize=6)  # fmt: skip
    for at, row in enumerate(rows):
        if row.now.is_hidden:
            axes.text(at, 0, HIDDEN, color=inks.ink, ha="center", va="bottom",
                      font=letters(LARGE, is_bold=True))  # fmt: skip
    axes.set_ylim(0, max(known, default=1.0) * 1.25)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    axes.yaxis.set_major_formatter("{x:.0f}%")
    axes.set_xlim(-0.4, len(rows) - 1 + max(1.6, len(rows) * 0.16))
    every = max(1, round(len(rows) / 6))
    named = [at for at in places if (len(rows) - 1 - at) % every == 0]
    axes.set_xticks(named, [f"{rows[at].month.first:%b %y}" for at in named])
    _ends(axes, rows, inks)
    clear(axes, inks, SMALL)
    return figure


def _height(told: SicknessRate) -> float | None:
    return None if told.is_hidden or told.rate is None else float(told.rate) * 100


def _gap(height: float | None) -> float:
    return float("nan") if height is None else height


def _ends(axes: Any, rows: Sequence[SicknessPoint], inks: Inks) -> None:
    """Name the lines at their ends, apart from each other."""
    last = rows[-1]
    ends = [
        (height, told, words, ink)
        for told, words, ink in ((last.now, "in the month", inks.better),
                                 (last.year, "12 months", inks.ink2))
        if (height := _height(told)) is not None
    ]  # fmt: skip
    if len(ends) > 1 and ends[0][0] < ends[1][0]:
        ends.reverse()
    for up, (height, told, words, ink) in zip((8, -8), ends, strict=False):
        axes.annotate(f"{written(told.rate, Kind.RATE)} {words}", (len(rows) - 1, height), (9, up),
                      textcoords="offset points", color=ink, va="center",
                      font=letters(USUAL, is_bold=True))  # fmt: skip
        axes.plot(len(rows) - 1, height, "o", color=ink, markersize=6)
