"""What a change from one year to the next is made of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget_years import (
    Counted,
    Portion,
    Split,
    carried_source,
    is_carried,
    split,
    together,
)
from pch_desktop.domain.period import FinancialYear

pence = st.integers(-(10**12), 10**12)
people = st.decimals(0, 10**6, places=6)
counts = st.none() | st.builds(Counted, people, st.sampled_from(["2015/16", "2016/17"]))
portions = st.none() | st.builds(Portion, pence, counts)


def paid(amount: int, *count: object) -> Portion:
    """Return a portion paid for so many people of a year."""
    if not count:
        return Portion(amount, None)
    number, year = count
    return Portion(amount, Counted(Decimal(str(number)), str(year)))


@given(portions, portions)
def test_the_parts_of_a_change_add_up_to_it(before: Portion | None, after: Portion | None) -> None:
    found = split(before, after)
    assert found.change_pence == (after.pence if after else 0) - (before.pence if before else 0)
    parts = (found.list_pence, found.rate_pence, found.other_pence)
    assert (parts[0] is None) == (parts[1] is None) == (parts[2] is not None)


@given(st.lists(st.tuples(portions, portions), max_size=6))
def test_changes_together_are_the_sum_of_each(pairs: list[tuple[Portion, Portion]]) -> None:
    found = [split(*pair) for pair in pairs]
    assert together(found).change_pence == sum(each.change_pence for each in found)


@given(pence, people.filter(bool), people)
def test_without_a_change_of_payment_a_head_only_rounding_is_left_for_it(
    amount: int, was: Decimal, now: Decimal
) -> None:
    after = int((amount * now / was).to_integral_value("ROUND_HALF_UP"))
    found = split(paid(amount, was, "2015/16"), paid(after, now, "2016/17"))
    assert found.rate_pence is not None
    assert abs(found.rate_pence) <= 1


def test_more_people_at_last_years_payment_come_first_and_the_rest_is_the_payment() -> None:
    found = split(paid(100_000_00, 10_000, "2015/16"), paid(112_200_00, 10_200, "2016/17"))
    assert found == Split(2_000_00, 10_200_00, None)


def test_half_a_penny_goes_away_from_nought() -> None:
    assert split(paid(1, 2, "a"), paid(5, 3, "b")) == Split(1, 3, None)
    assert split(paid(-1, 2, "a"), paid(5, 3, "b")) == Split(-1, 7, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, paid(70, 10, "2016/17")),
        (paid(-70, 10, "2015/16"), None),
        (paid(30), paid(100, 10, "2016/17")),
        (paid(30, 10, "2015/16"), paid(100)),
        (paid(30, 0, "2015/16"), paid(100, 10, "2016/17")),
        (paid(30, 10, "2015/16"), paid(100, 10, "2015/16")),
    ],
)
def test_what_is_new_gone_or_without_two_counts_is_not_split(
    before: Portion | None, after: Portion | None
) -> None:
    assert split(before, after) == Split(None, None, 70)


def test_nothing_to_split_is_nothing_known() -> None:
    assert together([]) == Split(None, None, None)


def test_a_baseline_carried_over_is_known_by_its_source() -> None:
    assert is_carried(carried_source(FinancialYear(2016), 3))
    assert not is_carried("Budget of the CCG, version 3")
    assert not is_carried(None)
