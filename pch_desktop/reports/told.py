"""Tables told once and for all: rows of plain values, which nothing works out again.

A pack is told before it is chosen from, disclosed, frozen or written, so that all of these
work on the same figures whatever a section's own rows are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pch_desktop.reports.table import Block, Column, Kind, Table, Value

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Told:
    """A row as it was told: each column's value with its kind and its own formula."""

    id: int
    values: tuple[Value, ...]
    kinds: tuple[Kind, ...]
    formulas: tuple[str, ...]
    """What a cell works out live, or nothing."""
    absent: tuple[bool, ...]
    """Of which columns a blank is nothing at all, rather than not known."""
    is_private: bool = False
    """Whether the public never sees it."""


def told(table: Table[Any]) -> Table[Told]:
    """Return a table whose rows are plain values; what it shows is the same."""
    rows = {id(row): _told(table, number, row) for number, row in enumerate(_all(table))}

    def same(some: Sequence[Any]) -> tuple[Told, ...]:
        return tuple(rows[id(row)] for row in some)

    return Table(
        title=table.title,
        columns=tuple(of_told(column, at) for at, column in enumerate(table.columns)),
        rows=same(table.rows),
        subtitle=table.subtitle,
        charts=table.charts,
        notes=tuple(table.notes),
        marking=table.marking,
        blocks=tuple(Block(block.title, same(block.rows), block.given) for block in table.blocks),
        total_title=table.total_title,
        beside=same(table.beside),
        given=table.given,
        is_worked_on=table.is_worked_on,
        private=is_private if table.private else None,
    )


def with_value(row: Told, at: int, value: Value) -> Told:
    """Return a row with another value in a column, which is no longer worked out."""
    return replace(row, values=_put(row.values, at, value), formulas=_put(row.formulas, at, ""))


def _all(table: Table[Any]) -> list[Any]:
    inside = [row for block in table.blocks for row in block.rows]
    return [*table.rows, *inside, *table.beside]


def is_private(row: Told) -> bool:
    """Return whether the public never sees a row."""
    return row.is_private


def _told(table: Table[Any], number: int, row: Any) -> Told:
    columns = table.columns
    return Told(
        id=getattr(row, "id", number),
        values=tuple(column.value(row) for column in columns),
        kinds=tuple(column.kind_for(row) for column in columns),
        formulas=tuple(
            column.formula_of(row) if column.formula_of else column.formula for column in columns
        ),
        absent=tuple(column.absent is not None and column.absent(row) for column in columns),
        is_private=table.private is not None and table.private(row),
    )


def of_told(column: Column[Any], at: int) -> Column[Told]:
    """Return a column that reads its value at a place of a told row."""
    return replace(
        column,
        value=_at(at),
        kind_of=_kind(at) if column.kind_of else None,
        formula_of=_formula(at) if column.formula_of or column.formula else None,
        absent=_absent(at) if column.absent else None,
    )


def _at(at: int) -> Callable[[Told], Value]:
    return lambda row: row.values[at]


def _kind(at: int) -> Callable[[Told], Kind]:
    return lambda row: row.kinds[at]


def _formula(at: int) -> Callable[[Told], str]:
    return lambda row: row.formulas[at]


def _absent(at: int) -> Callable[[Told], bool]:
    return lambda row: row.absent[at]


def _put(values: tuple[Any, ...], at: int, value: Any) -> tuple[Any, ...]:
    return (*values[:at], value, *values[at + 1 :])
