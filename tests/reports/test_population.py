"""The population: lists, averages that stand in for them, and who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import PracticeStatus, Weighting
from pch_desktop.reports import population as report
from pch_desktop.reports.statement import Weight
from pch_desktop.store import locality, population
from pch_desktop.store.locality import ControlRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.population import PracticeRow, WeightRow
from tests.reports.told import told

OCTOBER = Month(2016, 10)
YEAR = FinancialYear.read("2015/16")


@pytest.fixture
def practices(marsh_valley: LocalityFile) -> list[PracticeRow]:
    """The sample's six practices."""
    return marsh_valley.read(population.practices, OCTOBER)


def changed(rows: Sequence[PracticeRow], **facts: Any) -> list[PracticeRow]:
    """Return the practices with some facts of all of them changed."""
    return [replace(row, **facts) for row in rows]


def test_people_are_counted_on_the_lists(practices: list[PracticeRow]) -> None:
    assert report.registered(practices) == (41_280, False)
    assert report.finding(practices) == "41,280 people registered with 6 practices."


def test_a_list_that_is_missing_is_told(practices: list[PracticeRow]) -> None:
    rows = [replace(practices[0], list_size=None), *practices[1:]]
    people, is_incomplete = report.registered(rows)
    assert is_incomplete
    assert people == 41_280 - (practices[0].list_size or 0)


def test_average_lists_stand_in_where_there_are_no_others(practices: list[PracticeRow]) -> None:
    rows = changed(practices, list_size=None, year=YEAR, registered=Decimal(6_000))
    assert report.registered(rows) == (36_000, False)
    assert report.finding(rows) == "36,000 people registered in 2015/16 with 6 practices."


def test_a_closed_practice_has_no_list_of_today_to_miss(practices: list[PracticeRow]) -> None:
    closed = replace(practices[0], status=PracticeStatus.CLOSED, list_size=None)
    assert report.registered([closed, *practices[1:]])[1] is False


def test_nobody_is_counted_where_nothing_is_known(practices: list[PracticeRow]) -> None:
    rows = changed(practices, list_size=None, registered=None)
    assert report.registered(rows) == (None, True)
    assert report.finding(rows) == "No list has been brought in yet."
    assert report.registered([]) == (None, False)


def test_a_size_outside_the_usual_is_told_and_never_refused(
    marsh_valley: LocalityFile, practices: list[PracticeRow]
) -> None:
    few = changed(practices, list_size=1_000)
    assert report.finding(few).endswith("below the 30,000 to 50,000 usually served.")
    file = told(marsh_valley, {population.practices: few})
    (found,) = report.STATEMENT.findings(file, OCTOBER)
    assert (found.weight, found.section) == (Weight.NOTE, "population")


def test_practices_without_a_list_are_told(
    marsh_valley: LocalityFile, practices: list[PracticeRow]
) -> None:
    rows = changed(practices, list_size=None, registered=None)
    file = told(marsh_valley, {population.practices: rows})
    (found,) = report.STATEMENT.findings(file, OCTOBER)
    assert found.title == "6 practices without a list"
    assert report.practices(file, OCTOBER).charts == ()


def test_the_chart_draws_the_lists_or_else_the_averages(
    marsh_valley: LocalityFile, practices: list[PracticeRow]
) -> None:
    (chart,) = report.practices(marsh_valley, OCTOBER).charts
    assert chart.series == ("list_size",)
    averages = changed(practices, list_size=None, registered=Decimal(6_000), year=YEAR)
    file = told(marsh_valley, {population.practices: averages})
    (chart,) = report.practices(file, OCTOBER).charts
    assert chart.series == ("registered",)


def weight(number: int, registered: str | None, weighted: str | None) -> WeightRow:
    """Return a practice's weights of a year."""
    return WeightRow(
        number,
        number,
        "A",
        "A",
        YEAR,
        Weighting.OVERALL,
        None if registered is None else Decimal(registered),
        None if weighted is None else Decimal(weighted),
        None,
    )


def control(place: str, measure: str, value: str) -> ControlRow:
    """Return a national total."""
    return ControlRow(1, 1, "AIF_wp", "a.xlsx", YEAR, place, measure, Decimal(value))


def test_need_is_against_england_and_against_the_board_apart() -> None:
    totals = [
        control("England", "registered", "9"),
        control("QF7", "registered", "1000"),
        control("QF7", "weighted overall", "1250"),
    ]
    (row,) = report.need_rows([weight(1, "100", "150"), weight(2, "100", "150")], totals)
    assert (row.registered, row.weighted) == (200, 300)
    assert row.england_index == Decimal("1.5")
    assert (row.board, row.board_index) == ("QF7", Decimal("1.2"))


def test_need_over_a_blank_is_not_known() -> None:
    (row,) = report.need_rows([weight(1, "100", None), weight(2, None, "3")], [])
    assert row.registered is row.weighted is row.england_index is row.board_index is None


def test_a_board_without_that_weighting_is_no_measure() -> None:
    (row,) = report.need_rows([weight(1, "1", "1")], [control("QF7", "registered", "9")])
    assert (row.board, row.board_index) == (None, None)


def test_need_is_left_out_where_nothing_is_weighted(marsh_valley: LocalityFile) -> None:
    file = told(marsh_valley, {population.weights: [], locality.control_totals: []})
    titles = [table.title for table in report.STATEMENT.build(file, OCTOBER)]
    assert titles == ["Population", "Lists"]


def test_a_list_after_the_month_is_not_among_its_lists(marsh_valley: LocalityFile) -> None:
    from pch_desktop.reports import trends

    early = trends.people(marsh_valley, Month(2015, 10))
    assert max(row.day for row in early.rows) <= date(2015, 10, 31)
