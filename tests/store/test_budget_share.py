"""Schemes, their partners, measures and risk pool, and settlements that stay as they were made."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import (
    PoolEntryKind,
    QualityMode,
    ShareBaseline,
    SplitRule,
    Stage,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.settling import digest, result_of
from pch_desktop.domain.splitting import RiskPool
from pch_desktop.models.budget import Actual
from pch_desktop.models.budget_share import PartnerHolding, Settlement
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import ListSnapshot, Practice, WeightedPopulation
from pch_desktop.store import budget
from pch_desktop.store.budget import settlements, share_edits, sharing
from pch_desktop.store.budget.settlements import SettlementRow
from pch_desktop.store.budget.takers import TakerRow
from pch_desktop.store.locality_file import LocalityFile
from tests.shares import (
    AT,
    BUDGET,
    MARCH,
    OCTOBER,
    SIGNED_ON,
    YEAR,
    agree,
    measure,
    partners,
    phase,
    put,
    settle,
    sign_all,
    spend,
    spent,
    take_part,
)


def scheme(file: LocalityFile) -> sharing.SchemeRow:
    """Return what was agreed."""
    found = file.read(sharing.scheme, YEAR)
    assert found is not None
    return found


def takers(file: LocalityFile) -> list[TakerRow]:
    """Return who takes part."""
    facts = file.read(sharing.share_facts, MARCH)
    assert facts is not None
    return list(facts.takers)


def last(file: LocalityFile) -> SettlementRow:
    """Return the latest settlement."""
    return file.read(settlements.settlements, YEAR)[0]


def agreed(file: LocalityFile, pool: int = 100_000_00) -> int:
    """Let a year end under budget, with a scheme of two partners; return its line's id."""
    line_id = spent(file, BUDGET - pool)
    agree(file, gain_share="0.5")
    take_part(file, {"Aldertree": {}, "Birchfield": {}})
    return line_id


# The scheme


def test_the_first_edit_makes_the_scheme_and_undo_takes_it_back(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="2016/17 has no budget yet"):
        agree(file, gain_share="0.6")
    spent(file, BUDGET)
    assert file.read(sharing.scheme, YEAR) is None
    agree(file, gain_share="0.6")
    assert scheme(file).terms.gain_share == Decimal("0.6")
    assert scheme(file).terms.loss_share == Decimal("0.5")
    file.undo()
    assert file.read(sharing.scheme, YEAR) is None


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("gain_share", Decimal("1.2"), r"share of a gain, such as 50%\. It is from 0% to 100%"),
        ("loss_share", Decimal("-0.1"), "It is from 0% to 100%"),
        ("gain_share", None, "Enter the locality's share of a gain"),
        ("cap_loss_share", Decimal("0.03"), r"collar on losses \(3%\).*cap on gains \(2%\)"),
        ("quality_threshold", 101, "Enter the score that passes, 0 to 100"),
        ("review_months", 0, "1 to 12"),
        ("second_rule", SplitRule.EQUAL, "Choose two different rules"),
    ],
)
def test_terms_that_cannot_be_meant_are_refused_and_nothing_changes(
    file: LocalityFile, field: str, value: object, told: str
) -> None:
    spent(file, BUDGET)
    agree(file, cap_gain_share="0.02")
    before = scheme(file)
    with pytest.raises(Refusal, match=told):
        put(file, share_edits.set_scheme, YEAR, field, value)
    assert scheme(file) == before


def test_a_cap_may_not_be_put_below_its_collar(file: LocalityFile) -> None:
    spent(file, BUDGET)
    agree(file, cap_loss_share="0.02")
    with pytest.raises(Refusal, match="Raise the cap first, or enter a lower collar"):
        agree(file, cap_gain_share="0.01")
    agree(file, cap_gain_share="0.02")


def test_a_second_rule_shares_half_until_told_otherwise(file: LocalityFile) -> None:
    spent(file, BUDGET)
    agree(file, split_rule=SplitRule.LIST, second_rule=SplitRule.EQUAL)
    assert scheme(file).split_by.second_share == Decimal("0.5")
    agree(file, second_rule=None)
    assert scheme(file).split_by.second_share is None


def test_what_is_typed_finer_than_six_places_is_rounded(file: LocalityFile) -> None:
    spent(file, BUDGET)
    agree(file, gain_share="0.33333333")
    assert scheme(file).terms.gain_share == Decimal("0.333333")


