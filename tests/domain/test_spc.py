"""Control charts of single values: limits, the four rules, and what they say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.spc import Method, Rule, limits
from pch_desktop.domain.spc_points import xmr
from pch_desktop.domain.spc_verdict import Assurance, Better, Change, assurance, rule_of, variation

# Worked examples of the domain pages.
ADMISSIONS = [142, 151, 138, 147, 160, 149, 144, 153, 139, 150, 146, 158,
              131, 128, 126, 133, 129, 127, 124, 98]  # fmt: skip
SPIKE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
BASELINE = Method(baseline=12)
SCREENED = Method(leaves_outliers_out=True)
NUMBERS = st.decimals(-10_000, 10_000, places=2)
SERIES = st.lists(NUMBERS, min_size=1, max_size=40)
NEAR, SHIFT = Rule.NEAR, Rule.SHIFT


def decimals(*values: float) -> list[Decimal]:
    """Return numbers exactly as they are written."""
    return [Decimal(str(value)) for value in values]


def rounded(value: Decimal, places: str = "0.001") -> Decimal:
    """Return a number to so many places."""
    return value.quantize(Decimal(places))


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (Method(), ("138.650", "9.684", "112.890", "164.410")),
        (BASELINE, ("148.083", "10.000", "121.483", "174.683")),
        (SCREENED, ("138.650", "9.684", "112.890", "164.410")),
    ],
)
def test_the_limits_of_twenty_months_of_admissions(method: Method, told: tuple[str, ...]) -> None:
    found = limits(decimals(*ADMISSIONS), method)
    reached = (found.mean, found.moving_range, found.lower, found.upper)
    assert tuple(map(str, map(rounded, reached))) == told


def test_near_limits_lie_two_thirds_of_the_way() -> None:
    found = limits(decimals(*ADMISSIONS), BASELINE)
    assert (rounded(found.mean - found.near), rounded(found.mean + found.near)) == (
        Decimal("130.350"), Decimal("165.817"))  # fmt: skip


@pytest.mark.parametrize(
    ("method", "told"),
    [(SCREENED, ("1.94", "-0.72", "4.60")), (Method(), ("1.94", "-3.06", "6.95"))],
)
def test_outlying_moving_ranges_are_left_out_only_where_asked(
    method: Method, told: tuple[str, ...]
) -> None:
    found = limits(decimals(*SPIKE), method)
    reached = (found.mean, found.lower, found.upper)
    assert tuple(str(rounded(each, "0.01")) for each in reached) == told


def test_the_rules_of_twenty_months_against_their_first_twelve() -> None:
    points = xmr(decimals(*ADMISSIONS), BASELINE)
    assert {at + 1: each.rules for at, each in enumerate(points) if each.rules} == {
        13: (SHIFT,), 14: (NEAR, SHIFT), 15: (NEAR, SHIFT), 16: (SHIFT,), 17: (NEAR, SHIFT),
        18: (NEAR, SHIFT), 19: (NEAR, SHIFT), 20: (Rule.OUTSIDE, SHIFT),
    }  # fmt: skip
    assert rule_of(points[-1]) is Rule.OUTSIDE
    assert rule_of(points[0]) is None


def test_seven_points_rising_are_a_trend_and_six_are_not() -> None:
    rising = decimals(50, 1, 2, 3, 4, 5, 6, 7, 50, 1, 50, 1, 50, 1)
    assert [at for at, each in enumerate(xmr(rising)) if Rule.TREND in each.rules] == list(
        range(1, 9)
    )
    short = decimals(50, 1, 2, 3, 4, 5, 1, 50, 1, 50, 1)
    assert not any(Rule.TREND in each.rules for each in xmr(short))
    six = xmr(short, Method(trend=5))
    assert [at for at, each in enumerate(six) if Rule.TREND in each.rules] == [1, 2, 3, 4, 5]


def test_a_point_outside_is_not_counted_as_near() -> None:
    values = decimals(*[10, 11] * 10, 30, 12)
    points = xmr(values, Method(baseline=20))
    assert points[20].rules[0] is Rule.OUTSIDE
    assert NEAR not in points[20].rules
    assert NEAR not in points[21].rules


def test_new_limits_begin_only_where_they_are_told_to() -> None:
    values = decimals(*[10, 12] * 6, *[50, 52] * 6)
    old, new = xmr(values), xmr(values, rebased=(12,))
    assert len({each.limits for each in old}) == 1
    assert [at for at, each in enumerate(new) if each.begins] == [0, 12]
    assert (new[0].limits.mean, new[12].limits.mean) == (11, 51)
    assert not any(each.rules for each in new)


def test_under_twelve_points_limits_are_on_trial() -> None:
    assert limits(decimals(*range(11))).is_trial
    assert not limits(decimals(*range(12))).is_trial


@pytest.mark.parametrize(
    ("target", "told"),
    [(180, Assurance.MET), (150, Assurance.HIT_OR_MISS), (110, Assurance.MISSED), (None, None)],
)
def test_a_target_is_held_against_the_limits(target: int | None, told: Assurance | None) -> None:
    found = limits(decimals(*ADMISSIONS), BASELINE)
    wanted = None if target is None else Decimal(target)
    assert assurance(found, wanted, Better.LOWER) is told
    assert assurance(found, wanted, Better.NEITHER) is None
    opposite = {Assurance.MET: Assurance.MISSED, Assurance.MISSED: Assurance.MET}
    higher = assurance(found, wanted, Better.HIGHER)
    assert higher is (opposite.get(told, told) if told else None)


def test_the_latest_point_is_better_or_worse_by_which_way_is_better() -> None:
    points = xmr(decimals(*ADMISSIONS), BASELINE)
    assert variation(points, 19, Better.LOWER).change is Change.IMPROVEMENT
    assert variation(points, 19, Better.HIGHER).change is Change.CONCERN
    neutral = variation(points, 19, Better.NEITHER)
    assert (neutral.change, neutral.is_high) == (Change.NEUTRAL, False)
    assert variation(points, 0, Better.LOWER).change is Change.COMMON


@given(SERIES, NUMBERS)
def test_moving_all_points_alike_changes_no_rule(values: list[Decimal], by: Decimal) -> None:
    moved = [value + by for value in values]
    assert limits(moved).moving_range == limits(values).moving_range
    assert abs(limits(moved).mean - limits(values).mean - by) < Decimal("1e-20")


@given(SERIES)
def test_turned_upside_down_the_limits_are_turned_too(values: list[Decimal]) -> None:
    up, down = limits(values), limits([-value for value in values])
    assert (up.lower, up.upper) == (-down.upper, -down.lower)
    assert [each.rules for each in xmr(values)] == [
        each.rules for each in xmr([-value for value in values])
    ]


@given(SERIES, st.integers(1, 40), st.lists(st.integers(-3, 60), max_size=4))
def test_every_point_stands_once_in_its_place(
    values: list[Decimal], baseline: int, rebased: list[int]
) -> None:
    points = xmr(values, Method(baseline), rebased)
    assert [each.value for each in points] == values
    assert all(each.limits.lower <= each.limits.mean <= each.limits.upper for each in points)


@given(NUMBERS, st.integers(1, 40))
def test_where_nothing_moves_nothing_is_said(value: Decimal, many: int) -> None:
    assert not any(each.rules for each in xmr([value] * many))


@given(SERIES)
def test_leaving_outliers_out_never_widens_the_limits(values: list[Decimal]) -> None:
    assert limits(values, SCREENED).moving_range <= limits(values).moving_range
