"""A table that is told shows what it showed, and reads nothing any more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.reports.table import Block, Column, Kind, Table, Total
from pch_desktop.reports.told import told, with_value
from pch_desktop.reports.totals import totals_of


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a made-up table."""

    id: int
    name: str
    spent: int | None
    people: int


COLUMNS: tuple[Column[Line], ...] = (
    Column("name", "Name", lambda row: row.name),
    Column("spent", "Spent", lambda row: row.spent, Kind.MONEY, Total.SUM,
           absent=lambda row: row.name == "Nothing"),
    Column("people", "People", lambda row: row.people, Kind.COUNT, Total.SUM),
    Column("head", "A head", lambda row: Decimal(row.spent or 0) / row.people,
           kind_of=lambda row: Kind.MONEY if row.id % 2 else Kind.NUMBER, total=Total.RATIO,
           ratio=("spent", "people"), formula="{spent}/{people}"),
)  # fmt: skip
LINES = st.lists(
    st.builds(
        Line,
        st.integers(1, 99),
        st.sampled_from(("Nothing", "Beds", "=SUM(A1)")),
        st.none() | st.integers(-10_000, 10_000),
        st.integers(1, 50),
    ),
    max_size=6,
)


@given(LINES)
def test_a_told_table_shows_the_same_values_kinds_and_totals(rows: list[Line]) -> None:
    table = Table("Made up", COLUMNS, rows, blocks=(Block("All", rows[:2]),), beside=rows[-1:])
    again = told(table)
    for column, other in zip(table.columns, again.columns, strict=True):
        assert [column.value(row) for row in table.rows] == [other.value(r) for r in again.rows]
        assert [column.kind_for(row) for row in rows] == [other.kind_for(r) for r in again.rows]
    assert totals_of(again) == totals_of(table)
    assert totals_of(again, again.blocks[0]) == totals_of(table, table.blocks[0])
    assert again.blocks[0].rows == again.rows[:2]
    assert told(again).rows == again.rows


def test_a_cell_given_another_value_is_worked_out_no_more() -> None:
    table = told(Table("Made up", COLUMNS, [Line(1, "Beds", 100, 4)]))
    column = table.columns[3]
    assert column.formula_of is not None
    assert column.formula_of(table.rows[0]) == "{spent}/{people}"
    hidden = with_value(table.rows[0], 3, "*")
    assert (column.value(hidden), column.formula_of(hidden)) == ("*", "")
    assert hidden.values[:3] == table.rows[0].values[:3]


def test_given_totals_are_told_instead_of_those_worked_out() -> None:
    table = told(Table("Made up", COLUMNS, [Line(1, "Beds", 100, 4)]))
    assert totals_of(table)["people"].value == 4
    assert {
        key: total.value for key, total in totals_of(replace(table, given={"people": 5})).items()
    } == {"people": 5}
