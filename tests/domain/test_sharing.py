"""Gains and losses are shared, scaled, split and kept as agreed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget_share import CapBasis, DeadBand, DrawRule, QualityMode, SplitRule
from pch_desktop.domain.money import apportion
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.sharing import (
    Measure,
    Terms,
    cliff_pence,
    multiplier,
    must_weigh,
    score,
    shared,
)
from pch_desktop.domain.splitting import (
    RiskPool,
    SplitBy,
    Taker,
    from_pool,
    limited,
    split,
    weights,
)

BUDGET = 37_000_000_00
ONE = Decimal(1)
MEASURES = (
    Measure("Patient experience", 30, ONE),
    Measure("Emergency admissions", 40, ONE),
    Measure("LTC care plans", 20, Decimal(0)),
    Measure("Staff experience", 10, ONE),
)
shares = st.integers(0, 1_000_000).map(lambda units: Decimal(units).scaleb(-6))
small = st.integers(0, 50_000).map(lambda units: Decimal(units).scaleb(-6))
pence = st.integers(-5_000_000_00, 5_000_000_00)
terms = st.builds(
    Terms, shares, shares, small, st.sampled_from(DeadBand), st.none() | small, st.none() | small,
    st.sampled_from(CapBasis),
)  # fmt: skip


def part(agreed: Terms, pool: int, quality: str = "1") -> tuple[int | None, int | None]:
    """Return what locality and commissioner have of a pool."""
    found = shared(agreed, BUDGET, pool, Decimal(quality))
    return found.locality_pence, found.commissioner_pence


# The pool


def test_d10_without_limits_a_pool_is_halved() -> None:
    assert part(Terms(), 600_000_00) == (300_000_00, 300_000_00)


def test_d11_d12_d13_what_the_dead_band_lets_through() -> None:
    band = Decimal("0.01")
    assert part(Terms(deadband_share=band), -925_000_00) == (-277_500_00, -647_500_00)
    cliff = Terms(deadband_share=band, deadband_mode=DeadBand.CLIFF)
    assert part(cliff, -925_000_00) == (-462_500_00, -462_500_00)
    for agreed in (Terms(deadband_share=band), cliff):
        assert part(agreed, 370_000_00) == (0, 370_000_00)


UNEVEN = Terms(
    Decimal("0.6"), Decimal("0.2"), Decimal("0.005"), DeadBand.EXCESS, Decimal("0.02"),
    Decimal("0.01"),
)  # fmt: skip


def test_d14_d15_collar_cap_and_quality() -> None:
    loss = shared(UNEVEN, BUDGET, -1_500_000_00, ONE)
    assert (loss.shareable_pence, loss.locality_pence) == (370_000_00, -74_000_00)
    assert loss.commissioner_pence == -1_426_000_00
    assert part(UNEVEN, 1_200_000_00, "0.8") == (355_200_00, 844_800_00)
    assert part(UNEVEN, -1_500_000_00, "0.8") == (-74_000_00, -1_426_000_00)


def test_a_pool_equal_to_the_cap_pays_the_cap() -> None:
    capped = Terms(cap_gain_share=Decimal("0.02"), cap_basis=CapBasis.POOL)
    assert part(capped, 740_000_00)[0] == part(capped, 999_000_00)[0] == 370_000_00
    on_part = Terms(cap_gain_share=Decimal("0.02"), cap_basis=CapBasis.LOCALITY)
    assert part(on_part, 1_480_000_00)[0] == part(on_part, 2_000_000_00)[0] == 740_000_00
    assert part(on_part, 2_000_000_00, "0.5")[0] == 370_000_00


def test_a_cliff_tells_what_one_penny_moves() -> None:
    cliff = Terms(deadband_share=Decimal("0.01"), deadband_mode=DeadBand.CLIFF)
    assert cliff_pence(cliff, BUDGET, is_gain=True) == 185_000_01
    assert cliff_pence(Terms(deadband_share=Decimal("0.01")), BUDGET, is_gain=True) == 0
    assert part(cliff, 370_000_01)[0] == 185_000_01


def test_a_gain_waits_for_quality_and_a_loss_does_not() -> None:
    waiting = shared(Terms(), BUDGET, 100_00, None)
    assert (waiting.locality_pence, waiting.commissioner_pence) == (None, None)
    assert shared(Terms(), BUDGET, -100_00, None).locality_pence == -50_00
    within = Terms(deadband_share=Decimal("0.01"))
    assert shared(within, BUDGET, 100_00, None).locality_pence == 0


@given(terms, st.integers(0, 50_000_000_00), pence, shares)
def test_commissioner_and_locality_are_the_pool_to_the_penny(
    agreed: Terms, budget: int, pool: int, quality: Decimal
) -> None:
    found = shared(agreed, budget, pool, quality)
    assert (found.locality_pence or 0) + (found.commissioner_pence or 0) == pool
    assert 0 <= abs(found.locality_pence or 0) <= abs(pool)
    assert (found.locality_pence or 0) * pool >= 0


@given(terms, st.integers(0, 50_000_000_00), pence)
def test_a_symmetrical_scheme_mirrors(agreed: Terms, budget: int, pool: int) -> None:
    even = Terms(
        agreed.gain_share, agreed.gain_share, agreed.deadband_share, agreed.deadband_mode,
        agreed.cap_gain_share, agreed.cap_gain_share, agreed.cap_basis,
    )  # fmt: skip
    gain, loss = (shared(even, budget, each, ONE).locality_pence for each in (pool, -pool))
    assert gain == -(loss or 0)


# Quality


def test_d16_a_score_passes_its_threshold_or_shares_nothing() -> None:
    reached = score(MEASURES)
    assert reached == 80
    both = QualityMode.GATE_AND_PROPORTIONAL
    assert multiplier(both, 60, reached) == Decimal("0.8")
    assert multiplier(both, 90, reached) == 0
    assert multiplier(both, 80, reached) == Decimal("0.8")
    assert multiplier(QualityMode.GATE, 80, reached) == 1
    assert multiplier(QualityMode.GATE, 81, reached) == 0
    assert multiplier(QualityMode.PROPORTIONAL, 90, reached) == Decimal("0.8")
    assert multiplier(QualityMode.NONE, 90, None) == 1


def test_a_measure_not_known_leaves_the_score_not_known() -> None:
    unknown = (*MEASURES[:3], Measure("Staff experience", 10, None))
    assert score(unknown) is None
    assert multiplier(QualityMode.GATE, 60, None) is None


@pytest.mark.parametrize(
    ("measures", "told"),
    [((), "No quality measure"), (MEASURES[:3], "add up to 90.*Add 10"),
     ((*MEASURES, MEASURES[3]), "add up to 110.*Take 10 off")],
)  # fmt: skip
def test_weights_that_do_not_add_up_are_refused(measures: tuple[Measure, ...], told: str) -> None:
    with pytest.raises(Refusal, match=told):
        must_weigh(measures)


# The split

LISTS = tuple(
    Taker(name, people=people)
    for name, people in (
        ("Moor Lane", 12810), ("Ship Street", 9470), ("Abbey", 8215), ("Park View", 6505),
    )
)  # fmt: skip
BY_LIST = SplitBy(SplitRule.LIST)


def amounts(total: int, takers: tuple[Taker, ...], by: SplitBy) -> list[int]:
    """Return the partners' parts after stop-losses."""
    parts, _ = split(total, takers, weights(takers, by))
    return [each.after_pence for each in parts]


