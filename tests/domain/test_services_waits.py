"""How long people wait: the examples of the design, and the laws of percentiles."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services_waits import (
    MEDIAN,
    NATIONAL,
    NINETY_SECOND,
    Percentile,
    Spell,
    banded,
    linear,
    nearest_rank,
    people,
    within,
)
from pch_desktop.domain.services_waits_typed import days_words, spells_of, wait_days

DAYS = (3, 5, 6, 7, 7, 9, 10, 12, 14, 15, 16, 18, 20, 21, 21, 24, 27, 30, 35, 41)
COUNTS = (1820, 610, 1455, 890, 520, 305, 140)
BANDS = tuple(Spell(*edges, count) for edges, count in zip(NATIONAL, COUNTS, strict=True))
waits = st.lists(st.integers(0, 400), min_size=2, max_size=60)
shares = st.decimals("0", "1", places=3)
counts = st.lists(st.integers(0, 50), min_size=7, max_size=7).filter(any)


def spells(told: list[int]) -> tuple[Spell, ...]:
    return tuple(Spell(*edges, count) for edges, count in zip(NATIONAL, told, strict=True))


def test_waits_of_raw_days_are_those_of_the_example() -> None:
    told = spells_of(DAYS)
    assert linear(told, MEDIAN).days == Decimal("15.5")
    assert linear(told, NINETY_SECOND).days == Decimal("32.4")
    assert (nearest_rank(told, MEDIAN), nearest_rank(told, NINETY_SECOND)) == (15, 35)
    two, four = within(told, 14), within(told, 28)
    assert two is not None
    assert four is not None
    assert (two.share * 20, four.share) == (9, Decimal("0.85"))
    assert not two.is_least


def test_waits_of_bands_are_those_of_the_example() -> None:
    assert people(BANDS) == 5740
    median, ninetieth = banded(BANDS, MEDIAN).days, banded(BANDS, Decimal("0.9")).days
    assert median is not None
    assert ninetieth is not None
    assert (round(median, 2), round(ninetieth, 2)) == (Decimal("3.81"), Decimal("20.26"))
    two = within(BANDS, 14)
    assert two is not None
    assert (round(two.share, 3), two.is_least) == (Decimal("0.832"), False)


def test_a_percentile_in_a_band_without_end_is_never_a_number() -> None:
    found = banded(BANDS, Decimal("0.98"))
    assert found == Percentile(beyond=28)
    assert found.words == "over 28 days"


def test_a_band_that_reaches_across_the_days_is_left_out_and_said_so() -> None:
    two = within((Spell(0, 8, 3), Spell(8, 22, 5), Spell(22, None, 2)), 14)
    assert two is not None
    assert (two.share, two.is_least) == (Decimal("0.3"), True)


def test_nobody_seen_has_no_percentile_and_no_share() -> None:
    assert linear((), MEDIAN) == banded((), MEDIAN) == Percentile()
    assert nearest_rank((), MEDIAN) is None
    assert within(spells([0] * 7), 14) is None


@given(waits)
def test_percentiles_of_days_are_those_of_the_inclusive_method(days: list[int]) -> None:
    cuts = quantiles(days, n=100, method="inclusive")
    told = spells_of(days)
    for share, at in ((MEDIAN, 49), (NINETY_SECOND, 91)):
        found = linear(told, share).days
        assert found is not None
        assert float(found) == pytest.approx(cuts[at])


@given(waits, shares)
def test_the_nearest_rank_is_somebodys_days_and_covers_the_share(
    days: list[int], share: Decimal
) -> None:
    found = nearest_rank(spells_of(days), share)
    assert found in days
    assert sum(day <= found for day in days) >= share * len(days)


@given(counts, shares)
def test_a_percentile_of_bands_lies_within_its_band(told: list[int], share: Decimal) -> None:
    found, before = banded(spells(told), share), 0
    for band in spells(told):
        if band.people and before + band.people >= share * sum(told):
            if band.until_days is None:
                assert (found.days, found.beyond) == (None, band.from_days - 1)
            else:
                assert found.days is not None
                assert band.from_days <= found.days <= band.until_days
            break
        before += band.people


@given(counts, shares, shares)
def test_a_higher_share_waits_no_less(told: list[int], first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    below, above = banded(spells(told), low), banded(spells(told), high)
    if above.days is not None:
        assert below.days is not None
        assert below.days <= above.days
    days = [at * 3 for at, count in enumerate(told) for _ in range(count)]
    one, other = linear(spells_of(days), low).days, linear(spells_of(days), high).days
    assert one is not None
    assert other is not None
    assert one <= other


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40))
def test_days_put_into_bands_keep_their_people_and_who_was_seen_in_time(days: list[int]) -> None:
    bands = tuple(
        Spell(first, until, sum(first <= day and (until is None or day < until) for day in days))
        for first, until in NATIONAL
    )
    assert people(bands) == people(spells_of(days)) == len(days)
    for limit in (14, 28):
        assert within(bands, limit) == within(spells_of(days), limit)


@given(st.lists(st.integers(0, 3660), max_size=60))
def test_days_are_read_back_as_they_are_written(days: list[int]) -> None:
    assert wait_days(days_words(spells_of(days))) == tuple(sorted(days))


def test_days_are_read_with_commas_lines_and_times() -> None:
    assert wait_days(" 3, 5;6\n7 x 2\t9 ") == (3, 5, 6, 7, 7, 9)
    assert wait_days("  ") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3, -5, 6", "Wait 2, -5 days, is negative"),
        ("3, −5", "Wait 2, -5 days, is negative"),
        ("3, 5.5", "Wait 2, “5.5”, is not a whole number of days"),
        ("soon", "Wait 1, “soon”"),
        ("40000", "longer than ten years"),
        ("3x0", "is of 0 people"),
        ("3x100000, 4", "at most 100,000 waits"),
    ],
)
def test_what_is_no_wait_is_told_by_its_place(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        wait_days(text)


def test_the_examples_are_those_of_the_design() -> None:
    page = Path(__file__).parents[3] / "shared" / "design" / "domain_examples.json"
    if not page.is_file():
        pytest.skip("the design folder is not beside this checkout")
    told: dict[str, Any] = json.loads(page.read_text("utf-8"))
    told = told.get("cases", told)
    assert tuple(told["D31"]["inputs"]["days"]) == DAYS
    assert [tuple(band) for band in told["D32"]["inputs"]["bands"]] == [
        (each.from_days, each.until_days, each.people) for each in BANDS
    ]
