"""The shadow budget's way so far, its bridge, its range of forecasts and its checks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Method, Profile, Scope
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_bridge import (
    MOST_LINES,
    Part,
    bridge,
    bridge_finding,
    bridge_words,
)
from pch_desktop.reports.budget_checks import Trouble, checks
from pch_desktop.reports.budget_forecast import FORECASTS, forecast_rows
from pch_desktop.reports.budget_path import cumulative_variance, path_finding, path_words
from tests.reports.budgets import OCTOBER, K, line, rows

SEVEN = (100, 110, 100, 90, 100, 100, 121)
"""Seven months of a line of 1,200 a year: 21 over."""


# The way so far


def test_the_way_adds_the_months_up_and_goes_on_to_the_outturn() -> None:
    found = cumulative_variance([line("One", 1200, *SEVEN)], OCTOBER)
    assert [row.date_variance for row in found[:7]] == [
        0, -10 * K, -10 * K, 0, 0, 0, -21 * K,
    ]  # fmt: skip
    assert found[7].date_variance is None
    assert found[6].forecast == found[6].worst == found[6].best == -21 * K
    assert found[11].forecast == -36 * K
    assert (found[5].forecast, found[0].month.words) == (None, "April 2016")
    worst, best = found[11].worst, found[11].best
    assert worst is not None
    assert best is not None
    assert worst <= -36 * K <= best


def test_a_gap_ends_what_is_known_and_the_forecast_sets_out_before_it() -> None:
    found = cumulative_variance([line("One", 1200, 90, 90, None, 90)], OCTOBER)
    assert [row.date_variance for row in found[:4]] == [10 * K, 20 * K, None, None]
    assert found[1].forecast == 20 * K
    assert found[3].variance == 10 * K


def test_lines_out_of_scope_or_without_a_budget_are_left_out() -> None:
    kept = line("One", 1200, 90)
    others = (line("Two", 600, 1, scope=Scope.OUT), line("Three", None, 5))
    april = Month(2016, 4)
    assert cumulative_variance([kept, *others], april) == cumulative_variance([kept], april)
    assert cumulative_variance(others, april) == []


def test_income_above_its_budget_is_under() -> None:
    found = cumulative_variance([line("Rent", 1200, 110, is_income=True)], Month(2016, 4))
    assert found[0].date_variance == 10 * K
    assert (found[11].forecast or 0) > 0
    assert (found[11].worst or 0) <= (found[11].best or 0)


def test_nothing_is_forecast_where_a_line_has_no_outturn() -> None:
    by_hand = line("One", 1200, 90, method=Method.MANUAL)
    found = cumulative_variance([by_hand], Month(2016, 4))
    assert {row.forecast for row in found} == {None}
    assert path_finding(found) == "£10,000 under budget at the end of April 2016."


def test_the_whole_year_leaves_nothing_to_forecast() -> None:
    found = cumulative_variance([line("One", 1200, *(100,) * 12)], Month(2017, 3))
    assert {row.forecast for row in found} == {None}
    assert found[11].date_variance == 0


def test_the_way_is_told_in_a_sentence_and_in_numbers() -> None:
    found = cumulative_variance([line("One", 1200, *SEVEN)], OCTOBER)
    assert path_finding(found) == (
        "£21,000 over budget at the end of October 2016; "
        "forecast to end the year £36,000 over budget."
    )
    assert "Oct (£21,000); March forecast (£36,000)" in path_words(found)
    assert path_finding([]) == "No budget has been set yet."
    assert path_words([]) == "Nothing is known yet"
    unknown = cumulative_variance([line("One", 1200)], OCTOBER)
    assert path_finding(unknown) == "No actual is complete for April 2016 yet."


# The bridge


def test_the_bridge_goes_over_then_under_and_releases_the_reserve_last() -> None:
    found = bridge(
        rows(
            line("Beds", 1200, *(90,) * 7, id=1),
            line("Wards", 1200, *(120,) * 7, id=2),
            line("Clinics", 1200, *(105,) * 7, id=3),
            line("Contingency", 240, *(0,) * 7, id=4),
        )
    )
    assert [(step.name, step.added // K) for step in found] == [
        ("Budget", 0),
        ("Wards", 240),
        ("Clinics", 60),
        ("Beds", -120),
        ("Before the reserve", 0),
        ("Contingency released", -240),
        ("Forecast outturn", 0),
    ]
    assert (found[0].reached, found[-1].reached) == (3840 * K, 3780 * K)
    assert found[1].before == 3840 * K
    assert found[0].before == 0
    assert bridge_finding(found) == (
        "We forecast £60,000 under budget, and only because £240,000 of contingency is released"
    )
    assert "Wards +£240,000; Clinics +£60,000; Beds −£120,000" in bridge_words(found)


@given(st.lists(st.integers(-90, 90), min_size=1, max_size=20))
def test_the_bridge_foots_whatever_the_lines(spent: list[int]) -> None:
    made = rows(
        *(line(f"Line {at}", 1200, *(100 + over,) * 7, id=at) for at, over in enumerate(spent))
    )
    found = bridge(made)
    assert found[0].reached + sum(step.added for step in found) == found[-1].reached
    assert found[-1].reached == sum(row.outturn or 0 for row in made)
    assert sum(step.part is Part.LINE for step in found) <= MOST_LINES


def test_small_lines_stand_together() -> None:
    made = rows(*(line(f"Line {at}", 1200, *(110 + at,) * 7, id=at) for at in range(9)))
    found = bridge(made)
    assert [step.name for step in found if step.part is Part.OTHERS] == ["2 other lines"]


def test_the_bridge_names_the_line_furthest_out() -> None:
    assert bridge_finding(bridge(rows(line("Wards", 1200, *(120,) * 7)))) == (
        "We forecast £240,000 over budget; Wards is £240,000 over"
    )
    assert bridge_finding(bridge(rows(line("Wards", 1200, *(100,) * 7)))) == (
        "We forecast £0 under budget"
    )
    assert bridge(rows(line("Wards", None))) == []
    assert bridge_finding([]) == "No budget has been set yet."


# The range of forecasts


def test_each_method_has_its_outturn_and_the_spread_is_between_them() -> None:
    (found,) = forecast_rows(rows(line("Wards", 1200, *SEVEN)), OCTOBER)
    assert found.known_months == 7
    straight, run_rate, remaining, profiled, trend, by_hand = found.by_method
    assert (straight, run_rate, remaining) == (1236 * K, 1256 * K, 1221 * K)
    assert profiled == 1236 * K
    assert trend is not None
    assert by_hand is None
    known = [pence for pence in found.by_method if pence is not None]
    assert found.spread == max(known) - min(known)
    values = {column.key: column.value(found) for column in FORECASTS}
    assert (values["straight_line"], values["annual"]) == (1236 * K, 1200 * K)
    assert values["method"] == "Straight line"


def test_without_a_budget_no_method_is_shown_and_income_is_taken_off() -> None:
    unset, income = forecast_rows(
        rows(line("One", None, 5, id=1), line("Rent", 1200, *SEVEN, id=2, is_income=True)), OCTOBER
    )
    assert set(unset.by_method) == {None}
    assert income.by_method[0] == -1236 * K


# The checks


def test_months_that_do_not_add_up_come_first_and_actuals_that_are_missing_last() -> None:
    uneven = line("Beds", 1200, id=2, profile=Profile.MANUAL, set_annual_pence=1300 * K)
    found = checks(rows(line("Wards", 1200, *(120,) * 7, id=1), uneven), OCTOBER)
    assert [check.trouble for check in found] == [
        Trouble.MONTHS,
        Trouble.COMMENTARY,
        Trouble.ACTUALS,
    ]
    assert found[0].sentence == (
        "Beds, Full year: 1,300 does not equal its months by hand (1,200). "
        "Use 1,200, or change the months."
    )
    assert (found[0].line_id, found[0].column, found[0].amount) == (2, "annual", 1200 * K)
    assert found[1].sentence == ("Wards is red, £240,000 over. The board needs a commentary on it.")
    assert found[2].sentence == "October 2016: 1 line without an actual: Beds."


def test_a_forecast_by_hand_needs_an_outturn_and_then_a_reason() -> None:
    nothing = line("Wards", 1200, *(100,) * 7, method=Method.MANUAL)
    silent = line("Wards", 1200, *(100,) * 7, method=Method.MANUAL, manual_forecast_pence=1210 * K)
    told = line(
        "Wards", 1200, *(100,) * 7,
        method=Method.MANUAL, manual_forecast_pence=1210 * K, method_reason="A contract",
    )  # fmt: skip
    found = [checks(rows(each), OCTOBER) for each in (nothing, silent, told)]
    assert [[check.trouble for check in each] for each in found] == [
        [Trouble.NO_OUTTURN],
        [Trouble.REASON],
        [],
    ]


def test_a_commentary_may_not_be_longer_than_a_board_reads() -> None:
    long = line("Wards", 1200, *(100,) * 7, commentary="word " * 61)
    (found,) = checks(rows(long), OCTOBER)
    assert found.trouble is Trouble.LONG
    assert "has 61 words. Shorten it to 60." in found.sentence


def test_a_line_without_a_budget_is_named_and_many_without_actuals_are_counted() -> None:
    made = rows(*(line(f"Line {at}", None, id=at) for at in range(1, 6)))
    found = checks(made, OCTOBER)
    assert [check.trouble for check in found] == [Trouble.BUDGET] * 5 + [Trouble.ACTUALS]
    assert found[-1].sentence == (
        "October 2016: 5 lines without an actual: Line 1, Line 2, Line 3 and 2 more."
    )


def test_pence_are_shown_where_thousands_would_hide_the_difference() -> None:
    uneven = line("Beds", 12, *(1,) * 7, profile=Profile.MANUAL, set_annual_pence=12 * K + 500_00)
    (found,) = checks(rows(uneven), OCTOBER)
    assert "£12,500 does not equal its months by hand (12)" in found.sentence
