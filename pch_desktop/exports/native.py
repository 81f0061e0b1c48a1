"""Charts that Excel draws itself, from the cells of the table above them."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.style import BETTER_FILL, BLUE, RULE, SOFT, WORSE, WORSE_FILL
from pch_desktop.reports.table import Chart, Shape, Table

HEAD, FIRST = 3, 4
TYPES: dict[Shape, dict[str, str]] = {
    Shape.BARS: {"type": "bar"},
    Shape.COLUMNS: {"type": "column"},
    Shape.STACKED: {"type": "bar", "subtype": "stacked"},
    Shape.LINES: {"type": "line"},
}
COLOURS = ((BETTER_FILL, BLUE), ("#FFFFFF", WORSE), ("#330072", "#330072"), ("#FFB81C", "#5C3B00"))
WIDTH, LEAST_HEIGHT, BAR_HEIGHT = 900, 220, 22
FONT = {"name": "Arial", "size": 9, "color": SOFT}


def insert_charts(book: Workbook, sheet: Worksheet, table: Table[Any], at_row: int) -> None:
    """Put a table's charts below it, one under the other."""
    for chart in table.charts:
        height = max(LEAST_HEIGHT, 90 + BAR_HEIGHT * len(table.rows))
        drawn = _draw(book, table, chart)
        drawn.set_size({"width": WIDTH, "height": height})
        options = {"description": chart.alt_text, "object_position": 2, "y_offset": 6}
        sheet.insert_chart(at_row, 0, drawn, options)
        at_row += height // 20 + 2


def _draw(book: Workbook, table: Table[Any], chart: Chart) -> Any:
    drawn: Any = book.add_chart(TYPES[chart.shape])
    keys = [column.key for column in table.columns]
    last = FIRST + len(table.rows) - 1
    names = keys.index(chart.names)
    for number, key in enumerate(chart.series):
        at = keys.index(key)
        fill, line = COLOURS[number]
        drawn.add_series(
            {
                "name": [table.title, HEAD, at],
                "categories": [table.title, FIRST, names, last, names],
                "values": [table.title, FIRST, at, last, at],
                "fill": {"color": fill},
                "border": {"color": line, "width": 1},
                "invert_if_negative": True,
                "invert_if_negative_color": WORSE_FILL,
                "data_labels": {"value": True, "font": FONT},
                "gap": 45,
            }
        )
    drawn.set_title({"name": chart.finding, "name_font": {**FONT, "size": 11, "bold": True},
                     "overlay": False, "layout": {"x": 0.01, "y": 0.02}})  # fmt: skip
    drawn.set_legend(
        {"none": True} if len(chart.series) == 1 else {"position": "top", "font": FONT}
    )
    is_lying = chart.shape in {Shape.BARS, Shape.STACKED}
    names_axis = {"num_font": FONT, "label_position": "low", "line": {"color": SOFT}}
    gridlines = {"visible": True, "line": {"color": RULE, "width": 0.5}}
    lengths_axis = {"num_font": FONT, "major_gridlines": gridlines}
    # A lying chart keeps its names on the upright axis, first on top.
    drawn.set_x_axis(lengths_axis if is_lying else names_axis)
    drawn.set_y_axis({**names_axis, "reverse": True} if is_lying else lengths_axis)
    return drawn
