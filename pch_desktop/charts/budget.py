"""Charts of the shadow budget: where the money is going, and what takes it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.budget_run_rate import HATCH, THOUSAND, draw_months, name_ways
from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.domain.money import whole
from pch_desktop.reports.budget_bridge import Part, Step, budget_of
from pch_desktop.reports.budget_path import PathRow
from pch_desktop.reports.budget_run_rate import RunRateRow, run_rate
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import bracketed, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def path_figure(rows: Sequence[PathRow], is_dark: bool) -> Figure:
    """Draw the variance so far with its forecast, and beside it each month against its budget."""
    figure, inks = sheet(is_dark)
    left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
    if not rows:
        say_nothing(left, inks)
        say_nothing(right, inks)
        return figure
    _path(left, rows, inks)
    _months(right, run_rate(rows), inks)
    return figure


def bridge_figure(steps: Sequence[Step], is_dark: bool) -> Figure:
    """Draw the steps from the budget to the forecast outturn."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if steps:
        _bridge(axes, steps, inks)
    else:
        say_nothing(axes, inks)
    return figure


# The variance so far


def _path(axes: Any, rows: Sequence[PathRow], inks: Inks) -> None:
    axes.set_title("Variance from budget so far, £000", loc="left", color=inks.ink,
                   font=letters(10, is_bold=True), pad=14)  # fmt: skip
    _band(axes, rows, inks)
    ahead = [(at, row.forecast) for at, row in enumerate(rows) if row.forecast is not None]
    if ahead:
        axes.plot(*_line(ahead), color=inks.better, linewidth=2, dashes=(4, 2.5))
    so_far = _so_far(rows)
    if so_far:
        axes.plot(*_line(so_far), color=inks.better, linewidth=2.4, marker="o", markersize=6.5,
                  markerfacecolor=inks.ground, markeredgewidth=2)  # fmt: skip
    axes.axhline(0, color=inks.ink, linewidth=1.4)
    _path_words(axes, rows, inks)
    axes.set_xticks(range(len(rows)), [row.month.words[:3] for row in rows])
    axes.set_xlim(-0.4, len(rows) + 0.9)
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.yaxis.set_major_formatter(_adverse_in_brackets)
    clear(axes, inks, SMALL)


def _band(axes: Any, rows: Sequence[PathRow], inks: Inks) -> None:
    reached = [
        (at, row.worst / THOUSAND, row.best / THOUSAND)
        for at, row in enumerate(rows)
        if row.worst is not None and row.best is not None
    ]
    if reached:
        places, worst, best = zip(*reached, strict=True)
        axes.fill_between(places, worst, best, color=inks.better_pale, linewidth=0)


def _so_far(rows: Sequence[PathRow]) -> list[tuple[int, int]]:
    return [(at, row.date_variance) for at, row in enumerate(rows) if row.date_variance is not None]


def _line(points: Sequence[tuple[int, int]]) -> tuple[list[int], list[float]]:
    return [at for at, _ in points], [pence / THOUSAND for _, pence in points]


def _path_words(axes: Any, rows: Sequence[PathRow], inks: Inks) -> None:
    known = [
        (at, row.date_variance) for at, row in enumerate(rows) if row.date_variance is not None
    ]
    if known:
        at, pence = known[-1]
        axes.annotate(_k(pence), (at, pence / THOUSAND), (0, 11), textcoords="offset points",
                      ha="center", color=inks.better,
                      font=letters(USUAL, is_bold=True))  # fmt: skip
        if at < len(rows) - 1:
            axes.axvline(at + 0.5, color=inks.ink2, linewidth=0.9, dashes=(3, 3))
            for words, shift, side in (("actual", -4, "right"), ("forecast", 4, "left")):
                axes.annotate(words, (at + 0.5, 1), (shift, 2), xycoords=("data", "axes fraction"),
                              textcoords="offset points", ha=side, va="bottom", color=inks.ink2,
                              font=letters(SMALL))  # fmt: skip
    if rows and rows[-1].forecast is not None:
        _path_ends(axes, rows[-1], len(rows) - 1, inks)


def _path_ends(axes: Any, last: PathRow, at: int, inks: Inks) -> None:
    ends = [(last.forecast or 0, "forecast", inks.ink, True)]
    if last.worst != last.best:
        ends.append((last.worst or 0, "at worst", inks.worse, False))
        ends.append((last.best or 0, "at best", inks.better, False))
    low, high = axes.get_ylim()
    gap = (high - low) * 0.055
    placed: list[float] = []
    for pence, words, ink, is_bold in ends:
        height = pence / THOUSAND
        while any(abs(height - taken) < gap for taken in placed):
            height += gap * 0.25 if pence >= ends[0][0] else -gap * 0.25
        placed.append(height)
        axes.annotate(f"{_k(pence)} {words}", (at, height), (6, 0), textcoords="offset points",
                      va="center", color=ink, font=letters(SMALL, is_bold=is_bold),
                      annotation_clip=False,
                      bbox={"facecolor": inks.ground, "edgecolor": "none", "pad": 1.2})  # fmt: skip


