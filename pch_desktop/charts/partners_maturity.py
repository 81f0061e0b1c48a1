"""The chart of maturity: a line for each domain, one above the other, from 0 to 3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import SMALL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.reports.partners_maturity import HIGHEST, DomainRow
from pch_desktop.reports.words import shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDE = 26
"""How many letters of a domain's name stand in a line."""


def by_domain(rows: Sequence[DomainRow], *, is_dark: bool = False) -> Figure:
    """Draw the scores of each domain over time as steps; no line is of all together."""
    figure, inks = sheet(is_dark)
    if not any(row.scores for row in rows):
        say_nothing(figure.add_subplot(), inks)
        return figure
    every = figure.subplots(len(rows), 1, sharex=True, squeeze=False)[:, 0]
    for axes, row in zip(every, rows, strict=True):
        _line(axes, row, inks)
    days = [score.scored_on for row in rows for score in row.scores]
    first, last = min(days), max(days)
    room = max((last - first) * 0.06, (last - first).resolution * 20)
    every[-1].set_xlim(first - room, last + room)
    ticks = sorted(set(days))
    every[-1].set_xticks(ticks, [f"{day.day} {day:%b %Y}" for day in ticks])
    for tick in every[-1].get_xticklabels():
        tick.set_font(letters(SMALL))
    return figure


def _line(axes: Any, row: DomainRow, inks: Inks) -> None:
    days = [score.scored_on for score in row.scores]
    scores = [score.score for score in row.scores]
    for at in range(HIGHEST + 1):
        axes.axhline(at, color=inks.line, linewidth=0.8, zorder=0)
    axes.step(days, scores, where="post", color=inks.better, linewidth=2)
    axes.plot(days, scores, "o", color=inks.better_fill, markeredgecolor=inks.better, markersize=6,
              clip_on=False)  # fmt: skip
    for at, (day, score) in enumerate(zip(days, scores, strict=True)):
        # Where the line came down from above, the number has its room at the side.
        away = (9, -3) if at and scores[at - 1] > score else (0, 6)
        axes.annotate(str(score), (day, score), xytext=away, textcoords="offset points",
                      ha="center", color=inks.ink, font=letters(is_bold=True))  # fmt: skip
    axes.set_ylim(-0.35, HIGHEST + 0.85)
    axes.set_yticks([0, HIGHEST], ["0", str(HIGHEST)])
    axes.set_ylabel(_wrapped(shown(row.domain.value)), color=inks.ink, font=letters(SMALL),
                    rotation=0, ha="left", va="center", labelpad=130)  # fmt: skip
    clear(axes, inks, SMALL)


def _wrapped(words: str) -> str:
    from textwrap import fill

    return fill(words, WIDE)
