"""Bullets: readings against targets, every bar from worse on the left to better on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, cut, letters, say_nothing, sheet
from pch_desktop.domain.budget import Rating
from pch_desktop.domain.period import Month
from pch_desktop.reports.service_bullets import BULLETS, Bullet, alt_text, bullets
from pch_desktop.reports.services_targets import METHOD, finding
from pch_desktop.store import services

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from pch_desktop.store.services import TargetRow
    from pch_desktop.store.shared import Reads

MOST = 14
HATCH = "////"
SHAPES = {Rating.RED: "D", Rating.AMBER: "^", Rating.GREEN: "o", None: "_"}
READING, TARGET, STANDS = 1.02, 1.1, 1.26
"""Where the words stand at the right of the bars, whose length is 1."""


def targets_chart(rows: Sequence[TargetRow], where: str) -> FullChart:
    """Return the chart of readings against targets."""
    drawn = bullets(rows)
    limits = f" The first {MOST} of {len(drawn)}." if len(drawn) > MOST else ""
    return FullChart(
        finding(rows).rstrip("."),
        f"Readings against targets, each in its own unit. {where}{limits}",
        fitting(alt_text(rows)),
        BULLETS,
        [each.row for each in drawn],
        lambda is_dark: bullet_figure(drawn[:MOST], is_dark=is_dark),
        f"Source: readings as services told them. {METHOD}",
    )


def bullet_figure(rows: Sequence[Bullet], *, is_dark: bool) -> Figure:
    """Draw a bar for each target, its target as a tick, and last year's reading as a ring."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    if not rows:
        say_nothing(axes, inks)
        return figure
    for at, row in enumerate(rows):
        _bands(axes, at, row, inks)
        _bar(axes, at, row, inks)
        _words(axes, at, row, inks)
    axes.set_yticks(range(len(rows)), [_name(each) for each in rows])
    axes.set_ylim(len(rows) - 0.4, -0.9)
    axes.set_xlim(0, 1.36)
    axes.set_xticks([])
    key = "All bars run from worse to better. Tick: target. Ring: a year before. Dark: missed."
    axes.annotate(key, (0, 1), (0, 4), xycoords="axes fraction", textcoords="offset points",
                  color=inks.ink2, font=letters(USUAL), va="bottom")  # fmt: skip
    clear(axes, inks, SMALL)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)
    return figure


def _bands(axes: Any, at: int, row: Bullet, inks: Inks) -> None:
    axes.barh(at, 1, 0.66, color=inks.faint, linewidth=0, zorder=0)
    near = row.target if row.amber is None else row.amber
    axes.barh(at, max(0.0, min(near, 1)), 0.66, color=inks.line, linewidth=0, zorder=0)


def _bar(axes: Any, at: int, row: Bullet, inks: Inks) -> None:
    is_met = row.row.rating is Rating.GREEN
    if row.reading is not None:
        axes.barh(at, row.reading, 0.3, color=inks.better if is_met else inks.worse_fill,
                  edgecolor=inks.better if is_met else inks.worse, linewidth=1,
                  hatch="" if is_met else HATCH, gid="reading")  # fmt: skip
    axes.plot((row.target, row.target), (at - 0.36, at + 0.36), color=inks.ink, linewidth=3.5,
              solid_capstyle="butt")  # fmt: skip
    if row.last_year is not None:
        axes.plot(row.last_year, at, "o", color=inks.ground, markeredgecolor=inks.ink2,
                  markersize=6, markeredgewidth=1.6)  # fmt: skip


def _words(axes: Any, at: int, row: Bullet, inks: Inks) -> None:
    rating = row.row.rating
    ink = {None: inks.ink2, Rating.GREEN: inks.better}.get(rating, inks.worse)
    for across, words, colour, is_bold in (
        (READING, row.words(row.row.reading) or "–", inks.ink, True),
        (TARGET, f"target {row.words(row.row.aim.target)}", inks.ink2, False),
        (STANDS, row.stands, ink, True),
    ):
        axes.text(across, at, words, color=colour, va="center",
                  font=letters(USUAL, is_bold=is_bold))  # fmt: skip
    axes.plot(STANDS - 0.018, at, SHAPES[rating], color=ink, markersize=6)


def _name(row: Bullet) -> str:
    way = "" if row.row.aim.is_higher_better else ", lower is better"
    return f"{cut(row.row.measure, 40)}\n{cut(row.row.service, 40)}{way}"


def _targets(file: Reads, month: Month) -> FullChart | None:
    rows = file.read(services.targets, month)
    known = any(each.reading is not None for each in bullets(rows))
    return targets_chart(rows, f"{month.words}.") if known else None


TARGETS_PICTURE = PackPicture(48, "Service targets", _targets)
