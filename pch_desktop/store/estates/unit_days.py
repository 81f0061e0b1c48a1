"""The days mobile units come: where they stand, for which service, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.opening import clock
from pch_desktop.domain.period import FinancialYear
from pch_desktop.models.estates import MobileUnit
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service
from pch_desktop.store.estates.booking_edits import Place, Slot, Terms, book, change_bookings
from pch_desktop.store.estates.unit_edits import must_be_signed_off
from pch_desktop.store.records import by_name, found

NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class UnitDayRow:
    """A day a mobile unit comes."""

    id: int
    unit_id: int
    unit: str
    site: str | None
    service: str | None
    partner: str | None
    day: date
    starts_minute: int
    ends_minute: int
    status: BookingStatus
    used: Used | None
    note: str | None

    @property
    def starts(self) -> str:
        """When it begins, as a clock shows it."""
        return clock(self.starts_minute)

    @property
    def ends(self) -> str:
        """When it ends, as a clock shows it."""
        return clock(self.ends_minute)


def unit_days(session: Session, year: FinancialYear) -> list[UnitDayRow]:
    """Return the days of a year on which units come, by day and unit."""
    query = (
        select(
            Booking.id,
            MobileUnit.id,
            MobileUnit.name,
            Site.name,
            Service.name,
            Partner.name,
            Booking.day,
            Booking.starts_minute,
            Booking.ends_minute,
            Booking.status,
            Booking.used,
            Booking.note,
        )
        .join(MobileUnit, Booking.unit_id == MobileUnit.id)
        .outerjoin(Site, Booking.site_id == Site.id)
        .outerjoin(Service, Booking.service_id == Service.id)
        .outerjoin(Partner, Booking.partner_id == Partner.id)
        .where(Booking.day.between(year.first, year.last))
        .order_by(Booking.day, MobileUnit.name, Booking.starts_minute)
    )
    return [UnitDayRow(*row) for row in session.execute(query)]


def add_unit_day(
    session: Session, unit: str, slot: Slot, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Book a unit by its name for some hours; return the booking's id.

    Unless told, it is confirmed where the unit is signed off by then, and
    provisional where it is not. ``rest`` is as for ``set_unit_day``.

    Raises:
        Refusal: the unit is taken then, or may not be confirmed yet.
    """
    of = by_name(session, MobileUnit, "name", unit, "mobile unit")
    fields = {key: value for key, value in rest.items() if key != "site"}
    is_safe = of.signed_off_on is not None and of.signed_off_on <= slot.day
    usual = BookingStatus.CONFIRMED if is_safe else BookingStatus.PROVISIONAL
    place = Place(unit_id=of.id, site_id=_site(session, rest.get("site")))
    (made,) = book(session, place, slot, Terms({"status": usual, **fields})).ids
    _must_be_safe(session, made)
    return made


def set_unit_day(session: Session, booking_id: int, field: str, value: object) -> None:
    """Put a value into a unit's day: its ``unit`` or ``site`` by name, or a booking's field."""
    booking = found(session, Booking, booking_id)
    if field == "unit":
        named = by_name(session, MobileUnit, "name", str(value or ""), "mobile unit")
        booking.unit_id = named.id
        change_bookings(session, {booking_id: {}})
    elif field == "site":
        booking.site_id = _site(session, value)
    else:
        change_bookings(session, {booking_id: {field: value}})
    _must_be_safe(session, booking_id)


def _site(session: Session, name: object) -> int | None:
    return by_name(session, Site, "name", str(name), "site").id if name else None


def _must_be_safe(session: Session, booking_id: int) -> None:
    booking = found(session, Booking, booking_id)
    if booking.status == BookingStatus.CONFIRMED and booking.unit_id is not None:
        must_be_signed_off(session, booking.unit_id, booking.day)
