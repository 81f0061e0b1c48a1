"""How many lines words take in a cell, for no workbook works that out when it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

LINE, AROUND, LEAST, MOST = 13.0, 6.0, 18.0, 400.0
SIZE = 13.33
"""Arial 10, in pixels."""
COLUMN, EDGES = 7, 8
"""Pixels of a column to a character of its width, and those at its edges and of its indent."""
BOLD = 1.07
BROAD: Mapping[float, str] = {
    0.22: "ijl'|",
    0.28: " .,:;ft/I!",
    0.33: "-r()“”",
    0.5: "ckszxyvJ",
    0.61: "FTZ",
    0.67: "ABEKPSVXY&",
    0.72: "CDHNRUw",
    0.78: "GOQ",
    0.83: "Mm",
    0.94: "W%",
}
"""How broad letters of Arial are, in parts of their size."""
BREADTHS = {ord(letter): breadth for breadth, letters in BROAD.items() for letter in letters}
USUAL = 0.56


def lines_of(words: str, width: float, *, is_bold: bool = False) -> int:
    """Return how many lines words take in a column of so many characters."""
    room = (width + 1) * COLUMN - EDGES
    scale = SIZE * (BOLD if is_bold else 1.0)
    return sum(_wrapped(line, room / scale) for line in words.split("\n"))


def height(lines: int) -> float:
    """Return how high a row of so many lines is, in points."""
    return min(max(LEAST, LINE * lines + AROUND), MOST)


@lru_cache(4096)
def _wrapped(line: str, room: float) -> int:
    """Return how often a line is broken; the same names stand in many rows."""
    lines, used = 1, -BREADTHS[ord(" ")]
    for word in line.split(" "):
        needed = sum([BREADTHS.get(ord(letter), USUAL) for letter in word])
        used += BREADTHS[ord(" ")] + needed
        if used > room:
            lines, used = lines + 1, needed
    return lines
