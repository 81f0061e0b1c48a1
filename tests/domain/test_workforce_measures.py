"""The measures of the workforce, each by its formula."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain import money
from pch_desktop.domain.workforce import ContractKind, RoleStanding, typed_hours, wte
from pch_desktop.domain.workforce_measures import (
    age,
    band_of,
    bands,
    counts_among_all_gps,
    counts_as_gp,
    counts_as_head,
    counts_in_post,
    days_available,
    known_sum,
    patients_per_wte,
    rate,
    shared_out,
    wte_per_ten_thousand,
)


def rounded(value: Decimal | None, places: int) -> Decimal | None:
    return None if value is None else round(value, places)


@pytest.mark.parametrize(
    ("hours", "expected"), [("15", "0.4"), ("30", "0.8"), ("37.5", "1"), ("40", "1.0667")]
)
def test_d22_whole_times_are_hours_by_thirty_seven_and_a_half(hours: str, expected: str) -> None:
    assert wte(int(Decimal(hours) * 60)) == Decimal(expected)


@pytest.mark.parametrize(
    ("sessions", "minutes", "expected"),
    [(5, 250, "0.5556"), (6, 250, "0.6667"), (9, 250, "1"), (6, 240, "0.64")],
)
def test_d22_sessions_are_as_long_as_the_locality_says(
    sessions: int, minutes: int, expected: str
) -> None:
    hours = typed_hours(f"{sessions} sessions", minutes)
    assert hours is not None
    assert wte(money.rounded(hours * 60)) == Decimal(expected)


def test_d23_vacancy_and_sickness_are_parts_of_a_whole() -> None:
    assert rounded(rate(Decimal("6.85"), Decimal("64.20")), 4) == Decimal("0.1067")
    assert rounded(rate(Decimal("873.6"), Decimal(20_955)), 4) == Decimal("0.0417")


def test_d24_patients_per_whole_time() -> None:
    gps, clinical = Decimal("19.6"), Decimal("57.35")
    assert rounded(patients_per_wte(40_000, gps), 0) == 2041
    assert rounded(patients_per_wte(41_870, gps), 0) == 2136
    assert rounded(patients_per_wte(41_870, clinical), 0) == 730
    assert rounded(wte_per_ten_thousand(gps, 41_870), 2) == Decimal("4.68")


def test_what_is_divided_by_nothing_or_not_known_is_not_known() -> None:
    assert rate(Decimal(1), Decimal(0)) is None
    assert rate(None, Decimal(1)) is None
    assert patients_per_wte(None, Decimal(1)) is None
    assert wte_per_ten_thousand(Decimal(1), None) is None
    assert known_sum([Decimal(1), None]) is None
    assert known_sum([]) is None
    assert known_sum([1, Decimal(2)]) == 3


def test_days_available_are_whole_times_on_each_day_of_the_month() -> None:
    assert days_available(Decimal("2.5"), 31) == Decimal("77.5")


def test_an_age_is_the_year_less_the_year_of_birth() -> None:
    assert age(1961, date(2016, 1, 1)) == 55
    assert age(None, date(2016, 1, 1)) is None


def test_the_bands_are_those_of_the_age_profile() -> None:
    assert [band.words for band in bands()] == [
        "Under 25", "25 to 34", "35 to 44", "45 to 54", "55 to 59", "60 to 64", "65 and over",
    ]  # fmt: skip


@given(st.integers(40, 80), st.integers(0, 110))
def test_every_age_lies_in_one_band_and_the_threshold_begins_one(
    threshold: int, years: int
) -> None:
    among = bands(threshold)
    assert threshold in {band.first for band in among}
    found = band_of(years, among)
    assert found is not None
    assert found.first <= years
    assert found.last is None or years <= found.last
    assert sum(band.first <= years and (band.last is None or years <= band.last)
               for band in among) == 1  # fmt: skip
    assert band_of(None, among) is None


@given(st.decimals(0, 2, places=4), st.sets(st.integers(1, 9_999), max_size=5))
def test_what_somebodys_time_is_shared_into_adds_up_to_it(wte: Decimal, cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), 10_000]
    shares = {str(at): Decimal(after - at).scaleb(-4) for at, after in pairwise(edges)}
    assert sum(shared_out(wte, shares, "home").values()) == wte
    assert shared_out(wte, {}, "home") == {"home": wte}


def test_who_counts_is_said_by_the_contract() -> None:
    assert counts_in_post(ContractKind.SECONDMENT_IN)
    assert not counts_in_post(ContractKind.LOCUM)
    assert not counts_as_head(ContractKind.VOLUNTEER)
    assert counts_as_head(ContractKind.BANK)


def test_trainees_and_locums_count_among_all_gps_alone() -> None:
    assert counts_as_gp(ContractKind.PARTNER, RoleStanding.USUAL)
    assert not counts_as_gp(ContractKind.FIXED_TERM, RoleStanding.TRAINING)
    assert not counts_as_gp(ContractKind.LOCUM, RoleStanding.USUAL)
    assert not counts_as_gp(ContractKind.PERMANENT, RoleStanding.LOCUM)
    assert counts_among_all_gps(ContractKind.FIXED_TERM)
    assert counts_among_all_gps(ContractKind.LOCUM)
    assert not counts_among_all_gps(ContractKind.VOLUNTEER)
