"""How the budget is built, as the screen and the workbook show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pch_desktop.domain.budget import Build, Profile, Scope
from pch_desktop.domain.budget_rates import RateKind
from pch_desktop.domain.partners import Sector
from pch_desktop.reports.budget_build import build_finding, build_rows, capitation
from pch_desktop.reports.budget_build_checks import (
    BuildTrouble,
    build_checks,
    build_findings,
    spread_checks,
)
from pch_desktop.reports.budget_build_pack import build_tables
from pch_desktop.reports.budget_changes import changes_finding
from pch_desktop.reports.budget_fair import fair_finding, fair_rows, fair_share
from pch_desktop.reports.budget_rates import rates_finding
from pch_desktop.reports.budget_spread import spread_rows, unfit
from pch_desktop.reports.budget_stops import read_stops, stop_rows, stops_finding
from pch_desktop.reports.budget_sum import capitated_sum, sum_finding
from pch_desktop.reports.budget_weighting import result_rows, weighting_finding
from pch_desktop.reports.population import need_rows
from pch_desktop.reports.statement import Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import budget, locality, population
from pch_desktop.store.budget import MonthShareRow, StopKind
from pch_desktop.store.locality_file import LocalityFile
from tests.reports import budgets
from tests.store.budget_builds import (
    D02,
    D02_HEAD,
    D02_OPERATING,
    OCTOBER,
    YEAR,
    build_lines,
    line,
    put,
    share_fairly,
    weigh,
)

K = 1_000_00


def test_the_build_shows_every_step_of_the_worked_example(file: LocalityFile) -> None:
    build_lines(file)
    rows = {row.name: row for row in capitation(file, OCTOBER).rows}
    assert {name: row.built for name, row in rows.items()} == {
        name: int(told[-1]) for name, told in D02.items()
    }
    community = rows["Community services"]
    assert (community.baseline, community.recurrent) == (410_000_000, 405_000_000)
    names = {kind: used.name for kind, used in community.rates.items()}
    assert names == {
        RateKind.DEMOGRAPHIC: "1.2% Demographic growth",
        RateKind.COST_UPLIFT: "4.15% Cost uplift",
        RateKind.EFFICIENCY: "2% Efficiency",
    }
    assert (community.as_set, community.current) == (None, 418_331_806)
    assert (community.per_head, community.per_weighted_head) == (10_458, None)
    emergency = rows["Acute non-elective"]
    assert (emergency.grown, emergency.adjustments) == (1_018_333_237, -6_000_000)


def test_the_sum_is_shown_with_its_formula_in_words(file: LocalityFile) -> None:
    build_lines(file)
    table = capitated_sum(file, OCTOBER)
    found = {row.key: row.value for row in table.rows}
    assert (found["operating"], found["per_head"]) == (D02_OPERATING, D02_HEAD)
    said = {row.key: written(row.value, row.kind) for row in table.rows}
    assert (said["gross"], said["per_head"]) == ("£38,726,683.90", "£958.51")
    words = {row.key: row.words for row in table.rows}
    assert words["top_slice"] == "Gross × 0.50%, kept by the commissioner."
    assert words["registered"] == "As agreed with this version."
    assert table.notes == ("£38,340,385 to run services with, £958.51 a head.",)


def test_a_sum_over_a_line_without_a_budget_is_not_known(file: LocalityFile) -> None:
    build_lines(file)
    put(file, budget.add_line, YEAR, "Dentists", Sector.PRIMARY, None)
    total = file.read(budget.annual_sum, OCTOBER)
    assert sum_finding(total).startswith("Not known while a line")
    assert {row.value for row in capitated_sum(file, OCTOBER).rows if row.id < 5} == {None}
    assert "1 line not known yet" in build_finding(capitation(file, OCTOBER).rows)


def test_a_fair_share_names_both_indices_and_never_one_for_the_other(file: LocalityFile) -> None:
    build_lines(file)
    share_fairly(file)
    (row,) = fair_share(file, OCTOBER).rows
    assert (row.target, row.current, row.budget) == (421_369_308, 418_331_806, 419_091_182)
    assert written(row.distance, Kind.RATE) == "(0.72%)"
    assert row.england_index == Decimal(41_870) / 40_000
    board = Decimal(1_098_000) / 1_100_000
    assert row.board_index == Decimal(41_870) / 40_000 / board
    assert (row.board, row.boards) == ("QZ1", 1_098_000)
    assert fair_finding([row]) == (
        "Community services is furthest from its fair share, 0.72% below the target."
    )


def test_need_of_a_later_year_is_not_taken(file: LocalityFile) -> None:
    build_lines(file)
    share_fairly(file)
    need = need_rows(file.read(population.weights), file.read(locality.control_totals))
    lines = file.read(budget.lines, OCTOBER)
    early = fair_rows([replace(each, built=None) for each in lines], need, YEAR.plus(-3))
    assert {row.england_index for row in early} == {None}


def test_each_thing_that_keeps_a_line_from_being_built_is_told(file: LocalityFile) -> None:
    build_lines(file)
    mental, social = line(file, "Mental health"), line(file, "Adult social care (BCF aligned)")
    put(file, budget.use_rate, mental.id, RateKind.EFFICIENCY, "efficiency_of_yesterday")
    put(file, budget.set_line, social.id, "build", Build.FAIR_SHARE)
    prescribing = line(file, "Prescribing").id
    put(file, budget.set_line, prescribing, "build", Build.RATES)
    put(file, budget.add_adjustment, social.id, "Proposed beds", 5 * K, {})
    rows = build_rows(file.read(budget.lines, OCTOBER), file.read(budget.build_rates, YEAR), None)
    assert [(check.trouble, check.line_id) for check in build_checks(rows)] == [
        (BuildTrouble.RATE, mental.id),
        (BuildTrouble.FAIR_SHARE, social.id),
        (BuildTrouble.BY_RATES, prescribing),
    ]
    assert "wants the board's total" in build_checks(rows)[1].sentence
    findings = build_findings(file, OCTOBER)
    assert [finding.weight for finding in findings] == [Weight.MONEY] * 3 + [Weight.NOTE]
    assert findings[-1].title == "1 change of service not approved yet"
    assert "1 change of £5,000 proposed" in findings[-1].detail


def test_income_is_taken_off_what_is_built() -> None:
    charges = budgets.line("Charges", 100, is_income=True, scope=Scope.IN)
    outside = budgets.line("Outside", 100, scope=Scope.OUT)
    rows = build_rows([charges, outside], [], None)
    assert [(row.name, row.current, row.as_set) for row in rows] == [
        ("Charges", -100 * K, -100 * K)
    ]


# Spreads


def test_shares_that_do_not_add_up_are_told_with_the_line(file: LocalityFile) -> None:
    build_lines(file)
    line_id = line(file, "Prescribing").id
    put(file, budget.set_month_share, line_id, YEAR.months[0], Decimal("0.1"))
    (check,) = spread_checks(file, OCTOBER)
    assert (check.trouble, check.line_id) == (BuildTrouble.SHARES, line_id)
    assert "its months add up to 101.67%, not 100%" in check.sentence
    put(file, budget.fit_shares, line_id)
    assert spread_checks(file, OCTOBER) == []


def test_a_line_as_last_year_says_that_it_is_spread_evenly(file: LocalityFile) -> None:
    build_lines(file)
    line_id = line(file, "Prescribing").id
    put(file, budget.set_line, line_id, "profile", Profile.LAST_YEAR)
    (check,) = spread_checks(file, OCTOBER)
    assert (check.trouble, check.line_id) == (BuildTrouble.LAST_YEAR, line_id)
    assert "months of 2024/25 are not all known" in check.sentence


def test_a_spread_shows_what_every_profile_comes_to() -> None:
    year = budgets.OCTOBER.financial_year
    one = replace(budgets.line("One", 1200), id=1)
    two = replace(budgets.line("Two", 1200), id=2, profile=Profile.PERCENT)
    blank = replace(budgets.line("Three", None), id=3)
    shares = [
        MonthShareRow(number, 2, month, Decimal("0.08"))
        for number, month in enumerate(year.months, start=1)
    ]
    rows = spread_rows([one, two, blank], shares, year)
    assert [row.total for row in rows] == [1, Decimal("0.96"), None]
    assert [row.id for row in unfit(rows)] == [2]
    assert rows[0].shares[0] == Decimal(1) / 12


# What stops, what is weighted, what the sample shows


def test_what_stops_is_told_kind_by_kind() -> None:
    year = budgets.OCTOBER.financial_year
    lines = [
        replace(budgets.line("Grant", 20), funded_to=date(2017, 3, 31), funding_source="A grant"),
        replace(budgets.line("Later", 20), funded_to=date(2017, 4, 1)),
        replace(budgets.line("Partly", 30), non_recurrent_pence=5 * K),
        replace(budgets.line("Outside", 30), non_recurrent_pence=5 * K, scope=Scope.OUT),
    ]
    rows = stop_rows(lines, [], [], year)
    assert [(row.kind, row.name, row.amount_pence) for row in rows] == [
        (StopKind.LINE, "Grant", 20 * K),
        (StopKind.NON_RECURRENT, "Partly", 5 * K),
    ]
    assert stops_finding(rows, year) == (
        "By 31 Mar 2017 funding ends for 1 budget line worth £20,000 and 1 non-recurrent part "
        "worth £5,000. The same money may stand in more than one."
    )
    assert stops_finding([], year) == "Nothing is known to stop on 31 Mar 2017."


def test_the_sample_says_what_stops_and_what_is_proposed(marsh_valley: LocalityFile) -> None:
    month = budgets.OCTOBER
    rows = read_stops(marsh_valley, month)
    kinds = [row.kind for row in rows]
    assert {kind: kinds.count(kind) for kind in StopKind} == {
        StopKind.LINE: 2,
        StopKind.NON_RECURRENT: 1,
        StopKind.ADJUSTMENT: 0,
        StopKind.SERVICE: 6,
        StopKind.POST: 3,
    }
    tables = {table.title: table for table in build_tables(marsh_valley, month)}
    assert len(tables["Service changes"].rows) == 3
    assert changes_finding(tables["Service changes"].rows).startswith("Approved changes come to £0")
    assert [row.name for row in tables["Fair share"].rows] == [
        "Community nursing and therapies",
        "Community mental health",
    ]
    assert sum(row.current for row in tables["Capitation"].rows) == 47_500_000_00
    assert "set £" in build_finding(tables["Capitation"].rows)


def test_the_weighting_is_shown_step_by_step(file: LocalityFile) -> None:
    assert weighting_finding(file.read(budget.weighting, YEAR)).startswith("No weight has been")
    weigh(file)
    found = file.read(budget.weighting, YEAR)
    said = {row.key: written(row.value, row.kind) for row in result_rows(found)}
    assert said == {
        "list_size": "40,000",
        "raw_workload": "108,850.0",
        "age_sex_index": "1.1245",
        "weighted_people": "45,304",
        "over_list": "1.1326",
    }
    assert "45,304 by these coefficients" in weighting_finding(found)
    put(file, budget.remove_weight_bands, (found.bands[0].id,))
    assert "people of the list stand in no band" in weighting_finding(
        file.read(budget.weighting, YEAR)
    )


@pytest.mark.parametrize("kind", list(RateKind))
def test_a_rate_is_found_under_its_kind(file: LocalityFile, kind: RateKind) -> None:
    build_lines(file)
    put(file, budget.use_percentage, line(file, "Prescribing").id, kind, Decimal("0.0321"))
    rates = file.read(budget.build_rates, YEAR)
    assert [row.kind for row in rates if row.value == Decimal("0.0321")] == [kind]
    assert "hold on 1 April" in rates_finding(rates)
