"""A reckoning keeps all it rests on, and gives the same from it for ever."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import (
    DrawRule,
    QualityMode,
    ShareAdjustmentKind,
    ShareBaseline,
    SplitRule,
)
from pch_desktop.domain.kept import kept, read_as
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.settling import (
    Adjusted,
    Inputs,
    LinePart,
    Measured,
    digest,
    must_be_known,
    reckoned,
    result_of,
)
from pch_desktop.domain.sharing import Measure, Terms
from pch_desktop.domain.splitting import RiskPool, SplitBy, Taker

INPUTS = Inputs(
    year="2016/17",
    month="2016-10",
    phase=Phase.SHADOW,
    measured=Measured.FORECAST,
    baseline=ShareBaseline.BUDGET,
    growth_share=None,
    prior_pence=None,
    lines=(LinePart("Wards", 900_00, 700_00), LinePart("Income", -100_00, -50_00)),
    adjustments=(Adjusted(ShareAdjustmentKind.EXCLUSION, "Drugs", -100_00, -50_00),),
    terms=Terms(),
    quality_mode=QualityMode.NONE,
    quality_threshold=60,
    measures=(),
    split_by=SplitBy(SplitRule.EQUAL),
    takers=(Taker("Élan Surgery"), Taker("Vale Trust")),
    draw_rule=DrawRule.BOARD,
    pool=RiskPool(),
)
text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)
cash = st.integers(-(10**12), 10**12)
share = st.integers(0, 1_000_000).map(lambda units: Decimal(units).scaleb(-6))
takers = st.builds(
    Taker, text, st.none() | st.integers(0, 10**6), st.none() | share, st.none() | cash.map(abs),
    fixed_share=st.none() | share, stop_loss_pence=st.none() | st.integers(0, 10**9),
)  # fmt: skip
inputs = st.builds(
    replace,
    st.just(INPUTS),
    lines=st.lists(st.builds(LinePart, text, st.none() | cash, st.none() | cash)).map(tuple),
    terms=st.builds(Terms, share, share, share.map(lambda each: each / 20)),
    quality_mode=st.sampled_from(QualityMode),
    measures=st.lists(st.builds(Measure, text, st.integers(0, 100), st.none() | share)).map(tuple),
    split_by=st.builds(SplitBy, st.sampled_from(SplitRule)),
    takers=st.lists(takers, max_size=4).map(tuple),
    draw_rule=st.sampled_from(DrawRule),
    pool=st.builds(RiskPool, *[st.integers(0, 10**9)] * 4),
)


def test_adjustments_and_income_count_in_budget_and_spending() -> None:
    found = reckoned(INPUTS)
    assert (found.lines_budget_pence, found.budget_pence) == (800_00, 700_00)
    assert (found.lines_spent_pence, found.spent_pence) == (650_00, 600_00)
    assert found.sharing is not None
    assert (found.sharing.pool_pence, found.sharing.locality_pence) == (100_00, 50_00)
    assert [each.after_pence for each in found.parts] == [25_00, 25_00]
    assert (found.commissioner_pence, found.reasons) == (50_00, ())


def test_the_year_before_and_its_growth_may_be_the_baseline() -> None:
    grown = replace(INPUTS, baseline=ShareBaseline.PRIOR_YEAR, prior_pence=1_000_00)
    assert "year before" in reckoned(grown).reasons[0]
    found = reckoned(replace(grown, growth_share=Decimal("0.025")))
    assert (found.lines_budget_pence, found.budget_pence) == (1_025_00, 925_00)


def test_another_pool_may_be_supposed() -> None:
    for pool in (-500_00, 0, 500_00):
        found = reckoned(INPUTS, pool)
        assert found.sharing is not None
        assert (found.sharing.pool_pence, found.budget_pence) == (pool, 700_00)
        assert found.spent_pence == 700_00 - pool


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"lines": (LinePart("Wards", None, 1),)}, "“Wards” has no budget yet"),
        ({"lines": (LinePart("Wards", 1, None),)}, "“Wards” has no outturn yet"),
        ({"lines": ()}, "No budget line is in the share"),
        ({"takers": ()}, "No partner takes part"),
        ({"quality_mode": QualityMode.GATE}, "No quality measure is set"),
        ({"quality_mode": QualityMode.GATE, "measures": (Measure("Beds", 100, None),)},
         "enter how far “Beds” was met"),
    ],
)  # fmt: skip
def test_what_is_lacking_is_said_and_refused(changed: dict[str, object], told: str) -> None:
    found = reckoned(replace(INPUTS, **changed))
    assert any(told in reason for reason in found.reasons)
    with pytest.raises(Refusal, match=r"[A-Z].*\."):
        must_be_known(found)


def test_a_loss_does_not_wait_for_quality() -> None:
    gated = replace(INPUTS, quality_mode=QualityMode.GATE)
    assert reckoned(gated, -500_00).reasons == ()
    assert reckoned(gated, 500_00).sharing is not None
    assert reckoned(gated, 500_00).parts == ()


def test_what_nobody_bears_falls_to_the_risk_pool_then_the_commissioner() -> None:
    capped = tuple(replace(each, stop_loss_pence=10_00) for each in INPUTS.takers)
    held = replace(INPUTS, takers=capped, pool=RiskPool(drawn_pence=30_00))
    found = reckoned(held, -200_00)
    assert [each.after_pence for each in found.parts] == [-10_00, -10_00]
    assert (found.unborne_pence, found.pool_pays_pence) == (80_00, 30_00)
    assert found.commissioner_pence == -150_00


@given(inputs)
def test_nothing_of_a_pool_vanishes(found: Inputs) -> None:
    outcome = reckoned(found)
    if outcome.sharing is None or outcome.commissioner_pence is None or not outcome.parts:
        return
    among = sum(each.after_pence for each in outcome.parts)
    total = among - outcome.pool_pays_pence + outcome.commissioner_pence
    assert total == outcome.sharing.pool_pence


@given(inputs)
def test_kept_inputs_give_the_same_bytes_again(found: Inputs) -> None:
    words = kept(found)
    assert read_as(Inputs, words) == found
    assert kept(read_as(Inputs, words)) == words
    assert result_of(words) == kept(reckoned(found))
    assert len(digest(words, result_of(words))) == 64


def test_what_is_kept_is_sorted_and_has_no_floats() -> None:
    words = kept(replace(INPUTS, terms=Terms(Decimal("0.50"), Decimal("1E+0"))))
    told = json.loads(words)
    assert list(told) == sorted(told)
    assert (told["terms"]["gain_share"], told["terms"]["loss_share"]) == ("0.5", "1")
    assert "Élan" in words
    with pytest.raises(ValueError, match="cannot be kept"):
        kept(0.5)
    with pytest.raises(ValueError, match="is no int"):
        read_as(RiskPool, '{"opening_pence":"5"}')
