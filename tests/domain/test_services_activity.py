"""Slots, overbooking, beds, calls, due days, and what practices owe each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Activity
from pch_desktop.domain.services_activity import (
    Beds,
    Calls,
    due_on,
    per_session,
    slots_of,
    turnover,
)
from pch_desktop.domain.services_compared import per_thousand
from pch_desktop.domain.services_load import Recharge, Seen, recharges

COUNT = st.integers(0, 5_000)
MAYBE = st.none() | COUNT
SEEN = st.builds(
    Seen,
    patients_of=st.integers(1, 6),
    place=st.none() | st.integers(1, 6),
    attended=COUNT,
    price_pence=st.none() | st.integers(0, 90_000),
)


def test_d33_slots_are_sessions_times_slots_a_session() -> None:
    slots = slots_of(8 * 4, Decimal(12))
    assert slots == 384
    assert per_session(32, slots) == 12
    assert per_session(0, 3) is None
    assert per_session(None, 3) is None
    month = Activity(slots, booked=352, attended=328, not_attended=24)
    assert (month.unfilled_slots, month.lost_slots, month.overbooked) == (32, 56, 0)


@given(MAYBE, MAYBE, MAYBE)
def test_a_month_has_slots_unfilled_or_is_overbooked_and_then_loses_none(
    slots: int | None, booked: int | None, attended: int | None
) -> None:
    month = Activity(slots, booked, attended, None)
    if month.unfilled_slots is None or month.overbooked is None:
        assert None in (slots, booked)
        return
    assert month.unfilled_slots - month.overbooked == (slots or 0) - (booked or 0)
    assert not (month.unfilled_slots and month.overbooked)
    if month.overbooked:
        assert month.lost_slots in (0, None)


def test_beds_tell_how_full_they_are_and_how_long_people_stay() -> None:
    beds = Beds(18 * 31, admissions=35, discharges=36, occupied_days=502, stay_days=540)
    assert round(beds.occupancy_share or 0, 4) == Decimal("0.8996")
    assert beds.mean_stay_days == 15
    assert round(beds.turnover_days or 0, 2) == Decimal("1.56")
    assert turnover(36, 18) == 2
    over_full = Beds(30, 1, 1, 31, 1)
    assert (over_full.occupancy_share or 0) > 1
    assert over_full.turnover_days is None
    nothing = Beds(None, None, 0, None, 0)
    assert (nothing.occupancy_share, nothing.mean_stay_days, nothing.turnover_days) == (None,) * 3
    assert turnover(None, 3) is None


def test_calls_tell_the_shares_answered_and_abandoned() -> None:
    calls = Calls(offered=400, answered=352, abandoned=30)
    assert (calls.answered_share, calls.abandoned_share) == (Decimal("0.88"), Decimal("0.075"))
    assert Calls(0, 0, 0).answered_share is None
    assert Calls(None, 3, None).abandoned_share is None


def test_figures_are_due_so_many_days_after_the_month() -> None:
    assert due_on(Month(2016, 10)) == date(2016, 11, 15)
    assert due_on(Month(2016, 2), 0) == date(2016, 2, 29)
    assert due_on(Month(2016, 12), 31) == date(2017, 1, 31)


@given(st.lists(SEEN, max_size=40))
def test_what_practices_owe_each_other_adds_up_to_nought(seen: list[Seen]) -> None:
    found = recharges(seen)
    assert sum(each.net_pence for each in found.values()) == 0
    assert sum(each.pays_pence for each in found.values()) == sum(
        each.attended * (each.price_pence or 0)
        for each in seen
        if each.place is not None and each.is_elsewhere
    )


def test_nothing_is_owed_at_home_at_a_place_of_no_practice_or_without_a_price() -> None:
    seen = [Seen(1, 1, 5, 100), Seen(1, None, 5, 100), Seen(1, 2, 5), Seen(2, 1, 3, 250)]
    assert recharges(seen) == {1: Recharge(0, 750), 2: Recharge(750, 0)}
    assert [each.is_elsewhere for each in seen] == [False, True, True, True]
    assert per_thousand(30, 6_000) == 5
    assert per_thousand(30, 0) is None
    assert per_thousand(None, 10) is None
