"""Taking rooms and units, once or again and again, and changing what was booked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus
from pch_desktop.domain.estates_bookings import Repetition, days
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates import MobileUnit, Room
from pch_desktop.models.estates_bookings import Booking, BookingSeries
from pch_desktop.store.estates.alone import refuse_overlaps
from pch_desktop.store.estates.booking_fields import put
from pch_desktop.store.estates.room_names import room_named
from pch_desktop.store.records import found, remove


@dataclass(frozen=True, slots=True)
class Place:
    """A room, or a mobile unit and the site it stands on."""

    room_id: int | None = None
    unit_id: int | None = None
    site_id: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """Some hours of a day, in minutes after midnight."""

    day: date
    starts_minute: int
    ends_minute: int


def _nothing() -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Terms:
    """What else is told of a booking, by field: partner, service, status, charge, note."""

    fields: Mapping[str, object] = field(default_factory=_nothing)
    repetition: Repetition | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """What was booked."""

    ids: tuple[int, ...]
    left_out: tuple[date, ...]
    """The bank holidays a repeated booking passes over."""


def book(session: Session, place: Place, slot: Slot, terms: Terms) -> Booked:
    """Take a place for some hours, once or on each day of a repetition.

    Raises:
        Refusal: the place is taken on one of the days, or cannot be booked.
    """
    _must_be_bookable(session, place)
    told = days(slot.day, terms.repetition) if terms.repetition else None
    again = new_series(session, terms.repetition) if terms.repetition else None
    made = [
        Booking(
            room_id=place.room_id,
            unit_id=place.unit_id,
            site_id=place.site_id,
            series_id=again,
            day=day,
            status=BookingStatus.CONFIRMED,
            starts_minute=slot.starts_minute,
            ends_minute=slot.ends_minute,
        )
        for day in (told.kept if told else (slot.day,))
    ]
    for booking in made:
        put(session, booking, terms.fields)
    session.add_all(made)
    session.flush()
    ids = tuple(booking.id for booking in made)
    refuse_overlaps(session, ids)
    return Booked(ids, told.left_out if told else ())


def add_booking(session: Session, room: str, slot: Slot, terms: Terms) -> int:
    """Take a room, told by its name and site, once; return the booking's id."""
    return book(session, Place(room_id=room_named(session, room)), slot, terms).ids[0]


def change_bookings(session: Session, wanted: Mapping[int, Mapping[str, object]]) -> None:
    """Put values into some bookings' fields, by booking, and hold them against all others once.

    A block that shifts a whole day's bookings may so pass through hours that
    are still taken by the next of them.

    Raises:
        Refusal: one of them would take a place twice at once, or cannot be read.
    """
    for booking_id, fields in wanted.items():
        booking = found(session, Booking, booking_id)
        if "room" in fields:
            booking.room_id = room_named(session, str(fields["room"] or ""))
            _must_be_bookable(session, Place(room_id=booking.room_id))
        put(session, booking, {key: fields[key] for key in fields if key != "room"})
    refuse_overlaps(session, wanted)


def remove_bookings(session: Session, booking_ids: Collection[int]) -> None:
    """Delete bookings; cancelling keeps them in sight instead."""
    remove(session, Booking, booking_ids, "bookings")


def new_series(session: Session, repetition: Repetition) -> int:
    """Add what tells how bookings come again; return its id."""
    made = BookingSeries(repeat=repetition.repeat, until_on=repetition.until)
    session.add(made)
    session.flush()
    return made.id


def _must_be_bookable(session: Session, place: Place) -> None:
    if place.room_id is None:
        found(session, MobileUnit, place.unit_id or 0)
        return
    room = found(session, Room, place.room_id)
    if not room.is_bookable:
        raise Refusal(f"{room.name} cannot be booked. Choose another room, or make it bookable.")
