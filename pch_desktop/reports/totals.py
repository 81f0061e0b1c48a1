"""Totals of any column, worked out in one place for the screen and for paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from pch_desktop.reports.table import Block, Column, Table, Total, Value

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Totalled:
    """A column's total; None where nothing can be said, incomplete over a blank."""

    value: Value
    is_incomplete: bool


def totals_of(table: Table[Row], under: Block[Row] | None = None) -> dict[str, Totalled]:
    """Return the totals of a table, or of one of its blocks, by column; those that have one."""
    part = under or table
    if part.given is not None:
        return {key: Totalled(value, is_incomplete=False) for key, value in part.given.items()}
    found = {column.key: total_of(column, table.columns, part.rows) for column in table.columns}
    return {key: total for key, total in found.items() if total is not None}


def total_of(
    column: Column[Row], columns: Sequence[Column[Row]], rows: Sequence[Row]
) -> Totalled | None:
    """Return a column's total over some rows; None where the column has none."""
    if column.total is Total.NONE:
        return None
    if column.total is Total.SUM:
        return _sum(column, rows)
    upper, lower = (_sum(_named(columns, key), rows) for key in column.ratio)
    return _ratio(upper, lower)


def _sum(column: Column[Row], rows: Sequence[Row]) -> Totalled:
    values: list[Any] = list(map(column.value, rows))
    if column.absent is not None:
        pairs = zip(values, map(column.absent, rows), strict=True)
        values = [value for value, is_absent in pairs if value is not None or not is_absent]
        if not values:
            return Totalled(None, is_incomplete=False)
    known = [value for value in values if value is not None]
    is_incomplete = len(known) < len(values)
    return Totalled(sum(known) if known or not is_incomplete else None, is_incomplete)


def _ratio(upper: Totalled, lower: Totalled) -> Totalled:
    match upper.value, lower.value:
        case ((int() | Decimal()) as above, (int() | Decimal()) as below) if below:
            share = None if upper.is_incomplete else Decimal(above) / abs(Decimal(below))
            return Totalled(share, upper.is_incomplete or lower.is_incomplete)
        case _:
            return Totalled(None, upper.is_incomplete or lower.is_incomplete)


def _named(columns: Sequence[Column[Row]], key: str) -> Column[Row]:
    return next(column for column in columns if column.key == key)
