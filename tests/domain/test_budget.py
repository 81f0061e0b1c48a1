"""The rules of the shadow budget, on the worked examples of the specification."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import (
    Method,
    Profile,
    Rating,
    Thresholds,
    forecast_pence,
    known_total,
    month_shares,
    phased,
    rating,
    spread_pence,
    variance_pence,
    variance_share,
)
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear

YEAR = FinancialYear(2025)
PENCE = st.integers(-(10**11), 10**11)
WEIGHTS = st.lists(st.integers(0, 1000), min_size=12, max_size=12).filter(any)
D08_PROFILE = [80, 81, 82, 83, 82, 83, 84, 84, 87, 87, 82, 85]
D08_ACTUAL = [44_900_000, 45_700_000, 46_300_000, 47_200_000, 46_500_000, 47_800_000]


def test_d04_a_million_spread_evenly_foots_every_month_to_date() -> None:
    months = phased(100_000_000, month_shares(Profile.EQUAL, YEAR))
    assert months[:6] == (8333333, 8333334, 8333333, 8333333, 8333334, 8333333)
    assert sum(months[:6]) == 50_000_000
    assert sum(months) == 100_000_000


def test_d05_working_days_spread_by_running_totals() -> None:
    days = (20, 20, 21, 23, 20, 22, 23, 20, 21, 21, 20, 22)
    months = phased(123_456_789, days)
    assert months[:4] == (9759430, 9759430, 10247401, 11223345)
    assert sum(months[:6]) == 61_484_409


@given(PENCE, WEIGHTS)
def test_the_months_of_any_profile_add_up_to_the_year(annual: int, weights: list[int]) -> None:
    months = phased(annual, weights)
    assert sum(months) == annual
    assert sum(months[:6]) == rounded(Decimal(annual) * sum(weights[:6]) / sum(weights))


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_gives_twelve_weights(profile: Profile) -> None:
    shares = month_shares(profile, YEAR)
    assert len(shares) == 12
    assert sum(shares) > 0


def test_calendar_days_follow_the_leap_year() -> None:
    assert sum(month_shares(Profile.CALENDAR_DAYS, FinancialYear(2015))) == 366


def test_a_quarterly_profile_falls_on_june_september_december_and_march() -> None:
    assert phased(400, month_shares(Profile.QUARTERLY, YEAR))[2::3] == (100, 100, 100, 100)


@pytest.mark.parametrize(
    ("budget", "actual", "variance", "letter"),
    [
        (276_500_000, 283_120_000, -6_620_000, Rating.RED),
        (208_000_000, 205_400_000, 2_600_000, Rating.GREEN),
        (36_000_000, 36_350_000, -350_000, Rating.GREEN),
        (4_000_000, 4_400_000, -400_000, Rating.GREEN),
        (502_000_000, 505_100_000, -3_100_000, Rating.AMBER),
        (0, 600_000, -600_000, Rating.RED),
    ],
)
def test_d06_variances_are_signed_and_rated(
    budget: int, actual: int, variance: int, letter: Rating
) -> None:
    assert variance_pence(budget, actual) == variance
    assert rating(variance, budget, Thresholds()) is letter


def test_income_above_its_budget_is_favourable() -> None:
    assert variance_pence(100, 120, is_income=True) == 20


def test_a_variance_of_nothing_budgeted_has_no_share() -> None:
    assert variance_share(-5, 0) is None
    assert variance_share(-5, 100) == Decimal("-0.05")


def d08(method: Method) -> int | None:
    return forecast_pence(method, phased(554_000_000, D08_PROFILE), D08_ACTUAL)


@pytest.mark.parametrize(
    ("method", "outturn"),
    [
        (Method.STRAIGHT_LINE, 556_800_000),
        (Method.RUN_RATE, 561_400_000),
        (Method.REMAINING_BUDGET, 560_386_000),
        (Method.PROFILED, 567_006_110),
        (Method.TREND, 575_108_571),
    ],
)
def test_d08_five_ways_to_forecast(method: Method, outturn: int) -> None:
    assert d08(method) == outturn


def test_the_spread_of_forecasts_runs_from_the_lowest_to_the_highest() -> None:
    assert spread_pence(phased(554_000_000, D08_PROFILE), D08_ACTUAL) == (556_800_000, 575_108_571)


def test_before_any_actual_the_budget_is_the_forecast() -> None:
    assert forecast_pence(Method.RUN_RATE, (100,) * 12, ()) == 1200


def test_a_forecast_by_hand_is_what_was_put_in_or_not_known() -> None:
    assert forecast_pence(Method.MANUAL, (100,) * 12, (90,), 1234) == 1234
    assert forecast_pence(Method.MANUAL, (100,) * 12, (90,)) is None


def test_one_month_has_no_trend_and_nothing_budgeted_no_profile_so_both_run_straight() -> None:
    assert forecast_pence(Method.TREND, (100,) * 12, (90,)) == 1080
    assert forecast_pence(Method.PROFILED, (0,) * 12, (90,)) == 1080


@given(st.lists(st.integers(0, 10**9), min_size=12, max_size=12), st.integers(0, 12))
def test_on_budget_so_far_the_remaining_budget_method_forecasts_the_budget(
    budget: list[int], done: int
) -> None:
    assert forecast_pence(Method.REMAINING_BUDGET, budget, budget[:done]) == sum(budget)


def test_a_total_over_a_blank_says_so() -> None:
    assert known_total([1, None, 2]) == (3, True)
    assert known_total([1, 2]) == (3, False)
