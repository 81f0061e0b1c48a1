"""How people are counted, what a slip meant, and numbers that look like a patient's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pch_desktop.domain.patient_numbers import is_nhs_number, nhs_number_in
from pch_desktop.domain.workforce import SUBSTANTIVE, ContractKind
from pch_desktop.domain.workforce_people import (
    COVER,
    Counted,
    Registered,
    counted,
    kept_until,
    made_whole,
    meant_end,
    meant_hours,
    nearest,
    registered,
)

ROLES = ("District nurse", "Practice nurse", "Clinical pharmacist", "Salaried GP")
SHARES = st.dictionaries(st.integers(0, 9), st.decimals("0", "3", places=4), min_size=1, max_size=6)


def test_everybody_is_counted_in_one_way() -> None:
    found = {kind: counted(kind) for kind in ContractKind}
    assert {kind for kind, way in found.items() if way is Counted.IN_POST} == SUBSTANTIVE
    assert {kind for kind, way in found.items() if way is Counted.COVER} == COVER
    assert found[ContractKind.SECONDMENT_OUT] is Counted.AWAY
    assert found[ContractKind.VOLUNTEER] is Counted.VOLUNTEER
    assert found[ContractKind.CONTRACTOR] is Counted.APART


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("district nurse", "District nurse"),
        ("Distrct nurse", "District nurse"),
        ("pharmacist", "Clinical pharmacist"),
        ("GP salaried", "Salaried GP"),
        ("Wizard of the north", None),
        ("  ", None),
    ],
)
def test_the_nearest_name_is_found(typed: str, meant: str | None) -> None:
    assert nearest(typed, ROLES) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("400", "40"), ("375", "37.5"), ("2250", "37.5"), ("37.5", None),
                         ("99999", None)]
)  # fmt: skip
def test_too_many_hours_are_a_point_left_out_or_minutes(typed: str, meant: str | None) -> None:
    assert meant_hours(Decimal(typed)) == (Decimal(meant) if meant else None)


def test_an_end_before_the_start_is_a_slip_of_the_year() -> None:
    start = date(2016, 10, 3)
    assert meant_end(start, date(2015, 12, 31)) == date(2016, 12, 31)
    assert meant_end(start, date(2016, 3, 31)) == date(2017, 3, 31)
    assert meant_end(start, start) is None
    assert meant_end(start, date(2016, 2, 29)) is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_what_is_offered_for_an_end_is_never_before_the_start(start: date, end: date) -> None:
    meant = meant_end(start, end)
    assert meant is None or meant >= start


@given(SHARES)
def test_shares_made_whole_add_up_to_one_and_keep_their_order(shares: dict[int, Decimal]) -> None:
    whole = made_whole(shares)
    if not any(shares.values()):
        assert whole == {}
        return
    assert sum(whole.values()) == 1
    assert all(share > 0 for share in whole.values())
    for one, another in zip(whole, list(whole)[1:], strict=False):
        if shares[one] > shares[another] * 2:
            assert whole[one] >= whole[another]


def test_a_name_is_kept_for_months_after_the_last_day() -> None:
    assert kept_until(date(2015, 10, 31), 12) == date(2016, 10, 31)
    assert kept_until(date(2016, 8, 31), 6) == date(2017, 2, 28)
    assert kept_until(date(2016, 3, 5), 0) == date(2016, 3, 5)


@pytest.mark.parametrize(
    ("ends", "state"),
    [
        (date(2016, 10, 30), Registered.ENDED),
        (date(2016, 10, 31), Registered.SOON),
        (date(2017, 1, 29), Registered.SOON),
        (date(2017, 1, 30), Registered.IN_FORCE),
        (None, None),
    ],
)
def test_a_registration_is_in_force_on_its_last_day(
    ends: date | None, state: Registered | None
) -> None:
    assert registered(ends, date(2016, 10, 31)) is state


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("943 476 5919", "943 476 5919"),
        ("see 9434765919 about it", "9434765919"),
        ("943-476-5919", "943-476-5919"),
        ("9434765918", None),
        ("Invoice 19434765919", None),
        ("£9,434,765,919", None),
        ("A9434765919", None),
        ("01632 960101", None),
    ],
)
def test_an_nhs_number_is_seen_within_a_text(text: str, found: str | None) -> None:
    assert nhs_number_in(text) == found


@settings(max_examples=50)
@given(st.text("0123456789 -a", max_size=24))
def test_whatever_is_found_in_a_text_passes_the_check(text: str) -> None:
    found = nhs_number_in(text)
    assert found is None or is_nhs_number(found.replace("-", " "))
