"""The map of demand by weekday and hour: appointments by site, and asked less appointments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, letters, say_nothing, sheet
from pch_desktop.charts.services import DARK_SHADES, PALE, SHADES
from pch_desktop.reports.service_demand import DemandDay

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Panel = tuple[str, Sequence[DemandDay]]
"""A site's name and its week."""
Look = Callable[[int], tuple[str, str, bool]]
"""From a count to the ground of its cell, the ink on it, and whether it is bold."""
MOST_SITES = 3
STRONG, LITTLE = 2, 12
"""A cell is strong from half of the greatest difference on, balanced below a twelfth of it."""
WHITE, BLACK = "#FFFFFF", "#12181D"


def demand_map(sites: Sequence[Panel], whole: Sequence[DemandDay], *, is_dark: bool) -> Figure:
    """Draw the appointments of up to three sites, and over all of them asked less appointments."""
    figure, inks = sheet(is_dark)
    hours = _span(whole)
    if not hours:
        say_nothing(figure.add_subplot(), inks)
        return figure
    shown = sites[:MOST_SITES]
    rows = 1 if len(shown) < STRONG else 2
    places = list(figure.subplots(rows, 2, squeeze=False).flat)
    most = max((count for _, days in shown for count in _known(days, "slots")), default=0)
    for axes, (name, days) in zip(places, shown, strict=False):
        shade = _shades(most, is_dark=is_dark)
        _panel(axes, inks, f"{name}: appointments", days, ("slots", hours, shade))
    last = places[-1]
    for axes in places[len(shown) : -1]:
        axes.set_visible(False)
    greatest = max((abs(count) for count in _known(whole, "unmet")), default=0)
    look = _apart(greatest, inks, is_dark=is_dark)
    _panel(last, inks, "All sites: asked less appointments", whole, ("unmet", hours, look))
    _legend(last, inks, greatest)
    return figure


def _panel(
    axes: Any, inks: Inks, title: str, days: Sequence[DemandDay], drawn: tuple[str, range, Look]
) -> None:
    key, hours, look = drawn
    grounds = [[inks.ground for _ in hours] for _ in days]
    for down, day in enumerate(days):
        for across, hour in enumerate(hours):
            count = day.counts(key)[hour]
            if count is None or (key == "slots" and not count):
                axes.text(across, down, "·" if count is None else "0", color=inks.ink2,
                          font=letters(SMALL), ha="center", va="center")  # fmt: skip
                continue
            grounds[down][across], ink, is_bold = look(count)
            sign = "+" if key == "unmet" and count > 0 else ""
            words = f"{sign}{count:,}".replace("-", "\N{MINUS SIGN}")
            axes.text(across, down, words, color=ink, font=letters(SMALL, is_bold=is_bold),
                      ha="center", va="center")  # fmt: skip
    _cells(axes, grounds, inks)
    axes.set_title(title, loc="left", color=inks.ink, font=letters(USUAL, is_bold=True))
    axes.set_yticks(range(len(days)), [day.name[:3] for day in days])
    shown = [at for at, hour in enumerate(hours) if hour % 2 == 0]
    axes.set_xticks(shown, [f"{hours[at]:02d}" for at in shown])
    clear(axes, inks, SMALL)


def _cells(axes: Any, grounds: list[list[str]], inks: Inks) -> None:
    from matplotlib.colors import to_rgb

    axes.imshow([[to_rgb(ground) for ground in line] for line in grounds], aspect="auto")
    down, across = len(grounds), len(grounds[0])
    axes.hlines([at - 0.5 for at in range(down + 1)], -0.5, across - 0.5, inks.ground, linewidth=2)
    axes.vlines([at - 0.5 for at in range(across + 1)], -0.5, down - 0.5, inks.ground, linewidth=2)


def _shades(most: int, *, is_dark: bool) -> Look:
    shades = DARK_SHADES if is_dark else SHADES

    def look(count: int) -> tuple[str, str, bool]:
        at = min(len(shades) - 1, (count * len(shades) - 1) // most)
        return shades[at], WHITE if (at >= PALE) != is_dark else BLACK, False

    return look


def _apart(greatest: int, inks: Inks, *, is_dark: bool) -> Look:
    strong, little = _edges(greatest)

    def look(count: int) -> tuple[str, str, bool]:
        if abs(count) <= little:
            return inks.faint, inks.ink, False
        is_strong = abs(count) >= strong
        pale, full = ((inks.worse_pale, inks.worse_fill) if count > 0
                      else (inks.better_pale, inks.better_fill))  # fmt: skip
        return (full, BLACK, True) if is_strong else (pale, inks.ink, False)

    return look


def _edges(greatest: int) -> tuple[int, int]:
    """Return from which difference on a cell is strong, and up to which it is balanced."""
    return max(2, -(-greatest // STRONG)), greatest // LITTLE


def _legend(axes: Any, inks: Inks, greatest: int) -> None:
    from matplotlib.patches import Patch

    strong, little = _edges(greatest)
    grounds = (
        (inks.better_fill, f"{strong:,} or more spare"),
        (inks.better_pale, "spare"),
        (inks.faint, f"balanced (±{little:,})"),
        (inks.worse_pale, "short"),
        (inks.worse_fill, f"{strong:,} or more short"),
    )
    axes.legend(
        handles=[Patch(facecolor=ground, label=words, edgecolor=inks.line)
                 for ground, words in grounds],
        loc="upper left", bbox_to_anchor=(0, -0.08), ncols=5, frameon=False,
        labelcolor=inks.ink, prop=letters(SMALL), handlelength=0.9, handleheight=0.9,
        columnspacing=0.9, handletextpad=0.4,
    )  # fmt: skip


def _known(days: Sequence[DemandDay], key: str) -> list[int]:
    return [count for day in days for count in day.counts(key) if count is not None]


def _span(days: Sequence[DemandDay]) -> range:
    """Return the hours from the first to the last anybody told anything of."""
    told = [at for day in days for at, hour in enumerate(day.hours)
            if (hour.asked, hour.slots, hour.seen) != (None, None, None)]  # fmt: skip
    return range(min(told), max(told) + 1) if told else range(0)
