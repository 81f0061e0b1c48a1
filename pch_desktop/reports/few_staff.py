"""Tables of the team outside: groups of fewer than three are told together.

The WTE and the pay of one post are somebody's own (ICO guidance on workers' facts), so
such groups become one row, and the totals stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pch_desktop.reports.disclosed_counts import whole
from pch_desktop.reports.table import Column, Holds, Table, Total, Value
from pch_desktop.reports.told import Told
from pch_desktop.reports.totals import total_of

LEAST_HEADS = 3
OTHERS = "Others, of fewer than three each"


def holds_staff(table: Table[Told]) -> bool:
    """Return whether a table tells of the team by heads or posts."""
    return _heads_at(table) is not None


def grouped(table: Table[Told]) -> Table[Told]:
    """Return a table whose small groups stand in one row, and no chart of what is not there."""
    at = _heads_at(table)
    few = [] if at is None else _few(table.rows, at)
    if at is None or not few:
        return table
    rest = tuple(row for row in table.rows if row not in few)
    row = _together(table.columns, few)
    blocks = tuple(
        replace(block, rows=[each for each in block.rows if each not in few])
        for block in table.blocks
    )
    return replace(table, rows=(*rest, row), blocks=blocks, charts=())


def _heads_at(table: Table[Told]) -> int | None:
    at = [at for at, column in enumerate(table.columns) if column.holds is Holds.STAFF]
    return at[0] if at else None


def _few(rows: Sequence[Told], at: int) -> list[Told]:
    """Return the rows of few heads, and the next smallest where these alone were few, too."""
    counts = {row.id: whole(row.values[at]) or 0 for row in rows}
    by_size = sorted((row for row in rows if counts[row.id]), key=lambda row: counts[row.id])
    few = [row for row in by_size if counts[row.id] < LEAST_HEADS]
    for row in by_size[len(few) :]:
        if not few or sum(counts[each.id] for each in few) >= LEAST_HEADS:
            break
        few.append(row)
    return few


def _together(columns: Sequence[Column[Told]], rows: Sequence[Told]) -> Told:
    """Return rows as one: what adds up is added up, what is divided is divided anew."""
    values = [_value(column, columns, rows) for column in columns]
    return replace(rows[0], values=(OTHERS, *values[1:]))


def _value(column: Column[Told], columns: Sequence[Column[Told]], rows: Sequence[Told]) -> Value:
    if column.holds is Holds.STAFF:
        return sum(whole(column.value(row)) or 0 for row in rows)
    total = total_of(column, columns, rows) if column.total is not Total.NONE else None
    return total.value if total and isinstance(total.value, int | Decimal) else None
