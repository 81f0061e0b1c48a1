"""How a table fits the width of a page: how small its letters, how broad its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ACROSS = 769.0
"""What A4 on its side has between its margins, in points."""
EDGES = 0.8
"""What stands free at both sides of a column's words, in parts of its letters' size."""
TRIES = (
    *((9.0, 1.0), (8.5, 1.0), (8.0, 1.0), (8.0, 0.8), (7.5, 1.0), (7.5, 0.75)),
    *((7.0, 0.75), (7.0, 0.6), (6.5, 0.7), (6.5, 0.5), (6.5, 0.4)),
)
"""Sizes of letters with how much of the room they ask for columns of words get, best first."""
IN_PARTS = 8.0
"""The size of letters where a table is told in parts, for there is room enough."""


@dataclass(frozen=True, slots=True)
class Needs:
    """How broad a column must be and would be, in parts of its letters' size."""

    least: float
    """Its longest word: less would cut it."""
    asked: float
    """What it is broad on a screen; words that are longer go on in the next line."""
    whole: float
    """All its words in a line."""

    def at(self, share: float) -> float:
        """Return its breadth where columns of words get a share of what they ask."""
        return max(self.least, min(self.whole, self.asked * share))


@dataclass(frozen=True, slots=True)
class Fit:
    """Columns that stand side by side on a page, by their places, and their breadths in points."""

    places: tuple[int, ...]
    widths: tuple[float, ...]


def fitted(needs: Sequence[Needs]) -> tuple[float, tuple[Fit, ...]]:
    """Return the size of the letters in points, and the columns page by page.

    One part wherever letters of 6.5 points or more let it; otherwise several, each
    with the first column again.
    """
    places = tuple(range(len(needs)))
    for size, share in TRIES:
        widths = [_points(need.at(share), size) for need in needs]
        if sum(widths) <= ACROSS:
            return size, (Fit(places, _spread(needs, widths, size)),)
    return IN_PARTS, tuple(_part(needs, part) for part in _parts(needs))


def _points(breadth: float, size: float) -> float:
    return (breadth + EDGES) * size


def _spread(needs: Sequence[Needs], widths: Sequence[float], size: float) -> tuple[float, ...]:
    """Give what is left to the columns that could use it, in proportion."""
    wanted = [_points(need.whole, size) - width
              for need, width in zip(needs, widths, strict=True)]  # fmt: skip
    left, whole = ACROSS - sum(widths), sum(wanted)
    share = min(1.0, left / whole) if whole > 0 else 0.0
    return tuple(round(width + more * share, 2)
                 for width, more in zip(widths, wanted, strict=True))  # fmt: skip


def _parts(needs: Sequence[Needs]) -> list[tuple[int, ...]]:
    """Divide columns over pages; each begins with the first, and holds at least one more."""
    first, parts = _wide(needs[0]), [[0]]
    used = first
    for at in range(1, len(needs)):
        width = _wide(needs[at])
        if used + width > ACROSS and len(parts[-1]) > 1:
            parts.append([0])
            used = first
        parts[-1].append(at)
        used += width
    return [tuple(part) for part in parts]


def _wide(need: Needs) -> float:
    return min(_points(need.at(1.0), IN_PARTS), ACROSS / 2)


def _part(needs: Sequence[Needs], places: tuple[int, ...]) -> Fit:
    widths = [_wide(needs[at]) for at in places]
    return Fit(places, _spread([needs[at] for at in places], widths, IN_PARTS))
