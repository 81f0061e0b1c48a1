"""The registers, set out for reading: what they say, and what they ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pch_desktop.domain.budget import Phase, Rating
from pch_desktop.domain.budget_moved import Moved
from pch_desktop.domain.budget_registers import ComingHome
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.imports.readiness import ready_steps
from pch_desktop.reports import (
    budget_delegation,
    budget_holdings,
    budget_marginal,
    budget_moved,
    budget_outside,
    budget_readiness,
    budget_registers,
)
from pch_desktop.reports.budget_registers import Register
from pch_desktop.reports.signs import NOTIONAL
from pch_desktop.reports.statement import Weight
from pch_desktop.reports.totals import total_of
from pch_desktop.store.budget import commitments, delegation, moved, outside
from pch_desktop.store.budget.commitments import CommitmentRow, LeftRow
from pch_desktop.store.budget.delegation import LimitRow
from pch_desktop.store.budget.holdings import HoldingRow
from pch_desktop.store.budget.marginal import MarginalRow
from pch_desktop.store.budget.moved import MovedRow
from pch_desktop.store.budget.outside import OutsideRow
from pch_desktop.store.budget.readiness import ReadinessRow
from pch_desktop.store.locality_file import LocalityFile
from tests.reports.told import told

OCTOBER = Month(2016, 10)
ON = OCTOBER.last
SKIN = MovedRow(
    id=3,
    name="Skin",
    service=None,
    provider="Ouseby Hospital",
    from_line_id=1,
    from_line="Outpatients",
    to_line="Nursing",
    moved=Moved(640, 178_00, Decimal("0.3"), 62_500_00, 12_000_00, 60_000_00),
    is_agreed=False,
    agreed_on=None,
    transitional_until=None,
    minute_reference=None,
    note=None,
    rating=Rating.RED,
    counted_pence=None,
)
BLANK = replace(SKIN, id=4, name="Eyes", moved=Moved(10, 100, None, None), rating=None)
OUTSIDE = OutsideRow(
    5, "Scans", "A clinic", None, 100_00, None, ComingHome.YES, None, date(2016, 9, 30)
)
MANAGER = LimitRow(
    *(1, "Locality manager", Phase.DELEGATED, None, 10_000_00, None, None, 0), Phase.SHADOW
)
BOUND = CommitmentRow(
    *(7, "Post", 1, "Grants", "Board", 5_000_00, date(2016, 10, 1), None, None, None),
    is_to_come=True,
    left_pence=-1_000_00,
)
LEFT = LeftRow(1, "Grants", Sector.VOLUNTARY, 10_000_00, 6_000_00, 5_000_00)


# Double payment


def test_the_three_sides_are_laid_out_with_the_formula_of_each_figure() -> None:
    commissioner, locality, provider = budget_moved.sides(SKIN)
    assert dict(commissioner.facts) == {
        "Tariff moved": "£113,920 = 640 contacts × £178",
        "Paid twice": "£34,176 = £113,920 × 30.0% still paid",
        "Released": "£79,744 = £113,920 − £34,176",
    }
    assert dict(locality.facts) == {
        "Community cost": "£62,500",
        "Net benefit": "£17,244 = £79,744 − £62,500, each year",
        "One-off cost": "£12,000",
        "Pay-back": "8.4 months = £12,000 × 12 ÷ £17,244",
    }
    assert provider.title == "Ouseby Hospital"
    assert dict(provider.facts)["Stranded"] == "£19,744 = £79,744 − £60,000"


def test_what_is_not_known_of_a_side_stays_empty() -> None:
    commissioner, locality, _ = budget_moved.sides(BLANK)
    assert dict(commissioner.facts)["Released"] == ""
    assert {words for _, words in locality.facts} == {""}
    dear = replace(SKIN, moved=replace(SKIN.moved, community_cost_pence=90_000_00))
    assert dict(budget_moved.sides(dear)[1].facts)["Pay-back"] == "Never: there is no benefit"


def test_the_register_shows_what_counts_and_what_does_not() -> None:
    counted = replace(SKIN, id=9, is_agreed=True, counted_pence=1_724_400)
    rows = [SKIN, counted]
    totals = {
        column.key: total.value
        for column in budget_moved.MOVED
        if (total := total_of(column, budget_moved.MOVED, rows))
    }
    assert (totals["double"], totals["benefit"]) == (2 * 3_417_600, 2 * 1_724_400)
    assert (totals["counted"], totals["uncounted"]) == (1_724_400, 1_724_400)
    assert budget_moved.finding(rows) == (
        "£68,352 a year is paid twice, all of it without agreement. "
        "Of the net benefit £17,244 is counted in the budget and £17,244 is not."
    )
    assert budget_moved.counting(counted) == "£17,244 is counted in the budget."
    assert "has not agreed" in budget_moved.counting(SKIN)
    assert budget_moved.counting(replace(SKIN, is_agreed=True)).startswith("Agreed, and not")


def test_a_blank_makes_the_registers_totals_incomplete() -> None:
    column = next(each for each in budget_moved.MOVED if each.key == "double")
    total = total_of(column, budget_moved.MOVED, [SKIN, BLANK])
    assert total is not None
    assert (total.value, total.is_incomplete) == (3_417_600, True)
    assert "of 1 service it is not known" in budget_moved.finding([SKIN, BLANK])
    assert budget_moved.finding([BLANK]).startswith("Nothing is known to be paid twice")
    green = replace(SKIN, moved=replace(SKIN.moved, still_paid_share=Decimal(0)))
    assert budget_moved.finding([green]).startswith("Nothing is paid twice.")
    assert budget_moved.finding([]).startswith("No service")


# The other registers


def test_bought_outside_says_how_much_could_come_home() -> None:
    rows = [
        OUTSIDE,
        replace(OUTSIDE, id=6, cost_pence=300_00, coming_home=ComingHome.NO),
        replace(OUTSIDE, id=7, cost_pence=50_00, coming_home=ComingHome.PARTLY),
        replace(OUTSIDE, id=8, cost_pence=None, coming_home=ComingHome.NOT_KNOWN),
    ]
    assert budget_outside.finding(rows) == (
        "£450 is bought outside; £100 of it (22.2%) could come home, "
        "and part of another £50; 1 cost not known."
    )
    assert budget_outside.finding([]) == "Nothing has been written down as bought outside."


def test_the_scheme_says_what_each_office_may_in_the_phase_at_hand() -> None:
    board = replace(MANAGER, id=2, holder="Board", from_phase=Phase.FULL, limit_pence=None)
    words = [budget_delegation.may_now(replace(MANAGER, phase=phase)) for phase in Phase]
    assert words == ["Not while mapping", "Not while shadow", "Not while shared", "May", "May"]
    assert budget_delegation.may_now(replace(board, phase=Phase.DELEGATED)) == "From full on"
    assert budget_delegation.up_to(MANAGER) == "Up to £10,000"
    assert budget_delegation.up_to(board) == "Any amount"
    said = [
        budget_delegation.scheme_finding(
            [replace(row, phase=phase) for row in (MANAGER, board)], phase
        )
        for phase in Phase
    ]
    assert said[1] == "In the shadow phase nobody commits: that begins with the delegated phase."
    assert said[3] == "In the delegated phase 1 office may commit."
    assert said[4] == "In the full phase 2 offices may each commit."
    late = replace(board, phase=Phase.DELEGATED)
    none = budget_delegation.scheme_finding([late], Phase.DELEGATED)
    assert none == "In the delegated phase no office may commit yet."


def test_commitments_name_the_line_that_is_bound_too_far() -> None:
    assert budget_delegation.commitments_finding([BOUND]) == (
        "£5,000 is committed and still to come on 1 line; "
        "Grants is bound by £1,000 more than is left of it."
    )
    enough = replace(BOUND, left_pence=5)
    said = budget_delegation.commitments_finding([enough])
    assert said == "£5,000 is committed and still to come on 1 line."
    paid = replace(BOUND, is_to_come=False)
    assert budget_delegation.commitments_finding([paid]).startswith("Nothing is committed")


def test_readiness_counts_the_steps_of_each_phase() -> None:
    done = date(2016, 9, 1)
    rows = [
        ReadinessRow(1, Phase.SHARED, "One", None, done, None),
        ReadinessRow(2, Phase.SHARED, "Two", None, None, None),
        ReadinessRow(3, Phase.FULL, "Three", None, None, None),
        ReadinessRow(4, Phase.FULL, "Four", None, None, None),
    ]
    assert budget_readiness.progress(rows, Phase.SHARED) == "1 of 2 ready for Shared"
    assert budget_readiness.progress(rows, Phase.SHADOW) == ""
    assert budget_readiness.finding(rows) == "1 of 2 ready for Shared, 0 of 2 ready for Full."
    assert budget_readiness.finding([]) == "No step has been written down yet."


def test_every_step_of_the_ready_list_has_a_source_and_stands_once() -> None:
    steps = ready_steps()
    assert {step.phase for step in steps} == set(Phase) - {Phase.MAPPING}
    assert all(step.source for step in steps)
    assert len({step.words for step in steps}) == len(steps)
    assert "Luton" in steps[0].source
    assert any("initially shared and then delegated" in step.source for step in steps)


def test_holdings_say_who_holds_most() -> None:
    rows = [
        HoldingRow(1, 1, "Alder", date(2016, 4, 1), 60, None, Decimal("0.6")),
        HoldingRow(2, 2, "Beech", date(2016, 4, 1), 40, None, Decimal("0.4")),
        HoldingRow(3, 1, "Alder", date(2015, 4, 1), 10, None, None),
        HoldingRow(4, 2, "Beech", date(2017, 4, 1), 10, None, None, is_to_come=True),
    ]
    assert budget_holdings.finding(rows, ON) == (
        "2 partners hold 100 units on 31 Oct 2016; Alder holds most, 60.0%."
    )
    assert budget_holdings.finding([], ON) == "Nobody holds anything on 31 Oct 2016."
    (counts,) = (each for each in budget_holdings.HOLDINGS if each.key == "counts")
    assert [counts.value(row) for row in rows] == ["Yes", "Yes", "No: a later row does", "Not yet"]


def test_a_marginal_rate_says_what_is_not_paid() -> None:
    row = MarginalRow(1, "A&E", None, 4200, 4485, 241_700, Decimal("0.7"), None)
    assert budget_marginal.finding([row, replace(row, id=2, rate_share=None)]) == (
        "Of a full tariff of £10,840,245, £206,654 is not paid; of 1 contract it is not known."
    )
    assert budget_marginal.finding([]).startswith("No contract")


# The pack and the checks


def test_the_sample_shows_every_register_of_the_pack(marsh_valley: LocalityFile) -> None:
    tables = budget_registers.tables(marsh_valley, OCTOBER)
    assert [table.title for table in tables] == [
        "Double payment", "Bought outside", "Delegation", "Marginal rate",
    ]  # fmt: skip
    assert {table.marking for table in tables} == {NOTIONAL}
    (skin, *_) = tables[0].rows
    assert (skin.moved.double_pence, skin.moved.benefit_pence) == (3_417_600, 1_724_400)
    (emergency, *_) = tables[3].rows
    assert emergency.due.abated_pence == 20_665_350
    assert budget_registers.findings(marsh_valley, OCTOBER) == []


def test_commitments_stand_in_the_pack_by_line(marsh_valley: LocalityFile) -> None:
    file = told(marsh_valley, {commitments.commitments: [BOUND], commitments.lines_left: [LEFT]})
    (table,) = (
        each for each in budget_registers.tables(file, OCTOBER) if each.title == "Commitments"
    )
    assert table.rows == [LEFT]
    assert LEFT.left_pence == -1_000_00


def test_the_registers_ask_for_what_is_open(marsh_valley: LocalityFile) -> None:
    agreed = replace(SKIN, id=8, name="Feet", is_agreed=True, rating=Rating.GREEN)
    past = replace(SKIN, id=9, name="Ears", transitional_until=date(2016, 9, 30))
    file = told(
        marsh_valley,
        {
            moved.moved_services: [SKIN, agreed, past, BLANK],
            outside.bought_outside: [OUTSIDE, replace(OUTSIDE, id=6, review_on=date(2016, 11, 1))],
            commitments.commitments: [BOUND],
            commitments.lines_left: [LEFT],
            delegation.delegation: [MANAGER],
        },
    )
    found = budget_registers.findings(file, OCTOBER)
    assert [(each.title, each.weight) for each in found] == [
        ("Skin: £34,176 a year paid twice", Weight.MONEY),
        ("Feet: £17,244 agreed but not counted", Weight.MONEY),
        ("Ears: £34,176 a year paid twice", Weight.MONEY),
        ("Grants: £1,000 committed beyond what is left", Weight.MONEY),
        ("Scans: review was due on 30 Sep 2016", Weight.LATE),
    ]
    assert "not agreed" in found[0].detail
    assert "agreed only until 30 Sep 2016" in found[2].detail
    places = [budget_registers.placed(each.record_id or 0) for each in found]
    assert places == [
        (Register.MOVED, 3),
        (Register.MOVED, 8),
        (Register.MOVED, 9),
        (Register.COMMITMENTS, 7),
        (Register.OUTSIDE, 5),
    ]


@pytest.mark.parametrize("register", Register)
def test_a_records_number_says_which_register_it_is_of(register: Register) -> None:
    assert budget_registers.placed(budget_registers.place(register, 417)) == (register, 417)
    assert budget_registers.place(register, 1) < 0
