"""Totals say what they lack."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.reports.table import Column, Kind, Table, Total, summed
from pch_desktop.reports.totals import Totalled, total_of

Row = tuple[int | None, int | None]
UPPER: Column[Row] = Column("upper", "Upper", lambda row: row[0], Kind.COUNT, Total.SUM)
LOWER: Column[Row] = Column("lower", "Lower", lambda row: row[1], Kind.COUNT, Total.SUM)
SHARE: Column[Row] = Column(
    "share", "Share", lambda row: None, Kind.SHARE, Total.RATIO, ratio=("upper", "lower")
)
NAME: Column[Row] = Column("name", "Name", lambda row: "x", prints=False)
COLUMNS = (NAME, UPPER, LOWER, SHARE)
Amounts = st.lists(st.tuples(st.none() | st.integers(), st.integers()), min_size=1)


@given(Amounts)
def test_a_blank_makes_a_total_incomplete_and_counts_for_nothing(rows: list[Row]) -> None:
    known = [row[0] for row in rows if row[0] is not None]
    total = total_of(UPPER, COLUMNS, rows)
    assert total == Totalled(sum(known) if known else None, len(known) < len(rows))
    assert summed(UPPER, rows).amount == sum(known)
    assert summed(UPPER, rows).is_incomplete is (len(known) < len(rows))


def test_no_rows_come_to_nothing_and_lack_nothing() -> None:
    assert total_of(UPPER, COLUMNS, []) == Totalled(0, False)
    assert total_of(NAME, COLUMNS, []) is None


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([(1, 2), (3, 6)], Totalled(Decimal("0.5"), False)),
        ([(-1, -2)], Totalled(Decimal("-0.5"), False)),
        ([(None, 2), (3, 6)], Totalled(None, True)),
        ([(3, 6), (1, None)], Totalled(Decimal(4) / 6, True)),
        ([(1, 0)], Totalled(None, False)),
        ([(None, None)], Totalled(None, True)),
    ],
)
def test_a_ratio_is_of_the_totals_and_not_of_the_rows(rows: list[Row], total: Totalled) -> None:
    assert total_of(SHARE, COLUMNS, rows) == total


def test_what_does_not_print_is_left_off_the_paper() -> None:
    assert Table("T", COLUMNS, ()).printed == (UPPER, LOWER, SHARE)
    assert not NAME.is_number
    assert UPPER.is_number
