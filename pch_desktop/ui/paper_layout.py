"""How a table is laid out on pages: which columns side by side, which lines on which page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont

from pch_desktop.ui.paper_pen import TALL, WIDE, height_of, letters
from pch_desktop.ui.printed_table import PaperColumn, PaperLine, PaperTable

TITLE, SMALL, BODY = 150, 80, 85
"""Sizes of letters, in tenths of a point."""
PAD, SIDE, GAP, FOOT = 22, 38, 40, 170
MOST, LEAST = 10.0, 5.2
"""Tenths of a point for each pixel of a column on the screen: at most and at least."""
FEW = 3
Part = tuple[int, ...]
"""The columns that stand beside each other on a page, by their places."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: some columns of some lines."""

    part: Part
    widths: Sequence[float]
    lines: Sequence[PaperLine]


def parts_of(columns: Sequence[PaperColumn]) -> list[Part]:
    """Return which columns share a page: all, or where they are too many the first with each."""
    if sum(column.width for column in columns) * LEAST <= WIDE or len(columns) < FEW:
        return [tuple(range(len(columns)))]
    parts, held = [[0]], columns[0].width
    for at, column in enumerate(columns[1:], start=1):
        if len(parts[-1]) > 1 and (held + column.width) * LEAST > WIDE:
            parts.append([0])
            held = columns[0].width
        parts[-1].append(at)
        held += column.width
    return [tuple(part) for part in parts]


def leaves_of(table: PaperTable) -> list[Leaf]:
    """Return the pages of a table, the total as the last line of each part."""
    found: list[Leaf] = []
    totals = [] if table.total is None else [PaperLine(table.total, is_bold=True)]
    for part in parts_of(table.columns):
        widths = _widths(table, part)
        room = TALL - FOOT - _head(table, part, widths)
        left, lines = room, list[PaperLine]()
        for line in (*table.lines, *totals):
            height = min(line_height(line, part, widths), room)
            if height > left and lines:
                found.append(Leaf(part, widths, lines))
                left, lines = room, []
            lines.append(line)
            left -= height
        found.append(Leaf(part, widths, lines))
    return found


def line_height(line: PaperLine, part: Part, widths: Sequence[float]) -> float:
    """Return how high a line is, its longest text broken into the room there is."""
    font = font_of(line)
    heights = [height_of(line.cells[at], font, width - 2 * SIDE)
               for at, width in zip(part, widths, strict=True)]  # fmt: skip
    return max(heights, default=0) + 2 * PAD


def font_of(line: PaperLine) -> QFont:
    """Return the letters of a line."""
    return letters(BODY, is_bold=line.is_bold)


def above(table: PaperTable) -> list[tuple[str, QFont]]:
    """Return what stands above the headings of each page, with its letters."""
    return [(table.title, letters(TITLE, is_bold=True)),
            *((note, letters(SMALL)) for note in table.notes)]  # fmt: skip


def headings(table: PaperTable) -> PaperLine:
    """Return the line of headings, which each page has."""
    return PaperLine(tuple(column.title for column in table.columns), is_bold=True)


def _widths(table: PaperTable, part: Part) -> list[float]:
    pixels = [table.columns[at].width for at in part]
    each = min(MOST, WIDE / max(sum(pixels), 1))
    return [pixel * each for pixel in pixels]


def _head(table: PaperTable, part: Part, widths: Sequence[float]) -> float:
    tall = sum(height_of(words, font, WIDE) for words, font in above(table))
    return tall + GAP + line_height(headings(table), part, widths)
