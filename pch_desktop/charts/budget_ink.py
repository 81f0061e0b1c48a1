"""The colours and letters the charts of the shadow budget are drawn in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pch_desktop.discovery import resource

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Inks:
    """Blue is better, orange is worse, on light or on dark."""

    ground: str
    ink: str
    ink2: str
    rule: str
    better: str
    better_fill: str
    band: str
    worse: str
    worse_fill: str
    whole: str


LIGHT = Inks(
    "#FFFFFF", "#212B32", "#4C6272", "#D8DDE0", "#005EB8", "#41B6E6", "#D6EDF9", "#A84300",
    "#E46C0A", "#003087",
)  # fmt: skip
DARK = Inks(
    "#1A2229", "#EDF1F3", "#B4C0C8", "#313D47", "#7CC4F2", "#3D8FCB", "#1D3C55", "#FFB27A",
    "#D9772B", "#8FB4E8",
)  # fmt: skip


def begun(is_dark: bool) -> tuple[Figure, Inks]:
    """Return an empty figure as wide as a landscape page, with its colours."""
    from matplotlib.figure import Figure

    inks = DARK if is_dark else LIGHT
    return Figure(figsize=(10.9, 5.6), layout="constrained", facecolor=inks.ground), inks


def font(size: float, *, is_bold: bool = False) -> Any:
    """Return the letters charts are written in; the size is in points."""
    from matplotlib.font_manager import FontProperties

    name = f"LiberationSans-{'Bold' if is_bold else 'Regular'}.ttf"
    return FontProperties(fname=str(resource("fonts", "liberation", name)), size=size)


def cleared(axes: Any, inks: Inks) -> None:
    """Take away the frame."""
    axes.set_facecolor(inks.ground)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
