"""What every full chart is drawn on: ground, inks, letters, and the words for nothing known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pch_desktop.discovery import resource

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SMALL, USUAL, LARGE = 8.5, 9.5, 10.5
"""Sizes of letters, in points."""
FAMILY = "Liberation Sans"
"""What a drawing calls its letters, for programs that have them."""
PAGE_INCHES = (10.9, 5.6)


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours a chart is drawn in: blue is better, orange is worse."""

    ground: str
    ink: str
    ink2: str
    line: str
    faint: str
    better: str
    better_fill: str
    better_pale: str
    worse: str
    worse_fill: str
    worse_pale: str
    whole: str
    """Sums that are neither better nor worse."""


LIGHT = Inks(
    "#FFFFFF", "#212B32", "#4C6272", "#D8DDE0", "#F0F4F5", "#005EB8", "#41B6E6", "#D6EDF9",
    "#A84300", "#E46C0A", "#FAE6D8", "#003087",
)  # fmt: skip
DARK = Inks(
    "#1A2229", "#EDF1F3", "#B4C0C8", "#313D47", "#232D36", "#7CC4F2", "#3D8FCB", "#1D3C55",
    "#FFB27A", "#D9772B", "#40290F", "#8FB4E8",
)  # fmt: skip


def sheet(is_dark: bool) -> tuple[Figure, Inks]:
    """Return an empty figure and the inks to draw on it with."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["text.parse_math"] = False  # A name with two dollar signs is no formula.
    inks = DARK if is_dark else LIGHT
    return Figure(figsize=PAGE_INCHES, layout="constrained", facecolor=inks.ground), inks


def letters(size: float = USUAL, *, is_bold: bool = False) -> Any:
    """Return the letters that are shipped for charts."""
    from matplotlib.font_manager import FontProperties

    weight = "bold" if is_bold else "normal"
    name = f"LiberationSans-{'Bold' if is_bold else 'Regular'}.ttf"
    path = str(resource("fonts", "liberation", name))
    return FontProperties(family=FAMILY, weight=weight, fname=path, size=size)


def clear(axes: Any, inks: Inks, size: float = USUAL) -> None:
    """Take away what is not needed, and dress what stays."""
    axes.set_facecolor(inks.ground)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0, colors=inks.ink2)
    for tick in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        tick.set_font(letters(size))


def list_names(left: Any, right: Any, names: Sequence[str], inks: Inks) -> None:
    """Name the lines that two pictures side by side have in common, the first on top."""
    left.set_yticks(range(len(names)), names)
    left.set_ylim(len(names) - 0.4, -0.6)
    for axes in (left, right):
        axes.set_xticks([])
        clear(axes, inks)
    for tick in left.get_yticklabels():
        tick.set_color(inks.ink)
    right.tick_params(labelleft=False)


def say_nothing(axes: Any, inks: Inks) -> None:
    """Say in the middle that nothing is known."""
    axes.set_xticks([])
    axes.set_yticks([])
    clear(axes, inks)
    axes.text(0.5, 0.5, "Nothing is known for this yet.", color=inks.ink2, font=letters(LARGE),
              ha="center", va="center", transform=axes.transAxes)  # fmt: skip


def cut(words: str, most: int = 30) -> str:
    """Return words that fit, the rest as dots."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
