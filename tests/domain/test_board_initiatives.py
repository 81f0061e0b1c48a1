"""Milestones land late, slipped or on time, and measures go their way: the laws."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.board_initiatives import Days, Landing, way

ON = date(2016, 10, 31)
MAY_DAY = st.none() | st.dates(date(2016, 1, 1), date(2017, 12, 31))
FIGURE = st.decimals(-1000, 1000, places=4)


@pytest.mark.parametrize(
    ("days", "landing", "slipped"),
    [
        (Days(), Landing.NO_DAY, None),
        (Days(due=date(2016, 11, 1)), Landing.ON_TIME, None),
        (Days(due=ON), Landing.ON_TIME, None),
        (Days(date(2016, 9, 30), date(2016, 10, 30)), Landing.LATE, 31),
        (Days(date(2016, 9, 30), date(2016, 11, 30)), Landing.SLIPPED, 61),
        (Days(date(2016, 12, 31), date(2016, 11, 30)), Landing.ON_TIME, -31),
        (Days(date(2016, 9, 30)), Landing.LATE, 31),
        (Days(date(2016, 9, 30), date(2016, 9, 30), date(2016, 9, 28)), Landing.DONE, -2),
        (Days(date(2016, 9, 30), date(2016, 10, 14), date(2016, 10, 20)), Landing.DONE_LATE, 20),
        (Days(date(2016, 9, 30), date(2016, 10, 14), date(2016, 11, 2)), Landing.LATE, 31),
        (Days(done=date(2016, 10, 1)), Landing.DONE, None),
    ],
)
def test_a_milestone_stands_as_its_days_say(
    days: Days, landing: Landing, slipped: int | None
) -> None:
    assert (days.landing(ON), days.slipped_days(ON)) == (landing, slipped)


@given(MAY_DAY, MAY_DAY, MAY_DAY, st.integers(0, 60))
def test_what_is_not_done_never_gets_better_by_waiting(
    baseline: date | None, due: date | None, done: date | None, later: int
) -> None:
    days = Days(baseline, due)
    slips = [days.slipped_days(ON + timedelta(days=each)) for each in (0, later)]
    assert (slips[0] or 0) <= (slips[1] or 0)
    if days.landing(ON) is Landing.LATE:
        assert days.landing(ON + timedelta(days=later)) is Landing.LATE
    if done is not None:
        landing = Days(baseline, due, done).landing(max(done, ON))
        assert landing in (Landing.DONE, Landing.DONE_LATE)


@given(FIGURE, FIGURE)
def test_the_way_begins_at_nought_and_ends_at_one(baseline: Decimal, target: Decimal) -> None:
    if baseline == target:
        assert way(baseline, target, baseline) is None
        return
    assert way(baseline, target, baseline) == 0
    assert way(baseline, target, target) == 1
    assert way(None, target, target) is None
    assert way(baseline, None, target) is None
    assert way(baseline, target, None) is None


def test_a_target_below_the_baseline_is_a_way_too() -> None:
    assert way(Decimal(34), Decimal(26), Decimal(30)) == Decimal("0.5")
    assert way(Decimal(34), Decimal(26), Decimal(36)) == Decimal("-0.25")
