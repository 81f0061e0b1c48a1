"""A table laid out line by line says what its columns and its totals say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.reports.laid import Cell, Look, Part, is_headed_left, lines, notes, totals
from pch_desktop.reports.table import Block, Column, Kind, Table, Total, Worse
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.words import written

Row = tuple[str, int | None, str | None]
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Name", lambda row: row[0]),
    Column("pence", "Variance £", lambda row: row[1], Kind.MONEY, Total.SUM),
    Column("rating", "Rating", lambda row: row[2], Kind.RATING),
    Column("hidden", "On the screen", lambda row: row[1], Kind.COUNT, Total.SUM, prints=False),
)
some_rows = st.lists(
    st.tuples(
        st.text(max_size=5),
        st.none() | st.integers(-(10**9), 10**9),
        st.sampled_from([None, "Green", "Amber", "Red"]),
    ),
    max_size=8,
)


@given(some_rows, some_rows)
def test_every_row_is_a_line_and_every_block_and_the_table_have_their_sums(
    first: list[Row], second: list[Row]
) -> None:
    blocks = (Block("One", first), Block("Two", second))
    table = Table("Told", COLUMNS, [*first, *second], blocks=blocks)
    found = list(lines(table))
    parts = [line.part for line in found]
    expected = [*[Part.ROW] * len(first), *[Part.SUBTOTAL] * bool(first)]
    expected += [*[Part.ROW] * len(second), *[Part.SUBTOTAL] * bool(second)]
    assert parts == expected + [Part.TOTAL] * bool(first or second)
    assert all(len(line.cells) == 3 for line in found)
    for line in found:
        if line.part is Part.TOTAL:
            total = total_of(COLUMNS[1], COLUMNS, table.rows)
            assert total is not None
            assert line.cells[1].words == written(total.value, Kind.MONEY)


@given(some_rows)
def test_adverse_figures_stand_in_brackets_and_look_worse_and_ratings_as_they_are(
    rows: list[Row],
) -> None:
    for row, line in zip(rows, lines(Table("Told", COLUMNS, rows)), strict=False):
        figure, rating = line.cells[1:]
        is_worse = row[1] is not None and row[1] < 0
        assert (figure.look is Look.WORSE) == is_worse
        assert rating.look.value == (row[2] or "")
        assert figure.is_left is False


def test_what_is_missing_is_worse_the_more_of_it_there_is() -> None:
    column: Column[Row] = Column("gap", "Gap", lambda row: row[1], Kind.COUNT, worse=Worse.ABOVE)
    found = [
        line.cells[0] for line in lines(Table("Gaps", (column,), [("", 2, None), ("", 0, None)]))
    ]
    assert found == [Cell("2", Look.WORSE, is_left=False), Cell("0", Look.PLAIN, is_left=False)]


def test_what_stands_beside_comes_after_the_total() -> None:
    rows: list[Row] = [("a", 100, None)]
    table = Table("Told", COLUMNS, rows, beside=[("kept back", 500, None)], total_title="All")
    assert [(line.part, line.cells[0].words) for line in lines(table)] == [
        (Part.ROW, "a"), (Part.TOTAL, "All"), (Part.BESIDE, "kept back"),
    ]  # fmt: skip


def test_a_blank_makes_a_note_and_an_empty_table_says_so() -> None:
    blank = Table("Told", COLUMNS, [("a", None, None)], notes=("Read this.",))
    assert notes(blank, totals(blank)) == (
        "Read this.", "Incomplete totals, because a row is not known: Variance £.",
    )  # fmt: skip
    empty = Table("Told", COLUMNS, [])
    assert notes(empty, totals(empty)) == ("Nothing has been entered yet.",)


def test_a_column_of_several_kinds_is_headed_to_the_right_as_its_figures() -> None:
    column: Column[Row] = Column("value", "Value", lambda row: row[1], kind_of=lambda _: Kind.COUNT)
    assert not is_headed_left(column)
    assert is_headed_left(COLUMNS[0])
