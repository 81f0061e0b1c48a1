"""Charts of the workforce: the team over a year, and who makes it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import (
    LARGE,
    SMALL,
    USUAL,
    Inks,
    clear,
    cut,
    letters,
    say_nothing,
    sheet,
)
from pch_desktop.reports.table import Kind
from pch_desktop.reports.team import Mix, MixRow
from pch_desktop.reports.words import written
from pch_desktop.store.workforce import FilledRow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BARS = 12
ROOM_FOR_NUMBER = 0.045
"""How much of the longest bar a part must fill to carry its number."""


@dataclass(frozen=True, slots=True)
class Shades:
    """The colours that tell the parts of a team from each other."""

    parts: tuple[str, ...]
    """The largest part first; each stands out from its neighbours and from the ground."""
    dark_letters: frozenset[str]
    """The parts on which numbers are written in black."""


LIGHT_SHADES = Shades(
    ("#005EB8", "#41B6E6", "#007F3B", "#AE2573", "#FFB81C", "#330072", "#5B6B78"),
    frozenset({"#41B6E6", "#FFB81C"}),
)
DARK_SHADES = Shades(
    ("#5AA7E8", "#9ADCF7", "#57B97E", "#E07AB2", "#FFC94D", "#A893E0", "#8795A1"),
    frozenset({"#5AA7E8", "#9ADCF7", "#57B97E", "#E07AB2", "#FFC94D", "#A893E0", "#8795A1"}),
)


def team(months: Sequence[FilledRow], found: Mix, *, is_dark: bool = False) -> Figure:
    """Draw both: the team over the months at the left, its skill mix at the right."""
    figure, inks = sheet(is_dark)
    left, right = figure.subplots(1, 2, width_ratios=(1, 1.15))
    _over_time(left, months, inks)
    left.set_title(
        "WTE funded and in post", loc="left", color=inks.ink, font=letters(LARGE, is_bold=True)
    )
    _skill_mix(right, found, inks, _shades(is_dark), "In post by group, WTE")
    return figure


def over_time(months: Sequence[FilledRow], *, is_dark: bool = False) -> Figure:
    """Draw WTE in post under WTE funded, month by month, the gap between them shaded."""
    figure, inks = sheet(is_dark)
    _over_time(figure.add_subplot(), months, inks)
    return figure


def skill_mix(found: Mix, *, is_dark: bool = False) -> Figure:
    """Draw who is in post by group and part, and what is vacant as an outline behind."""
    figure, inks = sheet(is_dark)
    _skill_mix(figure.add_subplot(), found, inks, _shades(is_dark))
    return figure


def _over_time(axes: Any, months: Sequence[FilledRow], inks: Inks) -> None:
    if not months:
        say_nothing(axes, inks)
        return
    funded = [float(row.funded_wte) for row in months]
    in_post = [float(row.in_post_wte) for row in months]
    across, steps = _stepped(funded)
    places = list(range(len(months)))
    axes.fill([*across, *reversed(places)], [*steps, *reversed(in_post)], color=inks.worse_pale,
              linewidth=0)  # fmt: skip
    axes.plot(across, steps, color=inks.ink, linewidth=2, dashes=(5, 2))
    axes.plot(places, in_post, color=inks.better, linewidth=2.6, solid_joinstyle="round")
    axes.plot(places[-1:], funded[-1:], "s", color=inks.ink, markersize=6)
    axes.plot(places[-1:], in_post[-1:], "o", color=inks.better, markersize=7)
    _scale(axes, funded + in_post, inks)
    _ends(axes, months, inks)
    every = max(1, round(len(months) / 5))
    shown = [at for at in places if (len(months) - 1 - at) % every == 0]
    axes.set_xticks(shown, [_month(months[at]) for at in shown])
    clear(axes, inks)


def _stepped(values: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return a line that changes half way between two months."""
    across, up = [0.0], [values[0]]
    for at, value in enumerate(values[1:], start=1):
        if value != up[-1]:
            across += [at - 0.5, at - 0.5]
            up += [up[-1], value]
    return [*across, len(values) - 1.0], [*up, values[-1]]


def _scale(axes: Any, values: Sequence[float], inks: Inks) -> None:
    """Cut the scale to what is shown, and say so where it does not begin at nought."""
    low, high = min(values), max(values)
    margin = max((high - low) * 0.18, 1.0)
    begins = 0.0 if low < margin * 4 else low - margin
    axes.set_ylim(begins, high + margin)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=inks.line, linewidth=0.8)
    if begins:
        words = f"The scale begins at {begins:,.0f} WTE, not at nought."
        axes.set_xlabel(words, color=inks.ink2, font=letters(SMALL), loc="left", labelpad=8)


