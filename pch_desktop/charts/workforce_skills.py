"""The chart of skills: which service has people enough for what it needs, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill
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
from pch_desktop.domain.workforce_skills import NeedStatus
from pch_desktop.reports.workforce_skills import NeedRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_SERVICES, MOST_COMPETENCIES = 12, 14
"""So many lines and columns are read with ease; the rest are in the table."""
FEW = 8
"""With so few lines there is room in a cell for a second line of words."""
SHAPES = {
    NeedStatus.MET: "o",
    NeedStatus.EXPIRING: "^",
    NeedStatus.SHORT: "D",
    NeedStatus.NOBODY: "X",
}
WORDS = {
    NeedStatus.MET: "Met",
    NeedStatus.EXPIRING: "Met, short within 90 days",
    NeedStatus.SHORT: "Short",
    NeedStatus.NOBODY: "Nobody",
}


def shown_needs(rows: Sequence[NeedRow]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the services and the competencies that are drawn, those with gaps kept first."""
    services = tuple(dict.fromkeys(row.service for row in rows))[:MOST_SERVICES]
    kept = [row for row in rows if row.service in services]
    return services, tuple(dict.fromkeys(row.competency for row in kept))[:MOST_COMPETENCIES]


def gap_figure(rows: Sequence[NeedRow], *, is_dark: bool = False, has_room: bool = True) -> Figure:
    """Draw services by competencies: have of needed in each cell, its shape and colour beside.

    Where it has room, each cell says how many are short or expiring, too.
    """
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if not rows:
        say_nothing(axes, inks)
        return figure
    services, competencies = shown_needs(rows)
    says_more = has_room and len(services) <= FEW
    for row in rows:
        if row.service in services and row.competency in competencies:
            place = (competencies.index(row.competency), services.index(row.service))
            _cell(axes, place, row, inks, says_more=says_more)
    _frame(axes, services, competencies, inks)
    _legend(axes, {row.found.status for row in rows}, inks)
    return figure


def _looks(status: NeedStatus, inks: Inks) -> tuple[str, str, str]:
    """Return a cell's fill, edge and letters."""
    return {
        NeedStatus.MET: (inks.better_pale, inks.better, inks.better),
        NeedStatus.EXPIRING: (inks.better_pale, inks.worse, inks.worse),
        NeedStatus.SHORT: (inks.worse_pale, inks.worse, inks.worse),
        NeedStatus.NOBODY: (inks.worse_pale, inks.worse, inks.worse),
    }[status]


def _cell(axes: Any, place: tuple[int, int], row: NeedRow, inks: Inks, *, says_more: bool) -> None:
    from matplotlib.patches import Rectangle

    across, down = place
    fill_, edge, ink = _looks(row.found.status, inks)
    is_bad = row.found.gap > 0
    axes.add_patch(
        Rectangle((across - 0.46, down - 0.42), 0.92, 0.84, facecolor=fill_, edgecolor=edge,
                  linewidth=1.6 if is_bad else 0.8)
    )  # fmt: skip
    told = row.found
    more = f"{told.gap} short" if told.gap else f"{told.expiring} expiring" if told.expiring else ""
    lifted = 5 if says_more and more else 0
    words = {"textcoords": "offset points", "ha": "center", "va": "center"}
    axes.annotate(f"{told.have} of {told.least_people}", (across, down), (6, lifted), **words,
                  color=inks.ink, font=letters(USUAL, is_bold=is_bad))  # fmt: skip
    if lifted:
        axes.annotate(more, (across, down), (6, -6), **words, color=inks.ink, font=letters(8))
    axes.plot(across - 0.34, down, SHAPES[row.found.status], color=ink, markersize=5.5)


def _frame(axes: Any, services: Sequence[str], names: Sequence[str], inks: Inks) -> None:
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_ylim(len(services) - 0.5, -0.5)
    for down in range(len(services) + 1):
        axes.axhline(down - 0.5, color=inks.line, linewidth=0.6, zorder=0)
    width = max(9, 96 // max(len(names), 1))
    axes.set_xticks(range(len(names)), [_lines(name, width) for name in names])
    axes.set_yticks(range(len(services)), [cut(name, 30) for name in services])
    axes.xaxis.tick_top()
    clear(axes, inks, SMALL)
    for tick in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        tick.set_color(inks.ink)
    for tick in axes.get_yticklabels():
        tick.set_font(letters(USUAL))


def _lines(name: str, width: int) -> str:
    return fill(cut(name, 34), width, break_long_words=False)


def _legend(axes: Any, there: set[NeedStatus], inks: Inks) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], linestyle="", marker=SHAPES[status], color=_looks(status, inks)[2],
               markersize=6, label=WORDS[status])
        for status in NeedStatus
        if status in there
    ]  # fmt: skip
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, 0), ncols=4, frameon=False,
                labelcolor=inks.ink, prop=letters(USUAL), borderaxespad=0.4, handletextpad=0.3,
                columnspacing=1.4, borderpad=0)  # fmt: skip
