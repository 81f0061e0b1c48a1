"""A frozen pack comes back as it was, to the last cell."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pch_desktop.exports import pack
from pch_desktop.exports.board import Logo, Pack
from pch_desktop.exports.frozen import freeze, thaw
from pch_desktop.exports.frozen_table import frozen_table, thawed_table
from pch_desktop.reports.compared import compared
from pch_desktop.reports.table import Block, Column, Holds, Kind, Table, Total, Value, Worse
from pch_desktop.reports.told import Told, of_told, told, with_value
from tests.exports.books import cells

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=4)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.dates(date(1948, 7, 5), date(2099, 12, 31)),
    TEXT,
)


def nothing(_: Told) -> None:
    """Tell nothing."""


def words(_: Told) -> Kind:
    """Tell that it is words."""
    return Kind.TEXT


def no_formula(_: Told) -> str:
    """Tell that it is entered."""
    return ""


def known(_: Told) -> bool:
    """Tell that it is there."""
    return False


def column(**facts: Any) -> Column[Told]:
    """Return a column of some facts."""
    return Column("key", value=nothing, **facts)


COLUMNS = st.builds(
    column,
    title=TEXT,
    kind=st.sampled_from(Kind),
    total=st.sampled_from((Total.NONE, Total.SUM)),
    band=TEXT,
    words=st.tuples(TEXT),
    is_open=st.booleans(),
    help=TEXT,
    worse=st.sampled_from(Worse),
    prints=st.booleans(),
    holds=st.sampled_from(Holds),
    kind_of=st.none() | st.just(words),
    formula_of=st.none() | st.just(no_formula),
    absent=st.none() | st.just(known),
)


@st.composite
def tables(draw: st.DrawFn) -> Table[Told]:
    """Tables of any values, with blocks and rows beside their totals."""
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=3))
    read = tuple(of_told(column, at) for at, column in enumerate(columns))
    wide = len(columns)

    def rows(most: int) -> tuple[Told, ...]:
        return tuple(draw(st.lists(row, max_size=most)))

    row = st.builds(
        Told,
        st.integers(0, 99),
        st.tuples(*[VALUES] * wide),
        st.tuples(*[st.sampled_from(Kind)] * wide),
        st.tuples(*[st.sampled_from(("", "{key}+1"))] * wide),
        st.tuples(*[st.booleans()] * wide),
    )
    every = rows(3)
    given_totals: dict[str, Value] = {"key": draw(VALUES)}
    return Table(
        draw(TEXT), read, every, draw(TEXT), notes=(draw(TEXT),), marking=draw(TEXT),
        blocks=(Block("All", every[:2], given_totals),), beside=rows(2),
        given=draw(st.none() | st.just(given_totals)),
    )  # fmt: skip


@settings(max_examples=30)
@given(tables())
def test_any_told_table_comes_back_with_the_same_values_kinds_and_formulas(
    table: Table[Told],
) -> None:
    before = told(table)
    again = thawed_table(json.loads(json.dumps(frozen_table(before))))
    assert again.rows == before.rows
    assert again.beside == before.beside
    assert [block.rows for block in again.blocks] == [block.rows for block in before.blocks]
    assert frozen_table(again) == frozen_table(before)
    for column, other in zip(before.columns, again.columns, strict=True):
        assert [_shown(column, row) for row in before.rows] == [
            _shown(other, row) for row in again.rows
        ]
    types = [[type(value) for value in row.values] for row in before.rows]
    assert [[type(value) for value in row.values] for row in again.rows] == types


def _shown(column: Column[Told], row: Told) -> tuple[Value, Kind, str | None]:
    formula = column.formula_of(row) if column.formula_of else None
    return column.value(row), column.kind_for(row), formula


def test_a_thawed_pack_writes_the_very_cells_of_the_pack(
    board: Pack, workbook: Path, tmp_path: Path
) -> None:
    again = pack.write_pack(thaw(freeze(board)), tmp_path)
    assert cells(again) == cells(workbook)
    assert cells(again, formulas=True) == cells(workbook, formulas=True)


def test_all_of_a_pack_is_frozen_and_what_is_not_known_yet_is_no_hindrance(board: Pack) -> None:
    logo = Logo("A heron over reeds", "png", b"\x89PNG")
    facts = json.loads(freeze(replace(board, logo=logo)))
    assert {each.name for each in fields(Pack)} - {"issue"} <= set(facts)
    facts["of_a_later_version"] = {"more": 1}
    facts["summary"]["columns"][0]["later"] = True
    for missing in ("homes", "ground", "left_out", "front", "since"):
        del facts[missing]
    for column in facts["summary"]["columns"]:
        del column["holds"], column["prints"]
    again = thaw(json.dumps(facts))
    assert again.logo == logo
    assert again.summary.rows == board.summary.rows
    assert again.summary.columns[0].holds is Holds.FIGURES


@given(st.data())
@settings(max_examples=25)
def test_one_figure_changed_is_the_one_change_found(board: Pack, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from([each for each in board.tables if len(each.rows) > 1]))
    assert compared([table], [table]) == []
    row = data.draw(st.sampled_from(range(len(table.rows))))
    numbers = [at for at, value in enumerate(table.rows[row].values)
               if isinstance(value, Decimal | int) and not isinstance(value, bool)]  # fmt: skip
    if not numbers:
        return
    at = data.draw(st.sampled_from(numbers))
    changed = with_value(table.rows[row], at, Decimal(987_654_321))
    rows = (*table.rows[:row], changed, *table.rows[row + 1 :])
    (found,) = compared([table], [replace(table, rows=rows, blocks=())])
    inside = [each for each in found.figures if each.row != table.total_title]
    assert [(each.column, each.now) for each in inside] == [
        (table.columns[at].title, Decimal(987_654_321))
    ]
    assert not found.added
    assert not found.gone
