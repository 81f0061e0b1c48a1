"""The sum, fair shares, rates by people, ready lines, weights and spreads in a file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pch_desktop.domain.budget import Build, Profile
from pch_desktop.domain.budget_ready import ReadySet
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.population import Sex, Weighting
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.ready_lines import ready_lines, ready_rates
from pch_desktop.store import budget
from pch_desktop.store.budget.weighting import NATIONAL
from pch_desktop.store.locality_file import LocalityFile
from tests.store.budget_builds import (
    APRIL,
    D02_GROSS,
    D02_HEAD,
    D02_KEPT,
    D02_OPERATING,
    D02_SLICE,
    D40,
    OCTOBER,
    YEAR,
    build_lines,
    line,
    put,
    share_fairly,
    weigh,
)

# The sum


def test_the_sum_of_the_worked_example_is_kept_back_and_a_head(file: LocalityFile) -> None:
    build_lines(file)
    total = file.read(budget.annual_sum, OCTOBER)
    assert total is not None
    assert total.kept is not None
    assert (total.kept.gross_pence, total.kept.top_slice_pence) == (D02_GROSS, D02_SLICE)
    assert (total.kept.contingency_pence, total.kept.operating_pence) == (D02_KEPT, D02_OPERATING)
    assert (total.per_head_pence, total.people.registered_on) == (D02_HEAD, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("top_slice_share", Decimal("1.2")),
        ("contingency_share", Decimal("-0.01")),
        ("registered_people", 0),
        ("weighted_people", Decimal(0)),
        ("care_home_beds", Decimal(-1)),
    ],
)
def test_what_cannot_be_agreed_is_refused(file: LocalityFile, field: str, value: object) -> None:
    build_lines(file)
    before = file.read(budget.agreed, YEAR)
    with pytest.raises(Refusal, match="Enter"):
        put(file, budget.set_sum, YEAR, field, value)
    assert file.read(budget.agreed, YEAR) == before


def test_a_fair_share_moves_a_quarter_of_the_way(file: LocalityFile) -> None:
    build_lines(file)
    share_fairly(file)
    found = line(file, "Community services")
    assert found.annual_pence == 419_091_182
    assert found.built is not None
    assert found.built.fair_share is not None
    assert found.built.fair_share.target_pence == 421_369_308
    assert round(found.built.fair_share.distance_share * 100, 3) == Decimal("-0.721")


def test_a_line_by_list_shares_by_everybody_counted_once(file: LocalityFile) -> None:
    build_lines(file)
    line_id = share_fairly(file)
    put(file, budget.set_line, line_id, "weighted_by", Weighting.LIST)
    found = line(file, "Community services").built
    assert found is not None
    assert found.weighted is not None
    assert (found.weighted.ours, found.weighted.boards) == (40_000, 1_100_000)


@pytest.mark.parametrize("pace", [Decimal("1.01"), Decimal("-0.1"), Decimal(1) / 3])
def test_what_is_no_pace_is_refused(file: LocalityFile, pace: Decimal) -> None:
    build_lines(file)
    line_id = share_fairly(file)
    with pytest.raises(Refusal, match="part of the way"):
        put(file, budget.set_line, line_id, "pace_share", pace)
    assert line(file, "Community services").pace_share == Decimal("0.25")


# Ready lines and rates by people


def test_the_standard_lines_are_added_once_and_their_amounts_are_not_known(
    file: LocalityFile,
) -> None:
    lines = ready_lines(ReadySet.STANDARD)
    put(file, budget.add_line, YEAR, "prescribing", Sector.PRIMARY, 100_00)
    assert put(file, budget.add_ready_lines, YEAR, lines) == len(lines) - 1 == 19
    rows = file.read(budget.lines, OCTOBER)
    assert [row.annual_pence for row in rows] == [100_00] + [None] * 19
    assert {row.contract_form is None for row in rows if row.name == "A&E"} == {False}
    assert line(file, "Acute, non-elective").weighted_by is Weighting.GENERAL_AND_ACUTE
    with pytest.raises(Refusal, match="there already"):
        put(file, budget.add_ready_lines, YEAR, lines)


def network(file: LocalityFile) -> None:
    """Add the network contract's lines."""
    lines = ready_lines(ReadySet.NETWORK)
    put(file, budget.add_ready_lines, YEAR, lines, ready_rates(lines))


