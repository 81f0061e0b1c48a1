"""Charts that Excel draws itself, from the cells of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.cell import legible
from pch_desktop.exports.series import LYING, Drawn, font, label_format, series, values_of
from pch_desktop.exports.style import DARK, HAIR, INK, SOFT
from pch_desktop.reports.table import Kind, Shape

TYPES: dict[Shape, dict[str, str]] = {
    Shape.BARS: {"type": "bar"},
    Shape.COLUMNS: {"type": "column"},
    Shape.STACKED: {"type": "bar", "subtype": "stacked"},
    Shape.LINES: {"type": "line"},
}
LEAST_HEIGHT, LINES_HEIGHT, BAR_HEIGHT = 180, 260, 16
GAP = 18
PIXELS = 4 / 3
"""Pixels to a point."""
LETTER, TITLE_LETTER, TITLE_LINE = 5.8, 6.7, 18
NAMES_MOST, NAMES_LEAST = 260, 70
LEGEND, FOOT = 26, 26


def height_of(charts: Sequence[Drawn]) -> float:
    """Return how high a row of charts is, in points."""
    return max((_height(drawn) for drawn in charts), default=0) / PIXELS + 30


def insert_charts(
    book: Workbook, sheet: Worksheet, charts: Sequence[Drawn], at_row: int, across: float
) -> None:
    """Put charts beside one another, as wide together as the table above them."""
    if not charts:
        return
    width = int((across * PIXELS - GAP * (len(charts) - 1)) / len(charts))
    height = max(_height(drawn) for drawn in charts)
    for number, drawn in enumerate(charts):
        made = _draw(book, drawn, width, height)
        options = {
            "description": legible(drawn.chart.alt_text),
            "object_position": 2,
            "x_offset": number * (width + GAP),
        }
        sheet.insert_chart(at_row, 0, made, options)


def _height(drawn: Drawn) -> int:
    if drawn.chart.shape not in LYING:
        return LINES_HEIGHT
    side_by_side = len(drawn.chart.series) if drawn.chart.shape is Shape.BARS else 1
    return max(LEAST_HEIGHT, 74 + BAR_HEIGHT * drawn.bars * side_by_side)


def _draw(book: Workbook, drawn: Drawn, width: int, height: int) -> Any:
    chart = drawn.chart
    made: Any = book.add_chart(TYPES[chart.shape])
    for number in range(len(chart.series)):
        made.add_series(series(drawn, number))
    made.set_size({"width": width, "height": height})
    made.set_title(
        {
            "name": legible(chart.finding),
            "name_font": font(11, DARK, bold=True),
            "overlay": True,
            "layout": {"x": 10 / width, "y": 8 / height},
        }
    )
    made.set_chartarea({"border": {"color": HAIR}})
    made.show_blanks_as("span")
    many = len(chart.series) > 1
    made.set_legend({"position": "bottom", "font": font(9, SOFT)} if many else {"none": True})
    made.set_plotarea({"layout": _plot(drawn, width, height)})
    _set_axes(made, drawn)
    return made


def _plot(drawn: Drawn, width: int, height: int) -> dict[str, float]:
    """Return where the bars or lines are, in parts of the chart: below its title, beside names."""
    chart = drawn.chart
    top = 24 + TITLE_LINE * -(-int(len(chart.finding) * TITLE_LETTER) // (width - 20))
    bottom = LEGEND * (len(chart.series) > 1) + 8
    left = NAMES_LEAST
    if chart.shape in LYING:
        names = next(column for column in drawn.table.columns if column.key == chart.names)
        longest = max(len(str(names.value(row))) for row in drawn.rows)
        left = min(NAMES_MOST, max(NAMES_LEAST, int(longest * LETTER) + 16))
    else:
        bottom += FOOT
    return {
        "x": left / width,
        "y": top / height,
        "width": (width - left - 40) / width,
        "height": (height - top - bottom) / height,
    }


def _set_axes(made: Any, drawn: Drawn) -> None:
    names = {
        "num_font": font(9, INK),
        "label_position": "low",
        "line": {"color": SOFT, "width": 0.75},
        "major_tick_mark": "none",
    }
    lengths = {
        "num_font": font(9, SOFT),
        "num_format": label_format(drawn, 0),
        "major_gridlines": {"visible": True, "line": {"color": HAIR, "width": 0.75}},
        "line": {"none": True},
        "major_tick_mark": "none",
    }
    named = next(column for column in drawn.table.columns if column.key == drawn.chart.names)
    if named.kind is Kind.DATE:
        names |= {"num_format": "mmm yy", "text_axis": True}
    if drawn.chart.shape in LYING:
        # Each bar has its figure beside it, so that the axis need not say it again.
        made.set_x_axis({**lengths, "label_position": "none"})
        made.set_y_axis({**names, "reverse": True})
    else:
        made.set_x_axis(names)
        made.set_y_axis({**lengths, **_beginning(drawn)})


def _beginning(drawn: Drawn) -> dict[str, float]:
    """Return where the axis of lines begins: near them where they keep far from nothing."""
    known = [value for key in drawn.chart.series for value in values_of(drawn, key) if value]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if low <= 0 or high > 2 * low:
        return {}
    step = 10 ** (len(str(int(low))) - 2)
    return {"min": int(low / step) * step}
