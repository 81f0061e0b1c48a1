"""Charts of demand: what is required beside those in post and funded, and scenarios compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
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
from pch_desktop.charts.workforce import DARK_SHADES, LIGHT_SHADES
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_demand import LITTLE, KindRow, Worked
from pch_desktop.reports.workforce_scenarios import by_kind_rows

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_KINDS, MOST_SCENARIOS = 10, 4
"""So many are told apart with ease; the rest are in the table."""
THICK, THIN = 0.52, 0.2
NAME_LETTERS = 24


def demand(rows: Sequence[KindRow], *, is_dark: bool = False) -> Figure:
    """Draw WTE in post as a bar, what is required as an outline over it, funded as a tick."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    told = [row for row in rows if row.required_wte is not None][:MOST_KINDS]
    longest = max((_longest(row) for row in told), default=0.0)
    if not longest:
        say_nothing(axes, inks)
        return figure
    for at, row in enumerate(told):
        _draw_kind(axes, row, at, inks)
        _draw_words(axes, row, at, longest, inks)
    _legend(axes, inks)
    _finish(axes, [row.name for row in told], longest * 1.36, inks)
    return figure


def scenarios(told: Sequence[Worked], *, is_dark: bool = False) -> Figure:
    """Draw the WTE each kind of staff takes under each scenario, one bar for each."""
    figure, inks = sheet(is_dark)
    axes: Any = figure.add_subplot()
    shades = DARK_SHADES if is_dark else LIGHT_SHADES
    drawn = told[:MOST_SCENARIOS]
    rows = [row for row in by_kind_rows(drawn) if any(row.required_wte)][:MOST_KINDS]
    longest = max((float(wte or 0) for row in rows for wte in row.required_wte), default=0.0)
    if not longest:
        say_nothing(axes, inks)
        return figure
    height = 0.8 / len(drawn)
    for at, one in enumerate(drawn):
        places = [place - 0.4 + height * (at + 0.5) for place in range(len(rows))]
        lengths = [float(row.required_wte[at] or 0) for row in rows]
        axes.barh(places, lengths, height=height * 0.88, color=shades.parts[at], label=one.name)
        for place, row in zip(places, rows, strict=True):
            _number(axes, row.required_wte[at], (place, longest), inks)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False,
                labelcolor=inks.ink, prop=letters(SMALL), borderaxespad=0, handlelength=0.9,
                handleheight=0.9, handletextpad=0.4, borderpad=0.2)  # fmt: skip
    _finish(axes, [row.name for row in rows], longest * 1.14, inks)
    return figure


def _draw_kind(axes: Any, row: KindRow, at: int, inks: Inks) -> None:
    held, required = float(row.in_post_wte or 0), float(row.required_wte or 0)
    planned = float(row.staff.planned_wte) if row.in_post_wte is not None else 0.0
    axes.barh(at, held, height=THICK, color=inks.better_fill)
    if planned:
        axes.barh(at, planned, left=held, height=THICK, color=inks.better_pale,
                  edgecolor=inks.better, linewidth=1)  # fmt: skip
    if (gap := required - held - planned) > float(LITTLE) and row.in_post_wte is not None:
        axes.barh(at, gap, left=held + planned, height=THICK, color=inks.worse_pale,
                  edgecolor=inks.worse, linewidth=1.2, linestyle=(0, (3, 2)))  # fmt: skip
    axes.plot([required, required], [at - 0.38, at + 0.38], color=inks.ink, linewidth=2.4,
              solid_capstyle="butt")  # fmt: skip
    if row.funded_wte is not None:
        axes.plot([float(row.funded_wte)], [at], "D", color=inks.whole, markersize=6,
                  markeredgecolor=inks.ground, markeredgewidth=1)  # fmt: skip


def _draw_words(axes: Any, row: KindRow, at: int, longest: float, inks: Inks) -> None:
    end = _longest(row) + longest * 0.014
    total = axes.annotate(f"{_wte(row.required_wte)} required", (end, at), color=inks.ink,
                          font=letters(USUAL, is_bold=True), va="center")  # fmt: skip
    words, ink = _standing(row, inks)
    axes.annotate(f"  {words}", (1, 0.5), xycoords=total, color=ink, font=letters(SMALL),
                  va="center")  # fmt: skip


def _standing(row: KindRow, inks: Inks) -> tuple[str, str]:
    gap = row.gap_wte
    if gap is None:
        return "in post not known", inks.ink2
    if gap >= LITTLE:
        return f"▲ {_wte(gap)} short", inks.worse
    if gap <= -LITTLE:
        return f"{_wte(-gap)} more held", inks.ink2
    return "● enough", inks.better


def _legend(axes: Any, inks: Inks) -> None:
    """Name what is drawn, without a frame, above the bars."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    marks = [
        Patch(color=inks.better_fill, label="In post"),
        Patch(facecolor=inks.better_pale, edgecolor=inks.better, label="Planned"),
        Patch(facecolor=inks.worse_pale, edgecolor=inks.worse, linestyle=(0, (3, 2)),
              label="Short"),
        Line2D([], [], color=inks.ink, linewidth=2.4, label="Required"),
        Line2D([], [], marker="D", color=inks.whole, linestyle="none", label="Funded"),
    ]  # fmt: skip
    axes.legend(handles=marks, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=5, frameon=False,
                labelcolor=inks.ink, prop=letters(SMALL), borderaxespad=0, handlelength=1.1,
                handleheight=0.9, handletextpad=0.4, borderpad=0.2)  # fmt: skip


def _finish(axes: Any, names: Sequence[str], longest: float, inks: Inks) -> None:
    axes.set_yticks(range(len(names)), [cut(name, NAME_LETTERS) for name in names])
    axes.set_xticks([])
    axes.set_xlim(0, longest)
    axes.set_ylim(len(names) - 0.45, -0.55)
    clear(axes, inks, LARGE if len(names) < MOST_KINDS else USUAL)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)


def _number(axes: Any, wte: Decimal | None, place: tuple[float, float], inks: Inks) -> None:
    at, longest = place
    if wte is not None:
        axes.text(float(wte) + longest * 0.01, at, _wte(wte), color=inks.ink, font=letters(SMALL),
                  va="center")  # fmt: skip


def _longest(row: KindRow) -> float:
    """Return where the last mark of a kind stands."""
    planned = row.staff.planned_wte if row.in_post_wte is not None else Decimal(0)
    held = (row.in_post_wte or Decimal(0)) + planned
    return float(max(row.required_wte or Decimal(0), held, row.funded_wte or Decimal(0)))


def _wte(value: Decimal | None) -> str:
    return written(value, Kind.WTE)
