"""Moved services, marginal rates and delegation, as pure sums and answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Phase, Rating
from pch_desktop.domain.budget_delegation import Asked, Limit, answer, who_may
from pch_desktop.domain.budget_marginal import Marginal, marginal
from pch_desktop.domain.budget_moved import Moved, rating
from pch_desktop.domain.budget_registers import ComingHome, could_come_home, left_pence
from pch_desktop.domain.partners import Sector

D21 = Moved(640, 178_00, Decimal("0.30"), 62_500_00, one_off_cost_pence=12_000_00)
SHARES = st.integers(0, 10**6).map(lambda millionths: Decimal(millionths).scaleb(-6))
PENCE = st.integers(0, 10**12)
COUNTS = st.integers(0, 10**6)
SCHEME = (
    Limit(1, "Locality manager", Phase.DELEGATED, None, 10_000_00),
    Limit(2, "Locality manager", Phase.FULL, None, 50_000_00),
    Limit(3, "Clinical lead", Phase.DELEGATED, Sector.PRIMARY, 25_000_00),
    Limit(4, "Board", Phase.DELEGATED, None, None),
)


def asked(phase: Phase, pounds: int, sector: Sector = Sector.COMMUNITY) -> Asked:
    """Return what is wanted, in pounds."""
    return Asked(phase, sector, pounds * 100)


# Moved services


def test_d21_double_payment_of_a_moved_service() -> None:
    assert D21.gross_pence == 11_392_000
    assert D21.double_pence == 3_417_600
    assert D21.released_pence == D21.lost_pence == 7_974_400
    assert D21.benefit_pence == 1_724_400
    assert replace(D21, sheds_pence=60_000_00).stranded_pence == 1_974_400
    assert D21.payback_months is not None
    assert round(D21.payback_months, 1) == Decimal("8.4")


@pytest.mark.parametrize(
    ("blank", "unknown"),
    [
        ("contacts", {"gross", "double", "released", "benefit", "stranded"}),
        ("price_pence", {"gross", "double", "released", "benefit", "stranded"}),
        ("still_paid_share", {"double", "released", "benefit", "stranded"}),
        ("community_cost_pence", {"benefit"}),
        ("sheds_pence", {"stranded"}),
    ],
)
def test_a_blank_leaves_what_depends_on_it_not_known(blank: str, unknown: set[str]) -> None:
    whole = replace(D21, sheds_pence=1)
    part = replace(whole, **{blank: None})
    for name in ("gross", "double", "released", "benefit", "stranded"):
        found = getattr(part, f"{name}_pence")
        assert found == (None if name in unknown else getattr(whole, f"{name}_pence"))


def test_nothing_still_paid_is_no_double_payment_whatever_the_tariff() -> None:
    assert Moved(None, None, Decimal(0), None).double_pence == 0


def test_a_service_that_gains_nothing_never_pays_back() -> None:
    assert replace(D21, community_cost_pence=79_744_00).payback_months is None
    assert replace(D21, one_off_cost_pence=0).payback_months == 0
    assert replace(D21, one_off_cost_pence=None).payback_months is None
    assert replace(D21, one_off_cost_pence=0, community_cost_pence=None).payback_months == 0


@given(COUNTS, PENCE, SHARES, PENCE, PENCE)
def test_what_is_released_and_what_is_paid_twice_are_the_whole_tariff(
    contacts: int, price: int, share: Decimal, community: int, sheds: int
) -> None:
    moved = Moved(contacts, price, share, community, None, sheds)
    gross, double, released = moved.gross_pence, moved.double_pence, moved.released_pence
    assert None not in (gross, double, released)
    assert (double or 0) + (released or 0) == gross
    assert 0 <= (double or 0) <= (gross or 0)
    sides = (moved.benefit_pence or 0) + community, (moved.stranded_pence or 0) + sheds
    assert sides == (released, released)


def test_paying_twice_is_amber_until_the_transition_ends_and_red_after() -> None:
    end = date(2016, 10, 31)
    assert rating(100, end, end) is Rating.AMBER
    assert rating(100, end, date(2016, 11, 1)) is Rating.RED
    assert rating(100, None, end) is Rating.RED
    assert rating(0, None, end) is Rating.GREEN
    assert rating(None, end, end) is None


# Marginal rates


def test_d20_activity_above_the_baseline_is_paid_at_a_part() -> None:
    found = marginal(4200, 4485, 241_700, Decimal("0.7"))
    assert found == Marginal(1_084_024_500, 1_063_359_150, 20_665_350)


def test_a_blank_leaves_a_marginal_rate_not_known() -> None:
    assert marginal(None, 4485, 100, Decimal("0.7")) == Marginal(448_500, None, None)
    assert marginal(4200, 4485, 100, None) == Marginal(448_500, None, None)
    assert marginal(4200, None, 100, Decimal("0.7")) == Marginal(None, None, None)
    assert marginal(4200, 4485, None, Decimal("0.7")) == Marginal(None, None, None)


@given(COUNTS, COUNTS, PENCE, SHARES)
def test_payable_and_abated_are_the_full_tariff(
    baseline: int, actual: int, price: int, rate: Decimal
) -> None:
    found = marginal(baseline, actual, price, rate)
    assert (found.payable_pence or 0) + (found.abated_pence or 0) == found.full_pence
    assert 0 <= (found.payable_pence or 0) <= (found.full_pence or 0)
    assert actual > baseline or found.abated_pence == 0


# Delegation


def test_nothing_is_committed_before_the_delegated_phase() -> None:
    for phase in (Phase.MAPPING, Phase.SHADOW, Phase.SHARED):
        found = answer("Board", SCHEME, asked(phase, 1))
        assert found.limit_id is None
        assert "begin with the delegated phase" in found.why_not
        assert who_may(SCHEME, asked(phase, 1)) == ()


def test_an_office_may_up_to_its_limit_and_the_answer_names_who_may_above_it() -> None:
    assert answer("locality manager", SCHEME, asked(Phase.DELEGATED, 10_000)).limit_id == 1
    over = answer("Locality manager", SCHEME, asked(Phase.DELEGATED, 20_000, Sector.PRIMARY))
    assert over.limit_id is None
    assert over.why_not == (
        "Locality manager may commit up to £10,000 at once, not £20,000. "
        "Clinical lead or Board may."
    )
    assert answer("Locality manager", SCHEME, asked(Phase.FULL, 20_000)).limit_id == 2
    assert answer("Board", SCHEME, asked(Phase.DELEGATED, 10**9)).limit_id == 4


def test_an_office_keeps_to_its_lines_and_its_phase() -> None:
    other = answer("Clinical lead", SCHEME, asked(Phase.DELEGATED, 1))
    assert other.why_not.startswith("Clinical lead may not commit on lines of community.")
    late = (Limit(1, "Finance lead", Phase.FULL, None, 100),)
    found = answer("Finance lead", late, asked(Phase.DELEGATED, 1))
    assert found.why_not == (
        "Finance lead may commit on such a line only from the full phase. "
        "Nobody in the scheme may: raise a limit, or ask the commissioner."
    )
    stranger = answer("Treasurer", SCHEME, asked(Phase.DELEGATED, 1))
    assert stranger.why_not == "The scheme of delegation has no “Treasurer”. Add the office to it."


@given(
    st.lists(
        st.builds(
            Limit,
            st.integers(1, 99),
            st.sampled_from(["A", "B", "C"]),
            st.sampled_from(Phase),
            st.none() | st.sampled_from(Sector),
            st.none() | st.integers(0, 1000),
        ),
        max_size=6,
    ),
    st.sampled_from(Phase),
    st.sampled_from(Sector),
    st.integers(1, 1000),
)
def test_an_office_may_exactly_when_it_is_among_those_who_may(
    scheme: list[Limit], phase: Phase, sector: Sector, pence: int
) -> None:
    wanted = Asked(phase, sector, pence)
    allowed = who_may(scheme, wanted)
    for holder in "ABC":
        found = answer(holder, scheme, wanted)
        assert (found.limit_id is not None) == (holder in allowed)
        assert bool(found.why_not) == (holder not in allowed)


# What is left, and what could come home


def test_a_part_that_could_come_home_is_not_known_in_pounds() -> None:
    assert could_come_home(ComingHome.YES, 500) == 500
    assert could_come_home(ComingHome.NO, 500) == 0
    assert could_come_home(ComingHome.PARTLY, 500) is None
    assert could_come_home(ComingHome.NOT_KNOWN, 500) is None
    assert could_come_home(ComingHome.YES, None) is None


def test_what_is_left_of_a_line_is_not_known_over_a_blank() -> None:
    assert left_pence(1000, 300, 200) == 500
    assert left_pence(1000, None, 200) is left_pence(None, 300, 200) is None
