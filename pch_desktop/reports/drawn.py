"""A chart of a table as figures: what every drawing of it takes, and where its axis is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor
from typing import Any

from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table, Value
from pch_desktop.reports.words import written

Number = int | Decimal
LYING = frozenset({Shape.BARS, Shape.STACKED})
"""The shapes whose names stand at the left and whose lengths go across."""
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MARKS = 5
"""How many marks of an axis are looked for, at most."""
FAR = 2
"""Lines begin near their least figure where their greatest is no more than so many times it."""


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one column, in the order drawn; None where one is not known."""

    title: str
    kind: Kind
    values: tuple[Number | None, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Each figure as it is read, the same as in the table."""
        return tuple(written(value, self.kind) for value in self.values)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with all its figures."""

    chart: Chart
    names: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def is_lying(self) -> bool:
        """Whether its lengths go across."""
        return self.chart.shape in LYING

    @property
    def span(self) -> tuple[Number, Number]:
        """The least and the greatest its axis must reach; nothing is always within bars."""
        values = self._ends()
        low, high = min(values, default=0), max(values, default=0)
        is_near = self.chart.shape is Shape.LINES and low > 0 and high <= FAR * low
        return (low if is_near else min(low, 0)), max(high, 0)

    def _ends(self) -> list[Number]:
        rows = zip(*(series.values for series in self.series), strict=True)
        known = [[value for value in row if value is not None] for row in rows]
        if self.chart.shape is Shape.STACKED:
            return [sum(row) for row in known]
        return [value for row in known for value in row]


def drawing(table: Table[Any], chart: Chart) -> Drawing:
    """Return the figures of a table's chart."""
    rows = table.rows[: chart.first or None]
    columns = {column.key: column for column in table.columns}
    names = tuple(_name(columns[chart.names].value(row)) for row in rows)
    return Drawing(chart, names, tuple(_series(columns[key], rows) for key in chart.series))


def marks(low: Number, high: Number) -> tuple[Number, ...]:
    """Return even marks of an axis from at or below one figure to at or above another."""
    whole = Decimal(high) - Decimal(low)
    if whole <= 0:
        return (low,)
    rough = whole / MARKS
    unit = Decimal(10) ** rough.adjusted()
    step = next(each * unit for each in STEPS if each * unit >= rough)
    first, last = floor(low / step), ceil(high / step)
    return tuple(step * number for number in range(first, last + 1))


def _series(column: Column[Any], rows: Sequence[Any]) -> Series:
    values = tuple(_number(column.value(row)) for row in rows)
    return Series(column.title, column.kind, values)


def _number(value: Value) -> Number | None:
    return value if isinstance(value, int | Decimal) else None


def _name(value: Value) -> str:
    return f"{value:%b %y}" if isinstance(value, date) else str(value or "")
