"""The fields of one booking, and what each of them takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.opening import DAY_MINUTES
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service
from pch_desktop.store.records import by_name, change

BOOKING_FIELDS: Mapping[str, str] = {
    "day": "the day",
    "starts_minute": "from when",
    "ends_minute": "until when",
    "status": "how the booking stands",
    "charge_pence": "what it is charged",
    "note": "a note",
    "used": "whether it was used",
    "used_minutes": "how many minutes were used",
}
NAMED: Mapping[str, tuple[type[Partner | Service], str, str]] = {
    "partner": (Partner, "partner_id", "partner"),
    "service": (Service, "service_id", "service"),
}
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


def put(session: Session, booking: Booking, fields: Mapping[str, object]) -> None:
    """Put values into a booking's ``BOOKING_FIELDS``, its partner and service by name.

    A new beginning alone moves the whole booking, as in a diary; how much was
    used goes with the mark that says so. A word that was put in is plain text until it is
    read again, so words are compared, not told by identity.

    Raises:
        Refusal: the booking would be of no use: it ends before it begins, or costs less than
            nothing.
    """
    minutes = booking.ends_minute - booking.starts_minute
    with session.no_autoflush:
        for field, value in fields.items():
            if field in NAMED:
                _name(session, booking, field, value)
            else:
                change(session, booking, field, value, BOOKING_FIELDS[field])
    if "starts_minute" in fields and "ends_minute" not in fields:
        booking.ends_minute = booking.starts_minute + minutes
    if fields.get("used") is not None or fields.get("used_minutes") is not None:
        _mark(booking, fields)
    elif "used" in fields or booking.used != Used.PART:
        booking.used_minutes = None
    _check(booking)


def _name(session: Session, booking: Booking, field: str, value: object) -> None:
    kind, column, words = NAMED[field]
    named = by_name(session, kind, "name", str(value), words) if value else None
    setattr(booking, column, named.id if named else None)


def _mark(booking: Booking, fields: Mapping[str, object]) -> None:
    """Let the mark and the minutes used say the same."""
    whole = booking.ends_minute - booking.starts_minute
    part = booking.used_minutes if "used_minutes" in fields else None
    if "used" not in fields:
        booking.used = Used.NO if part == 0 else Used.YES if part == whole else Used.PART
    if booking.used != Used.PART:
        booking.used_minutes = None
    elif "used_minutes" not in fields and booking.used_minutes is None:
        raise Refusal("Enter how many minutes were used; that marks the booking as used in part.")


def _check(booking: Booking) -> None:
    if booking.status == BookingStatus.CANCELLED:
        booking.used = booking.used_minutes = None
    if not FIRST_DAY <= booking.day <= LAST_DAY:
        raise Refusal("Enter a day from 2000 to 2099, such as 4/10/2016.")
    if booking.starts_minute < 0 or booking.ends_minute > DAY_MINUTES:
        raise Refusal("A booking begins and ends on one day. Enter hours before midnight.")
    if booking.ends_minute <= booking.starts_minute:
        raise Refusal("A booking ends after it begins. Enter a later time until which it lasts.")
    if booking.charge_pence is not None and booking.charge_pence < 0:
        raise Refusal("Enter a charge of £0 or more, such as £14.50.")
    whole = booking.ends_minute - booking.starts_minute
    if booking.used == Used.PART and not 0 < (booking.used_minutes or 0) < whole:
        raise Refusal(f"Enter how many of the {whole} minutes booked were used: 1 to {whole - 1}. "
                      "All of them is used, none is not used.")  # fmt: skip
