"""What nobody has said yet: bookings gone by that are not marked as used or not."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus
from pch_desktop.domain.period import Month
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.store.estates.booking_row import BookingRow
from pch_desktop.store.estates.bookings import not_marked

BACK_MONTHS = 2
"""So many months before the one at hand are still asked after."""


def unmarked(session: Session, month: Month) -> int:
    """Return how many bookings of rooms nobody has marked that are behind with it.

    Those are the bookings of the months before, and of the month at hand up to
    the last day of which anything has been said: what comes after has not
    been gone through yet.
    """
    first = month.plus(-BACK_MONTHS).first
    standing = (
        Booking.room_id.is_not(None),
        Booking.status != BookingStatus.CANCELLED,
        Booking.day >= first,
    )
    said = select(func.max(Booking.day)).where(
        *standing, Booking.used.is_not(None), Booking.day <= month.last
    )
    before = month.first - timedelta(days=1)
    until = _later(session.scalar(said), before)
    count = select(func.count()).where(*standing, Booking.used.is_(None), Booking.day <= until)
    return session.scalar(count) or 0


def left_over(session: Session, month: Month) -> list[BookingRow]:
    """Return the bookings of the months before that are still to be marked, by day."""
    return not_marked(session, month.plus(-BACK_MONTHS).first, month.first - timedelta(days=1))


def _later(told: date | None, before: date) -> date:
    return before if told is None else max(told, before)
