"""A table in brief, for a page that has little room: its weightiest rows, and the total of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pch_desktop.reports.laid import Line, Look, Part, lines
from pch_desktop.reports.table import Block, Table
from pch_desktop.reports.words import plural

MOST_ROWS = 8
HEAVY = {Look.RED: 2, Look.AMBER: 1}
"""How heavily a row weighs by its rating."""
COMMENTARY = "commentary"
"""The key of the column whose words are told under a table in brief, not in it."""


@dataclass(frozen=True, slots=True)
class Brief:
    """Some of a table's rows in its own order, its total, and what was said of them."""

    lines: tuple[Line, ...]
    note: str
    """How many of the rows these are, where they are not all."""
    commentary: tuple[tuple[str, str], ...]
    """Which row it is of, and the commentary."""


def brief(table: Table[Any], most: int = MOST_ROWS) -> Brief:
    """Return a table's rows that weigh most, in its own order, and the total of all rows.

    Red weighs more than amber, and that more than all else; then what its chart
    draws longest; then what stands first.
    """
    told = list(lines(table))
    rows = [row for block in table.blocks or (Block("", table.rows),) for row in block.rows]
    pairs = list(zip(rows, (line for line in told if line.part is Part.ROW), strict=True))
    heaviest = sorted(range(len(pairs)), key=lambda at: _weight(table, pairs[at]), reverse=True)
    kept = [pairs[at] for at in sorted(heaviest[:most])]
    totals = [line for line in told if line.part is Part.TOTAL]
    note = ""
    if len(kept) < len(pairs):
        note = f"{len(kept)} of {plural(len(pairs), 'line')}; the rest is in the workbook."
        note += " The total is of all." if totals else ""
    return Brief((*(line for _, line in kept), *totals), note, tuple(_said(table, kept)))


def _weight(table: Table[Any], pair: tuple[Any, Line]) -> tuple[int, Decimal]:
    """Return how heavily a row weighs: by its ratings, then by what is drawn of it."""
    row, line = pair
    keys = [key for chart in table.charts for key in chart.series[:1]]
    drawn = [column.value(row) for column in table.columns if column.key in keys[:1]]
    lengths = [abs(Decimal(value)) for value in drawn if isinstance(value, int | Decimal)]
    heavy = max((HEAVY.get(cell.look, 0) for cell in line.cells), default=0)
    return heavy, max(lengths, default=Decimal(0))


def _said(table: Table[Any], kept: Sequence[tuple[Any, Line]]) -> list[tuple[str, str]]:
    """Return what was said of the rows rated worst, or of all kept where none is."""
    columns = [column for column in table.columns if column.key == COMMENTARY]
    rated = [pair for pair in kept if _weight(table, pair)[0]]
    found = [
        (line.cells[0].words, column.value(row)) for row, line in rated or kept
        for column in columns
    ]  # fmt: skip
    return [(name, str(words)) for name, words in found if words]
