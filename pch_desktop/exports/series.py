"""What a chart's bars and lines are made of, and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pch_desktop.exports.page import FIRST, HEAD
from pch_desktop.exports.style import BETTER_FILL, BLUE, INK, SOFT, WORSE, WORSE_FILL
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table

LYING = frozenset({Shape.BARS, Shape.STACKED})
BETTER = {"fill": {"color": BETTER_FILL}, "border": {"color": BLUE, "width": 1}}
ADVERSE = {"fill": {"color": WORSE_FILL}, "border": {"color": WORSE, "width": 1}}
MISSING = {
    "fill": {"color": "#FFFFFF"},
    "border": {"color": WORSE, "width": 1, "dash_type": "dash"},
}
BARS = (BETTER, MISSING, ADVERSE)
LINES = (
    {
        "line": {"color": BLUE, "width": 2.25},
        "marker": {
            "type": "circle",
            "size": 6,
            "fill": {"color": "#FFFFFF"},
            "border": {"color": BLUE, "width": 1.5},
        },
    },
    {
        "line": {"color": SOFT, "width": 1.5, "dash_type": "dash"},
        "marker": {"type": "diamond", "size": 7, "fill": {"color": SOFT}, "border": {"none": True}},
    },
)
"""What is known is a whole line with rings, what is forecast a dashed one with a diamond."""
LABELS = {
    Kind.THOUSANDS: "#,##0,;(#,##0,)",
    Kind.MONEY: "£#,##0;(£#,##0)",
    Kind.WTE: "#,##0.0;(#,##0.0)",
    Kind.SHARE: "0%;(0%)",
    Kind.RATE: "0.0%;(0.0%)",
}
COUNTED = "#,##0;(#,##0)"
SHORT = 0.04
"""The part of the longest bar below which a label no longer fits inside one."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, and the table whose cells it draws."""

    table: Table[Any]
    chart: Chart

    @property
    def rows(self) -> Sequence[Any]:
        """The rows it draws."""
        return self.table.rows[: self.chart.first or None]

    @property
    def bars(self) -> int:
        """How many rows it draws."""
        return len(self.rows)


def series(drawn: Drawn, number: int) -> dict[str, Any]:
    """Return one series of a chart, by its cells."""
    chart, title = drawn.chart, drawn.table.title
    keys = [column.key for column in drawn.table.printed]
    names, at = keys.index(chart.names), keys.index(chart.series[number])
    last = FIRST + drawn.bars - 1
    facts: dict[str, Any] = {
        "name": [title, HEAD, at],
        "categories": [title, FIRST, names, last, names],
        "values": [title, FIRST, at, last, at],
    }
    if chart.shape is Shape.LINES:
        return facts | LINES[number] | {"data_labels": _at_the_end(drawn, number)}
    facts |= BARS[number] | {"gap": 40}
    values = values_of(drawn, chart.series[number])
    if any(value is not None and value < 0 for value in values):
        facts["points"] = [ADVERSE if value is not None and value < 0 else None for value in values]
    facts["data_labels"] = {
        "value": True,
        "num_format": label_format(drawn, number),
        "font": font(9, INK),
    }
    return facts


def label_format(drawn: Drawn, number: int) -> str:
    """Return how a series' figures are written in its chart; what does not fit is left out."""
    key = drawn.chart.series[number]
    written = LABELS.get(_column(drawn, key).kind, COUNTED)
    if drawn.chart.shape is not Shape.STACKED:
        return written
    parts = [values_of(drawn, each) for each in drawn.chart.series]
    longest = max(sum(value or 0 for value in row) for row in zip(*parts, strict=True))
    return f'[<{longest * SHORT:.4f}]"";{written.split(";")[0]}'


def values_of(drawn: Drawn, key: str) -> list[float | None]:
    """Return the figures of a column that a chart draws."""
    column = _column(drawn, key)
    return [_number(column.value(row)) for row in drawn.rows]


def font(size: int, colour: str, *, bold: bool = False) -> dict[str, Any]:
    """Return the letters of a chart."""
    return {"name": "Arial", "size": size, "color": colour, "bold": bold}


def _at_the_end(drawn: Drawn, number: int) -> dict[str, Any]:
    """Return a label at a line's last point alone; before it the axis is read."""
    values = values_of(drawn, drawn.chart.series[number])
    last = max((at for at, value in enumerate(values) if value is not None), default=0)
    return {
        "value": True,
        "num_format": label_format(drawn, number),
        "font": font(9, INK, bold=True),
        "position": "above",
        "custom": [*([{"delete": True}] * last), {}],
    }


def _column(drawn: Drawn, key: str) -> Column[Any]:
    return next(column for column in drawn.table.columns if column.key == key)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | Decimal) else None
