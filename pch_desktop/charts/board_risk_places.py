"""Where references stand in the square of risks, and the rings where they were before."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.board_matrix import by_cell
from pch_desktop.store.board import RiskRow

Place = tuple[float, float]
"""Across and up, in cells: the middle of the first is at 1, 1."""
HALF = 0.5
MOST_IN_CELL = 6
"""So many references are told apart in a cell; the rest are counted, and stand in the table."""


def places_of(rows: Sequence[RiskRow]) -> dict[int, Place]:
    """Return where each reference stands: in its cell, in lines of three."""
    found: dict[int, Place] = {}
    for (consequence, likelihood), held in by_cell(rows).items():
        shown = sorted(held[:MOST_IN_CELL], key=_came_from)
        for at, row in enumerate(shown):
            line, across = divmod(at, 3)
            in_line = min(3, len(shown) - line * 3)
            x = consequence + (across - (in_line - 1) / 2) * 0.31
            y = likelihood + (0 if len(shown) <= 3 else 0.22 - line * 0.42)
            found[row.id] = (x, y)
    return found


def _came_from(row: RiskRow) -> int:
    """Return which side of its cell a risk comes from, so that arrows cross no reference."""
    return (row.before.consequence if row.before else None) or row.current.consequence or 0


def ring_of(was: tuple[int | None, int | None], off: Place, places: dict[int, Place]) -> Place:
    """Return where a ring stands in the cell a risk was in; higher where others stand there now."""
    x, y = (was[0] or 0), (was[1] or 0)
    is_held = any(
        abs(held_x - x) < 0.5 and abs(held_y - y) < 0.5 for held_x, held_y in places.values()
    )
    return x + off[0], y + off[1] + (0.3 if is_held else 0)