def test_d17_by_list_size() -> None:
    assert amounts(355_200_00, LISTS, BY_LIST) == [12297600, 9091200, 7886400, 6244800]
    assert amounts(12345678, LISTS, BY_LIST) == [4274274, 3159826, 2741074, 2170504]
    assert amounts(-12345678, LISTS, BY_LIST) == [-4274274, -3159826, -2741074, -2170504]


def test_d18_equally_and_the_spare_penny_goes_to_the_first_listed() -> None:
    three = tuple(map(Taker, "abc"))
    assert amounts(10_000, three, SplitBy(SplitRule.EQUAL)) == [3334, 3333, 3333]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (SplitRule.EQUAL, [50, 50]), (SplitRule.LIST, [75, 25]), (SplitRule.BUDGET, [40, 60]),
        (SplitRule.WEIGHTED_LIST, [20, 80]), (SplitRule.EQUITY, [90, 10]),
        (SplitRule.PERFORMANCE, [30, 70]), (SplitRule.CONTRIBUTION, [0, 100]),
        (SplitRule.FIXED, [65, 35]),
    ],
)  # fmt: skip
def test_each_rule_weighs_by_its_own_figure(rule: SplitRule, expected: list[int]) -> None:
    takers = (
        Taker("One", 300, Decimal("0.5"), 400, 9, 3, 0, Decimal("0.65")),
        Taker("Two", 100, Decimal(2), 600, 1, 7, 5, Decimal("0.35")),
    )
    assert amounts(100, takers, SplitBy(rule)) == expected


