"""Free rooms, and what always holds: no room is ever taken twice, and what is free can be had."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, Repeat, RoomKind
from pch_desktop.domain.estates_bookings import Repetition
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.store import estates
from pch_desktop.store.estates import FreeRow, Place, Reach, Slot, Terms, Wanted

MONDAY = date(2016, 10, 3)
LAW = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
Deed = tuple[int, int, int, int, int]
DEEDS = st.lists(
    st.tuples(
        st.sampled_from((0, 0, 1, 2, 3, 4)),
        st.integers(1, 2),
        st.integers(0, 3),
        st.integers(8, 12),
        st.integers(1, 3),
    ),
    max_size=9,
)
"""What is done, the room, the day, the hour, and the hours it lasts."""


@pytest.fixture
def session() -> Generator[Session]:
    """The two rooms in memory: laws are tried many times."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as made:
        _two_rooms(made)
        yield made
    engine.dispose()


def _two_rooms(session: Session) -> None:
    """Add a site open from 8 to 12 and 13 to 18 on weekdays, with two rooms to book."""
    site = estates.add_site(session, "Weir House", {})
    for weekday in range(1, 6):
        estates.set_site_hours(session, site, weekday, [(480, 720), (780, 1080)])
    fields = {"kind": RoomKind.TREATMENT, "features": "Couch, sink, hoist"}
    estates.add_room(session, "Weir House", "Room 1", fields)
    estates.add_room(session, "Weir House", "Room 2", {"features": "couch"})
    estates.add_room(session, "Weir House", "Store", {"is_bookable": False})


def take(session: Session, starts: int, ends: int, day: date = MONDAY) -> int:
    return estates.add_booking(session, "Room 1", Slot(day, starts, ends), Terms())


def told(rows: Sequence[FreeRow]) -> list[tuple[str, int, int]]:
    return [(row.room.name, row.starts_minute // 60, row.ends_minute // 60) for row in rows]


def test_a_day_shows_when_each_room_is_free(session: Session) -> None:
    take(session, 540, 600)
    found = estates.free_rooms(session, Wanted(MONDAY))
    assert told(found) == [
        ("Room 1", 8, 9),
        ("Room 1", 10, 12),
        ("Room 1", 13, 18),
        ("Room 2", 8, 12),
        ("Room 2", 13, 18),
    ]
    assert all(row.knows_hours for row in found)
    assert len({row.id for row in found}) == len(found)


def test_a_room_is_found_from_a_time_until_a_time_or_for_a_length(session: Session) -> None:
    take(session, 540, 600)
    assert told(estates.free_rooms(session, Wanted(MONDAY, 540, 660))) == [("Room 2", 9, 11)]
    assert told(estates.free_rooms(session, Wanted(MONDAY, 600, minutes=120))) == [
        ("Room 1", 10, 12),
        ("Room 2", 10, 12),
    ]
    assert told(estates.free_rooms(session, Wanted(MONDAY, minutes=240))) == [
        ("Room 1", 13, 17),
        ("Room 2", 8, 12),
        ("Room 2", 13, 17),
    ]
    assert told(estates.free_rooms(session, Wanted(MONDAY, ends_minute=720, minutes=60)))[0] == (
        "Room 1",
        11,
        12,
    )
    assert estates.free_rooms(session, Wanted(MONDAY, 660, 840)) == []


def test_a_room_is_found_by_kind_site_and_what_is_in_it(session: Session) -> None:
    def names(wanted: Wanted) -> list[str]:
        return [row.room.name for row in estates.free_rooms(session, wanted)]

    morning = (MONDAY, 540, 600)
    assert names(Wanted(*morning, features="COUCH, hoist")) == ["Room 1"]
    assert names(Wanted(*morning, kind=RoomKind.TREATMENT)) == ["Room 1"]
    assert names(Wanted(*morning, kind=RoomKind.GROUP)) == []
    assert names(Wanted(*morning, site_id=estates.sites(session)[0].id)) == ["Room 1", "Room 2"]
    assert names(Wanted(*morning, site_id=99)) == []


def test_a_room_for_every_week_is_free_in_every_one_of_them(session: Session) -> None:
    take(session, 540, 600, MONDAY + timedelta(days=21))
    weekly = Repetition(Repeat.WEEKLY, date(2016, 12, 31))
    found = estates.free_rooms(session, Wanted(MONDAY, 540, 600, repetition=weekly))
    assert told(found) == [("Room 2", 9, 10)]
    found = estates.free_rooms(session, Wanted(MONDAY, minutes=180, repetition=weekly))
    assert told(found)[0] == ("Room 1", 13, 16)


def test_a_bank_holiday_is_closed_and_unknown_hours_are_open(session: Session) -> None:
    assert estates.free_rooms(session, Wanted(date(2016, 12, 26))) == []
    estates.add_site(session, "Mill House", {})
    estates.add_room(session, "Mill House", "Hall", {})
    (row,) = estates.free_rooms(session, Wanted(date(2016, 12, 26)))
    assert (row.room.name, row.starts_minute, row.ends_minute) == ("Hall", 0, 1440)
    assert not row.knows_hours


@LAW
@given(DEEDS)
def test_no_two_overlapping_bookings_ever_stand(session: Session, deeds: Sequence[Deed]) -> None:
    _done(session, deeds)
    rows = estates.bookings(session, MONDAY, MONDAY + timedelta(days=60))
    standing = sorted(
        (row.room_id, row.day, row.starts_minute, row.ends_minute)
        for row in rows
        if not row.is_cancelled
    )
    for (room, day, _, ends), (next_room, next_day, starts, _) in pairwise(standing):
        assert (room, day) != (next_room, next_day) or ends <= starts


def _done(session: Session, deeds: Sequence[Deed]) -> None:
    session.execute(delete(Booking))
    for what, room, day, hour, lasts in deeds:
        with suppress(Refusal), session.begin_nested():
            _do(session, what, Slot(MONDAY + timedelta(days=day), hour * 60, (hour + lasts) * 60),
                room)  # fmt: skip


def _do(session: Session, what: int, slot: Slot, room: int) -> None:
    ids = list(session.scalars(select(Booking.id).order_by(Booking.id)))
    chosen = ids[(slot.starts_minute + room) % len(ids)] if ids else 0
    match what:
        case 1:
            weekly = Repetition(Repeat.WEEKLY, MONDAY + timedelta(days=30))
            estates.book(session, Place(room), slot, Terms(repetition=weekly))
        case 2 if ids:
            estates.cancel(session, chosen, Reach.LATER)
        case 3 if ids:
            fields = {"day": slot.day, "starts_minute": slot.starts_minute, "room": f"Room {room}"}
            estates.change_bookings(session, {chosen: fields})
        case 4 if ids:
            fields = {"status": BookingStatus.CONFIRMED, "ends_minute": slot.ends_minute}
            estates.change_series(session, chosen, Reach.ALL, fields)
        case _:
            estates.book(session, Place(room), slot, Terms())


@LAW
@given(DEEDS)
def test_every_free_room_can_be_booked_and_no_other(
    session: Session, deeds: Sequence[Deed]
) -> None:
    assert _all_free_taken(session, deeds) == []


def _all_free_taken(session: Session, deeds: Sequence[Deed]) -> list[FreeRow]:
    _done(session, deeds)
    for row in estates.free_rooms(session, Wanted(MONDAY)):
        slot = Slot(MONDAY, row.starts_minute, row.ends_minute)
        estates.book(session, Place(row.room.id), slot, Terms())
    return estates.free_rooms(session, Wanted(MONDAY))
