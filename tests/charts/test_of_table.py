"""Charts of tables draw the tables' own figures, whatever their shape."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation

from pch_desktop.charts.of_table import chart_figure
from pch_desktop.reports.drawn import drawing, marks
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table

Row = tuple[str, int | None, int | None]
ROWS: tuple[Row, ...] = (("GP", 4_000_00, 1_000_00), ("Nurse", -2_000_00, None), ("Other", None, 5))
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Name", lambda row: row[0]),
    Column("one", "One", lambda row: row[1], Kind.MONEY),
    Column("two", "Two", lambda row: row[2], Kind.MONEY),
)


def table(shape: Shape, rows: tuple[Row, ...] = ROWS, *keys: str) -> Table[Row]:
    """Return a table with one chart of a shape."""
    chart = Chart(shape, "name", keys or ("one", "two"), "GP leads.", "GP leads with £4,000.")
    return Table("Told", COLUMNS, rows, charts=(chart,))


def drawn(shape: Shape, rows: tuple[Row, ...] = ROWS, *keys: str) -> Figure:
    """Draw that table's chart."""
    told = table(shape, rows, *keys)
    return chart_figure(told, told.charts[0])


def said(figure: Figure) -> list[str]:
    """Return the figures that are written in a chart."""
    return [text.get_text() for text in figure.axes[0].texts if isinstance(text, Annotation)]


def bars(figure: Figure) -> list[Any]:
    """Return the bars of a chart."""
    return [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]


@pytest.mark.parametrize("shape", [Shape.BARS, Shape.COLUMNS])
def test_each_known_figure_is_a_bar_with_the_words_of_its_table(shape: Shape) -> None:
    figure = drawn(shape)
    ends = [bar.get_width() if shape is Shape.BARS else bar.get_height() for bar in bars(figure)]
    assert sorted(ends) == sorted([4_000_00, -2_000_00, 1_000_00, 5])
    assert sorted(said(figure)) == sorted(["£4,000", "(£2,000)", "£1,000", "£0"])
    assert [bool(bar.get_hatch()) for bar in bars(figure)] == [False, True, False, False]


def test_stacked_bars_begin_where_those_before_end() -> None:
    figure = drawn(Shape.STACKED, (("GP", 30, 10), ("Nurse", 20, 20)))
    begin = {(bar.get_x(), bar.get_width()) for bar in bars(figure)}
    assert begin == {(0, 30), (0, 20), (30, 10), (20, 20)}


def test_a_line_keeps_to_what_is_known_and_says_its_last_figure() -> None:
    figure = drawn(Shape.LINES)
    points: list[Any] = [line.get_ydata() for line in figure.axes[0].lines]
    assert [list(each) for each in points] == [[4_000_00, -2_000_00], [1_000_00, 5]]
    assert said(figure) == ["(£2,000)", "£0"]


@pytest.mark.parametrize("shape", list(Shape))
def test_where_nothing_is_known_it_says_so(shape: Shape) -> None:
    figure = drawn(shape, (("GP", None, None),))
    assert figure.axes[0].texts[0].get_text() == "Nothing is known for this yet."
    assert bars(figure) == []


def test_one_series_has_no_legend_and_two_have_theirs() -> None:
    assert drawn(Shape.BARS, ROWS, "one").axes[0].get_legend() is None
    legend = drawn(Shape.BARS).axes[0].get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["One", "Two"]


@settings(max_examples=60, deadline=None)
@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2),
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2),
)
def test_marks_of_an_axis_are_even_few_and_reach_past_what_they_mark(
    one: Decimal, other: Decimal
) -> None:
    low, high = min(one, other), max(one, other)
    found = marks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert len(found) <= 8
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) <= 1


def test_bars_always_span_nothing_and_lines_only_where_they_come_near_it() -> None:
    rows: tuple[Row, ...] = (("GP", 900, None), ("Nurse", 1_000, None))
    bars_of, lines_of = (table(shape, rows, "one") for shape in (Shape.BARS, Shape.LINES))
    assert drawing(bars_of, bars_of.charts[0]).span == (0, 1_000)
    assert drawing(lines_of, lines_of.charts[0]).span == (900, 1_000)
