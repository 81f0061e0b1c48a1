"""Where a budget line stands at the end of a month."""

from decimal import Decimal

import pytest

from pch_desktop.domain.budget import Method
from pch_desktop.domain.standing import Year, cumulative, standing

BUDGET = (100,) * 12


def year(*actual: int | None, method: Method = Method.REMAINING_BUDGET) -> Year:
    return Year(BUDGET, (*actual, *(None,) * (12 - len(actual))), method)


def test_a_line_stands_by_month_by_year_to_date_and_by_full_year() -> None:
    now = standing(year(110, 90, 120), 3)
    assert (now.month_budget, now.month_actual, now.month_variance) == (100, 120, -20)
    assert (now.date_budget, now.date_actual, now.date_variance) == (300, 320, -20)
    assert (now.annual, now.outturn, now.outturn_variance) == (1200, 1220, -20)
    assert now.outturn_share == Decimal(-20) / 1200


def test_a_missing_month_makes_the_year_to_date_not_known() -> None:
    now = standing(year(110, None, 120), 3)
    assert now.date_actual is None
    assert now.date_variance is None
    assert now.month_actual == 120


def test_the_forecast_rests_on_the_months_before_the_first_gap() -> None:
    assert year(110, None, 120).known(3) == (110,)
    assert standing(year(110, None, 120), 3).outturn == 110 + 1100


def test_months_after_the_one_at_hand_do_not_count() -> None:
    assert standing(year(110, 90, 120), 2).date_actual == 200


def test_the_band_always_holds_the_forecast() -> None:
    now = standing(Year(BUDGET, (90,) * 6 + (None,) * 6, Method.MANUAL, 5000), 6)
    assert now.highest == 5000
    assert now.lowest is not None
    assert now.lowest <= 1080


def test_income_is_favourable_above_its_budget() -> None:
    assert (
        standing(Year(BUDGET, (120,) * 12, Method.TREND, is_income=True), 12).date_variance == 240
    )


def test_a_line_without_a_budget_has_no_share() -> None:
    assert standing(Year((0,) * 12, (5,) * 12, Method.TREND), 12).outturn_share is None


def test_running_totals_stop_at_what_is_not_known() -> None:
    assert cumulative([1, 2, None, 4]) == (1, 3, None, None)


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="13"):
        standing(year(1), 13)


def test_before_any_actual_nothing_is_forecast_but_by_hand() -> None:
    nothing = standing(Year(BUDGET, (None,) * 12, Method.PROFILED), 1)
    assert (nothing.outturn, nothing.outturn_variance, nothing.highest) == (None, None, None)
    by_hand = standing(Year(BUDGET, (None,) * 12, Method.MANUAL, 1300), 1)
    assert (by_hand.outturn, by_hand.outturn_variance) == (1300, -100)


def test_a_forecast_by_hand_that_is_blank_still_has_a_range() -> None:
    blank = standing(Year(BUDGET, (90,) + (None,) * 11, Method.MANUAL), 1)
    assert blank.outturn is None
    assert blank.lowest is not None
