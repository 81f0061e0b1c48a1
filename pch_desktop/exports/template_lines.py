"""A whole table at a name of a workbook: its rows and its total, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.cell import Stored, stored
from pch_desktop.exports.sheet_boxes import Box, Place
from pch_desktop.exports.template_points import Point
from pch_desktop.reports.table import Table
from pch_desktop.reports.totals import totals_of
from pch_desktop.reports.words import plural


def lines(table: Table[Any]) -> list[tuple[Stored, ...]]:
    """Return a table's rows and its total as cells hold them, its printed columns in order."""
    columns = table.printed
    found = [
        tuple(stored(column.value(row), column.kind_for(row)) for column in columns)
        for row in table.rows
    ]
    totals = totals_of(table)
    if table.rows and totals:
        sums = [
            stored(totals[column.key].value, column.kind) if column.key in totals else None
            for column in columns
        ]
        found.append((table.total_title, *sums[1:]))
    return found


def placed(point: Point, table: Table[Any]) -> Iterator[tuple[Place, Stored]]:
    """Yield the cells of a table at a name: from its one cell on, or within its cells.

    A name that points at several cells bounds the table, and what is left of
    them is made blank.

    Raises:
        Refusal: they are too few.
    """
    told = lines(table)
    (top, left), (bottom, right) = _room(point, told)
    for down in range(bottom - top + 1):
        cells = told[down] if down < len(told) else ()
        for across in range(right - left + 1):
            yield (top + down, left + across), cells[across] if across < len(cells) else None


def _room(point: Point, told: list[tuple[Stored, ...]]) -> Box:
    first, last = point.box
    wide, high = len(told[0]) if told else 1, max(len(told), 1)
    if first == last:
        return first, (first[0] + high - 1, first[1] + wide - 1)
    has_high, has_wide = last[0] - first[0] + 1, last[1] - first[1] + 1
    if high > has_high or wide > has_wide:
        raise Refusal(
            f"{point.name} has room for {plural(has_high, 'row')} of "
            f"{plural(has_wide, 'column')}, and the table has {plural(high, 'row')} of "
            f"{plural(wide, 'column')}. Let the name point at more cells."
        )
    return point.box
