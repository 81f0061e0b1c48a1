"""What an explanation works out can be reckoned again by anybody, to the penny."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, Method, Profile, Thresholds, VersionStatus
from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.models.budget_plan import BudgetAdjustment, Virement
from pch_desktop.reports import budget_explained as told
from pch_desktop.reports.budget_explained_outturn import method_outturn
from pch_desktop.reports.budget_forecast import FORECASTS, ForecastRow, forecast_rows
from pch_desktop.reports.budget_formulas import FINANCE
from pch_desktop.reports.budget_standing import LINES, StandingRow, standing_rows
from pch_desktop.reports.definitions import definitions
from pch_desktop.reports.explained import Explanation
from pch_desktop.reports.table import Kind
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.shared import Reads, at_once
from tests import localities
from tests.explaining import must_hold
from tests.reports.budgets import line

OCTOBER = Month(2016, 10)
YEAR = FinancialYear(2016)
MONEY = {Kind.MONEY, Kind.EXACT, Kind.THOUSANDS}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open."""
    path: Path = tmp_path_factory.mktemp("again") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


@pytest.fixture(scope="module")
def tangled(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample with income, every spread and every way of building, changes and virements."""
    path: Path = tmp_path_factory.mktemp("tangled") / "sample.pch"
    file = localities.sample(path)
    tangle(file)
    yield file
    file.close()


def tangle(file: LocalityFile) -> None:
    """Let the lines differ in all that a budget can be made of."""
    lines = file.read(budget.lines, OCTOBER)
    profiles = [each for each in Profile if each not in (Profile.LAST_YEAR, Profile.PERCENT)]
    for at, each in enumerate(lines):
        file.edit("Spread", budget.set_line, each.id, "profile", profiles[at % len(profiles)])
    for each, way in zip(lines[2:5], (Build.BASELINE, Build.GROWTH, Build.GROWTH), strict=True):
        file.edit("Build", budget.set_line, each.id, "annual_pence", None)
        file.edit("Build", budget.set_line, each.id, "build", way)
    file.edit("Income", budget.set_line, lines[1].id, "is_income", True)
    file.edit("Income", budget.set_line, lines[3].id, "is_income", True)
    file.edit("Month", budget.set_month_budget, lines[6].id, Month(2016, 5), 12_345_67)
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    file.edit("Move", move, year.version_id, [each.id for each in lines])


def move(session: Session, version_id: int, ids: list[int]) -> None:
    """Approve the version, with a change of service and two virements."""
    version = session.get_one(BudgetVersion, version_id)
    version.status, version.approved_on = VersionStatus.APPROVED, date(2016, 4, 7)
    session.add(
        BudgetAdjustment(line_id=ids[0], words="Clinic moved", amount_pence=-1_234_56,
                         approved_on=date(2016, 5, 3))
    )  # fmt: skip
    for number, (source, target, pence, month) in enumerate(
        ((0, 5, 10_000_01, Month(2016, 9)), (7, 0, 333_33, Month(2016, 4))), start=101
    ):
        session.add(
            Virement(version_id=version.id, number=number, from_line_id=ids[source],
                     to_line_id=ids[target], amount_pence=pence, month=month,
                     words="More nurses", minute_reference=f"Item {number}")
        )  # fmt: skip


def rows(file: Reads, month: Month = OCTOBER) -> list[StandingRow]:
    """Return the rows of the finance table."""
    return standing_rows(file.read(budget.lines, month), Thresholds())


def finance(file: Reads) -> list[tuple[Explanation, Any]]:
    """Return each figure of the finance table explained, beside its cell."""
    return [
        (made, column.value(row))
        for row in rows(file)
        for column in LINES
        if (made := told.explain(file, OCTOBER, row, column.key)) is not None
    ]


def months(file: Reads) -> list[tuple[Explanation | None, Any]]:
    """Return each figure of both grids of months explained, beside its cell."""
    found: list[tuple[Explanation | None, Any]] = []
    for row in rows(file):
        year = row.line.year
        for at, month in enumerate(YEAR.months):
            planned = told.explain_month(file, month, row, is_actual=False)
            spent = told.explain_month(file, month, row, is_actual=True)
            found += [(planned, year.budget[at]), (spent, year.actual[at])]
        so_far = told.explain_year(file, OCTOBER, row, is_actual=True)
        whole = told.explain_year(file, OCTOBER, row, is_actual=False)
        found += [(so_far, row.line.standing.date_actual), (whole, row.line.annual_pence)]
    return found


def forecasts(file: Reads) -> list[tuple[Explanation | None, Any]]:
    """Return each figure of the table of forecasts explained, beside its cell."""
    risks = file.read(budget.risks, YEAR)
    return [
        (forecast(file, row, column.key), column.value(row))
        for row in forecast_rows(rows(file), OCTOBER, risks)
        if row.row is not None
        for column in FORECASTS
        if column.kind in MONEY
    ]


def forecast(file: Reads, row: ForecastRow, key: str) -> Explanation | None:
    """Return a figure of a line's forecasts explained."""
    assert row.row is not None
    keys = [method.name.lower() for method in Method]
    if key in keys:
        return told.explain_method(file, OCTOBER, row.row, keys.index(key))
    own = told.explain(file, OCTOBER, row.row, key)
    return own or told.explain_forecast(row, file.read(budget.risks, YEAR), key)


@pytest.mark.parametrize("walk", [finance, months, forecasts])
@pytest.mark.parametrize("name", ["sample", "tangled"])
def test_every_figure_is_its_cell_and_can_be_reckoned_again(
    name: str, walk: Any, request: pytest.FixtureRequest
) -> None:
    file: LocalityFile = request.getfixturevalue(name)
    found = at_once(file, walk)
    assert len(found) > 13 * 11
    for made, cell in found:
        assert made is not None
        assert made.value == cell, made.title
        must_hold(made)


def test_the_tangled_budget_holds_what_it_is_meant_to_hold(tangled: LocalityFile) -> None:
    lines = tangled.read(budget.lines, OCTOBER)
    assert sum(each.is_income for each in lines) == 2
    assert {each.profile for each in lines} >= {
        Profile.WORKING_DAYS, Profile.QUARTERLY, Profile.MANUAL, Profile.BACK,
    }  # fmt: skip
    assert sum(each.virement_pence != 0 for each in lines) == 3
    assert any(each.build is Build.GROWTH and each.set_annual_pence is None for each in lines)


def test_a_month_shows_the_rounded_running_totals_it_is_the_difference_of(
    sample: LocalityFile,
) -> None:
    row = next(row for row in rows(sample) if row.name == "Primary medical services")
    made = told.explain_month(sample, OCTOBER, row, is_actual=False)
    assert made is not None
    assert made.worked == "£3,511,666.67 − £3,010,000.00 = £501,666.67"
    assert [step.worked for step in made.steps] == [
        "£6,020,000.00 × 7 ÷ 12 = £3,511,666.67, rounded",
        "£6,020,000.00 × 6 ÷ 12 = £3,010,000.00",
    ]


def test_an_entry_by_hand_tells_who_put_it_in_and_when(sample: LocalityFile) -> None:
    row = next(row for row in rows(sample) if row.name == "Prescribing")
    made = told.explain_month(sample, OCTOBER, row, is_actual=True)
    assert made is not None
    assert any("Entered by hand. By " in fact.source for fact in made.beneath)


pence = st.integers(-50_000_000_00, 50_000_000_00)


@settings(max_examples=150, deadline=None)
@given(st.lists(pence, min_size=1, max_size=12), st.sampled_from(Method), st.booleans())
def test_a_forecast_of_any_months_can_be_reckoned_again(
    actual: list[int], method: Method, is_income: bool
) -> None:
    made_up = line("Made up", 1_200, is_income=is_income, method=method)
    year = replace(made_up.year, actual=tuple([*actual, *[None] * 12][:12]), is_income=is_income)
    (row,) = standing_rows([replace(made_up, year=year)], Thresholds())
    made = method_outturn(row, Month(2017, 3), list(Method).index(method))
    must_hold(told.as_income(made) if is_income else made)


def test_a_risk_does_to_the_variance_what_its_explanation_says(sample: LocalityFile) -> None:
    risks = sample.read(budget.risks, YEAR)
    by_name = {row.name: row for row in forecast_rows(rows(sample), OCTOBER, risks)}
    made = told.explain_forecast(by_name["Prescribing"], risks, "risks")
    assert made is not None
    assert made.value == by_name["Prescribing"].effect
    assert made.worked == "−£45,000.00 + £36,000.00 = (£9,000.00)"
    assert any(risk.kind is RiskKind.MITIGATION for risk in risks)


def test_every_figure_of_the_finance_sheet_stands_in_the_definitions(
    sample: LocalityFile,
) -> None:
    terms = [(row.term, row.meaning) for row in definitions(sample, OCTOBER).rows]
    assert len({term for term, _ in terms}) == len(terms)
    for column in LINES:
        if column.kind in {*MONEY, Kind.SHARE}:
            assert (column.title, FINANCE[column.key]) in terms
    assert ("Rating", FINANCE["rating"]) in terms
