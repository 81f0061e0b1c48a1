"""What comes up: one of each that matters, then by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import Month
from pch_desktop.reports.closing import ISSUED, closing
from pch_desktop.reports.coming import FIRST, MOST, coming, foremost
from pch_desktop.store import budget, overview
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.overview import DatedRow, Event
from tests.reports.told import told

OCTOBER = Month(2016, 10)
DATED = st.builds(
    DatedRow,
    st.integers(1, 99),
    st.integers(0, 90).map(lambda days: OCTOBER.last + timedelta(days=days + 1)),
    st.sampled_from(list(Event)),
    st.sampled_from(["A", "B"]),
    st.just("partners"),
    st.integers(1, 9),
)


def test_all_of_it_lies_within_three_months_the_soonest_first(marsh_valley: LocalityFile) -> None:
    rows = coming(marsh_valley, OCTOBER)
    days = [row.on for row in rows]
    assert days == sorted(days)
    assert OCTOBER.last < days[0] <= days[-1] <= date(2017, 1, 31)
    assert {row.event for row in rows} >= set(FIRST)


def test_a_closed_month_is_not_to_be_closed(marsh_valley: LocalityFile) -> None:
    assert Event.MONTH_CLOSES in {row.event for row in coming(marsh_valley, OCTOBER)}
    shut = told(marsh_valley, {budget.is_closed: True})
    assert Event.MONTH_CLOSES not in {row.event for row in coming(shut, OCTOBER)}
    bare = told(marsh_valley, {budget.budget_year: None})
    assert Event.MONTH_CLOSES not in {row.event for row in coming(bare, OCTOBER)}


@given(st.lists(DATED, max_size=12, unique_by=lambda row: row.id))
def test_four_are_shown_and_never_all_of_one_kind_where_there_are_others(
    found: list[DatedRow],
) -> None:
    rows = sorted(found, key=lambda row: (row.on, row.name))
    shown = foremost(rows)
    assert len(shown) == min(MOST, len(rows))
    assert shown == sorted(shown, key=lambda row: (row.on, row.name))
    assert {row.event for row in shown} >= {row.event for row in rows} & set(FIRST)


def test_the_last_step_is_that_a_pack_was_issued(marsh_valley: LocalityFile) -> None:
    assert closing(marsh_valley, OCTOBER)[-1].title == ISSUED
    assert not closing(marsh_valley, OCTOBER)[-1].is_done
    assert closing(told(marsh_valley, {overview.is_issued: True}), OCTOBER)[-1].is_done
