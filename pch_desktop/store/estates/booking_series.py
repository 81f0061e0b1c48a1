"""A booking that comes again: changing one, that and those after it, or all of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.estates_bookings import Repetition, days
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.store.estates.alone import refuse_overlaps
from pch_desktop.store.estates.booking_edits import Booked, change_bookings, new_series
from pch_desktop.store.records import found


class Reach(StrEnum):
    """Which bookings of a series a change is for."""

    ONE = "this one"
    LATER = "this and later"
    ALL = "the whole series"


def reached(session: Session, booking_id: int, reach: Reach) -> list[int]:
    """Return the bookings a change is for, by day; those cancelled stay as they are.

    A booking that does not come again is always alone.
    """
    booking = found(session, Booking, booking_id)
    if reach is Reach.ONE or booking.series_id is None:
        return [booking_id]
    query = select(Booking.id).where(
        Booking.series_id == booking.series_id, Booking.status != BookingStatus.CANCELLED
    )
    if reach is Reach.LATER:
        query = query.where(Booking.day >= booking.day)
    return list(session.scalars(query.order_by(Booking.day, Booking.id)))


def change_series(
    session: Session, booking_id: int, reach: Reach, fields: Mapping[str, object]
) -> int:
    """Put values into the fields of one booking, that and later, or all; return how many.

    Raises:
        Refusal: the day of several is to be changed, or a room would be taken twice at once.
    """
    ids = reached(session, booking_id, reach)
    if "day" in fields and len(ids) > 1:
        raise Refusal(
            "One day cannot be that of several bookings. Cancel this and later, and book anew."
        )
    change_bookings(session, dict.fromkeys(ids, fields))
    return len(ids)


def cancel(session: Session, booking_id: int, reach: Reach) -> int:
    """Cancel one booking, that and later, or the whole series; return how many."""
    return change_series(session, booking_id, reach, {"status": BookingStatus.CANCELLED})


def mark_used(
    session: Session, booking_ids: Collection[int], used: Used | None, minutes: int | None = None
) -> None:
    """Say whether bookings were used; in part with the minutes; None takes the mark back."""
    fields: dict[str, object] = {"used": used}
    if used is Used.PART:
        fields["used_minutes"] = minutes
    for booking_id in booking_ids:
        if found(session, Booking, booking_id).status is BookingStatus.CANCELLED:
            raise Refusal("A cancelled booking is neither used nor not. Confirm it first.")
    change_bookings(session, dict.fromkeys(booking_ids, fields))


def repeat_booking(session: Session, booking_id: int, repetition: Repetition) -> Booked:
    """Let a booking come again on the days of a repetition; return those that were added.

    Raises:
        Refusal: it comes again already, is cancelled, or its room is taken on one of the days.
    """
    booking = found(session, Booking, booking_id)
    if booking.series_id is not None:
        raise Refusal("This booking comes again already. Change or cancel its series instead.")
    if booking.status == BookingStatus.CANCELLED:
        raise Refusal("This booking is cancelled. Confirm it first, then let it come again.")
    told = days(booking.day, repetition)
    later = tuple(day for day in told.kept if day != booking.day)
    if not later:
        raise Refusal("No later day is left. Enter a later last day.")
    booking.series_id = new_series(session, repetition)
    made = [_copy(booking, day) for day in later]
    session.add_all(made)
    session.flush()
    refuse_overlaps(session, [each.id for each in made])
    return Booked(tuple(each.id for each in made), told.left_out)


def _copy(booking: Booking, day: date) -> Booking:
    """Return a booking on another day, of which nothing is known yet."""
    kept = ("room_id", "unit_id", "site_id", "partner_id", "service_id", "series_id",
            "starts_minute", "ends_minute", "status", "charge_pence", "note")  # fmt: skip
    return Booking(day=day, **{name: getattr(booking, name) for name in kept})
