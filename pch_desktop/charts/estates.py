"""Charts of the estates: how far the rooms are booked and used, hour by hour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import Inks, clear, letters, say_nothing, sheet
from pch_desktop.domain.estates_use import HOUR
from pch_desktop.reports.estates_use import HourRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDE, NARROW = 0.8, 0.5
"""How broad the bars are, of the hour's place."""


def by_hour(rows: Sequence[HourRow], *, is_dark: bool = False) -> Figure:
    """Draw the open, booked and used hours of each hour of the day, one before the other."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if not any(row.use.open_minutes or row.use.booked_minutes for row in rows):
        say_nothing(axes, inks)
        return figure
    _bars(axes, "Open", [row.use.open_minutes for row in rows], WIDE,
          {"facecolor": inks.faint, "edgecolor": inks.ink2, "linewidth": 0.8})  # fmt: skip
    _bars(axes, "Booked", [row.use.booked_minutes for row in rows], WIDE,
          {"facecolor": inks.better_fill, "edgecolor": inks.better})  # fmt: skip
    _bars(axes, "Used", [row.use.used_minutes for row in rows], NARROW,
          {"facecolor": inks.whole, "edgecolor": inks.whole})  # fmt: skip
    _dress(axes, rows, inks)
    return figure


def _bars(
    axes: Any, name: str, minutes: Sequence[int | None], width: float, look: dict[str, Any]
) -> None:
    heights = [(each or 0) / HOUR for each in minutes]
    axes.bar(range(len(heights)), heights, width, label=name, **look)


def _dress(axes: Any, rows: Sequence[HourRow], inks: Inks) -> None:
    axes.set_xticks(range(len(rows)), [row.hours[:5] for row in rows])
    axes.yaxis.grid(visible=True, color=inks.line, linewidth=0.7)
    axes.set_axisbelow(True)
    axes.set_ylabel("Hours in the month, all rooms", color=inks.ink2, font=letters())
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False,
                labelcolor=inks.ink, prop=letters(), borderaxespad=0)  # fmt: skip
    clear(axes, inks)
