"""Who has which room when, bounded by days: no query reads more than it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus
from pch_desktop.models.estates import Room
from pch_desktop.models.estates_bookings import Booking, BookingSeries
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service
from pch_desktop.store.estates.booking_row import BookingRow


def bookings(
    session: Session, first: date, last: date, site_id: int | None = None
) -> list[BookingRow]:
    """Return the bookings of rooms from a day to another, by day and time, cancelled ones too."""
    query = _query().where(Booking.day >= first, Booking.day <= last)
    if site_id is not None:
        query = query.where(Room.site_id == site_id)
    return _rows(session, query)


def not_marked(session: Session, first: date, last: date) -> list[BookingRow]:
    """Return the bookings from a day to another that stand and nobody has marked, by day."""
    days = Booking.day.between(first, last)
    standing = Booking.status != BookingStatus.CANCELLED
    return _rows(session, _query().where(days, standing, Booking.used.is_(None)))


def bookings_of(session: Session, booking_ids: Collection[int]) -> list[BookingRow]:
    """Return some bookings by their ids, by day and time."""
    return _rows(session, _query().where(Booking.id.in_(booking_ids)))


def series(session: Session, series_id: int) -> list[BookingRow]:
    """Return the bookings of a repeated one, by day."""
    return _rows(session, _query().where(Booking.series_id == series_id))


def booked_days(session: Session) -> tuple[date, date] | None:
    """Return the first and the last day any room is booked, None where none is."""
    ends = [
        session.scalar(select(Booking.day).where(Booking.room_id.is_not(None)).order_by(order))
        for order in (Booking.day, Booking.day.desc())
    ]
    first, last = ends
    return None if first is None or last is None else (first, last)


def service_names(session: Session) -> list[str]:
    """Return what the services are called, for those a room may be booked for, in order."""
    return list(session.scalars(select(Service.name).order_by(Service.name)))


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[BookingRow]:
    ordered = query.order_by(Booking.day, Booking.starts_minute, Room.name, Booking.id)
    found: Sequence[Any] = session.execute(ordered).all()
    return [BookingRow(*row) for row in found]


@lru_cache(maxsize=1)
def _query() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Booking.id,
            Booking.room_id,
            Room.name,
            Room.site_id,
            Site.name,
            Booking.partner_id,
            Partner.name,
            Partner.short_name,
            Service.name,
            Booking.day,
            Booking.starts_minute,
            Booking.ends_minute,
            Booking.status,
            Booking.used,
            Booking.used_minutes,
            Room.hourly_pence,
            Booking.charge_pence,
            Booking.series_id,
            BookingSeries.repeat,
            BookingSeries.until_on,
            Booking.note,
        )
        .join(Room, Booking.room_id == Room.id)
        .join(Site, Room.site_id == Site.id)
        .outerjoin(Partner, Booking.partner_id == Partner.id)
        .outerjoin(Service, Booking.service_id == Service.id)
        .outerjoin(BookingSeries, Booking.series_id == BookingSeries.id)
    )