def test_the_network_contract_comes_to_the_published_sums(file: LocalityFile) -> None:
    network(file)
    assert {line(file, name).annual_pence for name in D40} == {None}
    for field, value in (
        ("registered_people", 40_000),
        ("weighted_people", Decimal(41_870)),
        ("care_home_beds", 320),
    ):
        put(file, budget.set_sum, YEAR, field, value)
    assert {name: line(file, name).annual_pence for name in D40} == dict(D40)
    rates = file.read(budget.line_rates, YEAR)
    assert len(rates) == 7
    assert {row.source for row in rates} == {"Pulse PCN, additional roles 2025/26"}


def test_a_rate_of_another_year_leaves_its_line_not_known(file: LocalityFile) -> None:
    lines = ready_lines(ReadySet.NETWORK)
    put(file, budget.add_ready_lines, YEAR.plus(1), lines, ready_rates(lines))
    put(file, budget.set_sum, YEAR.plus(1), "registered_people", 40_000)
    put(file, budget.set_sum, YEAR.plus(1), "weighted_people", Decimal(41_870))
    rows = file.read(budget.lines, OCTOBER.plus(12))
    assert {row.annual_pence for row in rows} == {None}
    assert {row.value for row in file.read(budget.line_rates, YEAR.plus(1))} == {None}


def test_a_line_is_paid_by_a_named_rate_once(file: LocalityFile) -> None:
    network(file)
    line_id = put(file, budget.add_line, YEAR, "Extra", Sector.PRIMARY, None)
    words = "Care home premium"
    made = put(file, budget.add_line_rate, line_id, words, RateBase.BEDS)
    assert line(file, "Extra").build is Build.RATES
    with pytest.raises(Refusal, match="paid by “Care home premium” already"):
        put(file, budget.add_line_rate, line_id, words, RateBase.BEDS)
    with pytest.raises(Refusal, match="There is no rate called “A rate nobody set”"):
        put(file, budget.add_line_rate, line_id, "A rate nobody set", RateBase.BEDS)
    put(file, budget.set_line_rate_base, made, RateBase.REGISTERED)
    put(file, budget.set_sum, YEAR, "registered_people", 100)
    assert line(file, "Extra").annual_pence == 13_025_30
    put(file, budget.remove_line_rates, (made,))
    assert line(file, "Extra").annual_pence is None


# Weights


def test_the_list_of_the_worked_example_is_weighted(file: LocalityFile) -> None:
    weigh(file)
    found = file.read(budget.weighting, YEAR)
    assert found.result is not None
    assert (found.result.registered, found.unweighted) == (40_000, 0)
    assert found.result.raw_workload == Decimal("108850")
    assert round(found.result.age_sex_index, 6) == Decimal("1.124483")
    assert round(found.result.weighted_people) == 45_304
    assert round(found.result.over_list or 0, 4) == Decimal("1.1326")
    put(file, budget.add_line, YEAR, "One", Sector.PRIMARY, 1)
    put(file, budget.use_weighted, YEAR)
    agreed = file.read(budget.agreed, YEAR)
    assert agreed is not None
    assert agreed.weighted_people == 45_304


def test_a_list_with_people_in_no_band_is_not_weighted(file: LocalityFile) -> None:
    weigh(file)
    first = file.read(budget.weighting, YEAR).bands[0]
    put(file, budget.remove_weight_bands, (first.id,))
    found = file.read(budget.weighting, YEAR)
    assert (found.result, found.unweighted) == (None, first.people)
    with pytest.raises(Refusal, match="not weighted yet"):
        put(file, budget.use_weighted, YEAR)


def test_a_band_may_not_overlap_another(file: LocalityFile) -> None:
    weigh(file)
    for sex, ages in ((Sex.MALE, (4, 10)), (Sex.ALL, (70, 70)), (Sex.FEMALE, (9, 5))):
        with pytest.raises(Refusal, match="ages"):
            put(file, budget.add_weight_band, sex, ages, Decimal(1))
    with pytest.raises(Refusal, match="how much work"):
        put(file, budget.add_weight_band, Sex.MALE, (1, 2), Decimal(-1))


