"""Budget moved between lines, month by month."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import phased
from pch_desktop.domain.virements import Move, moved, spread

EVEN = (1,) * 12
weights = st.lists(st.integers(0, 1_000), min_size=12, max_size=12)
pence = st.integers(1, 10**11)
first_months = st.integers(1, 12)


def test_a_move_from_october_leaves_the_months_before_as_they_were() -> None:
    assert spread(Move(600_00, 7), EVEN) == (0,) * 6 + (100_00,) * 6


def test_a_move_follows_the_lines_own_quarters() -> None:
    months = spread(Move(90_00, 5), (0, 0, 1) * 4)
    assert months == (0, 0, 0, 0, 0, 30_00, 0, 0, 30_00, 0, 0, 30_00)


def test_a_move_into_months_without_weight_is_even() -> None:
    assert spread(Move(20_00, 11), (1,) * 10 + (0, 0)) == (0,) * 10 + (10_00, 10_00)


@given(pence, first_months, weights, weights)
def test_a_virement_nets_to_nothing_in_the_year_whatever_the_profiles(
    amount: int, first: int, ours: list[int], theirs: list[int]
) -> None:
    from_line = spread(Move(-amount, first), ours)
    to_line = spread(Move(amount, first), theirs)
    assert sum(from_line) + sum(to_line) == 0
    assert from_line[: first - 1] == to_line[: first - 1] == (0,) * (first - 1)


@given(pence, first_months, weights)
def test_a_virement_between_lines_of_one_profile_nets_to_nothing_in_every_month(
    amount: int, first: int, same: list[int]
) -> None:
    pairs = zip(spread(Move(-amount, first), same), spread(Move(amount, first), same), strict=True)
    assert {ours + theirs for ours, theirs in pairs} == {0}


@given(st.integers(-(10**10), 10**10), st.lists(st.tuples(pence, first_months), max_size=4))
def test_a_lines_months_add_up_to_its_opening_and_its_moves(
    opening: int, made: list[tuple[int, int]]
) -> None:
    months, total = moved(phased(opening, EVEN), [Move(*each) for each in made], EVEN)
    assert total == sum(amount for amount, _ in made)
    assert sum(months) == opening + total
