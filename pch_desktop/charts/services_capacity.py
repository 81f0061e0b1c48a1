"""Capacity against demand: contacts needed beside appointments, and weeks to clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import (
    LARGE,
    Inks,
    cut,
    letters,
    list_names,
    say_nothing,
    sheet,
)
from pch_desktop.reports.service_clearing import GROWING, ClearingRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BARS = 12


def drawn(rows: Sequence[ClearingRow]) -> list[ClearingRow]:
    """Return the services of which something can be drawn, what is short on top."""
    known = [row for row in rows if row.gap is not None or row.pace is not None]
    return sorted(known, key=lambda row: (row.gap is None, -(row.gap or 0), row.name))[:MOST_BARS]


def capacity(rows: Sequence[ClearingRow], *, is_dark: bool) -> Figure:
    """Draw contacts needed beside appointments there were, and how long until nobody waits."""
    figure, inks = sheet(is_dark)
    known = drawn(rows)
    if not known:
        say_nothing(figure.add_subplot(), inks)
        return figure
    left, right = figure.subplots(1, 2, width_ratios=(1.8, 1), sharey=True)
    _contacts(left, inks, known)
    _weeks(right, inks, known)
    list_names(left, right, [cut(row.name) for row in known], inks)
    return figure


def _contacts(axes: Any, inks: Inks, rows: Sequence[ClearingRow]) -> None:
    longest = max([1.0, *(float(max(row.needed or 0, row.queue.slots or 0)) for row in rows)])
    for at, row in enumerate(rows):
        if row.gap is None or row.needed is None:
            axes.text(0, at, "not known", color=inks.ink2, font=letters(), va="center")
            continue
        slots, needed = float(row.queue.slots or 0), float(row.needed)
        axes.barh(at - 0.18, slots, height=0.32, color=inks.better_fill, edgecolor=inks.better,
                  linewidth=0.8, label="Appointments there were" if at == 0 else "")  # fmt: skip
        axes.barh(at + 0.18, needed, height=0.32, color=inks.ground, edgecolor=inks.ink,
                  linewidth=1.1, label="Contacts needed" if at == 0 else "")  # fmt: skip
        is_short = row.gap > 0
        words = f"{written(abs(row.gap), Kind.COUNT)} {'short' if is_short else 'spare'}"
        place = (max(slots, needed) + longest * 0.02, at)
        _say(axes, place, words, inks.worse if is_short else inks.better, "D" if is_short else "o")
    axes.set_xlim(0, longest * 1.25)
    axes.set_title("Contacts needed and appointments", loc="left", color=inks.ink, pad=22,
                   font=letters(LARGE, is_bold=True))  # fmt: skip
    if axes.patches:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False,
                    labelcolor=inks.ink, prop=letters(), borderaxespad=0, handlelength=1.0,
                    columnspacing=1.2)  # fmt: skip


def _weeks(axes: Any, inks: Inks, rows: Sequence[ClearingRow]) -> None:
    lengths = [0.0 if isinstance(row.weeks, str) or row.pace is None else float(row.pace.weeks or 0)
               for row in rows]  # fmt: skip
    longest = max([*lengths, 0.01])
    axes.barh(range(len(rows)), lengths, height=0.5, color=inks.better_fill, edgecolor=inks.better,
              linewidth=0.8)  # fmt: skip
    for at, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        place = (length + longest * 0.03, at)
        if row.weeks == GROWING:
            _say(axes, place, GROWING, inks.worse, "D")
        else:
            weeks = written(row.weeks, Kind.NUMBER)
            words, ink = (f"{weeks} weeks", inks.ink) if weeks else ("not known", inks.ink2)
            axes.text(*place, words, color=ink, va="center", font=letters())
    axes.set_xlim(0, longest * 1.45)
    axes.set_title("Weeks to clear", loc="left", color=inks.ink, pad=22,
                   font=letters(LARGE, is_bold=True))  # fmt: skip


def _say(axes: Any, place: tuple[float, float], words: str, ink: str, shape: str) -> None:
    """Put words beside a shape: worse is a diamond, better a ring."""
    axes.plot(*place, marker=shape, markersize=5.5, color=ink, linestyle="none")
    axes.annotate(words, place, xytext=(7, 0), textcoords="offset points", color=ink,
                  va="center", font=letters())  # fmt: skip
