"""What building, hiring and extending cost, and what a mobile unit was worth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.estates_premises import Need, Way
from pch_desktop.domain.estates_units import Peak

POUND = 100
BUILD = Way(600_000 * POUND, 30_000 * POUND, 30, 3_000, date(2018, 4, 1))
HIRE = Way(0, 90_000 * POUND, None, 3_000, date(2017, 1, 2))
NEED = Need(2_400, date(2017, 10, 1))
counts = st.integers(0, 5_000)


def test_capital_is_spread_over_its_life_and_nothing_is_discounted() -> None:
    assert BUILD.yearly_pence == 50_000 * POUND
    assert BUILD.hour_pence == 19_23  # £50,000 over 50 hours in each of 52 weeks
    assert HIRE.yearly_pence == 90_000 * POUND
    assert HIRE.hour_pence == 34_62


def test_over_the_years_the_capital_comes_again_when_its_life_ends() -> None:
    assert BUILD.over_pence(10) == 900_000 * POUND
    assert BUILD.over_pence(30) == 1_500_000 * POUND
    assert BUILD.over_pence(31) == 2_130_000 * POUND
    assert HIRE.over_pence(10) == 900_000 * POUND


def test_a_way_is_in_time_and_enough_or_not_or_nobody_knows() -> None:
    assert BUILD.is_enough(NEED) is True
    assert BUILD.is_in_time(NEED) is False
    assert HIRE.is_in_time(NEED) is True
    assert Way(0, 1, None, 2_399, None).is_enough(NEED) is False
    assert Way(0, 1, None, None, None).is_enough(NEED) is None
    assert HIRE.is_in_time(Need(None, None)) is None


@pytest.mark.parametrize(
    "way",
    [
        Way(None, 1_000, 10, 600, None),
        Way(1_000, None, 10, 600, None),
        Way(1_000, 1_000, None, 600, None),
    ],
)
def test_what_is_not_known_leaves_the_cost_not_known(way: Way) -> None:
    assert way.yearly_pence is None
    assert way.hour_pence is None
    assert way.over_pence(10) is None


@given(
    capital=st.integers(0, 10**10), annual=st.integers(0, 10**9), life=st.integers(1, 60),
    times=st.integers(1, 5),
)  # fmt: skip
def test_over_whole_lives_what_is_paid_is_the_yearly_cost_times_the_years(
    capital: int, annual: int, life: int, times: int
) -> None:
    way = Way(capital, annual, life, 60, None)
    years = life * times
    paid = way.over_pence(years)
    assert paid is not None
    assert way.yearly_pence is not None
    assert abs(paid - way.yearly_pence * years) <= years  # a penny of rounding each year


def test_a_unit_is_told_against_the_peak_it_came_for() -> None:
    peak = Peak(260, 200, 4, 12, 3_500_00)
    assert (peak.gap, peak.places, peak.covered, peak.short, peak.spare) == (60, 48, 48, 12, 0)
    assert peak.cost_pence == 14_000_00
    assert peak.cost_each_pence == 291_67
    late = Peak(210, 200, 4, 12, 3_500_00)
    assert (late.covered, late.short, late.spare, late.cost_each_pence) == (10, 0, 38, 1_400_00)


def test_a_unit_without_a_peak_saw_nobody_who_needed_it() -> None:
    peak = Peak(150, 200, 4, 12, 3_500_00)
    assert (peak.gap, peak.covered, peak.spare, peak.cost_each_pence) == (0, 0, 48, None)
    unknown = Peak(None, 200, 4, 12, 3_500_00)
    assert (unknown.gap, unknown.covered, unknown.short, unknown.spare) == (None,) * 4


@given(demand=counts, slots=counts, days=st.integers(0, 31), each=st.integers(0, 60))
def test_what_is_covered_and_short_is_the_gap_and_with_the_spare_the_places(
    demand: int, slots: int, days: int, each: int
) -> None:
    peak = Peak(demand, slots, days, each, 100)
    assert (peak.covered or 0) + (peak.short or 0) == peak.gap
    assert (peak.covered or 0) + (peak.spare or 0) == peak.places
    assert not (peak.short and peak.spare)
    if peak.cost_each_pence is not None:
        exact = Decimal(days * 100) / Decimal(peak.covered or 1)
        assert abs(peak.cost_each_pence - exact) <= Decimal("0.5")
