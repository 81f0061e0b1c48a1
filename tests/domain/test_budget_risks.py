"""Risks, what-ifs and the usual ways of looking ahead, as pure figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import ContractForm, Method, Profile
from pch_desktop.domain.budget_methods import usual_method
from pch_desktop.domain.budget_plan import RiskKind, ScenarioKind
from pch_desktop.domain.budget_risks import adjusted_pence, weighted_pence
from pch_desktop.domain.budget_scenarios import Supposal, supposed_pence

PENCE = st.integers(-(10**12), 10**12)
AMOUNTS = st.integers(0, 10**11)
LIKELIHOODS = st.integers(0, 1_000_000).map(lambda parts: Decimal(parts).scaleb(-6))


def test_a_risk_adds_by_its_likelihood_and_a_mitigation_takes_off() -> None:
    assert weighted_pence(RiskKind.RISK, 100_01, Decimal("0.5")) == 50_01
    assert weighted_pence(RiskKind.MITIGATION, 100_01, Decimal("0.5")) == -50_01
    assert weighted_pence(RiskKind.RISK, None, Decimal("0.5")) is None
    assert weighted_pence(RiskKind.MITIGATION, 100_00, None) is None


def test_what_is_not_known_of_a_risk_leaves_the_adjusted_outturn_not_known() -> None:
    assert adjusted_pence(1000, [200, -50]) == 1150
    assert adjusted_pence(1000, []) == 1000
    assert adjusted_pence(1000, [200, None]) is None
    assert adjusted_pence(None, [200]) is None


@given(st.lists(st.tuples(PENCE, st.lists(PENCE))))
def test_the_year_s_adjusted_outturn_is_the_sum_of_its_lines(
    lines: list[tuple[int, list[int]]],
) -> None:
    by_line = [adjusted_pence(outturn, moves) for outturn, moves in lines]
    together = adjusted_pence(
        sum(outturn for outturn, _ in lines), [move for _, moves in lines for move in moves]
    )
    assert together == sum(pence for pence in by_line if pence is not None)


@given(AMOUNTS, LIKELIHOODS)
def test_a_risk_and_the_mitigation_of_all_of_it_cancel(amount: int, likelihood: Decimal) -> None:
    risk = weighted_pence(RiskKind.RISK, amount, likelihood)
    undone = weighted_pence(RiskKind.MITIGATION, amount, likelihood)
    assert adjusted_pence(0, [risk, undone]) == 0
    assert 0 <= (risk or 0) <= amount


@given(PENCE)
def test_a_what_if_that_supposes_nothing_is_the_real_outturn(outturn: int) -> None:
    assert supposed_pence(outturn, None) == outturn
    assert supposed_pence(outturn, Supposal(ScenarioKind.ADD, 0)) == outturn
    assert supposed_pence(outturn, Supposal(ScenarioKind.SHARE, None, Decimal(0))) == outturn
    assert supposed_pence(outturn, Supposal(ScenarioKind.SET, outturn)) == outturn


@pytest.mark.parametrize(
    ("supposal", "expected"),
    [
        (Supposal(ScenarioKind.ADD, -300), 700),
        (Supposal(ScenarioKind.SHARE, None, Decimal("0.0005")), 1001),
        (Supposal(ScenarioKind.SHARE, None, Decimal(-1)), 0),
        (Supposal(ScenarioKind.SET, 1200), 1200),
        (Supposal(ScenarioKind.SET, None), None),
        (Supposal(ScenarioKind.ADD, None), None),
        (Supposal(ScenarioKind.SHARE, None, None), None),
    ],
)
def test_an_outturn_is_added_to_changed_by_a_share_or_set(
    supposal: Supposal, expected: int | None
) -> None:
    assert supposed_pence(1000, supposal) == expected


def test_only_an_outturn_that_is_set_needs_no_real_one() -> None:
    assert supposed_pence(None, Supposal(ScenarioKind.SET, 5)) == 5
    assert supposed_pence(None, Supposal(ScenarioKind.ADD, 5)) is None
    assert supposed_pence(None, None) is None


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (ContractForm.BLOCK, "a block"),
        (ContractForm.CAPITATION, "a capitated sum"),
        (ContractForm.GRANT, "a grant"),
    ],
)
def test_what_is_left_of_a_fixed_sum_is_usually_its_budget(form: ContractForm, words: str) -> None:
    found = usual_method(form, Profile.CALENDAR_DAYS)
    assert found.method is Method.REMAINING_BUDGET
    assert found.why == f"{words} is paid whatever is done"


def test_what_follows_activity_is_usually_weighted_by_its_profile() -> None:
    tariff = usual_method(ContractForm.TARIFF, Profile.EQUAL)
    seasonal = usual_method(ContractForm.COST_PER_CASE, Profile.WORKING_DAYS)
    unknown = usual_method(None, Profile.QUARTERLY)
    assert {each.method for each in (tariff, seasonal, unknown)} == {Method.PROFILED}
    assert tariff.why == "its cost follows what is done"
    assert seasonal.why.endswith("and the year is spread by working days")
    assert unknown.why == "how it is paid for is not known, and the year is spread quarterly"