# Measures


def test_weights_are_made_to_fit_a_hundred(file: LocalityFile) -> None:
    spent(file, BUDGET)
    for name, weight in (("One", 30), ("Two", 30), ("Three", 30)):
        put(file, share_edits.add_measure, YEAR, name, {"weight": weight})
    put(file, share_edits.fit_weights, scheme(file).id)
    found = file.read(sharing.measures, scheme(file).id)
    assert [row.weight for row in found] == [34, 33, 33]
    with pytest.raises(Refusal, match="already a measure"):
        put(file, share_edits.add_measure, YEAR, "one", {})
    with pytest.raises(Refusal, match="Enter its weight of 100"):
        put(file, share_edits.set_measure, found[0].id, "weight", 101)
    with pytest.raises(Refusal, match="how far it was met, 0% to 100%"):
        put(file, share_edits.set_measure, found[0].id, "met_share", Decimal("1.5"))
    put(file, share_edits.remove_measures, [row.id for row in found])
    with pytest.raises(Refusal, match="no quality measure yet"):
        put(file, share_edits.fit_weights, scheme(file).id)


# Partners


def test_a_partner_takes_part_once_and_is_known(file: LocalityFile) -> None:
    agreed(file)
    with pytest.raises(Refusal, match="There is no partner called “Nobody”"):
        put(file, share_edits.add_taker, YEAR, "Nobody", {})
    with pytest.raises(Refusal, match="“Aldertree” takes part already"):
        put(file, share_edits.add_taker, YEAR, "aldertree", {})
    with pytest.raises(Refusal, match="the most it bears of a loss, nothing below 0"):
        put(file, share_edits.set_taker, takers(file)[0].id, "stop_loss_pence", -1)
    put(file, share_edits.remove_takers, [takers(file)[0].id])
    assert [row.name for row in takers(file)] == ["Birchfield"]


def test_fixed_shares_are_made_to_fit(file: LocalityFile) -> None:
    agreed(file)
    for row in takers(file):
        put(file, share_edits.set_taker, row.id, "fixed_share", Decimal("0.3"))
    put(file, share_edits.fit_fixed_shares, scheme(file).id)
    assert [row.fixed_share for row in takers(file)] == [Decimal("0.5")] * 2


def of_practice(session: Session) -> None:
    """Make the first partner a practice with lists, weighted lists and holdings."""
    session.add(Practice(id=1, code="X1", name="Aldertree"))
    session.flush()
    first = session.scalars(select(Partner).order_by(Partner.id)).first()
    assert first is not None
    first.practice_id = 1
    for day, people in ((date(2015, 10, 1), 900), (date(2016, 4, 1), 1000), (date(2016, 7, 1), 7)):
        session.add(ListSnapshot(practice_id=1, taken_on=day, people=people))
    for year, weighted in ((2014, "5"), (2015, "1100.5"), (2017, "9")):
        session.add(
            WeightedPopulation(practice_id=1, year=FinancialYear(year),
                               weighting=Weighting.CARR_HILL, weighted=Decimal(weighted))
        )  # fmt: skip
    for day, units in ((date(2015, 4, 1), 5), (date(2017, 3, 31), 8), (date(2017, 4, 1), 99)):
        session.add(PartnerHolding(partner_id=first.id, held_from=day, units=units))


def test_a_practice_is_weighed_by_its_lists_and_holdings_unless_typed(file: LocalityFile) -> None:
    agreed(file)
    file.edit("Practice", of_practice)
    first, second = takers(file)
    assert (first.people, first.listed_on) == (1000, date(2016, 4, 1))
    assert (first.weighted_people, first.units) == (Decimal("1100.5"), 8)
    assert (second.people, second.weighted_people, second.units) == (None, None, None)
    put(file, share_edits.set_taker, first.id, "people", 950)
    first = takers(file)[0]
    assert (first.people, first.typed, first.listed_on) == (950, frozenset({"people"}), None)
    put(file, share_edits.set_taker, first.id, "people", None)
    assert takers(file)[0].people == 1000


# The risk pool


