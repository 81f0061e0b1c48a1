"""The initiatives over time: bars by workstream, milestones as diamonds, what is late hatched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.board_time import Line, last_baseline, lines_of, month_ticks, span_of
from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, cut, letters, say_nothing, sheet
from pch_desktop.domain.board_initiatives import Landing
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.board import InitiativeRow, MilestoneRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

THICK, THIN, UNDER = 0.4, 0.1, 0.32
"""How high a bar and the one of its first plan are, and how far under it that lies."""
NAME_LETTERS, NEXT_LETTERS = 32, 30


def gantt(rows: Sequence[InitiativeRow], on: date, *, is_dark: bool = False) -> Figure:
    """Draw initiatives with their milestones, as they stand on a day."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    lines = lines_of(rows)
    if not lines:
        say_nothing(axes, inks)
        return figure
    for at, line in enumerate(lines):
        if line.row is not None:
            _bar(axes, line.row, at, inks)
            for stone in line.row.milestones:
                _stone(axes, stone, at, inks)
            _following(axes, line.row, at, inks)
    first, last = span_of(lines, on)
    _today(axes, on, inks)
    _finish(axes, lines, (first, last), inks)
    _legend(axes, inks)
    return figure


def _bar(axes: Any, row: InitiativeRow, at: int, inks: Inks) -> None:
    if row.starts_on is None or row.ends_on is None:
        return
    start = row.starts_on.toordinal()
    fill, edge, hatch = inks.better_pale, inks.better, ""
    if row.late:
        fill, edge, hatch = inks.worse_pale, inks.worse, "////"
    elif not row.is_running:
        fill, edge = inks.faint, inks.ink2
    axes.barh(at, row.ends_on.toordinal() - start + 1, left=start, height=THICK, color=fill,
              edgecolor=edge, linewidth=1, hatch=hatch)  # fmt: skip
    planned = last_baseline(row)
    if planned is not None:
        axes.barh(at + UNDER, planned.toordinal() - start + 1, left=start, height=THIN,
                  color=inks.ink2, linewidth=0)  # fmt: skip


def _stone(axes: Any, stone: MilestoneRow, at: int, inks: Inks) -> None:
    day = stone.days.done if stone.is_done else stone.days.planned
    if day is None:
        return
    fills = {Landing.DONE: inks.ink, Landing.DONE_LATE: inks.ink, Landing.LATE: inks.worse_fill}
    axes.plot(day.toordinal(), at, "D", markersize=9, color=fills.get(stone.landing, inks.ground),
              markeredgecolor=inks.ink, markeredgewidth=1.3, zorder=4)  # fmt: skip


def _following(axes: Any, row: InitiativeRow, at: int, inks: Inks) -> None:
    """Name what is to be done next, and by when, behind the bar."""
    stone, ends = row.next_milestone, row.ends_on
    if stone is None or ends is None:
        return
    is_late = stone.landing is Landing.LATE
    day = written(stone.days.planned, Kind.DATE)
    words = f"{'▲ Late' if is_late else 'Next'}: {cut(stone.name, NEXT_LETTERS)}, {day}"
    axes.annotate(words, (ends.toordinal() + 1, at), xytext=(10, 0), textcoords="offset points",
                  color=inks.worse if is_late else inks.ink2, font=letters(SMALL),
                  va="center")  # fmt: skip


def _today(axes: Any, on: date, inks: Inks) -> None:
    at = on.toordinal() + 1
    axes.axvline(at, color=inks.ink, linewidth=1.2, dashes=(4, 3), zorder=1)
    axes.annotate(written(on, Kind.DATE), (at, 1), xycoords=("data", "axes fraction"),
                  xytext=(4, -4), textcoords="offset points", color=inks.ink,
                  font=letters(SMALL), va="top")  # fmt: skip


def _finish(axes: Any, lines: Sequence[Line], span: tuple[date, date], inks: Inks) -> None:
    first, last = (day.toordinal() for day in span)
    axes.set_xlim(first, last + (last - first) * 0.34)
    axes.set_ylim(len(lines) - 0.4, -0.7)
    ticks = month_ticks(*span)
    axes.set_xticks([day.toordinal() for day in ticks], [f"{day:%b %y}" for day in ticks])
    axes.grid(axis="x", color=inks.line, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_yticks(range(len(lines)), [cut(line.name, NAME_LETTERS) for line in lines])
    clear(axes, inks)
    for tick, line in zip(axes.get_yticklabels(), lines, strict=True):
        tick.set_color(inks.ink)
        tick.set_font(letters(USUAL, is_bold=line.row is None))


def _legend(axes: Any, inks: Inks) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    def diamond(fill: str, name: str) -> Line2D:
        return Line2D([], [], marker="D", color=fill, linestyle="none", markersize=7,
                      markeredgecolor=inks.ink, label=name)  # fmt: skip

    marks = [
        Patch(facecolor=inks.better_pale, edgecolor=inks.better, label="Running"),
        Patch(facecolor=inks.worse_pale, edgecolor=inks.worse, hatch="////", label="Late"),
        Patch(color=inks.ink2, label="As first planned"),
        diamond(inks.ink, "Milestone done"),
        diamond(inks.ground, "To come"),
        diamond(inks.worse_fill, "Overdue"),
    ]
    axes.legend(handles=marks, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=6, frameon=False,
                labelcolor=inks.ink, prop=letters(SMALL), borderaxespad=0, handlelength=1.3,
                handleheight=0.8, handletextpad=0.4, columnspacing=1.3)  # fmt: skip
