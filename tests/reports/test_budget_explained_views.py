"""Capitation, the gain and risk share, and the headlines tell how their figures came about."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.budget import Build
from pch_desktop.domain.budget_share import QualityMode
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports import budget_build, budget_fair, overview
from pch_desktop.reports import budget_share as share
from pch_desktop.reports.budget_explained_build import explain_build, explain_fair
from pch_desktop.reports.budget_explained_share import explain_partner, explain_step
from pch_desktop.reports.budget_share import Reckoning
from pch_desktop.reports.explained import Explanation
from pch_desktop.reports.overview_explained import explain_measure
from pch_desktop.reports.population import need_rows
from pch_desktop.reports.table import Kind
from pch_desktop.store import budget, locality, population
from pch_desktop.store.locality_file import LocalityFile
from tests import localities, shares
from tests.explaining import must_hold
from tests.store import budget_builds as builds

OCTOBER = Month(2016, 10)
MONEY = {Kind.MONEY, Kind.EXACT}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open."""
    path: Path = tmp_path_factory.mktemp("views") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


def build_rows(file: LocalityFile, month: Month) -> list[budget_build.BuildRow]:
    """Return the lines as the view Build shows them."""
    total = file.read(budget.annual_sum, month)
    rates = file.read(budget.build_rates, month.financial_year)
    lines = file.read(budget.lines, month)
    return budget_build.build_rows(lines, rates, total.people if total else None)


def built(file: LocalityFile, month: Month) -> list[tuple[str, Explanation]]:
    """Return each figure of the view Build that is explained, checked against its cell."""
    found: list[tuple[str, Explanation]] = []
    for row in build_rows(file, month):
        for column in budget_build.build_columns({}, is_net=file.read(budget.is_net_uplift)):
            made = explain_build(file, month, row, column.key)
            if made is None:
                continue
            assert made.value == column.value(row), (row.name, column.key)
            must_hold(made)
            found.append((column.key, made))
    return found


def test_every_step_of_the_samples_build_can_be_reckoned_again(sample: LocalityFile) -> None:
    found = built(sample, OCTOBER)
    assert {key for key, _ in found} == {
        "baseline", "recurrent", "grown", "otherwise", "adjustments", "built", "as_set", "current",
        "per_head", "per_weighted_head",
    }  # fmt: skip
    assert sum(bool(made.worked) for _, made in found) > 13


@pytest.mark.parametrize("is_net", [False, True])
def test_the_seven_lines_of_d02_grow_as_their_explanation_says(
    file: LocalityFile, is_net: bool
) -> None:
    builds.build_lines(file)
    file.edit("Net", budget.set_net_uplift, is_net)
    month = builds.YEAR.months[0]
    grown = {made.title: made for key, made in built(file, month) if key == "grown"}
    assert len(grown) == 7
    said = grown["Prescribing, grown baseline"]
    if not is_net:
        assert said.answer == "£5,567,998.42"
        assert said.worked == (
            "£5,400,000.00 × (1 + 0.8%) × (1 + 2%) × (1 + 1.3%) × (1 − 1%) = £5,567,998.42, rounded"
        )
    else:
        assert "(1 + 1.3% − 1%)" in said.worked


def test_a_fair_share_tells_target_distance_and_pace(file: LocalityFile) -> None:
    builds.build_lines(file)
    builds.share_fairly(file)
    month = builds.YEAR.months[0]
    need = need_rows(file.read(population.weights), file.read(locality.control_totals))
    rows = budget_fair.fair_rows(file.read(budget.lines, month), need, month.financial_year)
    row = next(each for each in rows if each.target is not None)
    for column in budget_fair.FAIR:
        made = explain_fair(file, month, row, column.key)
        if made is None:
            continue
        assert made.value == column.value(row), column.key
        must_hold(made)
    target = explain_fair(file, month, row, "target")
    assert target is not None
    assert " ÷ " in target.worked
    assert any("Weighted populations of" in fact.source for fact in target.facts)
    line = next(each for each in build_rows(file, month) if each.id == row.id)
    assert line.line.build is Build.FAIR_SHARE
    made = explain_build(file, month, line, "otherwise")
    assert made is not None
    must_hold(made)


# The share


def reckoned(found: Reckoning) -> list[tuple[Any, Explanation]]:
    """Return each figure of a reckoning explained, checked against its cell."""
    steps = share.steps(found)
    told: list[tuple[Any, Explanation]] = []
    for row in steps:
        for key, cell in (("amount", row.amount), ("share", row.share)):
            made = explain_step(found, steps, row, key)
            assert made is not None
            assert made.value == cell, (row.name, key)
            must_hold(made)
            told.append((row.name, made))
    for part in share.partner_rows(found):
        for column in share.PARTNERS:
            made = explain_partner(found, part, column.key)
            if made is not None:
                assert made.value == column.value(part)
                must_hold(made)
                told.append((part.name, made))
    return told


@pytest.mark.parametrize("pool", [-150_000_000, -37_000_001, -5, 0, 5, 37_000_001, 120_000_000])
def test_any_end_of_the_year_can_be_reckoned_again(sample: LocalityFile, pool: int) -> None:
    found = share.reckoning(sample, OCTOBER)
    assert found is not None
    told = reckoned(found.supposing(pool))
    assert len(told) > 2 * 17


def test_the_gain_of_d15_tells_dead_band_cap_and_quality(file: LocalityFile) -> None:
    shares.spent(file, shares.BUDGET - 120_000_000)
    shares.take_part(file, shares.FIVE)
    shares.agree(file, gain_share="0.6", loss_share="0.2", deadband_share="0.005",
                 cap_gain_share="0.02")  # fmt: skip
    shares.measure(file, QualityMode.PROPORTIONAL)
    found = shares.read(file)
    assert found.outcome.sharing is not None
    told = {made.title: made for _, made in reckoned(found)}
    assert told["Gain or loss"].worked == "£37,000,000.00 − £35,800,000.00 = £1,200,000.00"
    assert told["Dead band"].worked == "£37,000,000.00 × 0.5% = £185,000.00"
    assert told["Past the dead band"].worked == "£1,200,000.00 − £185,000.00 = £1,015,000.00"
    assert told["What can be shared"].answer == "£740,000.00"
    assert told["The locality's part"].answer == "£355,200.00"
    assert told["The commissioner's part"].worked == "£1,200,000.00 − £355,200.00 = £844,800.00"


# The headlines


def test_the_headlines_tell_the_figure_on_their_tile(sample: LocalityFile) -> None:
    for row in overview.measures(sample, OCTOBER):
        made = explain_measure(sample, OCTOBER, row)
        assert made.value == row.value
        assert made.formula
        must_hold(made)


def test_the_variance_of_the_year_is_told_line_by_line(sample: LocalityFile) -> None:
    rows = {row.key: row for row in overview.measures(sample, OCTOBER)}
    made = explain_measure(sample, OCTOBER, rows["outturn_variance"])
    assert made.answer == "(£9,000.00)"
    assert len(made.facts) == 13
    assert made.worked.endswith(" = (£9,000.00)")
    assert not made.unknown


def test_a_headline_without_figures_says_what_is_missing(file: LocalityFile) -> None:
    rows = {row.key: row for row in overview.measures(file, OCTOBER)}
    for key in ("outturn_variance", "prevention_money", "registered"):
        made = explain_measure(file, OCTOBER, rows[key])
        assert made.value is None
        assert made.unknown
    assert FinancialYear(2016) == OCTOBER.financial_year