def test_the_risk_pool_is_what_moved_it_up_to_a_month(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="has no budget yet"):
        put(file, share_edits.add_pool_entry, OCTOBER, PoolEntryKind.OPENING, 1, {})
    spent(file, BUDGET)
    partners(file, "Fen")
    for kind, pence in zip(PoolEntryKind, (100, 50, 30, 7), strict=True):
        put(file, share_edits.add_pool_entry, OCTOBER, kind, pence, {"partner": "Fen"})
    late = put(file, share_edits.add_pool_entry, MARCH, PoolEntryKind.DRAW, 20, {"words": "Beds"})
    assert file.read(sharing.risk_pool, OCTOBER) == RiskPool(100, 50, 30, 7)
    assert file.read(sharing.risk_pool, OCTOBER).closing_pence == 127
    assert file.read(sharing.risk_pool, MARCH).closing_pence == 107
    found = file.read(sharing.pool_entries, YEAR)
    assert [(row.partner, row.words) for row in found][-2:] == [("Fen", None), (None, "Beds")]
    with pytest.raises(Refusal, match="April 2017 is not in 2016/17"):
        put(file, share_edits.set_pool_entry, late, "month", Month(2017, 4))
    with pytest.raises(Refusal, match="the amount, nothing below 0"):
        put(file, share_edits.set_pool_entry, late, "amount_pence", -5)
    put(file, share_edits.remove_pool_entries, [late])
    assert file.read(sharing.risk_pool, MARCH).closing_pence == 127


# The baseline of the year before


def test_the_year_before_is_what_its_lines_cost_once_all_is_known(file: LocalityFile) -> None:
    agreed(file)
    agree(file, baseline=ShareBaseline.PRIOR_YEAR, growth_share="0.02")
    facts = file.read(sharing.share_facts, MARCH)
    assert facts is not None and facts.prior_pence is None
    before = YEAR.plus(-1)
    line_id = put(file, budget.add_line, before, "Everything", Sector.PRIMARY, None)
    for month in before.months:
        put(file, budget.set_actual, line_id, month, 100)
    facts = file.read(sharing.share_facts, MARCH)
    assert facts is not None and facts.prior_pence == 1200


# Settlements


def test_nothing_is_settled_in_mapping_and_nothing_signed_in_shadow(file: LocalityFile) -> None:
    agreed(file)
    phase(file, Phase.MAPPING)
    with pytest.raises(Refusal, match="In the mapping phase the locality does not work out gain"):
        settle(file, Stage.INDICATIVE)
    phase(file, Phase.SHADOW)
    made = settle(file, Stage.FINAL)
    assert last(file).is_notional
    with pytest.raises(Refusal, match="notional and cannot be signed"):
        sign_all(file, made, ["Aldertree"])
    phase(file, Phase.SHARED)
    with pytest.raises(Refusal, match="From the shared phase on, make a final one"):
        sign_all(file, made, ["Aldertree"])


def test_a_final_settlement_is_signed_once_all_with_a_part_have(file: LocalityFile) -> None:
    agreed(file)
    phase(file, Phase.SHARED)
    made = settle(file, Stage.FINAL)
    sign_all(file, made, ["Aldertree"])
    assert (last(file).stage, last(file).signed) == (Stage.FINAL, 1)
    put(file, settlements.withdraw, made, "Aldertree")
    assert last(file).signed == 0
    sign_all(file, made, ["Birchfield", "Aldertree"])
    row = last(file)
    assert (row.stage, row.is_intact, row.signatures[0].signed_on) == (
        Stage.SIGNED, True, SIGNED_ON,
    )  # fmt: skip
    with pytest.raises(Refusal, match="stays as it is"):
        put(file, settlements.withdraw, made, "Aldertree")
    with pytest.raises(Refusal, match="stays as it is"):
        sign_all(file, made, ["Aldertree"])
    with pytest.raises(Refusal, match="2016/17 is settled"):
        settle(file, Stage.INDICATIVE)
    with pytest.raises(Refusal, match="bears signatures"):
        put(file, settlements.remove_settlements, [made])


