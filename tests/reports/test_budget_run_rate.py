"""What each month costs against its budget, what is left, and the bridge over moved budgets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_bridge import BRIDGE, Part, bridge, bridge_finding, budget_of
from pch_desktop.reports.budget_path import cumulative_variance
from pch_desktop.reports.budget_run_rate import run_rate, run_rate_finding, run_rate_words
from tests.reports.budgets import OCTOBER, K, line, rows

SEVEN = (100, 90, 100, 90, 110, 120, 121)


def test_each_month_left_may_cost_what_is_left_of_the_year() -> None:
    found = run_rate(cumulative_variance([line("Wards", 1200, *SEVEN)], OCTOBER))
    assert [row.break_even for row in found[:7]] == [None] * 7
    assert {row.break_even for row in found[7:]} == {round((1200 - 731) * K / 5)}
    assert [row.is_over for row in found[:7]] == [False, False, False, False, True, True, True]
    assert run_rate_finding(found) == (
        "3 months running above budget; £93,800 a month is left to end the year on budget."
    )
    assert "Oct £121,000. Budget £100,000 a month. To break even £93,800" in run_rate_words(found)


def test_one_month_is_named_and_a_whole_year_leaves_nothing() -> None:
    april = run_rate(cumulative_variance([line("Wards", 1200, 90)], Month(2016, 4)))
    assert run_rate_finding(april).startswith("April ran within budget; £100,909 a month")
    whole = run_rate(cumulative_variance([line("Wards", 1200, *(101,) * 12)], Month(2017, 3)))
    assert run_rate_finding(whole) == "12 months running above budget."
    assert {row.break_even for row in whole} == {None}


def test_without_an_actual_or_a_budget_a_sentence_says_so() -> None:
    assert run_rate([]) == []
    assert run_rate_finding([]) == "No budget has been set yet."
    unknown = run_rate(cumulative_variance([line("Wards", 1200)], OCTOBER))
    assert run_rate_finding(unknown) == "No actual is complete for April 2016 yet."
    assert run_rate_words(unknown) == "Nothing is known yet"
    assert {row.break_even for row in unknown} == {None}


@given(st.lists(st.integers(0, 500), min_size=1, max_size=11))
def test_spending_that_much_each_month_ends_the_year_on_budget(spent: list[int]) -> None:
    month = Month(2016, 4).financial_year.months[len(spent) - 1]
    found = run_rate(cumulative_variance([line("Wards", 1200, *spent)], month))
    left = [row.break_even or 0 for row in found if row.break_even is not None]
    assert len(left) == 12 - len(spent)
    assert abs(sum(left) + sum(spent) * K - 1200 * K) <= len(left)


# Budget that was moved


def test_the_bridge_opens_before_the_budget_was_moved() -> None:
    found = bridge(
        rows(
            line("Wards", 1200, *(120,) * 7, id=1, virement_pence=200 * K),
            line("Drugs", 600, *(50,) * 7, id=2, virement_pence=-150 * K),
        )
    )
    assert [(step.name, step.part, step.added // K) for step in found] == [
        ("Opening budget", Part.WHOLE, 0),
        ("Moved: Wards", Part.MOVED, 200),
        ("Moved: Drugs", Part.MOVED, -150),
        ("Current budget", Part.WHOLE, 0),
        ("Wards", Part.LINE, 240),
        ("Forecast outturn", Part.WHOLE, 0),
    ]
    assert (found[0].reached, budget_of(found), found[-1].reached) == (1750 * K, 1800 * K, 2040 * K)
    assert bridge_finding(found) == "We forecast £240,000 over budget; Wards is £240,000 over"
    values = {column.key: column.value(found[1]) for column in BRIDGE}
    assert (values["moved"], values["variance"]) == (200 * K, None)
    values = {column.key: column.value(found[4]) for column in BRIDGE}
    assert (values["moved"], values["variance"]) == (None, -240 * K)


def test_many_moves_are_one_step_and_net_moves_of_income_are_taken_off() -> None:
    moved = [line(f"Line {at}", 1200, id=at, virement_pence=10 * K) for at in range(4)]
    found = bridge(rows(*(line(each.name, 1200, *(100,) * 7, id=each.id, virement_pence=10 * K)
                          for each in moved)))  # fmt: skip
    assert found[1].name == "Moved between 4 lines"
    assert found[1].added == 40 * K
    income = bridge(rows(line("Rent", 1200, *(100,) * 7, is_income=True, virement_pence=10 * K)))
    assert income[1].added == -10 * K
