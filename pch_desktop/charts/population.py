"""Charts of the population: ages, lists over time, and need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.reports.ages import OLD, AgeRow, share_from
from pch_desktop.reports.lists import ListDayRow
from pch_desktop.reports.population import NeedRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LONGEST_TEXT = 400
"""How long a text for those who do not see the chart may be."""


def pyramid(rows: Sequence[AgeRow], *, is_dark: bool = False) -> Figure:
    """Draw people by age, men to the left and women to the right on one scale."""
    figure, inks = sheet(is_dark)
    if not rows:
        return _empty(figure, inks)
    both: Any = figure.subplots(1, 2, sharey=True)
    men, women = both
    longest = max(max(row.men, row.women) for row in rows) * 1.16
    for axes, side, name, colour in (
        (men, [row.men for row in rows], "Men", inks.better_fill),
        (women, [row.women for row in rows], "Women", inks.better),
    ):
        axes.barh(range(len(rows)), side, height=0.82, color=colour, edgecolor=inks.better)
        for at, people in enumerate(side):
            axes.annotate(
                f"{people:,}",
                (people, at),
                (4 if name == "Women" else -4, 0),
                textcoords="offset points",
                va="center",
                ha="left" if name == "Women" else "right",
                color=inks.ink2,
                font=letters(8),
            )
        axes.set_title(name, color=inks.ink, font=letters(USUAL, is_bold=True))
        axes.set_xlim((longest, 0) if name == "Men" else (0, longest))
        axes.set_yticks(range(len(rows)), [row.words for row in rows])
        axes.set_xticks([])
        clear(axes, inks)
    _mark_old(women, rows, inks)
    return figure


def _mark_old(axes: Any, rows: Sequence[AgeRow], inks: Inks) -> None:
    places = [at for at, row in enumerate(rows) if row.age_from >= OLD]
    share = share_from(rows, OLD)
    if not places or share is None:
        return
    axes.axhline(places[0] - 0.5, color=inks.worse, linewidth=1, linestyle=(0, (4, 2)))
    axes.annotate(
        f"65 and over: {written(share, Kind.SHARE)}",
        (1, places[0] + 1),
        (-4, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        ha="right",
        va="center",
        color=inks.worse,
        font=letters(USUAL, is_bold=True),
    )


def over_time(rows: Sequence[ListDayRow], *, is_dark: bool = False) -> Figure:
    """Draw the lists over time; a list transfer is a step in orange, never a slope."""
    figure, inks = sheet(is_dark)
    if not rows:
        return _empty(figure, inks)
    axes: Any = figure.add_subplot()
    for before, after in pairwise(rows):
        bridge = after.people - after.moved
        axes.plot([before.day, after.day], [before.people, bridge], color=inks.better, linewidth=2)
        if after.moved:
            axes.plot(
                [after.day] * 2, [bridge, after.people], color=inks.worse, linewidth=2.4,
                linestyle=(0, (2, 1)),
            )  # fmt: skip
            axes.annotate(
                f"{abs(after.moved):,} {'came' if after.moved > 0 else 'went'} by list transfer",
                (after.day, bridge + after.moved / 2), (8, -4), textcoords="offset points",
                color=inks.worse, font=letters(SMALL, is_bold=True),
            )  # fmt: skip
    days, people = [row.day for row in rows], [row.people for row in rows]
    axes.plot(
        days, people, "o", color=inks.better, markerfacecolor=inks.ground, markersize=6,
        markeredgewidth=1.8,
    )  # fmt: skip
    for row in (rows[0], rows[-1]):
        axes.annotate(
            f"{row.people:,}", (row.day, row.people), (0, 10), textcoords="offset points",
            ha="center", color=inks.ink, font=letters(USUAL, is_bold=True),
        )  # fmt: skip
    axes.margins(x=0.06, y=0.18)
    axes.set_xticks(days, [f"{day:%b}\n{day.year}" for day in days])
    clear(axes, inks)
    _rules(axes, inks, "y")
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set_xlabel("The scale does not begin at nought.", color=inks.ink2, font=letters(SMALL),
                    loc="left")  # fmt: skip
    return figure


def need_bars(rows: Sequence[NeedRow], *, is_dark: bool = False) -> Figure:
    """Draw need against England as bars from 1, and against the board as diamonds."""
    figure, inks = sheet(is_dark)
    known = [row for row in rows if row.england_index is not None]
    if not known:
        return _empty(figure, inks)
    axes: Any = figure.add_subplot()
    places = range(len(known))
    england = [float(row.england_index or 1) for row in known]
    axes.barh(
        places, [index - 1 for index in england], left=1, height=0.58, color=inks.better_fill,
        edgecolor=inks.better,
    )  # fmt: skip
    boards = [(at, float(row.board_index)) for at, row in enumerate(known) if row.board_index]
    if boards:
        axes.plot(
            [index for _, index in boards], [at for at, _ in boards], "D", color=inks.worse,
            markersize=6,
        )  # fmt: skip
    for at, row in enumerate(known):
        said = written(row.england_index, Kind.INDEX)
        if row.board_index is not None:
            said += f"   {written(row.board_index, Kind.INDEX)} against {row.board}"
        axes.annotate(
            said, (max([england[at], 1.0, *(index for each, index in boards if each == at)]), at),
            (8, 0), textcoords="offset points", va="center", color=inks.ink, font=letters(SMALL),
        )  # fmt: skip
    axes.axvline(1, color=inks.ink, linewidth=1)
    axes.set_yticks(places, [row.weighting for row in known])
    axes.invert_yaxis()
    axes.margins(x=0.25)
    clear(axes, inks)
    _rules(axes, inks, "x")
    key = "Weighted people for each registered one. 1 is England"
    key += "; diamonds are against the board." if boards else "."
    axes.set_xlabel(key, color=inks.ink2, font=letters(SMALL))
    return figure


def _empty(figure: Figure, inks: Inks) -> Figure:
    say_nothing(figure.add_subplot(), inks)
    return figure


def _rules(axes: Any, inks: Inks, way: str) -> None:
    axes.set_axisbelow(True)
    axes.grid(visible=True, axis=way, color=inks.line, linewidth=0.7)


def ages_in_words(finding: str, rows: Sequence[AgeRow]) -> str:
    """Return the pyramid for those who do not see it."""
    numbers = "; ".join(f"{row.words} {row.people:,}" for row in rows)
    return f"Pyramid of people by age and sex. {finding} {numbers}."[:LONGEST_TEXT]


def lists_in_words(finding: str, rows: Sequence[ListDayRow]) -> str:
    """Return the lists over time for those who do not see the chart."""
    numbers = "; ".join(f"{written(row.day, Kind.DATE)} {row.people:,}" for row in rows)
    return f"Line of people registered, day by day. {finding} {numbers}."[:LONGEST_TEXT]


def need_in_words(finding: str, rows: Sequence[NeedRow]) -> str:
    """Return the bars of need for those who do not see them."""
    numbers = "; ".join(f"{row.weighting} {written(row.england_index, Kind.INDEX)}" for row in rows)
    return f"Bars of need against England. {finding} {numbers}."[:LONGEST_TEXT]