def test_two_rules_share_the_money_between_them() -> None:
    two = (Taker("One", people=300), Taker("Two", people=100))
    both = SplitBy(SplitRule.LIST, SplitRule.EQUAL, Decimal("0.4"))
    assert amounts(1000, two, both) == [650, 350]


@pytest.mark.parametrize(
    ("takers", "rule", "told"),
    [
        ((), SplitRule.EQUAL, "No partner takes part"),
        ((Taker("One", people=1), Taker("Two")), SplitRule.LIST,
         "list size needs more of Two: enter the people on the list"),
        ((Taker("One", units=0),), SplitRule.EQUITY, "weighs every partner at nothing"),
        ((Taker("One", fixed_share=Decimal("0.955")),), SplitRule.FIXED, r"add up to 95\.5%"),
    ],
)  # fmt: skip
def test_a_split_that_lacks_something_is_refused(
    takers: tuple[Taker, ...], rule: SplitRule, told: str
) -> None:
    with pytest.raises(Refusal, match=told):
        weights(takers, SplitBy(rule))


@given(pence, st.lists(st.integers(0, 10**12), min_size=1, max_size=8).filter(any))
def test_splits_add_up_for_any_weights_and_either_sign(total: int, weighted: list[int]) -> None:
    takers = tuple(Taker(str(at)) for at in range(len(weighted)))
    parts, unborne = split(total, takers, weighted)
    assert sum(each.before_pence for each in parts) == total
    assert sum(each.after_pence for each in parts) - unborne == total


# Stop-losses

FIVE = (45, 25, 20, 5, 5)
STOPS = (None, None, None, 10_000_00, 5_000_00)


def test_d19_what_two_need_not_bear_goes_to_the_others() -> None:
    found, unborne = limited(-268_000_00, FIVE, STOPS)
    assert found == [-12650000, -7027778, -5622222, -1000000, -500000]
    assert unborne == 0
    assert apportion(-268_000_00, FIVE) == [-12060000, -6700000, -5360000, -1340000, -1340000]


def test_where_all_are_at_their_stop_loss_the_rest_is_told() -> None:
    assert limited(-100, (1, 1), (30, 40)) == ([-30, -40], 30)
    assert limited(-100, (0, 1), (None, 40)) == ([0, -40], 60)
    assert limited(100, (1, 1), (30, 40)) == ([50, 50], 0)


@given(
    pence,
    st.lists(
        st.tuples(st.integers(0, 10**6), st.none() | st.integers(0, 1_000_000_00)),
        min_size=1,
        max_size=8,
    ).filter(lambda rows: any(weight for weight, _ in rows)),
)
def test_stop_losses_conserve_and_hold(total: int, rows: list[tuple[int, int | None]]) -> None:
    weighted, stops = [row[0] for row in rows], [row[1] for row in rows]
    found, unborne = limited(total, weighted, stops)
    assert sum(found) - unborne == total
    assert unborne >= 0
    for amount, stop in zip(found, stops, strict=True):
        assert stop is None or -amount <= stop


@pytest.mark.parametrize(
    ("rule", "pool", "loss", "pays"),
    [
        (DrawRule.AFTER_DEADBAND, RiskPool(100, 60, 30, 20), -1_000_00, 150),
        (DrawRule.AFTER_DEADBAND, RiskPool(9_000_00), -1_000_00, 200),
        (DrawRule.AFTER_DEADBAND, RiskPool(10, 0, 30, 0), -1_000_00, 0),
        (DrawRule.AFTER_COLLAR, RiskPool(9_000_00), -1_000_00, 0),
        (DrawRule.AFTER_COLLAR, RiskPool(9_000_00), -900_000_00, 200),
        (DrawRule.BOARD, RiskPool(9_000_00, 0, 70, 0), -1_000_00, 70),
    ],
)
def test_the_risk_pool_pays_by_its_rule(
    rule: DrawRule, pool: RiskPool, loss: int, pays: int
) -> None:
    sharing = shared(Terms(cap_loss_share=Decimal("0.01")), BUDGET, loss, ONE)
    assert from_pool(rule, pool, sharing, 200) == pays


def test_a_collar_on_the_localitys_part_opens_the_risk_pool_too() -> None:
    agreed = Terms(cap_loss_share=Decimal("0.01"), cap_basis=CapBasis.LOCALITY)
    for loss, pays in ((-740_000_00, 0), (-740_000_02, 200)):
        sharing = shared(agreed, BUDGET, loss, ONE)
        assert from_pool(DrawRule.AFTER_COLLAR, RiskPool(9_000_00), sharing, 200) == pays
