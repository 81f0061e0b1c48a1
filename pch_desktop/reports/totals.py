"""Totals of any column, worked out in one place for the screen and for paper.

A column that adds up is added up; a column that is a formula is worked out
again from the sums, so that a total's percentage is a percentage of totals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar, cast

from pch_desktop.reports.table import Column, Total, Value, summed

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Totalled:
    """A column's total; None where nothing can be said, incomplete over a blank."""

    value: Value
    is_incomplete: bool


def total_of(column: Column[Row], rows: Sequence[Row]) -> Totalled | None:
    """Return a column's total over some rows; None where the column has none."""
    match column.total:
        case Total.NONE:
            return None
        case Total.SUM:
            return _sum(column, rows)
        case Total.FORMULA:
            return _formula(column, rows)


def _sum(column: Column[Row], rows: Sequence[Row]) -> Totalled:
    total = summed(column, rows)
    is_known = not total.is_incomplete or any(column.value(row) is not None for row in rows)
    return Totalled(total.amount if is_known else None, total.is_incomplete)


def _formula(column: Column[Row], rows: Sequence[Row]) -> Totalled:
    if not rows:
        return Totalled(None, is_incomplete=False)
    whole = Whole(rows)
    try:
        value = column.value(cast("Row", whole))
    except TypeError:
        return Totalled(None, is_incomplete=True)
    return Totalled(None if whole.is_incomplete else value, whole.is_incomplete)


class Whole(Generic[Row]):
    """Many rows read as if they were one.

    A field is the sum of the rows' fields, and a property is worked out again
    from those sums. What is not known in one row is not known of the whole.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._parts: dict[str, Whole[Any]] = {}
        self._has_blank = False

    @property
    def is_incomplete(self) -> bool:
        """Whether a blank was met in what has been read so far."""
        return self._has_blank or any(part.is_incomplete for part in self._parts.values())

    def __getattr__(self, name: str) -> Any:
        derived = getattr(type(self._rows[0]), name, None)
        if isinstance(derived, property) and derived.fget is not None:
            return derived.fget(cast("Any", self))
        if callable(derived):
            return derived.__get__(self)
        return self._field(name)

    def _field(self, name: str) -> Any:
        values: list[Any] = [getattr(row, name) for row in self._rows]
        if any(value is None for value in values):
            self._has_blank = True
            return None
        first = values[0]
        if isinstance(first, (int, Decimal)) and not isinstance(first, bool):
            return sum(values[1:], first)
        if all(value == first for value in values):
            return first
        if isinstance(first, (bool, str)):
            return type(first)()
        return self._parts.setdefault(name, Whole(values))
