"""A chart's figures are its table's, and its axis is marked evenly around them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.reports.drawn import Drawing, drawing, marks
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table

Row = tuple[date, int | None, int | None]
COLUMNS: tuple[Column[Row], ...] = (
    Column("month", "Month", lambda row: row[0], Kind.DATE),
    Column("one", "One", lambda row: row[1], Kind.MONEY),
    Column("two", "Two", lambda row: row[2], Kind.MONEY),
)
APRIL = date(2016, 4, 1)
figures = st.none() | st.integers(-(10**9), 10**9)


def drawn(shape: Shape, *rows: tuple[int | None, int | None], first: int = 0) -> Drawing:
    """Return the drawing of some rows."""
    chart = Chart(shape, "month", ("one", "two"), "April leads.", "April leads with £4.", first)
    return drawing(Table("Told", COLUMNS, [(APRIL, *row) for row in rows]), chart)


def test_a_drawing_has_the_words_of_its_table_and_nothing_for_what_is_not_known() -> None:
    found = drawn(Shape.COLUMNS, (400, -200), (None, 5_000_00), first=2)
    assert found.names == ("Apr 16", "Apr 16")
    assert [series.title for series in found.series] == ["One", "Two"]
    assert [series.words for series in found.series] == [("£4", ""), ("(£2)", "£5,000")]


def test_only_the_first_rows_are_drawn_where_a_chart_says_so() -> None:
    assert len(drawn(Shape.BARS, (1, 1), (2, 2), (3, 3), first=2).names) == 2


@given(st.lists(st.tuples(figures, figures), max_size=6), st.sampled_from(list(Shape)))
def test_every_figure_lies_within_the_span(
    rows: list[tuple[int | None, int | None]], shape: Shape
) -> None:
    found = drawn(shape, *rows)
    low, high = found.span
    for row in rows:
        known = [value for value in row if value is not None]
        ends = [sum(known)] if shape is Shape.STACKED else known
        assert all(low <= end <= high for end in ends)
    assert shape is Shape.LINES or low <= 0 <= high


def test_bars_begin_at_nothing_and_lines_near_their_least_where_they_keep_far_from_it() -> None:
    rows = ((900, None), (1_000, None))
    assert drawn(Shape.BARS, *rows).span == (0, 1_000)
    assert drawn(Shape.LINES, *rows).span == (900, 1_000)


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
    assert len({after - before for before, after in pairwise(found)}) <= 1
