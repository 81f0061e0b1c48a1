"""Bought outside, delegation, commitments and marginal rates in a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_registers import ComingHome
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.store import budget
from pch_desktop.store.budget import commitments, delegation, marginal, outside
from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2016)
OCTOBER, DECEMBER = Month(2016, 10), Month(2016, 12)
MADE = date(2016, 10, 3)


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def partner(session: Session) -> None:
    """Add a partner."""
    kind, sector = PartnerKind.CHARITY, Sector.VOLUNTARY
    session.add(Partner(id=1, name="Vale Elders", kind=kind, sector=sector))


@pytest.fixture
def lined(file: LocalityFile) -> LocalityFile:
    """A file in the delegated phase with two lines of £120,000 and a scheme of two offices."""
    file.edit("Seed", partner)
    for name, sector in (("Grants", Sector.VOLUNTARY), ("Nursing", Sector.COMMUNITY)):
        put(file, budget.add_line, YEAR, name, sector, 120_000_00)
    put(file, budget.set_phase, YEAR, Phase.DELEGATED)
    put(file, delegation.add_limit, "Locality manager", {"limit_pence": 10_000_00})
    put(file, delegation.add_limit, "Board", {"conditions": "In public"})
    return file


def bind(file: LocalityFile, name: str = "Link worker", **told: object) -> int:
    """Commit £4,000 on the grants unless told otherwise."""
    fields: dict[str, object] = {
        "line": "Grants", "holder": "Locality manager", "amount_pence": 4_000_00, "made_on": MADE,
    }  # fmt: skip
    return put(file, commitments.add_commitment, YEAR, name, {**fields, **told})


# Bought outside


def test_what_is_bought_outside_is_kept_by_year(lined: LocalityFile) -> None:
    told = {
        "provider": "A distant trust",
        "line": "nursing",
        "cost_pence": 40_000_00,
        "coming_home": ComingHome.YES,
        "review_on": date(2016, 9, 30),
    }
    first = put(lined, outside.add_outside, YEAR, "Infusions", told)
    put(lined, outside.add_outside, YEAR, "Scans", {"cost_pence": 5_00})
    rows = lined.read(outside.bought_outside, YEAR)
    assert [(row.name, row.line, row.home_pence) for row in rows] == [
        ("Infusions", "Nursing", 40_000_00), ("Scans", None, None),
    ]  # fmt: skip
    assert lined.read(outside.bought_outside, FinancialYear(2017)) == []
    with pytest.raises(Refusal, match="no budget line called “Scans”"):
        put(lined, outside.set_outside, first, "line", "Scans")
    with pytest.raises(Refusal, match="Enter whether it could come home"):
        put(lined, outside.set_outside, first, "coming_home", None)
    with pytest.raises(Refusal, match="nought or more"):
        put(lined, outside.set_outside, first, "cost_pence", -1)
    put(lined, outside.remove_outside, [first])
    assert len(lined.read(outside.bought_outside, YEAR)) == 1


# Delegation and commitments


def test_a_commitment_leaves_less_of_its_line(lined: LocalityFile) -> None:
    grants = next(row for row in lined.read(budget.lines, OCTOBER) if row.name == "Grants")
    for month in YEAR.months[:7]:
        put(lined, budget.set_actual, grants.id, month, 9_000_00)
    bind(lined)
    bind(lined, "Falls class", month=DECEMBER, partner="Vale Elders", amount_pence=2_000_00)
    bind(lined, "Paid by now", month=Month(2016, 9), amount_pence=1_000_00)
    left = {row.name: row for row in lined.read(commitments.lines_left, OCTOBER)}
    assert (left["Grants"].spent_pence, left["Grants"].to_come_pence) == (63_000_00, 6_000_00)
    assert left["Grants"].left_pence == 51_000_00
    assert left["Nursing"].left_pence is None
    rows = lined.read(commitments.commitments, OCTOBER)
    assert [(row.name, row.is_to_come, row.left_pence) for row in rows] == [
        ("Link worker", True, 51_000_00),
        ("Falls class", True, 51_000_00),
        ("Paid by now", False, 51_000_00),
    ]
    assert [row.is_to_come for row in lined.read(commitments.commitments, DECEMBER)] == [
        True, False, False,
    ]  # fmt: skip


def test_an_office_is_refused_over_its_limit_and_told_who_may(lined: LocalityFile) -> None:
    with pytest.raises(Refusal, match=r"up to £10,000 at once, not £12,000\. Board may\."):
        bind(lined, amount_pence=12_000_00)
    bound = bind(lined)
    with pytest.raises(Refusal, match=r"Board may\."):
        put(lined, commitments.set_commitment, bound, "amount_pence", 12_000_00)
    put(lined, commitments.set_commitment, bound, "holder", "board")
    put(lined, commitments.set_commitment, bound, "amount_pence", 12_000_00)
    (row,) = lined.read(commitments.commitments, OCTOBER)
    assert (row.holder, row.amount_pence) == ("Board", 12_000_00)
    with pytest.raises(Refusal, match="has no “Treasurer”"):
        put(lined, commitments.set_commitment, bound, "holder", "Treasurer")


@pytest.mark.parametrize("phase", [Phase.MAPPING, Phase.SHADOW, Phase.SHARED])
def test_nothing_is_committed_before_the_delegated_phase(lined: LocalityFile, phase: Phase) -> None:
    put(lined, budget.set_phase, YEAR, phase)
    with pytest.raises(Refusal, match="Commitments begin with the delegated phase"):
        bind(lined)
    assert lined.read(commitments.commitments, OCTOBER) == []


def test_a_commitment_needs_its_line_amount_day_and_office(lined: LocalityFile) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"amount_pence": None}, "Enter the amount, more than £0"),
        ({"amount_pence": 0}, "Enter the amount, more than £0"),
        ({"made_on": None}, "Enter the day it was made"),
        ({"line": "Nothing"}, "no budget line called “Nothing”"),
        ({"holder": None}, "Enter the office that commits"),
        ({"month": Month(2017, 4)}, "April 2017 does not lie in 2016/17"),
        ({"partner": "Nobody"}, "no partner called “Nobody”"),
    ]
    for told, sentence in wrong:
        with pytest.raises(Refusal, match=sentence):
            bind(lined, **told)
    assert lined.read(commitments.commitments, OCTOBER) == []


def test_an_office_with_commitments_stays_in_the_scheme(lined: LocalityFile) -> None:
    bound = bind(lined)
    manager, board = lined.read(delegation.delegation)
    assert (manager.commitment_count, board.commitment_count) == (1, 0)
    with pytest.raises(Refusal, match="other records still name them"):
        put(lined, delegation.remove_limits, [manager.id])
    put(lined, commitments.remove_commitments, [bound])
    put(lined, delegation.remove_limits, [manager.id])
    assert [row.holder for row in lined.read(delegation.delegation)] == ["Board"]


def test_a_limit_may_be_open_and_is_never_below_nought(lined: LocalityFile) -> None:
    manager = lined.read(delegation.delegation)[0]
    with pytest.raises(Refusal, match="leave it blank for no limit"):
        put(lined, delegation.set_limit, manager.id, "limit_pence", -1)
    put(lined, delegation.set_limit, manager.id, "limit_pence", None)
    assert bind(lined, amount_pence=90_000_00)
    with pytest.raises(Refusal, match="Enter the phase it begins with"):
        put(lined, delegation.set_limit, manager.id, "from_phase", None)


# Marginal rates


def test_d20_comes_back_from_the_file(lined: LocalityFile) -> None:
    told = {
        "line": "Nursing",
        "baseline_activity": 4200,
        "actual_activity": 4485,
        "price_pence": 241_700,
        "rate_share": Decimal("0.7"),
    }
    rate = put(lined, marginal.add_marginal, YEAR, "Emergency admissions", told)
    (row,) = lined.read(marginal.marginal_rates, YEAR)
    assert (row.due.full_pence, row.due.payable_pence) == (1_084_024_500, 1_063_359_150)
    assert row.due.abated_pence == 20_665_350
    put(lined, marginal.set_marginal, rate, "rate_share", None)
    (row,) = lined.read(marginal.marginal_rates, YEAR)
    assert (row.due.full_pence, row.due.payable_pence) == (1_084_024_500, None)
    with pytest.raises(Refusal, match="between 0% and 100%"):
        put(lined, marginal.set_marginal, rate, "rate_share", Decimal(70))
    with pytest.raises(Refusal, match="nought or more"):
        put(lined, marginal.set_marginal, rate, "baseline_activity", -1)
    with pytest.raises(Refusal, match="Enter less of it"):
        put(lined, marginal.set_marginal, rate, "actual_activity", 10**11)
    put(lined, marginal.remove_marginals, [rate])
    assert lined.read(marginal.marginal_rates, YEAR) == []
