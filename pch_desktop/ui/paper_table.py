"""A table on paper: headings on each page, its total at the end, page x of y."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice

from pch_desktop.domain.refusal import Refusal
from pch_desktop.ui import paper_pen
from pch_desktop.ui.paper_layout import (
    FOOT,
    GAP,
    PAD,
    SIDE,
    SMALL,
    Leaf,
    above,
    font_of,
    headings,
    leaves_of,
    line_height,
)
from pch_desktop.ui.paper_pen import TALL, WIDE, Pen, height_of, letters
from pch_desktop.ui.printed_table import PaperLine, PaperTable

MOST_LINES = 20_000


def print_table(device: QPagedPaintDevice, table: PaperTable) -> int:
    """Print a table on as many pages as it needs; return how many.

    Raises:
        Refusal: it has more lines than anybody reads on paper.
    """
    if len(table.lines) > MOST_LINES:
        raise Refusal(
            f"{len(table.lines):,} lines are too many to print. Filter the table to {MOST_LINES:,} "
            "at most (Ctrl+F), or export it to Excel."
        )
    paper_pen.lay(device)
    pen, leaves = Pen(device), leaves_of(table)
    for at, leaf in enumerate(leaves, start=1):
        if at > 1:
            pen.turn()
        _draw(pen, table, leaf)
        pen.rule(TALL - FOOT + GAP)
        foot = QRectF(0, TALL - FOOT + GAP + PAD, WIDE, FOOT)
        pen.words(table.where, foot, letters(SMALL))
        pen.words(f"Page {at} of {len(leaves)}", foot, letters(SMALL), to_right=True)
    pen.end()
    return len(leaves)


def _draw(pen: Pen, table: PaperTable, leaf: Leaf) -> None:
    up = 0.0
    for words, font in above(table):
        tall = height_of(words, font, WIDE)
        pen.words(words, QRectF(0, up, WIDE, tall), font)
        up += tall
    heads = headings(table)
    tall = line_height(heads, leaf.part, leaf.widths)
    pen.ground(QRectF(0, up + GAP, sum(leaf.widths), tall))
    up = _write(pen, table, heads, leaf, up + GAP)
    for line in leaf.lines:
        if line.cells is table.total:
            pen.rule(up, sum(leaf.widths), paper_pen.HEAVY)
        up = _write(pen, table, line, leaf, up)
        pen.rule(up, sum(leaf.widths))


def _write(pen: Pen, table: PaperTable, line: PaperLine, leaf: Leaf, up: float) -> float:
    """Write a line; return where the next begins."""
    left = 0.0
    room = min(line_height(line, leaf.part, leaf.widths), TALL - FOOT - up)
    for at, width in zip(leaf.part, leaf.widths, strict=True):
        place = QRectF(left + SIDE, up + PAD, width - 2 * SIDE, room - PAD)
        pen.words(line.cells[at], place, font_of(line), to_right=table.columns[at].is_number)
        left += width
    return up + room
