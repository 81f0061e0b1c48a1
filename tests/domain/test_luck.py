"""What chance alone does to a year, and what a scheme would have paid for it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.luck import CostMonth, limits, windows, year_swing_pence
from pch_desktop.domain.period import Month
from pch_desktop.domain.sharing import Terms

APRIL = Month(2014, 4)
VALUES = [142, 151, 138, 147, 160, 149, 144, 153, 139, 150,
          146, 158, 131, 128, 126, 133, 129, 127, 124, 98]  # fmt: skip


def months(*costs: int, budget: int | None = 100_00) -> list[CostMonth]:
    """Return months in a row with what they cost."""
    return [CostMonth(APRIL.plus(at), cost, budget) for at, cost in enumerate(costs)]


def test_d30_limits_are_the_mean_and_2_66_mean_moving_ranges() -> None:
    found = limits(VALUES)
    assert found is not None
    assert (round(found.mean, 2), round(found.moving_range, 3)) == (
        Decimal("138.65"), Decimal("9.684"),
    )  # fmt: skip
    assert (round(found.lower, 2), round(found.upper, 2)) == (Decimal("112.89"), Decimal("164.41"))
    assert limits([5]) is None


def test_a_year_swings_by_the_root_of_twelve_months() -> None:
    found = limits([100, 200, 100, 200])
    assert found is not None
    assert year_swing_pence(found) == 921  # 2.66 x 100 x 3.4641


def test_each_twelve_months_in_a_row_are_tried() -> None:
    found = windows(Terms(), months(*(90_00,) * 12, 150_00, 90_00))
    assert [(str(each.first), str(each.last)) for each in found] == [
        ("2014-04", "2015-03"), ("2014-05", "2015-04"), ("2014-06", "2015-05"),
    ]  # fmt: skip
    assert [each.locality_pence for each in found] == [60_00, 30_00, 30_00]
    assert windows(Terms(), months(1, 2, 3)) == []


def test_a_budget_that_is_not_known_leaves_only_chance() -> None:
    found = windows(Terms(), months(*(90_00,) * 12, budget=None))
    assert [(each.budget_pence, each.locality_pence) for each in found] == [(None, None)]
    assert found[0].by_chance_pence == 0


@given(st.lists(st.integers(0, 10**9), min_size=12, max_size=36))
def test_against_their_own_mean_twelve_months_pay_nothing_unless_they_differ(
    costs: list[int],
) -> None:
    found = windows(Terms(), months(*costs))
    assert len(found) == len(costs) - 11
    usual = Decimal(sum(costs)) * 12 / len(costs)
    for each in found:
        assert abs(each.by_chance_pence) <= abs(usual - each.cost_pence) / 2 + 1
