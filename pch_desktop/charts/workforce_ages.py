"""The age profile of the team: bars for all of it, a grid by staff group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import (
    SMALL,
    USUAL,
    Inks,
    clear,
    cut,
    letters,
    say_nothing,
    sheet,
)
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_ages import AT_RISK, HEADS, AgeCell, AgeGroup, AgeProfile

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LIGHT_BLUES = ("#FFFFFF", "#E3F0FA", "#BBDDF2", "#8CC4E8", "#5AA7DC")
DARK_BLUES = ("#1A2229", "#1E3142", "#22435C", "#28587B", "#306E9B")
"""From nobody to most; letters are read on each of them."""
HIDDEN_LENGTH = 0.05
"""How long a bar is that is not shown: always the same, or it would tell."""
NAMED_AT = -0.16


def age_profile(profile: AgeProfile, *, is_dark: bool = False) -> Figure:
    """Draw how many people there are at each age, and where by staff group."""
    figure, inks = sheet(is_dark)
    if not profile.everybody.every.heads:
        say_nothing(figure.add_subplot(), inks)
        return figure
    left, right = figure.subplots(1, 2, width_ratios=(1, 1.5))
    _bars(left, profile, inks)
    _grid(right, profile, inks, DARK_BLUES if is_dark else LIGHT_BLUES)
    return figure


def _bars(axes: Any, profile: AgeProfile, inks: Inks) -> None:
    cells = profile.everybody.cells
    most = max((cell.heads for cell in cells if not cell.is_hidden), default=1) or 1
    for at, (title, cell) in enumerate(zip(profile.titles, cells, strict=True)):
        is_old = title in profile.old
        _bar(axes, (at, most), cell, inks, is_old=is_old)
        _label(axes, (at, most), cell, inks, is_old=is_old)
    axes.set_yticks(range(len(cells)), _titles(profile))
    axes.set_xticks([])
    axes.set_xlim(0, most * 1.75)
    axes.set_ylim(len(cells) - 0.4, -0.6)
    axes.set_title(f"All staff, people and WTE. {AT_RISK} {profile.old_words}", loc="left",
                   color=inks.ink, font=letters(USUAL, is_bold=True))  # fmt: skip
    clear(axes, inks)
    for tick, title in zip(axes.get_yticklabels(), profile.titles, strict=True):
        tick.set_color(inks.worse if title in profile.old else inks.ink)


def _bar(axes: Any, place: tuple[int, int], cell: AgeCell, inks: Inks, *, is_old: bool) -> None:
    at, most = place
    if cell.is_hidden:
        axes.barh(at, most * HIDDEN_LENGTH, height=0.66, color="none", edgecolor=inks.ink2,
                  linestyle=(0, (3, 2)))  # fmt: skip
        return
    fill = inks.worse_fill if is_old else inks.better_fill
    edge = inks.worse if is_old else inks.better
    axes.barh(at, cell.heads, height=0.66, color=fill, edgecolor=edge,
              hatch="////" if is_old else None)  # fmt: skip


def _label(axes: Any, place: tuple[int, int], cell: AgeCell, inks: Inks, *, is_old: bool) -> None:
    at, most = place
    length = most * HIDDEN_LENGTH if cell.is_hidden else cell.heads
    words = HIDDEN
    if not cell.is_hidden:
        words = f"{cell.heads:,}"
        words += f", {written(cell.wte, Kind.NUMBER)} WTE" if cell.heads else ""
    axes.annotate(words, (length, at), (5, 0), textcoords="offset points", va="center",
                  color=inks.worse if is_old else inks.ink,
                  font=letters(SMALL, is_bold=True))  # fmt: skip


def _grid(axes: Any, profile: AgeProfile, inks: Inks, blues: Sequence[str]) -> None:
    groups = profile.groups
    wide = len(profile.titles)
    for down, group in enumerate(groups):
        most = max((cell.heads for cell in group.cells if not cell.is_hidden), default=0)
        for across, cell in enumerate(group.cells):
            _square(axes, (across, down), cell, _shade(cell, most, blues), inks)
        _risk(axes, (wide, down), group, inks)
    axes.set_xlim(-0.5, wide + 0.75)
    axes.set_ylim(len(groups) - 0.5, -0.5)
    axes.set_yticks(range(len(groups)), [_wrapped(group.name) for group in groups])
    heads = [*_titles(profile, "\n"), f"WTE\n{profile.rules.retirement_age}+"]
    axes.set_xticks(range(wide + 1), heads)
    axes.xaxis.tick_top()
    axes.set_title("People by staff group", loc="left", color=inks.ink,
                   font=letters(USUAL, is_bold=True))  # fmt: skip
    clear(axes, inks, SMALL)
    for tick, title in zip(axes.get_xticklabels(), (*profile.titles, *profile.old), strict=False):
        tick.set_color(inks.worse if title in profile.old else inks.ink2)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)


def _square(axes: Any, place: tuple[int, int], cell: AgeCell, shade: str, inks: Inks) -> None:
    from matplotlib.patches import Rectangle

    across, down = place
    corner = (across - 0.48, down - 0.46)
    axes.add_patch(Rectangle(corner, 0.96, 0.92, facecolor=shade, edgecolor=inks.line,
                             linewidth=0.7))  # fmt: skip
    axes.text(across, down, written(cell.value(HEADS), Kind.COUNT), color=inks.ink, ha="center",
              va="center", font=letters(USUAL, is_bold=bool(cell.heads)))  # fmt: skip


def _shade(cell: AgeCell, most: int, blues: Sequence[str]) -> str:
    if cell.is_hidden or not cell.heads or not most:
        return blues[0]
    return blues[1 + min(len(blues) - 2, (len(blues) - 1) * (cell.heads - 1) // most)]


def _risk(axes: Any, place: tuple[int, int], group: AgeGroup, inks: Inks) -> None:
    words = HIDDEN if group.old.is_hidden else written(group.risk_share, Kind.SHARE) or "–"
    axes.text(*place, words, color=inks.worse, ha="center", va="center",
              font=letters(USUAL, is_bold=True))  # fmt: skip


def _titles(profile: AgeProfile, between: str = " ") -> list[str]:
    return [
        (f"{AT_RISK}{between}{title}" if title in profile.old else title)
        .replace(" to ", "–")
        .replace(" and over", "+")
        .replace("Not known", f"Not{between}known")
        for title in profile.titles
    ]


def _wrapped(name: str) -> str:
    """Return a name in lines that fit beside the grid."""
    lines = [""]
    for word in cut(name, 44).split():
        if lines[-1] and len(lines[-1]) + len(word) > 15:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
