"""The square of risks: likelihood up, consequence across, where each was and where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.board_risk_places import MOST_IN_CELL, Place, places_of, ring_of
from pch_desktop.charts.paper import LARGE, SMALL, USUAL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.domain.board_risks import CONSEQUENCES, LIKELIHOODS, STEPS, Band, Bands
from pch_desktop.reports.board_matrix import by_cell, drawn
from pch_desktop.store.board import RiskRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FILLS = {
    False: {Band.LOW: "#E6EEF7", Band.MODERATE: "#BCD4EB", Band.HIGH: "#F8CFA9",
            Band.EXTREME: "#E0733A"},
    True: {Band.LOW: "#223240", Band.MODERATE: "#2B4E70", Band.HIGH: "#6B4524",
           Band.EXTREME: "#A8541C"},
}  # fmt: skip
"""Blue for what can be borne, orange for what cannot; the score stands in each cell, too."""


def square(rows: Sequence[RiskRow], bands: Bands, *, is_dark: bool = False) -> Figure:
    """Draw the open risks in their cells, a ring where each was before and an arrow from it."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    if not drawn(rows):
        say_nothing(axes, inks)
        return figure
    _cells(axes, bands, inks, is_dark=is_dark)
    places = places_of(rows)
    for row in drawn(rows):
        _arrow(axes, row, places, inks)
    for row in drawn(rows):
        if row.id in places:
            _round(axes, places[row.id], row.reference, inks)
    _rest(axes, rows, inks)
    _finish(axes, inks)
    return figure


def _cells(axes: Any, bands: Bands, inks: Inks, *, is_dark: bool) -> None:
    from matplotlib.patches import Rectangle

    for consequence in STEPS:
        for likelihood in STEPS:
            score = consequence * likelihood
            fill = FILLS[is_dark][bands.of(score)]
            corner = (consequence - 0.48, likelihood - 0.48)
            axes.add_patch(Rectangle(corner, 0.96, 0.96, color=fill, linewidth=0))
            ink = "#12181D" if not is_dark else inks.ink
            axes.text(consequence - 0.44, likelihood - 0.44, f"{score}", color=ink,
                      font=letters(SMALL), va="bottom")  # fmt: skip


def _arrow(axes: Any, row: RiskRow, places: dict[int, Place], inks: Inks) -> None:
    before, now = row.before, row.current
    if before is None or row.id not in places:
        return
    was = (before.consequence, before.likelihood)
    if was == (now.consequence, now.likelihood) or None in was:
        return
    x, y = places[row.id]
    start = ring_of(was, (x - (now.consequence or 0), y - (now.likelihood or 0)), places)
    axes.annotate("", (x, y), start, zorder=3,
                  arrowprops={"arrowstyle": "-|>", "color": inks.ink, "linewidth": 1.3,
                              "shrinkA": 4, "shrinkB": 15})  # fmt: skip
    axes.plot(*start, "o", markersize=6.5, color=inks.ground, markeredgecolor=inks.ink,
              markeredgewidth=1.4, zorder=4)  # fmt: skip


def _round(axes: Any, place: Place, reference: str, inks: Inks) -> None:
    axes.annotate(reference, place, color=inks.ink, font=letters(USUAL, is_bold=True),
                  ha="center", va="center", zorder=6,
                  bbox={"boxstyle": "circle,pad=0.3", "facecolor": inks.ground,
                        "edgecolor": inks.ink, "linewidth": 1.6})  # fmt: skip


def _rest(axes: Any, rows: Sequence[RiskRow], inks: Inks) -> None:
    counts = Counter({cell: len(held) for cell, held in by_cell(rows).items()})
    for (consequence, likelihood), count in counts.items():
        if count > MOST_IN_CELL:
            axes.text(consequence + 0.44, likelihood - 0.44, f"+{count - MOST_IN_CELL} more",
                      color=inks.ink, font=letters(SMALL), ha="right", va="bottom")  # fmt: skip


def _finish(axes: Any, inks: Inks) -> None:
    axes.set_xlim(0.5, 5.5)
    axes.set_ylim(0.5, 5.5)
    axes.set_xticks(list(STEPS), [f"{at}\n{CONSEQUENCES[at - 1]}" for at in STEPS])
    axes.set_yticks(list(STEPS), [f"{at} {LIKELIHOODS[at - 1]}" for at in STEPS])
    axes.set_xlabel("Consequence", color=inks.ink2, font=letters(LARGE))
    axes.set_ylabel("Likelihood", color=inks.ink2, font=letters(LARGE))
    clear(axes, inks)
