"""A table as it is laid on paper: line by line, every value in words, with how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from pch_desktop.reports.table import LEFT, Block, Column, Kind, Table, Value, Worse
from pch_desktop.reports.totals import Totalled, totals_of
from pch_desktop.reports.words import written

Row = TypeVar("Row")
Totals = Mapping[int, Totalled | None]
"""Each printed column's total, by where it stands."""


class Look(Enum):
    """What a cell is to be told by at a glance; its words say the same."""

    PLAIN = ""
    WORSE = "worse"
    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"


class Part(Enum):
    """What a line of a table is."""

    ROW = "row"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    BESIDE = "beside"
    """Under the total, and not in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in words."""

    words: str
    look: Look = Look.PLAIN
    is_left: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a row, or the sums of rows."""

    part: Part
    cells: tuple[Cell, ...]


def is_headed_left(column: Column[Any]) -> bool:
    """Return whether a column's heading stands to the left."""
    return column.kind in LEFT and column.kind_of is None


def lines(table: Table[Row]) -> Iterator[Line]:
    """Return a table's lines: rows with the subtotals of their blocks, total, what is beside."""
    for block in table.blocks or (Block("", table.rows),):
        yield from (_line(table, Part.ROW, row) for row in block.rows)
        if table.blocks:
            yield from _sums(table, Part.SUBTOTAL, f"{block.title}, subtotal", block)
    yield from _sums(table, Part.TOTAL, table.total_title)
    yield from (_line(table, Part.BESIDE, row) for row in table.beside)


def totals(table: Table[Row], under: Block[Row] | None = None) -> Totals:
    """Return the total of each printed column of a table, or of a block of it."""
    found = totals_of(table, under)
    return {at: found.get(column.key) for at, column in enumerate(table.printed)}


def notes(table: Table[Any], sums: Totals) -> tuple[str, ...]:
    """Return what must be read with a table; a blank in a column makes its total incomplete."""
    if not table.rows:
        return ("Nothing has been entered yet.", *table.notes)
    blank = [table.printed[at].title for at, sum_ in sums.items() if sum_ and sum_.is_incomplete]
    if not blank:
        return table.notes
    return (*table.notes, f"Incomplete totals, because a row is not known: {', '.join(blank)}.")


def _line(table: Table[Row], part: Part, row: Row) -> Line:
    found = ((column, column.value(row), column.kind_for(row)) for column in table.printed)
    return Line(part, tuple(_cell(*each) for each in found))


def _sums(
    table: Table[Row], part: Part, title: str, under: Block[Row] | None = None
) -> Iterator[Line]:
    sums = totals(table, under)
    if (under or table).rows and any(sums.values()):
        cells = [_sum(table.printed[at], total) for at, total in sums.items()]
        yield Line(part, (Cell(title), *cells[1:]))


def _sum(column: Column[Any], total: Totalled | None) -> Cell:
    return _cell(column, None if total is None else total.value, column.kind)


def _cell(column: Column[Any], value: Value, kind: Kind) -> Cell:
    return Cell(written(value, kind), _look(column, value), kind in LEFT)


def _look(column: Column[Any], value: Value) -> Look:
    if column.kind is Kind.RATING:
        word = str(value).partition(",")[0]
        return next((look for look in Look if look.value and look.value == word), Look.PLAIN)
    if column.kind in LEFT or value is None or isinstance(value, str):
        return Look.PLAIN
    # Nought is on neither side; a day is no number, and is not in a column of numbers.
    sign: Any = value
    is_worse = sign > 0 if column.worse is Worse.ABOVE else sign < 0
    return Look.WORSE if is_worse else Look.PLAIN
