"""What a post costs, for how much of a year, and what of it can be claimed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain import workforce_claim as additional
from pch_desktop.domain import workforce_pay as pay
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_claim import AdditionalPost
from pch_desktop.domain.workforce_pay import Insurance, OnCosts

BEFORE_2025 = Insurance(Decimal("0.138"), 910_000)
SINCE_2025 = Insurance(Decimal("0.15"), 500_000)
NHS = OnCosts(Decimal("0.1438"))
YEAR = FinancialYear(2025)
WHOLE = Decimal(1)
WTES = st.decimals("0.01", "2", places=4)
PAY = st.integers(1, 20_000_000)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
POSTS = st.builds(
    AdditionalPost,
    WTES,
    st.fractions(0, 12),
    st.integers(0, 20_000_000),
    st.integers(0, 20_000_000),
)


def parts(made: pay.Cost) -> tuple[int, int, int, int]:
    return made.salary_pence, made.insurance_pence, made.pension_pence, made.total_pence


def test_the_published_maxima_of_2025_26_come_out_to_the_pound() -> None:
    """D25: a GP, and a consultant nurse in the middle of band 8c of 2024/25."""
    gp = pay.cost(8_241_800, WHOLE, SINCE_2025, NHS)
    assert parts(gp) == (8_241_800, 1_161_270, 1_185_171, 10_588_241)
    assert gp.total_pence // 100 == 105_882
    nurse = pay.cost(7_994_550, WHOLE, SINCE_2025, NHS)
    assert parts(nurse) == (7_994_550, 1_124_183, 1_149_616, 10_268_349)
    assert nurse.total_pence // 100 == 102_683


def test_the_gp_of_2024_25_is_within_two_pounds_of_the_published_one() -> None:
    """D25: by the National Insurance that held until 5 April 2025."""
    gp = pay.cost(7_311_300, WHOLE, BEFORE_2025, NHS)
    assert parts(gp) == (7_311_300, 883_379, 1_051_365, 9_246_044)
    assert abs(gp.total_pence - 9_246_200) <= 200


def test_part_time_has_the_whole_threshold() -> None:
    """D26: band 6 top at 0.8 WTE; the whole cost times 0.8 would be £149.99 too much."""
    made = pay.cost(4_658_000, Decimal("0.8"), SINCE_2025, NHS)
    assert (made.salary_pence, made.total_pence) == (3_726_400, 4_746_216)
    whole = pay.cost(4_658_000, WHOLE, SINCE_2025, NHS)
    assert pay.nearest(Fraction(whole.total_pence) * 8 / 10) == 4_761_216


def test_the_levy_is_paid_on_all_pay_by_employers_above_its_allowance() -> None:
    made = pay.cost(4_000_000, WHOLE, SINCE_2025, OnCosts(Decimal("0.1438"), Decimal("0.005")))
    plain = pay.cost(4_000_000, WHOLE, SINCE_2025, NHS)
    assert (made.levy_pence, made.total_pence - plain.total_pence) == (20_000, 20_000)


def test_a_post_of_two_wte_is_held_by_two_people() -> None:
    one = pay.cost(4_658_000, WHOLE, SINCE_2025, NHS)
    two = pay.post_cost(4_658_000, Decimal(2), SINCE_2025, NHS)
    assert (two.total_pence, two.wte) == (11_903_041, 2)
    assert abs(two.total_pence - 2 * one.total_pence) <= 1
    part = pay.post_cost(4_658_000, Decimal("0.8"), SINCE_2025, NHS)
    assert part == pay.cost(4_658_000, Decimal("0.8"), SINCE_2025, NHS)


def test_pay_under_the_threshold_bears_no_national_insurance() -> None:
    assert pay.cost(400_000, WHOLE, SINCE_2025, NHS).insurance_pence == 0


@given(PAY, WTES, WTES)
def test_less_time_never_costs_more(full_time: int, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    for work in (pay.cost, pay.post_cost):
        costs = [work(full_time, wte, SINCE_2025, NHS).total_pence for wte in (less, more)]
        assert costs == sorted(costs)


@given(PAY, WTES)
def test_the_parts_of_a_cost_make_its_total_but_for_rounding(full_time: int, wte: Decimal) -> None:
    made = pay.cost(full_time, wte, SINCE_2025, NHS)
    told = made.salary_pence + made.insurance_pence + made.pension_pence + made.levy_pence
    assert abs(told - made.total_pence) <= 2


def test_part_months_count_by_their_calendar_days() -> None:
    assert pay.months(date(2025, 7, 1), None, YEAR) == 9
    assert pay.months(date(2025, 4, 16), date(2025, 4, 30), YEAR) == Fraction(1, 2)
    assert pay.months(date(2026, 2, 1), date(2026, 2, 7), YEAR) == Fraction(1, 4)
    assert pay.months(None, None, YEAR) == 12
    assert pay.months(date(2026, 4, 1), None, YEAR) == 0
    assert pay.part_year(1_200_000, Fraction(19, 2)) == 950_000


@given(DAYS, st.integers(0, 800), st.integers(0, 800), st.integers(2023, 2027))
def test_the_parts_of_a_time_are_as_long_as_the_whole(
    first: date, length: int, cut: int, start: int
) -> None:
    last = first + timedelta(length)
    middle = min(first + timedelta(cut), last)
    year = FinancialYear(start)
    parts = pay.months(first, middle, year) + pay.months(middle + timedelta(1), last, year)
    assert parts == pay.months(first, last, year)
    assert 0 <= parts <= 12


@given(PAY, st.lists(st.dates(YEAR.first, YEAR.last), max_size=6))
def test_the_parts_of_a_year_cost_what_the_year_costs(annual: int, cuts: list[date]) -> None:
    days = [YEAR.first, *sorted(set(cuts) - {YEAR.first}), YEAR.last + timedelta(1)]
    spans = list(zip(days, (day - timedelta(1) for day in days[1:]), strict=False))
    of_months = [pay.months(first, last, YEAR) for first, last in spans]
    assert sum(of_months) == 12
    apart = sum(pay.part_year(annual, each) for each in of_months) - annual
    assert abs(apart) * 2 <= len(spans)


@given(st.fractions(-(10**6), 10**6))
def test_halves_are_rounded_away_from_zero(pence: Fraction) -> None:
    found = pay.nearest(pence)
    assert abs(found - pence) <= Fraction(1, 2)
    assert pay.nearest(-pence) == -found


def test_an_award_is_rounded_to_the_pound_and_refused_where_it_is_none() -> None:
    assert pay.awarded(4_658_000, Decimal("0.033")) == 4_811_700
    assert pay.awarded(4_658_000, Decimal(0)) == 4_658_000
    for share in ("-0.01", "0.26"):
        with pytest.raises(Refusal, match="from 0% to 25%"):
            pay.awarded(4_658_000, Decimal(share))


def test_the_claim_of_the_example() -> None:
    """D27: two pharmacists for the year, three care co-ordinators from July, over their most."""
    pharmacists = AdditionalPost(Decimal(2), Fraction(12), 6_401_200, 6_583_800)
    co_ordinators = AdditionalPost(Decimal(3), Fraction(9), 3_350_000, 3_300_000)
    entitlement = additional.entitlement(Decimal(41_870), Decimal("26.631"))
    found = additional.claim((pharmacists, co_ordinators), entitlement)
    assert found.entitlement_pence == 111_503_997
    assert found.posts_pence == (12_802_400, 7_425_000)
    assert (found.claimed_pence, found.headroom_pence) == (20_227_400, 91_276_597)
    assert (additional.over_most(pharmacists), additional.over_most(co_ordinators)) == (0, 112_500)


@given(st.lists(POSTS, max_size=6), st.integers(0, 50_000_000))
def test_a_claim_is_never_above_the_entitlement(posts: list[AdditionalPost], most: int) -> None:
    found = additional.claim(posts, most)
    assert 0 <= found.claimed_pence <= most
    assert found.claimed_pence + found.headroom_pence == most
    assert found.claimed_pence + found.beyond_pence == found.asked_pence


@given(st.lists(POSTS, max_size=4), POSTS, st.integers(0, 50_000_000), st.integers(0, 10_000))
def test_more_posts_and_more_money_never_lower_a_claim(
    posts: list[AdditionalPost], another: AdditionalPost, most: int, more: int
) -> None:
    found = additional.claim(posts, most)
    assert additional.claim((*posts, another), most).claimed_pence >= found.claimed_pence
    assert additional.claim(posts, most + more).claimed_pence >= found.claimed_pence


@given(POSTS)
def test_what_is_claimed_and_what_is_over_make_the_cost_of_a_post(post: AdditionalPost) -> None:
    whole = post.actual_per_wte_pence * Fraction(post.wte) * post.months / 12
    assert abs(additional.claim_of(post) + additional.over_most(post) - whole) <= 1


def test_a_role_finds_the_most_of_its_own_code_before_that_of_its_kind() -> None:
    known = {"GP": 105_882, "PN": 43_352, "PN_experienced": 53_319}
    assert additional.most_for("GP-S", known) == 105_882
    assert additional.most_for("gp", known) == 105_882
    assert additional.most_for("PN-EXPERIENCED", known) == 53_319
    assert additional.most_for("PN", known) == 43_352
    assert additional.most_for("GPA", known) is None
    assert additional.most_codes(["additional_role_most_CP", "efficiency"]) == {
        "CP": "additional_role_most_CP"
    }
