"""What agreements, codes, names and steps are worth on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.ods import OdsSort as Sort
from pch_desktop.domain.ods import neighbours, not_listed, ods_code, sort_told
from pch_desktop.domain.partners import AgreementStatus, PartnerKind
from pch_desktop.domain.partners_agreed import IN_FORCE, Terms, band, last_notice_on
from pch_desktop.domain.partners_alike import Called, is_alike, twins
from pch_desktop.domain.partners_cover import Binding, Passing, cover, passing_gap
from pch_desktop.domain.partners_kinds import SECTOR_OF
from pch_desktop.domain.partners_met import Step, months_before, step_standing
from pch_desktop.domain.refusal import Refusal

ON = date(2016, 10, 31)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
PEOPLE = st.frozensets(st.integers(1, 6))
BINDINGS = st.lists(st.builds(Binding, st.integers(1, 9), PEOPLE), max_size=5)


def terms(
    status: AgreementStatus = AgreementStatus.IN_FORCE,
    expires: date | None = None,
    begins: date | None = None,
    renews: bool = False,
    signed: tuple[int, int] = (0, 0),
) -> Terms:
    return Terms(status, begins, expires, None, renews, *signed)


@pytest.mark.parametrize(
    ("signed", "says"),
    [((0, 3), "out for signature"), ((2, 3), "part-signed"), ((3, 3), "signed by all"),
     ((4, 3), "signed by all"), ((0, 0), "out for signature")],
)  # fmt: skip
def test_an_agreement_out_for_signature_says_how_far_it_has_come(
    signed: tuple[int, int], says: str
) -> None:
    assert terms(AgreementStatus.OUT, signed=signed).standing(ON) == says


def test_an_agreement_that_renews_itself_does_not_expire() -> None:
    soon, past = ON + timedelta(days=20), ON - timedelta(days=1)
    assert terms(expires=soon).standing(ON) == "expiring"
    assert terms(expires=soon, renews=True).standing(ON) == "renewing"
    assert terms(expires=past).standing(ON) == "expired"
    assert terms(expires=past, renews=True).standing(ON) == "renewed"
    assert terms(begins=ON + timedelta(days=1)).standing(ON) == "not begun"


@given(DAYS, DAYS, DAYS, st.booleans(), st.sampled_from(AgreementStatus))
def test_an_agreement_binds_only_while_its_keeper_says_so(
    on: date, begins: date, expires: date, renews: bool, status: AgreementStatus
) -> None:
    made = terms(status, expires, begins, renews)
    assert made.is_in_force(on) == (
        status is AgreementStatus.IN_FORCE and begins <= on and (renews or on <= expires)
    )
    assert made.is_in_force(on) == (made.standing(on) in IN_FORCE)


@given(DAYS, st.integers(0, 5_000))
def test_the_last_day_for_notice_is_the_last_day_less_the_days_of_notice(
    expires: date, days: int
) -> None:
    found = last_notice_on(expires, days)
    assert found is not None
    assert found + timedelta(days=days) == expires


def test_notice_is_not_known_where_the_end_or_the_days_are_not() -> None:
    assert last_notice_on(None, 90) is None
    assert last_notice_on(ON, None) is None
    assert last_notice_on(date(1, 1, 5), 400) == date.min


@given(DAYS, DAYS)
def test_a_band_is_the_narrowest_that_holds_the_day(day: date, on: date) -> None:
    ahead = (day - on).days
    found = band(day, on)
    if ahead < 0 or ahead > 90:
        assert found is None
    else:
        assert found is not None
        assert found - 30 < max(ahead, 1) <= found


@given(PEOPLE, BINDINGS)
def test_a_service_is_covered_where_one_agreement_binds_everybody(
    partners: frozenset[int], bindings: list[Binding]
) -> None:
    best = cover(partners, bindings)
    assert best.is_whole == any(partners <= one.parties for one in bindings)
    assert best.missing <= partners


@given(PEOPLE, BINDINGS, st.builds(Binding, st.integers(1, 9), PEOPLE))
def test_one_more_agreement_never_leaves_more_out(
    partners: frozenset[int], bindings: list[Binding], more: Binding
) -> None:
    assert len(cover(partners, [*bindings, more]).missing) <= len(cover(partners, bindings).missing)


def test_personal_records_pass_only_where_both_sides_are_bound() -> None:
    bound, other = Binding(1, frozenset({1, 2})), Binding(2, frozenset({1}))
    assert passing_gap(Passing(False, None, None, False, None)) == ""
    assert passing_gap(Passing(True, 1, 2, False, None)) == "No agreement"
    assert passing_gap(Passing(True, 1, 2, True, None)) == "Agreement not in force"
    assert passing_gap(Passing(True, 1, None, True, bound)) == "From or to whom is not known"
    assert passing_gap(Passing(True, 1, 2, True, other)) == "A side is not party to it"
    assert passing_gap(Passing(True, 1, 2, True, bound)) == ""


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Vale Community NHS Trust", "Vale Community Trust", True),
        ("St Catherine's Hospice", "St Catherines Hospice", True),
        ("Norfolk & Norwich University Hospital", "Norfolk and Norwich University Hospitals", True),
        ("Fenshire County Council", "County Council of Fenshire", True),
        ("Valley Health Centre", "Valley Medical Centre", False),
        ("Ward 1", "Ward 2", False),
        ("The Trust", "The Hospice", False),
        ("", "", False),
    ],
)
def test_names_are_alike_but_for_idle_words_and_slips(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is alike


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert is_alike(one, other) == is_alike(other, one)


def test_a_twin_has_the_code_or_a_name_much_alike_and_the_code_comes_first() -> None:
    known = Called(1, "Vale Trust", "VT", "RXX")
    others = [
        known,
        Called(2, "Vale NHS Trust"),
        Called(3, "Other", ods_code="RXX"),
        Called(4, "V"),
    ]
    assert [(twin.id, twin.has_code) for twin in twins(known, others)] == [(3, True), (2, False)]


def test_every_kind_of_partner_has_a_usual_sector() -> None:
    assert set(SECTOR_OF) == set(PartnerKind)


@pytest.mark.parametrize("text", ["ryv", " r y v ", "A81001", "02q", "G6V2S", "816", "A81001001"])
def test_a_code_is_kept_in_capitals_without_spaces(text: str) -> None:
    assert ods_code(text) == "".join(text.split()).upper()


@pytest.mark.parametrize("text", ["R", "RY-V", "943 476 5919", "A81001/2", "RÝV", "=1+1"])
def test_what_cannot_be_a_code_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is not the shape of an ODS code"):
        ods_code(text)


def test_the_form_of_a_code_says_where_it_is_listed() -> None:
    assert sort_told("A81001", None) is Sort.PRACTICES
    assert sort_told("U12345", None) is Sort.NETWORKS
    assert sort_told("RYV", None) is Sort.TRUSTS
    assert sort_told("02Q", PartnerKind.COMMISSIONER) is Sort.COMMISSIONERS
    assert sort_told("8A123", PartnerKind.HOSPICE) is None
    assert "Close to it: RYV (Cambs)" in not_listed("RYW", Sort.TRUSTS, ["RYV (Cambs)"])
    assert "by its name" in not_listed("RYW", Sort.TRUSTS, [])


@given(st.text("ABR019", min_size=3, max_size=6), st.text("ABR019", min_size=3, max_size=6))
def test_a_slip_of_the_keys_goes_both_ways(one: str, other: str) -> None:
    assert (other in neighbours(one)) == (one in neighbours(other))
    assert one not in neighbours(one)


@given(DAYS, DAYS, st.none() | DAYS)
def test_a_step_is_overdue_from_the_day_after_it_was_due(
    on: date, due: date, done: date | None
) -> None:
    found = step_standing("Ring them", due, done, on)
    is_done = done is not None and done <= on
    assert (found is Step.OVERDUE) == (due < on and not is_done)
    assert (found is Step.DONE) == is_done
    assert step_standing("Ring them", None, None, on) is Step.NO_DAY
    assert step_standing(None, due, done, on) is None


@given(DAYS, st.integers(0, 60))
def test_months_before_is_so_many_months_ago_and_never_later_in_the_month(
    day: date, months: int
) -> None:
    found = months_before(day, months)
    assert (day.year - found.year) * 12 + day.month - found.month == months
    assert found.day <= day.day
