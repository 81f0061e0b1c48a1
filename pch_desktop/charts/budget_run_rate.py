"""The run rate: what each month cost from its budget on, and what each month left may cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.reports.budget_run_rate import RunRateRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

THOUSAND = 100_000
HATCH = "////"
"""What costs more is hatched, so that it is told without its colour too."""
MONTH_LETTERS = 3


def run_rate_figure(rows: Sequence[RunRateRow], is_dark: bool) -> Figure:
    """Draw each month from its budget on, and the level at which the year would break even."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if not rows:
        say_nothing(axes, inks)
        return figure
    draw_months(axes, rows, inks, MONTH_LETTERS)
    _name_budget(axes, rows, inks)
    return figure


def draw_months(axes: Any, rows: Sequence[RunRateRow], inks: Inks, letters_of_month: int) -> None:
    """Draw the months, the line of their budget, and the level to break even."""
    places = range(len(rows))
    budgets = [(row.budget or 0) / THOUSAND for row in rows]
    axes.step([-0.5, *(at + 0.5 for at in places)], [budgets[0], *budgets], where="pre",
              color=inks.ink, linewidth=1.5)  # fmt: skip
    heights: list[float] = [*budgets]
    for at, row in enumerate(rows):
        if row.actual is not None and row.budget is not None:
            heights.append(row.actual / THOUSAND)
            _month_bar(axes, at, row, inks)
    heights += _break_even(axes, rows, inks)
    low, high = min(heights), max(heights)
    room = (high - low) * 0.14 or 1
    axes.set_ylim(low - room, high + room)
    axes.set_xlim(-0.6, len(rows) - 0.4)
    axes.set_xticks(places, [row.month.words[:letters_of_month] for row in rows])
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.yaxis.set_major_formatter(_thousands)
    clear(axes, inks, SMALL)


def _month_bar(axes: Any, at: int, row: RunRateRow, inks: Inks) -> None:
    budget, spent = (row.budget or 0) / THOUSAND, (row.actual or 0) / THOUSAND
    is_over = row.is_over
    axes.bar(at, spent - budget, 0.66, bottom=budget, hatch=HATCH if is_over else "",
             color=inks.worse_fill if is_over else inks.better_fill,
             edgecolor=inks.worse if is_over else inks.better, linewidth=1.2)  # fmt: skip
    axes.annotate(f"{spent:,.0f}", (at, spent), (0, 3 if is_over else -3),
                  textcoords="offset points", ha="center", va="bottom" if is_over else "top",
                  color=inks.worse if is_over else inks.better,
                  font=letters(8, is_bold=True))  # fmt: skip


def _break_even(axes: Any, rows: Sequence[RunRateRow], inks: Inks) -> list[float]:
    """Draw what each month left may cost for the year to end on budget; return how high it is."""
    left = [(at, row.break_even) for at, row in enumerate(rows) if row.break_even is not None]
    if not left:
        return []
    each = left[0][1] / THOUSAND
    axes.plot([left[0][0] - 0.4, len(rows) - 0.6], [each, each], color=inks.better, linewidth=2,
              dashes=(4, 2.5))  # fmt: skip
    axes.annotate(f"to break even: {each:,.0f} a month", (len(rows) - 0.6, each), (0, 6),
                  textcoords="offset points", ha="right", color=inks.better,
                  font=letters(SMALL, is_bold=True))  # fmt: skip
    return [each]


def _name_budget(axes: Any, rows: Sequence[RunRateRow], inks: Inks) -> None:
    """Say at the line's end what it is, and above the months how to read them."""
    last = rows[-1].budget
    if last is not None:
        axes.annotate(f"budget {last / THOUSAND:,.0f}", (len(rows) - 0.6, last / THOUSAND), (0, -6),
                      textcoords="offset points", ha="right", va="top", color=inks.ink,
                      font=letters(SMALL))  # fmt: skip
    name_ways(axes, inks, ("▼ below its budget", "▲ hatched: above"))


def name_ways(axes: Any, inks: Inks, words: tuple[str, str]) -> None:
    """Say above a chart what is better, at its left, and what is worse, at its right."""
    better, worse = words
    for told, across, side, ink in (
        (better, 0.0, "left", inks.better),
        (worse, 1.0, "right", inks.worse),
    ):
        axes.annotate(told, (across, 1), (0, 8), xycoords="axes fraction", va="bottom", ha=side,
                      textcoords="offset points", color=ink,
                      font=letters(USUAL, is_bold=True))  # fmt: skip


def _thousands(value: float, _at: int | None) -> str:
    return f"{value:,.0f}"
