"""Charts of the services: appointments attended by month, what is taken up, what is open when."""

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
    list_names,
    say_nothing,
    sheet,
)
from pch_desktop.reports.service_hours import DayRow
from pch_desktop.reports.service_months import SumRow
from pch_desktop.reports.service_rates import activity, rates
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.services import ServiceRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BARS = 18
SEEN, BOOKED, SLOTS = "Attended", "Booked", "Appointments"
APART = {SLOTS: 9, BOOKED: 0, SEEN: -9}
"""How far, in points, names stand off their lines, so that none covers another."""
SHADES = ("#DCE9F5", "#A9CCE9", "#62A2D8", "#1F6FBD", "#003087")
DARK_SHADES = ("#22384C", "#2D567A", "#3B78AB", "#5FA5DE", "#A9D6F7")
PALE = 3
"""From this shade on letters change from dark to white, or back in the dark."""


def over_time(rows: Sequence[SumRow], *, is_dark: bool = False) -> Figure:
    """Draw appointments attended by month, hollow where the figures may still change."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if not any(row.attended is not None for row in rows):
        say_nothing(axes, inks)
        return figure
    places = list(range(len(rows)))
    _line(axes, [row.slots for row in rows], inks.ink2, SLOTS, (5, 2))
    _line(axes, [row.booked for row in rows], inks.ink2, BOOKED, (1.5, 1.5))
    _line(axes, [row.attended for row in rows], inks.better, SEEN)
    _marks(axes, rows, inks)
    _scale(axes, rows, inks)
    _provisional(axes, rows, inks)
    every = max(1, round(len(rows) / 8))
    shown = [at for at in places if (len(rows) - 1 - at) % every == 0]
    axes.set_xticks(shown, [f"{rows[at].month.first:%b %y}" for at in shown])
    axes.set_xlim(-0.5, len(rows) - 1 + max(1.6, len(rows) * 0.12))
    clear(axes, inks)
    return figure


def _line(
    axes: Any, counts: Sequence[int | None], ink: str, name: str, dashes: Sequence[float] = ()
) -> None:
    values = [float("nan") if count is None else float(count) for count in counts]
    known = [(at, count) for at, count in enumerate(counts) if count is not None]
    if not known:
        return
    style: dict[str, Any] = {"dashes": dashes} if dashes else {}
    width = 1.3 if dashes else 2.4
    axes.plot(range(len(values)), values, color=ink, linewidth=width, label=name, **style)
    at, count = known[-1]
    words = f"{name} {count:,}"
    bold = letters(is_bold=not dashes)
    axes.annotate(words, (at, count), xytext=(9, APART[name]), textcoords="offset points",
                  color=ink, font=bold, va="center")  # fmt: skip


def _marks(axes: Any, rows: Sequence[SumRow], inks: Inks) -> None:
    marks = (
        ("Final", [row for row in rows if row.is_firm], "o", inks.better, 22),
        ("Provisional", [row for row in rows if row.is_provisional and not row.late], "o",
         inks.ground, 34),
        ("Not complete", [row for row in rows if row.late and row.attended is not None], "^",
         inks.ground, 44),
    )  # fmt: skip
    places = {row.id: at for at, row in enumerate(rows)}
    for name, found, shape, fill, size in marks:
        if found:
            axes.scatter([places[row.id] for row in found], [row.attended for row in found],
                         marker=shape, s=size, color=fill, edgecolor=inks.better, linewidth=1.4,
                         zorder=3, label=name)  # fmt: skip
    handles, names = axes.get_legend_handles_labels()
    kept = [(handle, name) for handle, name in zip(handles, names, strict=True)
            if name in {"Final", "Provisional", "Not complete"}]  # fmt: skip
    axes.legend(*zip(*kept, strict=True), loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3,
                frameon=False, labelcolor=inks.ink, prop=letters(), borderaxespad=0,
                handletextpad=0.2, columnspacing=1.2)  # fmt: skip


def _provisional(axes: Any, rows: Sequence[SumRow], inks: Inks) -> None:
    """Lay a band behind the months whose figures may still change, complete or not."""
    places = [at for at, row in enumerate(rows) if row.is_provisional]
    for at in places:
        axes.axvspan(at - 0.5, at + 0.5, color=inks.line, alpha=0.45, linewidth=0, zorder=0)
    if places:
        axes.annotate("Provisional", (places[-1] + 0.5, 0), xycoords=("data", "axes fraction"),
                      xytext=(-3, 3), textcoords="offset points", color=inks.ink2,
                      font=letters(SMALL), ha="right", va="bottom")  # fmt: skip


def _scale(axes: Any, rows: Sequence[SumRow], inks: Inks) -> None:
    counts = [count for row in rows for count in (row.slots, row.booked, row.attended)
              if count is not None]  # fmt: skip
    axes.set_ylim(0, max(counts) * 1.08 or 1)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    axes.yaxis.set_major_formatter("{x:,.0f}")


def taken_up(rows: Sequence[ServiceRow], *, is_dark: bool = False) -> Figure:
    """Draw appointments filled, and those not attended, service by service."""
    figure, inks = sheet(is_dark)
    known = rates(rows)[:MOST_BARS]
    if not known:
        say_nothing(figure.add_subplot(), inks)
        return figure
    left, right = figure.subplots(1, 2, width_ratios=(1.7, 1), sharey=True)
    names = [cut(row.name) for row in known]
    _bars(left, [activity(row).fill_share for row in known], inks.better_fill, inks.better, inks)
    left.set_title("Filled: booked of all appointments", loc="left", color=inks.ink,
                   font=letters(LARGE, is_bold=True))  # fmt: skip
    missed = [activity(row).not_attended_share for row in known]
    _bars(right, missed, inks.worse_fill, inks.worse, inks)
    right.set_title("Not attended, of all due", loc="left", color=inks.ink,
                    font=letters(LARGE, is_bold=True))  # fmt: skip
    list_names(left, right, names, inks)
    return figure


def _bars(axes: Any, shares: Sequence[Any], fill: str, edge: str, inks: Inks) -> None:
    lengths = [float(share or 0) for share in shares]
    axes.barh(range(len(shares)), lengths, height=0.6, color=fill, edgecolor=edge, linewidth=0.8)
    longest = max([*lengths, 0.01])
    for at, (share, length) in enumerate(zip(shares, lengths, strict=True)):
        words = written(share, Kind.SHARE) or "not known"
        axes.text(length + longest * 0.015, at, words, color=inks.ink, font=letters(), va="center")
    axes.set_xlim(0, longest * 1.2)


def opening(days: Sequence[DayRow], *, is_dark: bool = False) -> Figure:
    """Draw how many services are open by weekday and hour; a dot where none is."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    most = max((max(day.counts) for day in days), default=0)
    if not most:
        say_nothing(axes, inks)
        return figure
    from matplotlib.patches import Rectangle

    for row, day in enumerate(days):
        for hour, count in enumerate(day.counts):
            if not count:
                axes.text(hour + 0.5, row + 0.5, "·", color=inks.ink2, font=letters(), ha="center",
                          va="center")  # fmt: skip
                continue
            fill, letter = _shade(count, most, is_dark=is_dark)
            axes.add_patch(Rectangle((hour + 0.03, row + 0.05), 0.94, 0.9, color=fill, linewidth=0))
            axes.text(hour + 0.5, row + 0.5, f"{count}", color=letter, font=letters(SMALL),
                      ha="center", va="center")  # fmt: skip
    axes.set_xlim(0, 24)
    axes.set_ylim(len(days), 0)
    axes.set_yticks([at + 0.5 for at in range(len(days))], [day.name for day in days])
    axes.set_xticks([hour + 0.5 for hour in range(24)], [f"{hour:02d}" for hour in range(24)])
    clear(axes, inks)
    return figure


def _shade(count: int, most: int, *, is_dark: bool) -> tuple[str, str]:
    """Return the colour of a count and of the letters on it: the more, the stronger."""
    shades = DARK_SHADES if is_dark else SHADES
    at = min(len(shades) - 1, (count * len(shades) - 1) // most)
    is_strong = at >= PALE
    return shades[at], "#FFFFFF" if is_strong != is_dark else "#12181D"
