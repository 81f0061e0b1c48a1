"""What was taken of the rooms' time: booking by booking, or those alike counted together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.estates_bookings import charge_pence, used_minutes
from pch_desktop.domain.estates_use import Taken
from pch_desktop.models.estates import Room
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.partners import Partner


@dataclass(frozen=True, slots=True)
class TakenRow:
    """Some hours a room is taken on a day."""

    id: int
    room_id: int
    day: date
    taken: Taken


@dataclass(frozen=True, slots=True)
class SpellRow:
    """Bookings of a room by a partner that are as long, as much used and charged alike."""

    id: int
    room_id: int
    partner_id: int | None
    status: BookingStatus
    used: Used | None
    part_minutes: int | None
    each_minutes: int
    count: int
    hourly_pence: int | None
    typed_pence: int | None
    """What those are charged together whose charge was typed."""
    partner: str | None

    @property
    def is_cancelled(self) -> bool:
        """Whether they take no room."""
        return self.status is BookingStatus.CANCELLED

    @property
    def booked_minutes(self) -> int:
        """How long they are together."""
        return 0 if self.is_cancelled else self.each_minutes * self.count

    @property
    def used_minutes(self) -> int | None:
        """How much of them was used; not known where nobody has said."""
        if self.is_cancelled:
            return 0
        used = used_minutes(self.used, self.each_minutes, self.part_minutes)
        return None if used is None else used * self.count

    @property
    def unmarked(self) -> int:
        """How many of them nobody has marked."""
        return self.count if self.used_minutes is None else 0

    @property
    def charge_pence(self) -> int | None:
        """What they are charged together; each to the whole penny."""
        if self.typed_pence is not None or self.is_cancelled:
            return self.typed_pence or 0
        each = charge_pence(self.each_minutes, self.hourly_pence, None)
        return None if each is None else each * self.count


def taken(session: Session, first: date, last: date) -> list[TakenRow]:
    """Return when rooms are taken from a day to another, without those cancelled."""
    query = select(
        Booking.id,
        Booking.room_id,
        Booking.day,
        Booking.starts_minute,
        Booking.ends_minute,
        Booking.used,
        Booking.used_minutes,
    ).where(Booking.day.between(first, last), Booking.status != BookingStatus.CANCELLED)
    return [
        TakenRow(key, room_id, day, Taken(starts, ends, used_minutes(used, ends - starts, part)))
        for key, room_id, day, starts, ends, used, part in session.execute(query)
        if room_id is not None
    ]


def spells(session: Session, first: date, last: date) -> list[SpellRow]:
    """Return the bookings of rooms from a day to another, those alike counted together."""
    minutes = Booking.ends_minute - Booking.starts_minute
    alike = (
        Booking.room_id,
        Booking.partner_id,
        Booking.status,
        Booking.used,
        Booking.used_minutes,
        minutes,
    )
    query = (
        select(
            func.min(Booking.id),
            *alike,
            func.count(),
            Room.hourly_pence,
            func.sum(Booking.charge_pence),
            Partner.name,
        )
        .join(Room, Booking.room_id == Room.id)
        .outerjoin(Partner, Booking.partner_id == Partner.id)
        .where(Booking.day.between(first, last))
        .group_by(*alike, Booking.charge_pence.is_(None))
    )
    return [SpellRow(*row) for row in session.execute(query).all()]
