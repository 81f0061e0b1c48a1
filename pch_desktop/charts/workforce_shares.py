"""How each group of the team is split: bars of one length, their parts as shares of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, cut, letters, say_nothing, sheet
from pch_desktop.charts.workforce import DARK_SHADES, LIGHT_SHADES, MOST_BARS, Shades
from pch_desktop.reports.table import Kind
from pch_desktop.reports.team import Mix, MixRow
from pch_desktop.reports.words import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LEAST = 0.06
"""How long a part must be, of its bar, to carry its share."""


def share_mix(found: Mix, *, is_dark: bool = False) -> Figure:
    """Draw who is in post by group as parts of a whole, each bar the same length."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    rows = [row for row in found.rows if row.in_post_wte][:MOST_BARS]
    if not rows:
        say_nothing(axes, inks)
        return figure
    shares = [[float(part / row.in_post_wte) for part in row.parts] for row in rows]
    shades, lefts = DARK_SHADES if is_dark else LIGHT_SHADES, [0.0] * len(rows)
    for at, name in enumerate(found.parts):
        lengths = [each[at] for each in shares]
        _part(axes, (at, name), lengths, lefts, (inks, shades))
        lefts = [left + length for left, length in zip(lefts, lengths, strict=True)]
    for at, row in enumerate(rows):
        axes.text(1.012, at, f"{written(row.in_post_wte, Kind.NUMBER)} WTE", color=inks.ink,
                  font=letters(USUAL, is_bold=True), va="center")  # fmt: skip
    axes.set_yticks(range(len(rows)), [cut(row.name) for row in rows])
    axes.set_ylim(len(rows) - 0.45, -0.55)
    axes.set_xlim(0, 1.12)
    axes.set_xticks([])
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=7, frameon=False, borderpad=0,
                labelcolor=inks.ink, prop=letters(SMALL), borderaxespad=0.2, handlelength=0.9,
                handleheight=0.9, columnspacing=1.1, handletextpad=0.4)  # fmt: skip
    clear(axes, inks)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)
    return figure


def shares_alt_text(found: Mix) -> str:
    """Return the shares of each group, for those who do not see the bars."""
    told = "; ".join(f"{row.name}: {_shares(found, row)}" for row in found.rows if row.in_post_wte)
    return f"Bars of how each group is split, of its WTE in post. {told}."


def _shares(found: Mix, row: MixRow) -> str:
    return ", ".join(
        f"{name} {written(part / row.in_post_wte, Kind.SHARE)}"
        for name, part in zip(found.parts, row.parts, strict=True)
        if part
    )


def _part(
    axes: Any,
    part: tuple[int, str],
    lengths: list[float],
    lefts: list[float],
    look: tuple[Inks, Shades],
) -> None:
    (at, name), (inks, shades) = part, look
    colour = shades.parts[at % len(shades.parts)]
    bars = axes.barh(range(len(lengths)), lengths, left=lefts, height=0.84, color=colour,
                     edgecolor=inks.ground, linewidth=1, label=name)  # fmt: skip
    words = [written(Decimal(str(length)), Kind.SHARE) if length >= LEAST else ""
             for length in lengths]  # fmt: skip
    ink = "#212B32" if colour in shades.dark_letters else "#FFFFFF"
    axes.bar_label(bars, words, label_type="center", color=ink, font=letters(SMALL, is_bold=True))
