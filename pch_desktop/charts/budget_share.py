"""Charts of the gain and risk share: who would get what, and what chance alone does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import (
    LARGE,
    SMALL,
    Inks,
    clear,
    cut,
    letters,
    say_nothing,
    sheet,
)
from pch_desktop.domain.luck import CostMonth, Limits
from pch_desktop.reports.budget_share import GainRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

THOUSAND = 100_000
HATCH = "////"


def gain_figure(rows: Sequence[GainRow], is_dark: bool) -> Figure:
    """Draw who has which part of a year's gain or loss, largest first."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if not rows:
        say_nothing(axes, inks)
        return figure
    for at, row in enumerate(rows):
        _bar(axes, at, row, inks)
    longest = max(abs(row.amount) for row in rows) / THOUSAND
    axes.set_xlim(0, longest * 1.32)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xticks([])
    axes.set_yticks(range(len(rows)), [cut(row.name, 34) for row in rows])
    clear(axes, inks)
    axes.tick_params(axis="y", colors=inks.ink)
    return figure


def luck_figure(months: Sequence[CostMonth], found: Limits | None, is_dark: bool) -> Figure:
    """Draw the months' net cost with the limits in which chance alone keeps it."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if found is None:
        say_nothing(axes, inks)
        return figure
    heights = [month.cost_pence / THOUSAND for month in months]
    low, mean, high = (float(each) / THOUSAND for each in (found.lower, found.mean, found.upper))
    axes.axhspan(low, high, color=inks.better_pale, linewidth=0)
    axes.axhline(mean, color=inks.ink, linewidth=1.4)
    for limit in (low, high):
        axes.axhline(limit, color=inks.ink2, linewidth=1.2, dashes=(4, 3))
    axes.plot(range(len(heights)), heights, color=inks.ink2, linewidth=1.4, marker="o",
              markersize=5.5, markerfacecolor=inks.ground, markeredgewidth=1.6)  # fmt: skip
    outside = [(at, each) for at, each in enumerate(heights) if not low <= each <= high]
    for at, height in outside:
        axes.plot(at, height, marker="D", markersize=7.5, color=inks.worse)
        axes.annotate("outside", (at, height), (0, 8 if height > high else -16),
                      textcoords="offset points", ha="center", color=inks.worse,
                      font=letters(SMALL, is_bold=True))  # fmt: skip
    for height, words in ((low, "lower limit"), (mean, "mean"), (high, "upper limit")):
        axes.annotate(f"{words} {height:,.0f}", (1, height), (6, 0), va="center", color=inks.ink,
                      xycoords=("axes fraction", "data"), textcoords="offset points",
                      font=letters(SMALL))  # fmt: skip
    axes.margins(y=0.16)
    _months(axes, months)
    axes.yaxis.set_major_formatter(_thousands)
    axes.grid(axis="y", color=inks.line, linewidth=0.7)
    axes.set_axisbelow(True)
    clear(axes, inks, SMALL)
    return figure


def _bar(axes: Any, at: int, row: GainRow, inks: Inks) -> None:
    is_loss = row.amount < 0
    length = abs(row.amount) / THOUSAND
    axes.barh(at, length, 0.62, linewidth=1.2, hatch=HATCH if is_loss else "",
              color=_fill(row, inks),
              edgecolor=inks.worse if is_loss else inks.better)  # fmt: skip
    mark = "▼" if is_loss else "▲"
    words = f"{mark} {written(row.share, Kind.SHARE)}   {written(row.amount, Kind.MONEY)}"
    axes.annotate(words, (length, at), (6, 0), textcoords="offset points", va="center",
                  color=inks.ink, font=letters(LARGE, is_bold=True))  # fmt: skip


def _fill(row: GainRow, inks: Inks) -> str:
    """Return a bar's colour: hollow where it is no partner's."""
    if not row.is_partner:
        return inks.ground
    return inks.worse_fill if row.amount < 0 else inks.better_fill


def _months(axes: Any, months: Sequence[CostMonth]) -> None:
    step = -(-len(months) // 12)
    shown = list(enumerate(months))[::step]
    names = [f"{each.month.words[:3]} {each.month.year % 100:02d}" for _, each in shown]
    axes.set_xticks([at for at, _ in shown], names)
    axes.set_xlim(-0.5, len(months) - 0.5)


def _thousands(value: float, _at: float | None) -> str:
    return f"{value:,.0f}"
