"""Gain and risk share, from what is stored to the figures that screen and workbook show."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import (
    DeadBand,
    PoolEntryKind,
    QualityMode,
    ShareAdjustmentKind,
    SplitRule,
    Stage,
)
from pch_desktop.domain.period import Month
from pch_desktop.reports import budget as finance
from pch_desktop.reports.budget_share import gain_rows, partner_rows, reckoning, steps
from pch_desktop.reports.budget_share_pack import share_findings, share_tables
from pch_desktop.reports.budget_share_words import NO_SCHEME, finding, notes, quality_words
from pch_desktop.reports.signs import NOTIONAL
from pch_desktop.store import budget
from pch_desktop.store.budget import share_edits
from pch_desktop.store.locality_file import LocalityFile
from tests.shares import (
    BUDGET,
    FIVE,
    MARCH,
    OCTOBER,
    YEAR,
    agree,
    measure,
    partners,
    phase,
    put,
    read,
    settle,
    spend,
    spent,
    take_part,
)


def amounts(file: LocalityFile) -> dict[str, int | None]:
    """Return the steps of the reckoning by name."""
    return {row.name: row.amount for row in steps(read(file))}


def halves(file: LocalityFile) -> tuple[int | None, int | None]:
    """Return the parts of locality and commissioner as the sheet shows them."""
    found = amounts(file)
    return found["The locality's part"], found["The commissioner's part"]


UNEVEN = {"gain_share": "0.6", "loss_share": "0.2", "deadband_share": "0.005",
          "cap_gain_share": "0.02", "cap_loss_share": "0.01"}  # fmt: skip


@pytest.mark.parametrize(
    ("spending", "terms", "expected"),
    [
        (36_400_000_00, {"gain_share": "0.5"}, (300_000_00, 300_000_00)),
        (37_925_000_00, {"deadband_share": "0.01"}, (-277_500_00, -647_500_00)),
        (37_925_000_00, {"deadband_share": "0.01", "deadband_mode": DeadBand.CLIFF},
         (-462_500_00, -462_500_00)),
        (36_630_000_00, {"deadband_share": "0.01"}, (0, 370_000_00)),
        (38_500_000_00, UNEVEN, (-74_000_00, -1_426_000_00)),
    ],
    ids=["D10", "D11", "D12", "D13", "D14"],
)  # fmt: skip
def test_d10_to_d14_from_stored_inputs_to_the_steps_shown(
    file: LocalityFile, spending: int, terms: dict[str, Any], expected: tuple[int, int]
) -> None:
    spent(file, spending)
    agree(file, **terms)
    assert amounts(file)["Gain or loss"] == BUDGET - spending
    assert halves(file) == expected


def test_d15_d16_quality_scales_a_gain(file: LocalityFile) -> None:
    line_id = spent(file, 35_800_000_00)
    agree(file, **UNEVEN)
    measure(file, QualityMode.GATE_AND_PROPORTIONAL)
    found = amounts(file)
    assert found["What can be shared"] == 740_000_00
    assert halves(file) == (355_200_00, 844_800_00)
    shares = {row.name: row.share for row in steps(read(file))}
    assert shares["What quality lets through"] == Decimal("0.8")
    agree(file, quality_threshold=90)
    assert halves(file) == (0, 1_200_000_00)
    assert "quality scored 80 and needs 90" in finding(read(file))
    spend(file, line_id, 38_500_000_00)
    assert halves(file) == (-74_000_00, -1_426_000_00)


def test_d17_the_split_by_list(file: LocalityFile) -> None:
    line_id = spent(file, BUDGET - 710_400_00)
    agree(file, split_rule=SplitRule.LIST)
    lists = {"Moor Lane": 12810, "Ship Street": 9470, "Abbey": 8215, "Park View": 6505}
    take_part(file, {name: {"people": people} for name, people in lists.items()})
    found = partner_rows(read(file))
    assert [row.after for row in found] == [12297600, 9091200, 7886400, 6244800]
    assert [row.name for row in found] == list(lists)
    spend(file, line_id, BUDGET - 24691356)
    found = partner_rows(read(file))
    assert [row.after for row in found] == [4274274, 3159826, 2741074, 2170504]


def test_d18_an_equal_split_gives_the_spare_penny_to_the_first(file: LocalityFile) -> None:
    spent(file, BUDGET - 200_00)
    take_part(file, {"Aldertree": {}, "Birchfield": {}, "Cedar House": {}})
    assert [row.after for row in partner_rows(read(file))] == [3334, 3333, 3333]


def test_d19_stop_losses_move_what_two_need_not_bear(file: LocalityFile) -> None:
    spent(file, BUDGET + 536_000_00)
    agree(file, split_rule=SplitRule.FIXED)
    take_part(file, FIVE)
    found = partner_rows(read(file))
    assert [row.before for row in found] == [-12060000, -6700000, -5360000, -1340000, -1340000]
    assert [row.after for row in found] == [-12650000, -7027778, -5622222, -1000000, -500000]
    assert sum(row.moved for row in found) == 0
    everyone = gain_rows(read(file))
    assert sum(row.amount for row in everyone) == -536_000_00
    assert [row.name for row in everyone][:2] == ["Commissioner", "Practices"]


def test_what_nobody_may_bear_is_paid_by_the_risk_pool_and_the_commissioner(
    file: LocalityFile,
) -> None:
    spent(file, BUDGET + 100_000_00)
    agree(file, gain_share="0.5")
    take_part(file, {"Aldertree": {"stop_loss_pence": 10_000_00}})
    for kind, pence in ((PoolEntryKind.OPENING, 60_000_00), (PoolEntryKind.DRAW, 25_000_00)):
        put(file, share_edits.add_pool_entry, OCTOBER, kind, pence, {})
    found = amounts(file)
    assert found["What no partner may bear"] == 40_000_00
    assert found["Paid by the risk pool"] == 25_000_00
    assert found["The commissioner in the end"] == -65_000_00
    assert {row.name: row.amount for row in gain_rows(read(file))} == {
        "Commissioner": -65_000_00, "Risk pool": -25_000_00, "Aldertree": -10_000_00,
    }  # fmt: skip


def test_adjustments_stand_beside_the_lines(file: LocalityFile) -> None:
    spent(file, BUDGET)
    drugs = {"kind": ShareAdjustmentKind.HIGH_COST, "actual_pence": -90_000_00}
    put(file, share_edits.add_adjustment, YEAR, "Costly drugs", drugs)
    found = {row.name: row for row in steps(read(file))}
    assert found["Adjusted spending"].amount == BUDGET - 90_000_00
    assert found["Spending adjustments"].words == "Costly drugs"
    assert found["Gain or loss"].amount == 90_000_00


# What is told


def test_without_a_scheme_there_is_no_reckoning(file: LocalityFile) -> None:
    spent(file, BUDGET)
    assert reckoning(file, MARCH) is None
    assert finding(None) == NO_SCHEME
    assert share_tables(file, MARCH) == ()
    assert share_findings(file, MARCH) == []


def test_the_finding_says_who_would_get_what(file: LocalityFile) -> None:
    line_id = spent(file, BUDGET - 180_000_00)
    agree(file, gain_share="0.5", deadband_share="0.01")
    within = "it is within the dead band of £370,000"
    assert finding(read(file)) == (
        f"If the year ends £180,000 under budget, nothing is shared: {within}."
    )
    agree(file, deadband_share="0")
    assert finding(read(file)).endswith(
        "the locality would get £90,000 of it; no partner takes part in the sharing yet. "
        "Add one under Partners."
    )
    take_part(file, {"Aldertree": {}})
    assert finding(read(file)) == (
        "If the year ends £180,000 under budget, the locality would get £90,000 of it, "
        "Aldertree the most: £90,000."
    )
    phase(file, Phase.SHARED)
    spend(file, line_id, BUDGET + 2_00)
    assert finding(read(file)) == (
        "If the year ends £2 over budget, the locality bears £1 of it, Aldertree the most: £1."
    )
    agree(file, loss_share="0")
    assert "the locality has no share of a loss" in finding(read(file))
    spend(file, line_id, BUDGET)
    assert "there is neither gain nor loss" in finding(read(file))


def test_a_gain_waits_until_quality_is_known(file: LocalityFile) -> None:
    spent(file, BUDGET - 100_00)
    agree(file, gain_share="0.5")
    take_part(file, {"Aldertree": {}})
    measure(file, QualityMode.GATE)
    assert quality_words(read(file)).startswith("Measures met in full: 3 of 4. Score 80 of 100.")
    last = put(file, share_edits.add_measure, YEAR, "Waits", {})
    assert "cannot be shared yet. Quality is not known" in finding(read(file))
    assert [row.amount for row in steps(read(file))][13:] == [None] * 5
    titles = [each.title for each in share_findings(file, MARCH)]
    assert titles == ["Gain share waits for quality"]
    put(file, share_edits.set_measure, last, "weight", 10)
    titles = [each.title for each in share_findings(file, MARCH)]
    assert "Quality measures of the gain share" in titles


def test_a_cliff_warns_of_what_a_penny_moves(file: LocalityFile) -> None:
    spent(file, BUDGET)
    agree(file, deadband_share="0.01", deadband_mode=DeadBand.CLIFF)
    told = next(words for words in notes(read(file)) if words.startswith("Mind the cliff"))
    assert "one penny past £370,000 moves £185,000" in told
    agree(file, deadband_mode=DeadBand.EXCESS)
    assert not any("cliff" in words for words in notes(read(file)))


def test_the_forecast_stands_for_the_spending_until_all_months_are_known(
    marsh_valley: LocalityFile,
) -> None:
    found = reckoning(marsh_valley, OCTOBER)
    assert found is not None
    assert any(words.startswith("Indicative") for words in notes(found))
    table = finance.finance(marsh_valley, OCTOBER)
    rows = [row for row in table.rows if row.line.is_in_share]
    annual, outturn, variance = finance.position(rows)
    assert found.outcome.lines_budget_pence == annual.amount
    assert found.outcome.lines_spent_pence == outturn.amount
    assert found.outcome.sharing is not None
    assert found.outcome.sharing.pool_pence == variance.amount
    assert "The forecast" not in steps(found)[3].words
    assert steps(found)[3].name == "Spending, as forecast"


def test_the_sheets_carry_formulas_the_marking_and_the_same_figures(
    marsh_valley: LocalityFile,
) -> None:
    first, second = share_tables(marsh_valley, OCTOBER)
    assert (first.title, second.title) == ("Share", "Share by partner")
    assert {first.marking, second.marking} == {NOTIONAL}
    assert first.rows[6].live == "{amount[2]}-{amount[5]}"
    assert sum(row.after for row in second.rows) == first.rows[13].amount
    assert second.charts[0].finding == finding(reckoning(marsh_valley, OCTOBER))


# What is to be put right


def test_a_scheme_without_partners_and_an_outdated_settlement_are_told(
    file: LocalityFile,
) -> None:
    line_id = spent(file, BUDGET - 100_00)
    agree(file, gain_share="0.5")
    assert [each.title for each in share_findings(file, MARCH)] == ["Gain share without partners"]
    take_part(file, {"Aldertree": {}})
    settle(file, Stage.PROVISIONAL)
    assert share_findings(file, MARCH) == []
    spend(file, line_id, BUDGET - 300_00)
    told = share_findings(file, MARCH)
    assert [each.title for each in told] == ["The provisional settlement of March 2017 is outdated"]
    assert "£300 under budget" in told[0].detail
    assert share_findings(file, Month(2016, 4)) == []


def test_a_partner_provides_for_its_lines_unless_a_budget_was_typed(file: LocalityFile) -> None:
    line_id = spent(file, BUDGET - 100_00)
    agree(file, split_rule=SplitRule.BUDGET)
    partners(file, "Vale", "Fen")
    for name, told in (("Vale", {}), ("Fen", {"budget_pence": BUDGET})):
        put(file, share_edits.add_taker, YEAR, name, told)
    assert "budget needs more of Vale" in read(file).outcome.reasons[0]
    put(file, budget.set_provider, line_id, "Vale")
    assert [row.after for row in partner_rows(read(file))] == [25_00, 25_00]
