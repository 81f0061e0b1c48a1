"""The counts of people in a pack's tables: which columns hold them, and which are the same.

A count may stand on several sheets. Where its column, its row and its figure are
the same it is taken as the same count, so that what is hidden on one sheet cannot
be read on another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.reports.table import Block, Column, Holds, Table, Total
from pch_desktop.reports.told import Told
from pch_desktop.reports.totals import totals_of

Figure = tuple[str, str, int]
"""A count by its column, its row, and how many it counts: the same on every sheet."""
PLAIN_SUM = re.compile(r"\(*\{\w+\}(?:\+\{\w+\})*\)*")
TOUCHED = re.compile(r"\{(\w+)(?:\[(\d+)\])?\}")
"""The columns a formula is made of, and the row where it is another's."""
ALL = "all"


def counts_people(table: Table[Told], at: int) -> bool:
    """Return whether a column counts people: whole numbers that are no mean and no share."""
    column = table.columns[at]
    rows = (*table.rows, *table.beside)
    is_whole = all(row.values[at] is None or whole(row.values[at]) is not None for row in rows)
    is_sum = all(not row.formulas[at] or PLAIN_SUM.fullmatch(row.formulas[at]) for row in rows)
    return column.holds is Holds.PEOPLE and not column.of and is_whole and is_sum


def whole(value: object) -> int | None:
    """Return a value that counts something as a whole number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return int(value) if value == int(value) and value >= 0 else None


def figure(table: Table[Told], at: int, row: Told) -> Figure | None:
    """Return the count in a cell, or nothing where it is not known."""
    count = whole(row.values[at])
    return None if count is None else (table.columns[at].key, label(table, row), count)


def label(table: Table[Told], row: Told) -> str:
    """Return what a row is called: the first words in it that no other row begins with."""
    names = [str(each.values[0]) for each in (*table.rows, *table.beside)]
    name = str(row.values[0])
    return name if names.count(name) == 1 else f"{table.title}, {row.id}, {name}"


def sum_figure(table: Table[Told], at: int, under: Block[Told] | None = None) -> Figure | None:
    """Return the count that is the total of a column, or of one of its blocks."""
    column = table.columns[at]
    found = totals_of(table, under).get(column.key) if column.total is Total.SUM else None
    count = None if found is None else whole(found.value)
    name = ALL if under is None else f"{ALL} {under.title}"
    return None if count is None else (column.key, name, count)


def column_at(columns: Sequence[Column[Told]], key: str) -> int | None:
    """Return where the column of a key stands."""
    return next((at for at, column in enumerate(columns) if column.key == key), None)
