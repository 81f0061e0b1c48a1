"""Money in whole pence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.money import apportion, rounded, whole

PENCE = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=24).filter(any)


@pytest.mark.parametrize(("pence", "pounds"), [(149, 1), (150, 2), (-150, -2), (-149, -1), (0, 0)])
def test_halves_of_a_pound_go_away_from_zero(pence: int, pounds: int) -> None:
    assert whole(pence) == pounds


def test_a_total_in_thousands_is_the_rounded_total_not_the_sum_of_rounded_lines() -> None:
    lines = [276_549_900, 208_049_900, 36_049_900]
    assert [whole(pence, 1000) for pence in lines] == [2765, 2080, 360]
    assert whole(sum(lines), 1000) == 5206


@pytest.mark.parametrize(("amount", "number"), [("0.5", 1), ("-0.5", -1), ("2.4999", 2)])
def test_a_fraction_is_rounded_half_away_from_zero(amount: str, number: int) -> None:
    assert rounded(Decimal(amount)) == number


def test_a_hundred_pounds_in_three_gives_the_spare_penny_to_the_first() -> None:
    assert apportion(100_00, [1, 1, 1]) == [3334, 3333, 3333]


@given(PENCE, WEIGHTS)
def test_no_penny_is_lost_or_invented_by_a_split(total: int, weights: list[int]) -> None:
    shares = apportion(total, weights)
    assert sum(shares) == total
    assert all(share == 0 for share, weight in zip(shares, weights, strict=True) if not weight)


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1]])
def test_a_split_without_weights_is_a_fault(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="apportion"):
        apportion(1, weights)
