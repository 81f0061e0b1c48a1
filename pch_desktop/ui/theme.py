"""The colours and sizes of the window: one table for light, one for dark.

Blue is better and orange is worse, always with a shape and a word beside.
Every text colour stands out from the grounds it is used on by 4.5 to 1, every
mark by 3 to 1; a test does the arithmetic.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

LEAST_PERCENT = 80
MOST_PERCENT = 200
PERCENT_STEP = 10


class Weight(IntEnum):
    """How heavy letters are drawn; Inter comes in these four."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class Theme(NamedTuple):
    """What everything in the window is drawn with.

    A named tuple is made in a fraction of a data class's time, and the first
    picture waits for it.
    """

    name: str
    is_dark: bool
    ground: str
    """Behind everything."""
    surface: str
    """Cards, tables, bars."""
    raised: str
    """What floats: menus, lists, the search box's findings."""
    line: str
    rule: str
    """Heavier than a line: under headings, between blocks."""
    edge: str
    """Around what can be typed in or pressed."""
    ink: str
    ink2: str
    """Secondary text."""
    ink3: str
    """The faintest text: hints in empty boxes."""
    rail: str
    rail_ink: str
    rail_ink2: str
    rail_selected: str
    rail_bar: str
    accent: str
    """Links, the chosen tab, what is selected."""
    accent_ink: str
    """Text on the accent."""
    accent_soft: str
    better: str
    better_fill: str
    better_soft: str
    worse: str
    worse_fill: str
    worse_soft: str
    error: str
    error_soft: str
    primary: str
    """The one green button."""
    primary_ink: str
    badge: str
    badge_ink: str
    focus: str
    focus_inner: str
    zebra: str
    group: str
    """Subtotal rows."""
    total: str
    calculated: str
    """Cells that are worked out and cannot be typed in."""
    unknown: str
    """The hatch over what is not known."""
    point: str
    """Points of a control chart that mean no change."""
    point_edge: str
    text_percent: int = 100

    def px(self, size: float) -> int:
        """Return a size in pixels at the text size chosen."""
        return max(1, round(size * self.text_percent / 100))

    def at(self, text_percent: int) -> Theme:
        """Return the same colours at another text size, 80 to 200 percent."""
        return self._replace(text_percent=min(max(text_percent, LEAST_PERCENT), MOST_PERCENT))


LIGHT = Theme(
    name="Light",
    is_dark=False,
    ground="#F0F4F5",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#D8DDE0",
    rule="#AEB7BD",
    edge="#768692",
    ink="#212B32",
    ink2="#4C6272",
    ink3="#576A77",
    rail="#003087",
    rail_ink="#FFFFFF",
    rail_ink2="#C3D3EE",
    rail_selected="#1F4FA3",
    rail_bar="#FFFFFF",
    accent="#005EB8",
    accent_ink="#FFFFFF",
    accent_soft="#E3EEF9",
    better="#005EB8",
    better_fill="#41B6E6",
    better_soft="#E3EEF9",
    worse="#A84300",
    worse_fill="#E46C0A",
    worse_soft="#FCEBDD",
    error="#C4211A",
    error_soft="#FDECEA",
    primary="#007F3B",
    primary_ink="#FFFFFF",
    badge="#FFB81C",
    badge_ink="#212B32",
    focus="#FFEB3B",
    focus_inner="#212B32",
    zebra="#F8FAFB",
    group="#E8EDEE",
    total="#DCE4EA",
    calculated="#F6F8F9",
    unknown="#E3E9EC",
    point="#A6A6A6",
    point_edge="#4C6272",
)

DARK = Theme(
    name="Dark",
    is_dark=True,
    ground="#12181D",
    surface="#1A2229",
    raised="#202A32",
    line="#313D47",
    rule="#51606C",
    edge="#71818D",
    ink="#EDF1F3",
    ink2="#B4C0C8",
    ink3="#9AA8B2",
    rail="#0C1216",
    rail_ink="#F5F8F9",
    rail_ink2="#A8B7C2",
    rail_selected="#1E3A5C",
    rail_bar="#6CB8EE",
    accent="#6CB8EE",
    accent_ink="#0B1A26",
    accent_soft="#17304A",
    better="#7CC4F2",
    better_fill="#3D8FCB",
    better_soft="#17304A",
    worse="#FFB27A",
    worse_fill="#D9772B",
    worse_soft="#40290F",
    error="#FF8A80",
    error_soft="#3F1F1E",
    primary="#3FA968",
    primary_ink="#07150D",
    badge="#FFB81C",
    badge_ink="#212B32",
    focus="#FFEB3B",
    focus_inner="#212B32",
    zebra="#1D262E",
    group="#24303A",
    total="#2A3845",
    calculated="#1D262E",
    unknown="#2C3842",
    point="#7E8A93",
    point_edge="#B4C0C8",
)

STRONG = LIGHT._replace(
    name="Strong lines",
    ground="#FFFFFF",
    line="#4C6272",
    rule="#212B32",
    edge="#212B32",
    ink2="#212B32",
    ink3="#425563",
    rail_ink2="#FFFFFF",
)
"""Light, with every border drawn in ink."""


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