def test_a_value_of_the_weighting_is_dated_and_may_be_taken_away(file: LocalityFile) -> None:
    weigh(file)
    later = YEAR.plus(1)
    put(file, budget.set_weighting_value, later, NATIONAL, "value", Decimal("2.5"))
    first = file.read(budget.weighting, YEAR).values[0]
    assert (first.value, first.source) == (Decimal("2.42"), "Entered by hand")
    assert file.read(budget.weighting, later).values[0].value == Decimal("2.5")
    put(file, budget.set_weighting_value, YEAR, NATIONAL, "source", "Letter of 3 March")
    assert file.read(budget.weighting, YEAR).values[0].source == "Letter of 3 March"
    put(file, budget.set_weighting_value, YEAR, NATIONAL, "value", None)
    assert file.read(budget.weighting, YEAR).result is None
    for value in (Decimal(0), Decimal(-1)):
        with pytest.raises(Refusal, match="above 0"):
            put(file, budget.set_weighting_value, YEAR, NATIONAL, "value", value)


# Spreads


def spread(file: LocalityFile, profile: Profile = Profile.EQUAL) -> int:
    """Add a line of so much a year; return its id."""
    fields = {"annual_pence": 1_234_567_89, "profile": profile}
    return put(file, budget.add_described_line, YEAR, "One", Sector.PRIMARY, fields)


def shares(file: LocalityFile) -> list[Decimal]:
    """Return the shares put in for the only line."""
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    return [row.share for row in file.read(budget.month_shares_set, year.version_id)]


def test_one_months_share_writes_all_twelve_down(file: LocalityFile) -> None:
    line_id = spread(file, Profile.QUARTERLY)
    put(file, budget.set_month_share, line_id, APRIL, Decimal("0.1"))
    assert line(file, "One").profile is Profile.PERCENT
    assert shares(file)[:4] == [Decimal("0.1"), 0, Decimal("0.25"), 0]
    assert sum(shares(file)) == Decimal("1.1")
    put(file, budget.fit_shares, line_id)
    assert sum(shares(file)) == 1
    assert sum(line(file, "One").year.budget) == 1_234_567_89
    assert line(file, "One").year.budget[0] == 112_233_33


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 1_000_000), min_size=12, max_size=12))
def test_shares_scaled_add_up_to_the_whole_year(file: LocalityFile, parts: list[int]) -> None:
    rows = file.read(budget.lines, OCTOBER)
    line_id = rows[0].id if rows else spread(file)
    for month, part in zip(YEAR.months, parts, strict=True):
        put(file, budget.set_month_share, line_id, month, Decimal(part) / 1_000_000)
    if not any(parts):
        with pytest.raises(Refusal, match="No month of “One” has a share"):
            put(file, budget.fit_shares, line_id)
        return
    put(file, budget.fit_shares, line_id)
    assert sum(shares(file)) == 1
    assert sum(line(file, "One").year.budget) == 1_234_567_89


@pytest.mark.parametrize("share", [None, Decimal("-0.01"), Decimal("1.01"), Decimal("0.00000001")])
def test_what_is_no_share_of_a_year_is_refused(file: LocalityFile, share: Decimal | None) -> None:
    line_id = spread(file)
    with pytest.raises(Refusal, match="share of the year from 0% to 100%"):
        put(file, budget.set_month_share, line_id, APRIL, share)
    with pytest.raises(Refusal, match="does not lie in 2025/26"):
        put(file, budget.set_month_share, line_id, APRIL.plus(-1), Decimal("0.1"))
    assert shares(file) == []


def test_a_line_as_last_year_is_known_once_its_months_are(file: LocalityFile) -> None:
    line_id = spread(file, Profile.LAST_YEAR)
    assert file.read(budget.known_last_year, YEAR) == frozenset()
    before = put(file, budget.add_line, YEAR.plus(-1), "One", Sector.PRIMARY, 1)
    for month in YEAR.plus(-1).months:
        put(file, budget.set_actual, before, month, 100)
    assert file.read(budget.known_last_year, YEAR) == {line_id}


# Baselines


def test_a_baseline_by_hand_keeps_its_year_and_its_source(file: LocalityFile) -> None:
    line_id = put(file, budget.add_line, YEAR, "One", Sector.PRIMARY, None)
    put(file, budget.set_baseline, line_id, 100_00)
    year = file.read(budget.budget_year, YEAR)
    assert year is not None
    (part,) = file.read(budget.parts, year.version_id)
    put(file, budget.set_part, part.id, "year", YEAR.plus(-1))
    put(file, budget.set_part, part.id, "source", "Ledger of the board")
    put(file, budget.set_baseline, line_id, 120_00)
    (part,) = file.read(budget.parts, year.version_id)
    assert (part.year, part.source) == (YEAR.plus(-1), "Ledger of the board")
    assert line(file, "One").baseline_pence == 120_00
    put(file, budget.set_baseline, line_id, None)
    assert line(file, "One").baseline_pence is None
