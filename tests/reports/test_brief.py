"""A table in brief: few rows, the weightiest, in their own order, and the total of all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.reports.brief import brief
from pch_desktop.reports.laid import Part
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table, Total

Row = tuple[str, int, str, str | None]
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Line", lambda row: row[0]),
    Column("amount", "Amount", lambda row: row[1], Kind.COUNT, Total.SUM),
    Column("rating", "Rating", lambda row: row[2], Kind.RATING),
    Column("commentary", "Commentary", lambda row: row[3]),
)
CHART = Chart(Shape.BARS, "name", ("amount",), "Finding", "Words")
WEIGHTS = {"Red": 2, "Amber": 1, "Green": 0}
ROWS = st.lists(st.tuples(st.integers(-99, 99), st.sampled_from(sorted(WEIGHTS))), max_size=30).map(
    lambda told: [(f"Line {at}", *each, f"Of {at}") for at, each in enumerate(told)]
)


@given(ROWS)
def test_the_weightiest_rows_stand_in_their_own_order_above_the_total_of_all(
    rows: list[Row],
) -> None:
    found = brief(Table("Lines", COLUMNS, rows, charts=(CHART,)))
    kept = [line.cells[0].words for line in found.lines if line.part is Part.ROW]
    names = [row[0] for row in rows]
    assert kept == [name for name in names if name in kept]
    assert len(kept) == min(len(rows), 8)
    weights = {row[0]: (WEIGHTS[row[2]], abs(row[1])) for row in rows}
    left = [weights[name] for name in names if name not in kept]
    assert not left or max(left) <= min(weights[name] for name in kept)
    assert bool(found.note) is bool(left)
    totals = [line.cells[1].words for line in found.lines if line.part is Part.TOTAL]
    whole = sum(row[1] for row in rows)
    assert totals == ([f"({-whole})" if whole < 0 else str(whole)] if rows else [])


@given(ROWS)
def test_the_commentary_is_of_what_is_rated_worse_where_anything_is(rows: list[Row]) -> None:
    found = brief(Table("Lines", COLUMNS, rows, charts=(CHART,)))
    ratings = {row[0]: row[2] for row in rows}
    told = {ratings[name] for name, _ in found.commentary}
    assert told <= {"Red", "Amber"} or told == {"Green"} == set(ratings.values())
