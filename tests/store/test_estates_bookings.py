"""Bookings: taken once and again, refused where a room is taken, changed, cancelled, marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from pch_desktop.domain.estates import BookingStatus, Repeat, UnitKind, Used
from pch_desktop.domain.estates_bookings import Repetition
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates import MobileUnit
from pch_desktop.store import estates, partners
from pch_desktop.store.estates import Booked, BookingRow, Place, Reach, Slot, Terms
from pch_desktop.store.locality_file import LocalityFile

ROOM_1 = "Room 1, Weir House"
MONDAY = date(2016, 10, 3)
YEAR = (date(2016, 4, 1), date(2017, 3, 31))
WEEKLY = Repetition(Repeat.WEEKLY, date(2017, 3, 31))


@pytest.fixture
def hub(file: LocalityFile) -> LocalityFile:
    """A file with a site of two rooms, and two partners."""
    file.edit("Site", estates.add_site, "Weir House", {})
    for name in ("Room 1", "Room 2"):
        file.edit("Room", estates.add_room, "Weir House", name, {"hourly_pence": 1450})
    for name in ("Vale Trust", "Elders"):
        file.edit("Partner", partners.add_partner, name, PartnerKind.CHARITY, Sector.VOLUNTARY)
    return file


def slot(starts: int, ends: int, day: date = MONDAY) -> Slot:
    return Slot(day, starts * 60, ends * 60)


def take(file: LocalityFile, when: Slot, partner: str = "Vale Trust", room: str = ROOM_1) -> int:
    terms = Terms({"partner": partner})
    return file.edit("Book", estates.add_booking, room, when, terms)


def take_weekly(file: LocalityFile, when: Slot) -> Booked:
    place = Place(room_id=file.read(estates.rooms)[0].id)
    return file.edit("Book", estates.book, place, when, Terms({"partner": "Elders"}, WEEKLY))


def rows(file: LocalityFile) -> list[BookingRow]:
    return file.read(estates.bookings, *YEAR)


def test_a_booking_is_kept_with_all_that_is_told_of_it(hub: LocalityFile) -> None:
    take(hub, slot(9, 12))
    (row,) = rows(hub)
    assert (row.title, row.partner, row.starts, row.ends) == (
        ROOM_1,
        "Vale Trust",
        "09:00",
        "12:00",
    )
    assert (row.status, row.minutes, row.charge_pence) == (BookingStatus.CONFIRMED, 180, 4350)
    assert row.name == "Room 1, Mon 3 Oct 2016 09:00"
    assert hub.read(estates.booked_days) == (MONDAY, MONDAY)
    assert hub.read(estates.bookings, *YEAR, row.site_id) == [row]
    assert hub.read(estates.bookings, *YEAR, row.site_id + 1) == []


def test_a_room_taken_twice_is_refused_with_room_day_time_and_who(hub: LocalityFile) -> None:
    take(hub, slot(9, 12))
    with pytest.raises(Refusal) as refused:
        take(hub, slot(11, 13), "Elders")
    assert str(refused.value) == (
        "Room 1, Weir House, is taken on Monday 3 October 2016 from 09:00 to 12:00 by Vale Trust. "
        "Enter other hours than 11:00 to 13:00, or find a free room."
    )
    assert len(rows(hub)) == 1


def test_ends_that_touch_other_rooms_and_cancelled_bookings_are_no_overlap(
    hub: LocalityFile,
) -> None:
    first = take(hub, slot(9, 12))
    take(hub, slot(12, 13), "Elders")
    take(hub, slot(9, 12), "Elders", "room 2")
    hub.edit("Cancel", estates.cancel, first, Reach.ONE)
    take(hub, slot(9, 12), "Elders")
    with pytest.raises(Refusal, match="by Elders"):
        hub.edit("Back", estates.change_series, first, Reach.ONE,
                 {"status": BookingStatus.CONFIRMED})  # fmt: skip
    assert [row.is_cancelled for row in rows(hub)].count(True) == 1


def test_a_series_is_one_step_and_says_what_was_left_out(hub: LocalityFile) -> None:
    booked = take_weekly(hub, slot(9, 12))
    assert booked.left_out == (date(2016, 12, 26), date(2017, 1, 2))
    assert len(booked.ids) == len(rows(hub)) == 24
    assert {row.repeat for row in rows(hub)} == {Repeat.WEEKLY}
    assert [row.id for row in hub.read(estates.series, rows(hub)[0].series_id or 0)] == [
        *booked.ids
    ]
    hub.undo()
    assert rows(hub) == []


def test_a_series_that_meets_another_booking_is_refused_whole(hub: LocalityFile) -> None:
    take(hub, slot(11, 13, date(2017, 2, 6)))
    with pytest.raises(Refusal, match="taken on Monday 6 February 2017 from 11:00 to 13:00"):
        take_weekly(hub, slot(9, 12))
    assert len(rows(hub)) == 1


def test_one_this_and_later_or_all_of_a_series_are_changed(hub: LocalityFile) -> None:
    ids = take_weekly(hub, slot(9, 12)).ids
    hub.edit("One", estates.change_series, ids[3], Reach.ONE, {"note": "Fire drill"})
    assert [row.id for row in rows(hub) if row.note] == [ids[3]]
    count = hub.edit("Later", estates.change_series, ids[5], Reach.LATER, {"starts_minute": 600})
    assert count == len(ids) - 5
    assert [row.starts for row in rows(hub)] == ["09:00"] * 5 + ["10:00"] * (len(ids) - 5)
    assert {row.minutes for row in rows(hub)} == {180}
    assert hub.edit("Cancel", estates.cancel, ids[20], Reach.LATER) == 4
    hub.edit("All", estates.change_series, ids[0], Reach.ALL, {"partner": "Vale Trust"})
    found = [(row.partner, row.is_cancelled) for row in rows(hub)]
    assert found == [("Vale Trust", False)] * 20 + [("Elders", True)] * 4
    with pytest.raises(Refusal, match="One day cannot be that of several"):
        hub.edit("Day", estates.change_series, ids[0], Reach.ALL, {"day": MONDAY})
    assert hub.edit("Cancel", estates.cancel, ids[0], Reach.ALL) == 20
    take(hub, slot(8, 18))


def test_a_block_may_shift_a_days_bookings_through_one_another(hub: LocalityFile) -> None:
    first, second = take(hub, slot(9, 10)), take(hub, slot(10, 11), "Elders")
    wanted: Mapping[int, Mapping[str, object]] = {
        first: {"starts_minute": 600, "ends_minute": 660},
        second: {"starts_minute": 660},
    }
    hub.edit("Paste", estates.change_bookings, wanted)
    assert [(row.starts, row.ends) for row in rows(hub)] == [("10:00", "11:00"), ("11:00", "12:00")]
    with pytest.raises(Refusal, match="by Elders"):
        hub.edit("Paste", estates.change_bookings, {first: {"ends_minute": 720}})


REFUSED: tuple[tuple[Mapping[str, object], str], ...] = (
    ({"ends_minute": 480}, "ends after it begins"),
    ({"starts_minute": 23 * 60}, "begins and ends on one day"),
    ({"day": date(1999, 12, 31)}, "from 2000 to 2099"),
    ({"day": None}, "Enter the day"),
    ({"charge_pence": -1}, "£0 or more"),
    ({"partner": "Nobody"}, "There is no partner called “Nobody”"),
    ({"room": "Room 9"}, "There is no room called “Room 9”"),
    ({"used": Used.PART}, "Enter how many minutes were used"),
    ({"used_minutes": 500}, "Enter how many of the 180 minutes booked were used: 1 to 179"),
)


def test_what_a_booking_cannot_be_is_refused(hub: LocalityFile) -> None:
    booking = take(hub, slot(9, 12))
    before = rows(hub)
    for fields, said in REFUSED:
        with pytest.raises(Refusal, match=said):
            hub.edit("Change", estates.change_bookings, {booking: fields})
        assert rows(hub) == before


def test_a_room_is_told_with_its_site_where_its_name_is_not_its_own(hub: LocalityFile) -> None:
    hub.edit("Site", estates.add_site, "Mill House", {})
    hub.edit("Room", estates.add_room, "Mill House", "Room 1", {"is_bookable": False})
    with pytest.raises(Refusal, match="There is a “room 1” on 2 sites"):
        take(hub, slot(9, 10), room="room 1")
    with pytest.raises(Refusal, match="Room 1 cannot be booked"):
        take(hub, slot(9, 10), room="Room 1, Mill House")
    take(hub, slot(9, 10), room="ROOM 1, weir house")
    booking = take(hub, slot(10, 11), room="Room 2")
    with pytest.raises(Refusal, match="cannot be booked"):
        hub.edit("Move", estates.change_bookings, {booking: {"room": "Room 1, Mill House"}})


def test_what_was_used_is_marked_and_taken_back(hub: LocalityFile) -> None:
    booking = take(hub, slot(9, 12))

    def marked() -> tuple[Used | None, int | None]:
        return rows(hub)[0].used, rows(hub)[0].used_minutes

    hub.edit("Mark", estates.mark_used, [booking], Used.PART, 70)
    assert marked() == (Used.PART, 70)
    hub.edit("Mark", estates.mark_used, [booking], Used.YES)
    assert marked() == (Used.YES, 180)
    hub.edit("Mark", estates.mark_used, [booking], Used.NO)
    assert marked() == (Used.NO, 0)
    for minutes, used in ((0, Used.NO), (180, Used.YES), (90, Used.PART)):
        hub.edit("Mark", estates.change_bookings, {booking: {"used_minutes": minutes}})
        assert marked() == (used, minutes)
    hub.edit("Mark", estates.mark_used, [booking], None)
    assert marked() == (None, None)
    hub.edit("Cancel", estates.cancel, booking, Reach.ONE)
    assert rows(hub)[0].charge_pence == 0
    with pytest.raises(Refusal, match="cancelled booking is neither"):
        hub.edit("Mark", estates.mark_used, [booking], Used.YES)


def test_a_mobile_unit_is_in_one_place_at_a_time(hub: LocalityFile) -> None:
    def add(session: object) -> int:
        from sqlalchemy.orm import Session

        assert isinstance(session, Session)
        unit = MobileUnit(name="Theatre van", kind=UnitKind.THEATRE)
        session.add(unit)
        session.flush()
        return unit.id

    unit = hub.edit("Unit", add)
    site = hub.read(estates.sites)[0].id
    hub.edit("Book", estates.book, Place(unit_id=unit, site_id=site), slot(8, 18), Terms())
    with pytest.raises(Refusal, match="Theatre van is taken on Monday 3 October 2016 from 08:00"):
        hub.edit("Book", estates.book, Place(unit_id=unit), slot(9, 10), Terms())
    assert rows(hub) == []


def test_bookings_are_deleted_and_brought_back(hub: LocalityFile) -> None:
    booking = take(hub, slot(9, 12))
    (before,) = hub.read(estates.bookings_of, [booking])
    hub.edit("Delete", estates.remove_bookings, (booking,))
    assert rows(hub) == []
    hub.undo()
    assert rows(hub) == [before]
