"""The chart of coming and going: starters up, leavers down, and why people left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import (
    LARGE,
    SMALL,
    USUAL,
    Inks,
    clear,
    cut,
    letters,
    say_nothing,
    sheet,
)
from pch_desktop.reports.workforce_flow_months import FlowMonth, ReasonRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_REASONS = 9


def coming_and_going(
    months: Sequence[FlowMonth], why: Sequence[ReasonRow], *, is_dark: bool = False
) -> Figure:
    """Draw starters up and leavers down by month, and the leavers by reason beside."""
    figure, inks = sheet(is_dark)
    if not any(row.started or row.left for row in months):
        say_nothing(figure.add_subplot(), inks)
        return figure
    if not why:
        _months(figure.add_subplot(), months, inks)
        return figure
    left, right = figure.subplots(1, 2, width_ratios=(1.9, 1))
    _months(left, months, inks)
    _reasons(right, why[:MOST_REASONS], inks)
    return figure


def _months(axes: Any, months: Sequence[FlowMonth], inks: Inks) -> None:
    places = list(range(len(months)))
    started, gone = [row.started for row in months], [row.left for row in months]
    axes.bar(places, started, width=0.62, color=inks.better_fill, edgecolor=inks.better,
             linewidth=1, label="Started, up")  # fmt: skip
    axes.bar(places, [-count for count in gone], width=0.62, color=inks.worse_pale,
             edgecolor=inks.worse, linewidth=1, hatch="///", label="Left, down")  # fmt: skip
    for at, (up, down) in enumerate(zip(started, gone, strict=True)):
        _number(axes, at, up, 3, inks.better)
        _number(axes, at, -down, -3, inks.worse)
    axes.axhline(0, color=inks.ink, linewidth=1.2)
    tall = max([*started, *gone, 1])
    axes.set_ylim(-tall * 1.45, tall * 1.25)
    axes.set_yticks([])
    axes.set_xticks(places, [_name(row, is_first=at == 0) for at, row in enumerate(months)])
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False,
                labelcolor=inks.ink, prop=letters(), borderaxespad=0, handlelength=1.1,
                columnspacing=1.4, handletextpad=0.5)  # fmt: skip
    clear(axes, inks, SMALL)


def _name(row: FlowMonth, *, is_first: bool) -> str:
    """Return a month, with its year under it where that begins: Nov 15, Dec, Jan 16."""
    has_year = is_first or row.month.month == 1
    return f"{row.month.first:%b}\n{row.month.first:%y}" if has_year else f"{row.month.first:%b}"


def _number(axes: Any, at: int, count: int, away: int, ink: str) -> None:
    if count:
        axes.annotate(f"{abs(count):,}", (at, count), xytext=(0, away), color=ink,
                      textcoords="offset points", ha="center", font=letters(is_bold=True),
                      va="bottom" if count > 0 else "top")  # fmt: skip


def _reasons(axes: Any, why: Sequence[ReasonRow], inks: Inks) -> None:
    places = range(len(why))
    counts = [row.heads for row in why]
    axes.barh(places, counts, height=0.58, color=inks.worse_pale, edgecolor=inks.worse,
              linewidth=1, hatch="///")  # fmt: skip
    for at, count in enumerate(counts):
        axes.annotate(f"{count:,}", (count, at), xytext=(4, 0), textcoords="offset points",
                      color=inks.ink, font=letters(USUAL, is_bold=True), va="center")  # fmt: skip
    axes.set_title("Why people left", loc="left", color=inks.ink,
                   font=letters(LARGE, is_bold=True))  # fmt: skip
    axes.set_yticks(places, [cut(row.reason, 24) for row in why])
    axes.set_xticks([])
    axes.set_xlim(0, max(counts) * 1.15)
    axes.set_ylim(max(len(why), 5) - 0.5, -0.6)
    clear(axes, inks)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)
