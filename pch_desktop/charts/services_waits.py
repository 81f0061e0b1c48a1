"""How waits are spread: the share seen by so many days, and people by band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import LARGE, Inks, clear, letters, say_nothing, sheet
from pch_desktop.domain.services_waits import FOUR_WEEKS, TWO_WEEKS
from pch_desktop.reports.service_wait_spread import SpreadRow, curve, spread
from pch_desktop.reports.service_waits import percentile_words, waited
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.services import WaitRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LEAST_DAYS = 32


def wait_spread(row: WaitRow | None, *, is_dark: bool) -> Figure:
    """Draw the share seen by so many days, with the median, the 92nd percentile and the weeks."""
    figure, inks = sheet(is_dark)
    points = curve(row) if row is not None else []
    if row is None or not points:
        say_nothing(figure.add_subplot(), inks)
        return figure
    left, right = figure.subplots(1, 2, width_ratios=(1.9, 1))
    _curve(left, inks, row, points)
    _bands(right, inks, spread(row))
    return figure


def _curve(axes: Any, inks: Inks, row: WaitRow, points: Sequence[tuple[float, float]]) -> None:
    days, shares = zip(*points, strict=True)
    style = "steps-post" if row.is_days else "default"
    axes.plot(days, shares, color=inks.better, linewidth=2.2, drawstyle=style)
    reach = max(LEAST_DAYS, days[-1] * 1.04)
    for limit, found in ((TWO_WEEKS, waited(row).two_weeks), (FOUR_WEEKS, waited(row).four_weeks)):
        axes.axvline(limit, color=inks.ink2, linewidth=1, dashes=(4, 3))
        if found is not None:
            words = f"{limit} days: {written(found.share, Kind.SHARE)}"
            axes.annotate(words, (limit, 1.02), color=inks.ink2, font=letters(),
                          ha="right" if limit == TWO_WEEKS else "left",
                          annotation_clip=False)  # fmt: skip
    _percentiles(axes, inks, row, reach)
    axes.set_xlim(0, reach)
    axes.set_ylim(0, 1.0)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    axes.set_xlabel("Days from referral received to first contact", color=inks.ink2,
                    font=letters())  # fmt: skip
    axes.set_title("Seen by then, of all people", loc="left", color=inks.ink, pad=24,
                   font=letters(LARGE, is_bold=True))  # fmt: skip
    clear(axes, inks)


def _percentiles(axes: Any, inks: Inks, row: WaitRow, reach: float) -> None:
    told = waited(row)
    for name, share, found in (("Median", 0.5, told.median), ("92nd", 0.92, told.ninety_second)):
        words = f"{name}: {percentile_words(found)}"
        if found.days is None:
            axes.annotate(words, (reach, share), xytext=(-4, -14), textcoords="offset points",
                          color=inks.worse, font=letters(is_bold=True), ha="right")  # fmt: skip
            continue
        days = float(found.days)
        axes.plot([days], [share], marker="o", markersize=8, color=inks.ground,
                  markeredgecolor=inks.better, markeredgewidth=2)  # fmt: skip
        is_late = days > reach * 0.7
        axes.annotate(words, (days, share), xytext=(-10, 6) if is_late else (10, -14),
                      textcoords="offset points", color=inks.ink, font=letters(is_bold=True),
                      ha="right" if is_late else "left")  # fmt: skip


def _bands(axes: Any, inks: Inks, rows: Sequence[SpreadRow]) -> None:
    counts = [row.people for row in rows]
    axes.barh(range(len(rows)), counts, height=0.66, color=inks.better_fill,
              edgecolor=inks.better, linewidth=0.8)  # fmt: skip
    longest = max([*counts, 1])
    for at, row in enumerate(rows):
        axes.text(row.people + longest * 0.02, at, f"{row.people:,}", color=inks.ink,
                  font=letters(), va="center")  # fmt: skip
    axes.set_yticks(range(len(rows)), [row.name for row in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(0, longest * 1.18)
    axes.set_xticks([])
    axes.set_title("People by days waited", loc="left", color=inks.ink, pad=24,
                   font=letters(LARGE, is_bold=True))  # fmt: skip
    clear(axes, inks)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)
