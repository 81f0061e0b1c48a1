"""The marks of a control chart: its points' looks, labels at the right, and two icons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from pch_desktop.charts.paper import DARK, SMALL, USUAL, Inks, letters
from pch_desktop.domain.spc import Limits
from pch_desktop.domain.spc_verdict import Assurance, Change
from pch_desktop.reports.xmr import MonthSeries, XmrRow, standing


@dataclass(frozen=True, slots=True)
class Look:
    """How a point is drawn: told by its shape and size as well as by its colour."""

    fill: str
    shape: str
    size: float


LOOKS: Mapping[Change, Look] = {
    Change.COMMON: Look("#A6A6A6", "o", 6.5),
    Change.IMPROVEMENT: Look("#00B0F0", "o", 8.5),
    Change.CONCERN: Look("#E46C0A", "D", 8),
    Change.NEUTRAL: Look("#7C4DBD", "s", 7.5),
}
"""The colours of Making Data Count; the purple is lighter, so that it is seen in the dark, too."""
LETTERS = {Assurance.MET: "P", Assurance.MISSED: "F", Assurance.HIT_OR_MISS: "?"}
RED, DARK_RED = "#B3161B", "#FF8A80"
RING = 38
"""How large an icon is, in points."""
APART = 0.058
"""How far labels stand apart at least, of the height."""
WIDE = 15


def target_ink(inks: Inks) -> str:
    """Return the red of a target."""
    return DARK_RED if inks is DARK else RED


def draw_labels(axes: Any, series: MonthSeries, limits: Limits, inks: Inks) -> None:
    """Name the lines at their right ends, none over another."""
    lines = [
        (limits.upper, "upper limit", inks.ink2, False),
        (limits.mean, "mean", inks.ink, True),
        (limits.lower, "lower limit", inks.ink2, False),
    ]
    if series.target is not None:
        lines.append((series.target, "target", target_ink(inks), True))
    low, high = axes.get_ylim()
    gap, below = (high - low) * APART, float("inf")
    for value, name, ink, is_bold in sorted(lines, key=lambda line: -line[0]):
        height = min(float(value), below - gap)
        below = height
        axes.annotate(f"{name} {series.words(value)}", (1, height), (6, 0), color=ink,
                      xycoords=("axes fraction", "data"), textcoords="offset points",
                      va="center", font=letters(USUAL, is_bold=is_bold),
                      annotation_clip=False)  # fmt: skip


def draw_icons(axes: Any, series: MonthSeries, last: XmrRow, inks: Inks) -> None:
    """Draw what the latest month is and whether the target is met, each with its words under it."""
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    if last.variation is None or last.point is None:
        return
    change, is_high = last.variation.change, last.variation.is_high
    sign = "≈" if change is Change.COMMON else "H" if is_high else "L"
    _icon(axes, 0.84, LOOKS[change], sign, inks)
    _words(axes, 0.84, f"{change}".capitalize(), inks)
    met = standing(series, last.point.limits)
    if met is not None:
        looks = {Assurance.MET: LOOKS[Change.IMPROVEMENT], Assurance.MISSED: LOOKS[Change.CONCERN]}
        _icon(axes, 0.42, looks.get(met, LOOKS[Change.COMMON]), LETTERS[met], inks)
        _words(axes, 0.42, f"{met}".capitalize(), inks)


def _icon(axes: Any, up: float, look: Look, sign: str, inks: Inks) -> None:
    axes.plot(0.6, up, marker=look.shape, markersize=RING * (0.8 if look.shape == "D" else 1),
              color=inks.ground, markeredgecolor=look.fill, markeredgewidth=4.5,
              clip_on=False)  # fmt: skip
    axes.text(0.6, up, sign, color=inks.ink, ha="center", va="center",
              font=letters(15, is_bold=True))  # fmt: skip


def _words(axes: Any, up: float, words: str, inks: Inks) -> None:
    axes.annotate(fill(words, WIDE), (0.6, up), (0, -RING * 0.72), ha="center", va="top",
                  textcoords="offset points", color=inks.ink, linespacing=1.2,
                  font=letters(SMALL, is_bold=True))  # fmt: skip
