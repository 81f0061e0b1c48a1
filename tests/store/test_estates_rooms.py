"""Sites and rooms: their terms, hours and rates, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from pch_desktop.domain.estates import Owner, RoomKind, Tenure
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import estates
from pch_desktop.store.locality_file import LocalityFile


@pytest.fixture
def hub(file: LocalityFile) -> LocalityFile:
    """A file with one site and two rooms."""
    terms = {"owner": Owner.TRUST, "tenure": Tenure.LEASEHOLD, "lease_ends_on": date(2017, 6, 30)}
    file.edit("Add site", estates.add_site, "Weir House", terms)
    for name in ("Room 1", "Room 2"):
        file.edit("Add room", estates.add_room, "weir house", name, {"hourly_pence": 1450})
    return file


def test_a_site_keeps_its_terms_and_the_hours_of_each_weekday(hub: LocalityFile) -> None:
    (site,) = hub.read(estates.sites)
    assert (site.owner, site.tenure, site.lease_ends_on) == (
        Owner.TRUST,
        Tenure.LEASEHOLD,
        date(2017, 6, 30),
    )
    assert (site.room_count, site.open_minutes_week) == (2, None)
    hub.edit("Hours", estates.set_site_hours, site.id, 1, [(480, 720), (780, 1080)])
    hub.edit("Hours", estates.set_site_hours, site.id, 6, [(540, 720)])
    (site,) = hub.read(estates.sites)
    assert site.hours[0] == ((480, 720), (780, 1080))
    assert site.hours[5] == ((540, 720),)
    assert site.open_minutes_week == 720
    hub.edit("Hours", estates.set_site_hours, site.id, 1, [])
    assert hub.read(estates.sites)[0].open_minutes_week == 180


def test_hours_that_overlap_are_refused_and_nothing_changes(hub: LocalityFile) -> None:
    (site,) = hub.read(estates.sites)
    with pytest.raises(Refusal, match="overlap at 11:00"):
        hub.edit("Hours", estates.set_site_hours, site.id, 1, [(480, 720), (660, 1080)])
    assert hub.read(estates.sites)[0].open_minutes_week is None


def test_a_room_is_told_by_its_site_and_name(hub: LocalityFile) -> None:
    first, second = hub.read(estates.rooms)
    assert first.title == "Room 1, Weir House"
    assert (first.kind, first.hourly_pence, first.is_bookable) == (RoomKind.CONSULTING, 1450, True)
    with pytest.raises(Refusal, match="“room 1” is already a room there"):
        hub.edit("Rename", estates.set_room, second.id, "name", "room  1")
    with pytest.raises(Refusal, match="Enter the room's name"):
        hub.edit("Rename", estates.set_room, second.id, "name", " ")
    hub.edit("Rename", estates.set_room, first.id, "name", "ROOM 1")
    assert hub.read(estates.rooms)[0].name == "ROOM 1"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("square_metres", 0, "whole square metres"),
        ("hourly_pence", -1, "£0 or more"),
        ("site", "Mill House", "There is no site called “Mill House”"),
        ("site", None, "There is no site"),
    ],
)
def test_what_a_room_cannot_be_is_refused(
    hub: LocalityFile, field: str, value: object, said: str
) -> None:
    room = hub.read(estates.rooms)[0]
    with pytest.raises(Refusal, match=said):
        hub.edit("Change", estates.set_room, room.id, field, value)
    assert hub.read(estates.rooms)[0] == room


def test_a_room_moves_to_another_site_unless_its_name_is_taken_there(hub: LocalityFile) -> None:
    hub.edit("Add site", estates.add_site, "Mill House", {})
    hub.edit("Add room", estates.add_room, "Mill House", "Room 1", {})
    first, second = (row for row in hub.read(estates.rooms) if row.site == "Weir House")
    hub.edit("Move", estates.set_room, second.id, "site", "Mill House")
    with pytest.raises(Refusal, match="already a room there"):
        hub.edit("Move", estates.set_room, first.id, "site", "Mill House")
    assert [row.title for row in hub.read(estates.rooms)] == [
        "Room 1, Mill House",
        "Room 2, Mill House",
        "Room 1, Weir House",
    ]


def test_rooms_are_deleted_and_brought_back(hub: LocalityFile) -> None:
    room = hub.read(estates.rooms)[0]
    hub.edit("Delete", estates.remove_rooms, (room.id,))
    assert len(hub.read(estates.rooms)) == 1
    hub.undo()
    assert hub.read(estates.rooms)[0] == room