# Each month against its budget


def _months(axes: Any, rows: Sequence[RunRateRow], inks: Inks) -> None:
    axes.set_title("Each month against its budget, £000", loc="left", color=inks.ink,
                   font=letters(10, is_bold=True), pad=14)  # fmt: skip
    draw_months(axes, rows, inks, 1)


# The bridge


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the axis is cut, so that the changes can be seen beside the whole."""

    low: float
    high: float


def _bridge(axes: Any, steps: Sequence[Step], inks: Inks) -> None:
    scale = _cut(steps)
    for at, step in enumerate(steps):
        if step.is_whole:
            _whole(axes, at, step, scale, inks)
        else:
            _change(axes, at, step, scale, inks)
        if at + 1 < len(steps):
            height = step.reached / THOUSAND
            axes.plot([at + 0.33, at + 0.67], [height, height], color=inks.ink2, linewidth=1)
    axes.axhline(budget_of(steps) / THOUSAND, color=inks.ink2, linewidth=1, dashes=(4, 3), zorder=0)
    axes.set_ylim(scale.low, scale.high)
    axes.set_xlim(-0.6, len(steps) - 0.4)
    axes.set_xticks(range(len(steps)), [_wrapped(step.name) for step in steps])
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.yaxis.set_major_formatter(_pounds)
    name_ways(axes, inks, ("▼ costs less than budget", "▲ hatched: costs more"))
    if scale.low > 0:
        axes.annotate(f"The whole bars are cut: the axis starts at £{scale.low:,.0f}k.", (0, 0),
                      (0, -46), xycoords="axes fraction", textcoords="offset points", va="top",
                      color=inks.ink2, font=letters(SMALL))  # fmt: skip
    clear(axes, inks, SMALL)


def _cut(steps: Sequence[Step]) -> _Scale:
    heights = [step.reached / THOUSAND for step in steps]
    low, high = min(heights), max(heights)
    reach = (high - low) or abs(high) * 0.1 or 1
    start = low - reach * 0.35
    return _Scale(0 if 0 < low < reach * 2 else start, high + reach * 0.16)


def _whole(axes: Any, at: int, step: Step, scale: _Scale, inks: Inks) -> None:
    height = step.reached / THOUSAND
    is_before = step.part is Part.BEFORE
    axes.bar(at, height - scale.low, 0.66, bottom=scale.low, linewidth=1.8, edgecolor=inks.whole,
             color=inks.ground if is_before else inks.whole)  # fmt: skip
    axes.annotate(f"£{written(step.reached, Kind.THOUSANDS)}k", (at, height), (0, 4),
                  textcoords="offset points", ha="center", color=inks.ink,
                  font=letters(USUAL, is_bold=True))  # fmt: skip
    if not is_before and scale.low > 0:
        middle = scale.low + (scale.high - scale.low) * 0.045
        slope = (scale.high - scale.low) * 0.008
        axes.plot([at - 0.4, at + 0.4], [middle - slope, middle + slope], color=inks.ground,
                  linewidth=4, solid_capstyle="butt")  # fmt: skip


def _change(axes: Any, at: int, step: Step, scale: _Scale, inks: Inks) -> None:
    look = _look(step, inks)
    before, after = step.before / THOUSAND, step.reached / THOUSAND
    bottom = max(min(before, after), scale.low)
    axes.bar(at, max(before, after) - bottom, 0.66, bottom=bottom, linewidth=1.2,
             edgecolor=look.edge, color=look.fill, hatch=look.hatch)  # fmt: skip
    axes.annotate(f"{look.mark}{whole(abs(step.added), 1000):,}", (at, max(before, after)), (0, 4),
                  textcoords="offset points", ha="center", color=look.edge,
                  font=letters(9, is_bold=True))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Look:
    """How a change is drawn: told by its mark and its hatching as well as by its colour."""

    fill: str
    edge: str
    mark: str
    hatch: str = ""


def _look(step: Step, inks: Inks) -> _Look:
    """Return grey for budget that was moved, orange for what costs more, blue for less."""
    if step.variance is None:
        return _Look(inks.line, inks.ink2, "+" if step.added > 0 else "−")
    if step.variance < 0:
        return _Look(inks.worse_fill, inks.worse, "▲ +", HATCH)
    return _Look(inks.better_fill, inks.better, "▼ −")


def _wrapped(name: str, most: int = 12) -> str:
    """Return a name on up to three lines."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most and len(lines) < 3:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    lines[-1] = lines[-1] if len(lines[-1]) <= most + 4 else f"{lines[-1][: most + 2]}…"
    return "\n".join(lines)


def _k(pence: int) -> str:
    words = written(pence, Kind.THOUSANDS)
    return f"+{words}" if pence > 0 else words


def _adverse_in_brackets(value: float, _at: int | None) -> str:
    return bracketed(round(value))


def _pounds(value: float, _at: int | None) -> str:
    return f"£{value:,.0f}k"
