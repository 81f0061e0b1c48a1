"""The control chart (XmR) of any monthly series: what is chance, and what has really changed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.paper import SMALL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.charts.xmr_marks import LOOKS, draw_icons, draw_labels, target_ink
from pch_desktop.domain.spc_points import Point
from pch_desktop.domain.spc_verdict import Change
from pch_desktop.reports import xmr_words as words
from pch_desktop.reports.xmr import MonthSeries, XmrRow, known, xmr_rows

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_NAMES = 13
"""How many months are named along the foot."""


def xmr_chart(series: MonthSeries, where: str, source: str) -> FullChart:
    """Return the control chart of a series; ``where`` is unit, place and period."""
    rows = xmr_rows(series)
    return FullChart(
        words.xmr_finding(series, rows),
        f"{where} {series.better.capitalize()}.",
        fitting(words.xmr_alt_text(series, rows)),
        words.xmr_columns(series),
        rows,
        lambda is_dark: xmr_figure(series, rows, is_dark=is_dark),
        f"{source} {words.xmr_source(series, rows)}",
    )


def xmr_figure(series: MonthSeries, rows: list[XmrRow], *, is_dark: bool) -> Figure:
    """Draw points, mean and limits, what is no chance in its colour and shape, and the verdict."""
    figure, inks = sheet(is_dark)
    told = known(rows)
    if not told:
        say_nothing(figure.add_subplot(), inks)
        return figure
    left, right = figure.subplots(1, 2, width_ratios=(7.4, 1))
    _limits(left, told, inks)
    _points(left, told, inks)
    _rebased(left, series, told, inks)
    if series.target is not None:
        left.axhline(float(series.target), color=target_ink(inks), linewidth=2, linestyle=":")
    _frame(left, series, rows, inks)
    draw_labels(left, series, told[-1][1].limits, inks)
    draw_icons(right, series, told[-1][0], inks)
    return figure


def _limits(axes: Any, told: Sequence[tuple[XmrRow, Point]], inks: Inks) -> None:
    starts = [at for at, (_, point) in enumerate(told) if point.begins]
    for start, end in zip(starts, [*starts[1:], len(told)], strict=True):
        found = told[start][1].limits
        across = (told[start][0].id - 0.5, told[end - 1][0].id + 0.5)
        low, mean, high = (float(each) for each in (found.lower, found.mean, found.upper))
        axes.fill_between(across, low, high, color=inks.faint, linewidth=0, zorder=0)
        axes.plot(across, (mean, mean), color=inks.ink, linewidth=1.8)
        for limit in (low, high):
            axes.plot(across, (limit, limit), color=inks.ink2, linewidth=1.4, dashes=(6, 4))


def _points(axes: Any, told: Sequence[tuple[XmrRow, Point]], inks: Inks) -> None:
    axes.plot([row.id for row, _ in told], [float(point.value) for _, point in told],
              color=inks.ink2, linewidth=1.8, zorder=2)  # fmt: skip
    for change in Change:
        found = [(row.id, float(point.value)) for row, point in told
                 if row.variation is not None and row.variation.change is change]  # fmt: skip
        if found:
            look = LOOKS[change]
            axes.plot(*zip(*found, strict=True), linestyle="none", marker=look.shape,
                      markersize=look.size, color=look.fill, zorder=3, gid=change.value,
                      markeredgecolor=inks.ink2 if change is Change.COMMON else inks.ink,
                      markeredgewidth=1)  # fmt: skip


def _rebased(
    axes: Any, series: MonthSeries, told: Sequence[tuple[XmrRow, Point]], inks: Inks
) -> None:
    """Draw where new limits begin, and say why beside it."""
    for month, reason in series.rebased.items():
        at = next((row.id for row, _ in told if row.month >= month), None)
        if at is not None:
            axes.axvline(at - 0.5, color=inks.ink2, linewidth=1, dashes=(2, 2))
            axes.annotate(reason, (at - 0.5, 1), (4, -2), xycoords=("data", "axes fraction"),
                          textcoords="offset points", va="top", color=inks.ink2,
                          font=letters(SMALL))  # fmt: skip


def _frame(axes: Any, series: MonthSeries, rows: Sequence[XmrRow], inks: Inks) -> None:
    step = -(-len(rows) // MOST_NAMES)
    shown = [row for row in rows if (len(rows) - row.id) % step == 0]
    axes.set_xticks([row.id for row in shown], [f"{row.month.first:%b %y}" for row in shown])
    axes.set_xlim(0.4, len(rows) + 0.6)
    axes.margins(y=0.1)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=inks.line, linewidth=0.7)

    def words_of(value: float, _at: int | None) -> str:
        return series.words(Decimal(str(value)))

    axes.yaxis.set_major_formatter(words_of)
    clear(axes, inks, SMALL)
