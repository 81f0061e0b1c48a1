"""The rooms of the buildings: what they are fit for and what an hour of them costs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import RoomKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates import Room
from pch_desktop.models.population import Site
from pch_desktop.store.records import by_name, change, cleaned, found, remove

ROOM_FIELDS: Mapping[str, str] = {
    "kind": "what the room is fit for",
    "square_metres": "its size in square metres",
    "features": "what is in it",
    "hourly_pence": "what an hour of it is charged",
    "is_bookable": "whether it can be booked",
    "note": "a note",
}
LEAST: Mapping[str, tuple[int, str]] = {
    "square_metres": (1, "Enter the size in whole square metres, such as 12."),
    "hourly_pence": (0, "Enter the rate of an hour as £0 or more, such as £14.50."),
}


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room of a building."""

    id: int
    site_id: int
    site: str
    name: str
    kind: RoomKind
    square_metres: int | None
    features: str | None
    hourly_pence: int | None
    is_bookable: bool
    note: str | None

    @property
    def title(self) -> str:
        """The room with its building, as it is told from every other: Room 1, Weir House."""
        return f"{self.name}, {self.site}"


def rooms(session: Session) -> list[RoomRow]:
    """Return the rooms by building and name, Room 2 before Room 10."""
    query = select(
        Room.id,
        Room.site_id,
        Site.name,
        Room.name,
        Room.kind,
        Room.square_metres,
        Room.features,
        Room.hourly_pence,
        Room.is_bookable,
        Room.note,
    ).join(Site, Room.site_id == Site.id)
    found = [RoomRow(*row) for row in session.execute(query)]
    return sorted(found, key=lambda row: (row.site, _counted(row.name)))


def add_room(session: Session, site: str, name: str, fields: Mapping[str, object]) -> int:
    """Add a room to a building, by its name, with what is told of it; return its id."""
    room = Room(site_id=by_name(session, Site, "name", site, "site").id)
    _place(session, room, name)
    session.add(room)
    session.flush()
    for field, value in fields.items():
        set_room(session, room.id, field, value)
    return room.id


def set_room(session: Session, room_id: int, field: str, value: object) -> None:
    """Put a value into one of a room's fields; its name and its building, by name, too."""
    room = found(session, Room, room_id)
    if field == "name":
        _place(session, room, str(value or ""))
        return
    if field == "site":
        room.site_id = by_name(session, Site, "name", str(value or ""), "site").id
        _place(session, room, room.name)
        return
    if field in LEAST and isinstance(value, int) and value < LEAST[field][0]:
        raise Refusal(LEAST[field][1])
    change(session, room, field, value, ROOM_FIELDS[field])


def remove_rooms(session: Session, room_ids: Collection[int]) -> None:
    """Delete rooms with their bookings."""
    remove(session, Room, room_ids, "rooms")


def _counted(name: str) -> tuple[tuple[str, int], ...]:
    """Return a name as it is sorted: its words, and its numbers as numbers."""
    parts = re.findall(r"(\D*)(\d*)", name.casefold())
    return tuple((words, int(number[:9] or 0)) for words, number in parts)


def _place(session: Session, room: Room, name: str) -> None:
    plain = cleaned(" ".join(name.split()))
    if plain is None:
        raise Refusal("Enter the room's name.")
    twin = select(Room.id).where(
        Room.site_id == room.site_id, func.lower(Room.name) == plain.lower()
    )
    with session.no_autoflush:
        if session.scalar(twin) not in (None, room.id):
            raise Refusal(f"“{plain}” is already a room there. Enter another name.")
    room.name = plain
