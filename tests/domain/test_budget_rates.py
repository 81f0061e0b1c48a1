"""The rates that build a baseline: their kinds, their days, their percentages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain import budget_rates as rates
from pch_desktop.domain.budget_rates import RateKind
from pch_desktop.domain.refusal import Refusal

SHARES = st.decimals("-0.5", "0.5", places=6)
DAYS = st.dates(date(2014, 1, 1), date(2018, 12, 31))


def test_a_rates_kind_is_told_by_its_key() -> None:
    assert rates.kind_of("cost_uplift") is RateKind.COST_UPLIFT
    assert rates.kind_of("non_demographic_growth_2") is RateKind.NON_DEMOGRAPHIC
    assert rates.kind_of("demographic_growth_0_8") is RateKind.DEMOGRAPHIC
    assert rates.kind_of("employer_ni_rate") is None
    assert rates.kind_of("efficiencysaving") is None


def test_a_rate_that_ended_the_day_before_does_not_hold() -> None:
    ended = (date(2015, 4, 1), date(2016, 3, 31), "old")
    begun = (date(2016, 4, 1), None, "new")
    assert rates.valid_on([ended, begun], date(2016, 4, 1)) == "new"
    assert rates.valid_on([ended, begun], date(2016, 3, 31)) == "old"
    assert rates.valid_on([ended], date(2016, 4, 1)) is None


@given(st.lists(DAYS, max_size=6), DAYS)
def test_the_rate_that_holds_is_the_latest_begun(starts: list[date], day: date) -> None:
    begun = [start for start in starts if start <= day]
    found = rates.valid_on([(start, None, start) for start in starts], day)
    assert found == (max(begun) if begun else None)


@given(SHARES)
def test_a_percentage_is_read_as_it_was_written(share: Decimal) -> None:
    assert rates.typed_rate(rates.percentage(share)) == share
    assert rates.named("Tariff", share) == f"{rates.percentage(share)} Tariff"


def test_a_plain_number_is_a_percentage() -> None:
    assert rates.typed_rate("0.8") == rates.typed_rate("0.8%") == Decimal("0.008")
    assert rates.typed_rate("4.15") == Decimal("0.0415")
    assert rates.rate_words(RateKind.DEMOGRAPHIC, Decimal("0.008")) == "Demographic growth 0.8%"
    assert rates.named("Demographic growth 0.8%", Decimal("0.008")) == "0.8% Demographic growth"
    assert rates.named("General efficiency", Decimal("0.02")) == "2% General efficiency"


@pytest.mark.parametrize("text", ["much", "Growth like last year", "–"])
def test_a_rate_that_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="neither a rate in the list nor a percentage"):
        rates.typed_rate(text)


@pytest.mark.parametrize("text", ["80%", "-51", "1000", "0.12345678%"])
def test_a_rate_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"more than a year changes|too fine"):
        rates.typed_rate(text)
