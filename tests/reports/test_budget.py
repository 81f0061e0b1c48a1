"""The finance table: what is known of a line, and what is said of all of them."""

from __future__ import annotations

import pytest

from pch_desktop.domain.budget import Phase, Scope
from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports import budget as report
from pch_desktop.reports.signs import NOTIONAL, marking
from pch_desktop.reports.statement import Weight
from pch_desktop.reports.totals import total_of
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests.reports.budgets import OCTOBER, K, line, rows
from tests.reports.told import told

SEVEN = (1,) * 7


def totals(found: list[report.StandingRow]) -> dict[str, tuple[object, bool]]:
    """Return the totals of the finance table by column."""
    return {
        column.key: (total.value, total.is_incomplete)
        for column in report.LINES
        if (total := total_of(column, report.LINES, found))
    }


def test_a_month_without_an_actual_leaves_the_year_to_date_unknown() -> None:
    found = rows(line("Known", 12, *SEVEN), line("Gap", 12, 1, None, 1, 1, 1, 1, 1))
    assert found[0].date_actual == 7 * K
    assert (found[1].date_actual, found[1].date_variance) == (None, None)
    assert found[1].date_budget == 7 * K
    summed = totals(found)
    assert summed["date_actual"] == (7 * K, True)
    assert summed["date_variance"] == (0, True)
    assert summed["date_budget"] == (14 * K, False)


def test_a_line_without_a_budget_has_no_variance_and_no_rating() -> None:
    (found,) = rows(line("Unset", None, *SEVEN))
    assert found.annual is found.date_budget is found.outturn_variance is found.rating is None
    assert found.date_actual == 7 * K
    assert report.finding([found]) == "No budget has been set yet."
    assert totals([found])["annual"] == (None, True)


def test_income_is_taken_off_and_more_of_it_is_favourable() -> None:
    spending, income = line("Spending", 24, *[2] * 7), line("Income", 12, *[2] * 7, is_income=True)
    found = rows(spending, income)
    assert found[1].annual == -12 * K
    assert found[1].date_actual == -14 * K
    assert found[1].date_variance == 7 * K
    summed = totals(found)
    assert summed["annual"] == (12 * K, False)
    assert summed["date_variance"] == (7 * K, False)


def test_what_is_out_of_scope_is_not_in_the_table() -> None:
    assert rows(line("Out", 12, *SEVEN, scope=Scope.OUT)) == []


def test_the_sentence_names_the_line_furthest_over_where_one_is() -> None:
    over = rows(line("Beds", 12, *[2] * 7), line("Drugs", 12, *SEVEN))
    assert report.finding(over) == (
        "The year is forecast to end £12,000 over a budget of £24,000; "
        "Beds is furthest over, by £12,000."
    )
    assert report.finding(rows(line("Drugs", 12, *[0] * 7))).endswith(
        "£12,000 under a budget of £12,000."
    )


def test_a_chart_is_drawn_of_budgets_that_are_set(marsh_valley: LocalityFile) -> None:
    file = told(marsh_valley, {budget.lines: [line("Unset", None)], budget.budget_year: None})
    found = report.finance(file, OCTOBER)
    assert found.charts == ()
    assert found.marking == NOTIONAL
    assert "Incomplete: no actual for a month of Unset." in found.notes
    assert report.baseline(file, OCTOBER).rows == []


@pytest.mark.parametrize("phase", Phase)
def test_a_page_is_marked_until_somebody_holds_the_money(
    marsh_valley: LocalityFile, phase: Phase
) -> None:
    from dataclasses import replace

    year = marsh_valley.read(budget.budget_year, FinancialYear.read("2016/17"))
    assert year is not None
    is_marked = phase in {Phase.MAPPING, Phase.SHADOW}
    assert marking(replace(year, phase=phase)) == (NOTIONAL if is_marked else "")


def test_a_red_line_without_a_commentary_blocks_the_board(marsh_valley: LocalityFile) -> None:
    lines = [
        line("Silent", 1200, *[200] * 7, id=1),
        line("Explained", 1200, *[200] * 7, id=2, commentary="Winter."),
        line("Unset", None, *SEVEN, id=3),
        line("Late", 1200, *[100] * 6, id=4),
    ]
    file = told(marsh_valley, {budget.lines: lines})
    found = {finding.record_id: finding for finding in report.STATEMENT.findings(file, OCTOBER)}
    assert (found[1].weight, found[1].verb) == (Weight.BLOCKS, "Write")
    assert (found[2].weight, found[2].detail) == (Weight.MONEY, "Winter.")
    assert found[3].title == "1 line without a budget"
    assert found[4].title == "1 line without an actual for October 2016"


def test_the_months_of_a_year_stand_beside_each_line() -> None:
    columns = report.by_month(OCTOBER)
    assert [column.title for column in columns][:3] == ["Budget line", "Apr 16", "May 16"]
    shown = [column.value(line("A", 12, 1, None)) for column in columns]
    assert shown[:3] == ["A", K, None]


def test_the_pack_has_the_lines_the_months_and_the_baseline(marsh_valley: LocalityFile) -> None:
    tables = report.STATEMENT.build(marsh_valley, OCTOBER)
    titles = [table.title for table in tables]
    built = ["Capitation", "Capitated sum", "Fair share", "Service changes", "Stops on 31 March"]
    share = ["Share", "Share by partner"]
    registers = ["Double payment", "Bought outside", "Delegation", "Marginal rate"]
    own = ["Finance", "By month", "Budget by month", "Actual by month", "Forecast", "Bridge"]
    own += ["Outturn risks", "What if"]
    since = "Change from last year"
    assert titles == [*own, *built, since, *share, "Virements", *registers, "Baseline"]
    assert {table.marking for table in tables} == {NOTIONAL}