def test_only_a_partner_with_a_part_signs_and_says_who(file: LocalityFile) -> None:
    agreed(file)
    phase(file, Phase.SHARED)
    indicative = settle(file, Stage.INDICATIVE)
    with pytest.raises(Refusal, match="Only a final one is signed"):
        sign_all(file, indicative, ["Aldertree"])
    made = settle(file, Stage.FINAL)
    with pytest.raises(Refusal, match="“Nobody” has no part"):
        sign_all(file, made, ["Nobody"])
    with pytest.raises(Refusal, match="Enter who signs for Aldertree"):
        put(file, settlements.sign, made, "Aldertree", "  ", SIGNED_ON)
    put(file, settlements.set_settlement_note, made, " For the board ")
    assert last(file).note == "For the board"
    put(file, settlements.remove_settlements, [made, indicative])
    assert file.read(settlements.settlements, YEAR) == []


def blank_march(session: Session) -> None:
    """Take March's actual away."""
    for each in session.scalars(select(Actual).where(Actual.month == MARCH)):
        session.delete(each)


def make_provisional(session: Session) -> None:
    """Say that March may still change."""
    session.execute(update(Actual).where(Actual.month == MARCH).values(is_provisional=True))


@pytest.mark.parametrize(
    ("change", "stage", "told"),
    [
        (blank_march, Stage.PROVISIONAL, "March 2017 of “Everything” is not known"),
        (make_provisional, Stage.FINAL, "1 entry is still provisional"),
        (None, Stage.SIGNED, "make a final one, then sign it"),
    ],
)
def test_a_stage_that_rests_on_more_than_is_known_is_refused(
    file: LocalityFile, change: Callable[[Session], None] | None, stage: Stage, told: str
) -> None:
    agreed(file)
    if change is not None:
        file.edit("Change", change)
    with pytest.raises(Refusal, match=told):
        settle(file, stage)
    settle(file, Stage.INDICATIVE)
    assert last(file).stage is Stage.INDICATIVE


def test_what_is_not_known_or_not_agreed_is_not_settled(file: LocalityFile) -> None:
    spent(file, BUDGET - 100_00)
    with pytest.raises(Refusal, match="Nothing was agreed on sharing in 2016/17"):
        settle(file, Stage.INDICATIVE)
    agree(file, gain_share="0.5")
    with pytest.raises(Refusal, match="No partner takes part"):
        settle(file, Stage.INDICATIVE)
    take_part(file, {"Aldertree": {}})
    measure(file, QualityMode.GATE)
    put(file, share_edits.add_measure, YEAR, "Late", {"weight": 5})
    with pytest.raises(Refusal, match="add up to 105, not 100"):
        settle(file, Stage.INDICATIVE)


def test_a_settlement_computes_the_same_after_everything_has_moved_on(file: LocalityFile) -> None:
    line_id = agreed(file)
    settle(file, Stage.PROVISIONAL)
    before = last(file)
    spend(file, line_id, BUDGET + 9_999_99)
    agree(file, gain_share="0.9", split_rule=SplitRule.FIXED)
    put(file, share_edits.remove_takers, [row.id for row in takers(file)])
    put(file, budget.set_line, line_id, "name", "Something else")
    after = last(file)
    assert after == before
    assert after.is_intact
    kept = file.read(lambda session: session.scalars(select(Settlement)).one())
    assert result_of(kept.inputs) == kept.result
    assert digest(kept.inputs, kept.result) == kept.digest == after.digest
    assert json.loads(kept.inputs)["lines"][0]["name"] == "Everything"
    now = file.read(settlements.today, after)
    assert now is not None and now.lines[0].name == "Something else"


def test_a_settlement_that_was_tampered_with_is_seen_and_not_signed(file: LocalityFile) -> None:
    agreed(file)
    phase(file, Phase.SHARED)
    made = settle(file, Stage.FINAL)

    def tamper(session: Session) -> None:
        kept = session.get_one(Settlement, made)
        kept.result = kept.result.replace('"after_pence":2500000', '"after_pence":2500001', 1)

    file.edit("Tamper", tamper)
    assert not last(file).is_intact
    with pytest.raises(Refusal, match="no longer gives its result"):
        sign_all(file, made, ["Aldertree"])


def test_where_nobody_has_a_part_all_who_take_part_sign(file: LocalityFile) -> None:
    agreed(file, pool=0)
    phase(file, Phase.DELEGATED)
    made = settle(file, Stage.FINAL)
    assert [row.part_pence for row in last(file).signatures] == [0, 0]
    sign_all(file, made, ["Aldertree", "Birchfield"])
    assert last(file).stage is Stage.SIGNED
    assert last(file).made_at == AT