def _ends(axes: Any, months: Sequence[FilledRow], inks: Inks) -> None:
    last, at = months[-1], len(months) - 1
    funded, in_post = float(last.funded_wte), float(last.in_post_wte)
    low, high = axes.get_ylim()
    apart = (high - low) * 0.13
    middle = (funded + in_post) / 2
    wide = abs(funded - in_post) < apart
    above, below = (middle + apart / 2, middle - apart / 2) if wide else (funded, in_post)
    if in_post > funded:
        above, below = below, above
    room = max(0.35, len(months) * 0.03)
    for height, words, ink in (
        (above, f"{_wte(last.funded_wte)}\nfunded", inks.ink),
        (below, f"{_wte(last.in_post_wte)}\nin post", inks.better),
    ):
        axes.text(
            at + room, height, words, color=ink, font=letters(USUAL, is_bold=True), va="center"
        )
    axes.set_xlim(-0.25, at + max(1.9, len(months) * 0.19))
    if last.vacant_wte and not wide:
        _gap(axes, last, at - max(0.3, at * 0.04), inks)


def _gap(axes: Any, last: FilledRow, place: float, inks: Inks) -> None:
    ends = {"xy": (place, float(last.funded_wte)), "xytext": (place, float(last.in_post_wte))}
    arrow = {"arrowstyle": "<->", "color": inks.worse, "linewidth": 1.2, "shrinkA": 4, "shrinkB": 4}
    axes.annotate("", **ends, arrowprops=arrow)
    words = f"{_wte(last.vacant_wte)} vacant"
    if last.funded_wte:
        words = f"{words},\n{written(last.vacant_wte / last.funded_wte, Kind.SHARE)}"
    middle = float(last.funded_wte + last.in_post_wte) / 2
    axes.text(place - 0.15, middle, words, color=inks.worse, font=letters(USUAL, is_bold=True),
              ha="right", va="center")  # fmt: skip


def _shades(is_dark: bool) -> Shades:
    return DARK_SHADES if is_dark else LIGHT_SHADES


def _skill_mix(axes: Any, found: Mix, inks: Inks, shades: Shades, title: str = "") -> None:
    rows = found.rows[:MOST_BARS]
    if not rows:
        say_nothing(axes, inks)
        return
    longest = max(float(row.in_post_wte + row.vacant_wte) for row in rows)
    lefts = [0.0] * len(rows)
    for at, name in enumerate(found.parts):
        colour = shades.parts[at % len(shades.parts)]
        lengths = [float(row.parts[at]) for row in rows]
        bars = axes.barh(range(len(rows)), lengths, left=lefts, height=0.62, color=colour,
                         edgecolor=inks.ground, linewidth=1, label=name)  # fmt: skip
        numbers = [f"{length:,.0f}" if length >= longest * ROOM_FOR_NUMBER else ""
                   for length in lengths]  # fmt: skip
        ink = "#212B32" if colour in shades.dark_letters else "#FFFFFF"
        axes.bar_label(
            bars, numbers, label_type="center", color=ink, font=letters(SMALL, is_bold=True)
        )
        lefts = [left + length for left, length in zip(lefts, lengths, strict=True)]
    _vacant(axes, rows, lefts, inks)
    _bar_ends(axes, rows, longest, inks)
    _legend(axes, inks, title)
    axes.set_yticks(range(len(rows)), [cut(row.name) for row in rows])
    axes.set_xticks([])
    axes.set_xlim(0, longest * 1.24)
    axes.set_ylim(len(rows) - 0.45, -0.55)
    clear(axes, inks)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)


def _legend(axes: Any, inks: Inks, title: str) -> None:
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, frameon=False,
                labelcolor=inks.ink, prop=letters(SMALL), borderaxespad=0, handlelength=0.9,
                handleheight=0.9, columnspacing=1.1, handletextpad=0.4, borderpad=0,
                title=title or None, title_fontproperties=letters(LARGE, is_bold=True),
                alignment="left")  # fmt: skip
    axes.get_legend().get_title().set_color(inks.ink)


def _vacant(axes: Any, rows: Sequence[MixRow], lefts: Sequence[float], inks: Inks) -> None:
    gaps = [at for at, row in enumerate(rows) if row.vacant_wte]
    axes.barh(gaps, [float(rows[at].vacant_wte) for at in gaps], left=[lefts[at] for at in gaps],
              height=0.62, color="none", edgecolor=inks.worse, linewidth=1.2,
              linestyle=(0, (3, 2)), label="Vacant")  # fmt: skip


def _bar_ends(axes: Any, rows: Sequence[MixRow], longest: float, inks: Inks) -> None:
    for at, row in enumerate(rows):
        end = float(row.in_post_wte + row.vacant_wte) + longest * 0.012
        total = axes.annotate(_wte(row.in_post_wte), (end, at), color=inks.ink,
                              font=letters(USUAL, is_bold=True), va="center")  # fmt: skip
        if row.vacant_wte:
            axes.annotate(f"\u00a0gap {_wte(row.vacant_wte)}", (1, 0.5), xycoords=total,
                          color=inks.worse, font=letters(SMALL), va="center")  # fmt: skip


def _month(row: FilledRow) -> str:
    return f"{row.month.first:%b %y}"


def _wte(value: Any) -> str:
    return written(value, Kind.NUMBER)
