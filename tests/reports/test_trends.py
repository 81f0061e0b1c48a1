"""Months and days, and what is not known of them."""

from __future__ import annotations

from datetime import date

import pytest

from pch_desktop.domain.budget import Scope
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import TransferKind
from pch_desktop.reports import trends
from pch_desktop.store import budget, population
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.population import ListRow, TransferRow
from tests.reports.budgets import OCTOBER, K, line
from tests.reports.told import told


def test_months_after_the_one_at_hand_have_a_budget_and_nothing_else() -> None:
    rows = trends.money_rows([line("A", 12, *[2] * 12)], OCTOBER)
    assert [row.date_variance for row in rows[:7]] == [-K * n for n in range(1, 8)]
    assert all(row.actual is row.date_variance is None for row in rows[7:])
    assert rows[11].date_budget == 12 * K


def test_after_a_gap_in_one_line_no_year_to_date_is_known() -> None:
    rows = trends.money_rows([line("A", 12, *[1] * 7), line("B", 12, 1, None, 1, 1)], OCTOBER)
    assert rows[0].date_variance == 0
    assert all(row.date_actual is None for row in rows[1:])
    assert rows[2].actual == 2 * K
    assert rows[6].forecast_variance is None


def test_a_line_without_a_budget_leaves_the_budget_unknown() -> None:
    rows = trends.money_rows([line("A", None, *[1] * 7)], OCTOBER)
    assert all(row.budget is row.variance is row.forecast_variance is None for row in rows)
    assert rows[0].actual == K


def test_income_is_taken_off_and_what_is_out_left_out() -> None:
    lines = [line("A", 24, 2, 2), line("I", 12, 1, 1, is_income=True)]
    lines.append(line("Out", 99, 9, scope=Scope.OUT))
    assert trends.money_rows(lines, Month(2016, 5))[1].date_actual == 2 * K
    assert trends.money_rows(lines[2:], OCTOBER) == []


def test_the_forecast_goes_from_the_month_at_hand_to_march() -> None:
    rows = trends.money_rows([line("A", 12, *[2] * 7)], OCTOBER)
    assert [row.forecast_variance for row in rows] == [*[None] * 6, -7 * K, *[None] * 4, -12 * K]
    march = trends.money_rows([line("A", 12, *[2] * 12)], Month(2017, 3))
    assert march[11].forecast_variance == march[11].date_variance == -12 * K


@pytest.mark.parametrize(
    ("spent", "said"),
    [
        ([1, 1, 3], "£2,000 over budget after 3 months, £2,000 worse than before."),
        ([1, 0, 0], "£2,000 under budget after 3 months, £1,000 better than before."),
    ],
)
def test_the_line_of_money_is_told_in_a_sentence(
    marsh_valley: LocalityFile, spent: list[int], said: str
) -> None:
    file = told(marsh_valley, {budget.lines: [line("A", 12, *spent)]})
    charts = trends.money(file, Month(2016, 6)).charts
    assert [chart.on for chart in charts] == ["Summary", "Finance"]
    assert {chart.finding for chart in charts} == {said}


def test_two_months_make_no_line(marsh_valley: LocalityFile) -> None:
    file = told(marsh_valley, {budget.lines: [line("A", 12, 1, 1)]})
    assert trends.money(file, Month(2016, 5)).charts == ()


def lists(*sizes: tuple[int, int], practice_id: int = 1) -> list[ListRow]:
    """Return a practice's whole lists: the month of 2016 each was counted in and its people."""
    return [
        ListRow(number, practice_id, "A", date(2016, month, 1), people, None)
        for number, (month, people) in enumerate(sizes)
    ]


def test_fewer_people_are_told_as_fewer(marsh_valley: LocalityFile) -> None:
    counted = lists((1, 30), (4, 20), (7, 10))
    file = told(marsh_valley, {population.list_totals: counted, population.transfers: []})
    (chart,) = trends.people(file, OCTOBER).charts
    assert chart.finding == "20 fewer people registered than on 1 Jan 2016."


def test_people_who_were_moved_here_are_told_apart_from_growth(marsh_valley: LocalityFile) -> None:
    moved = TransferRow(
        1, date(2016, 5, 1), TransferKind.MERGER, "Elsewhere", "MV001", 100, None, None
    )
    counted = lists((1, 30), (4, 40), (7, 150))
    file = told(marsh_valley, {population.list_totals: counted, population.transfers: [moved]})
    (chart,) = trends.people(file, OCTOBER).charts
    assert chart.finding == "20 more people registered than on 1 Jan 2016, beside 100 moved in."


def test_days_with_other_practices_are_not_drawn_as_a_line(marsh_valley: LocalityFile) -> None:
    counted = [*lists((1, 1), (4, 1), (7, 1)), *lists((7, 1), practice_id=2)]
    file = told(marsh_valley, {population.list_totals: counted, population.transfers: []})
    assert trends.people(file, OCTOBER).charts == ()
