"""Mobile units: what they are, whether they are signed off, and their days against the peak."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import BookingStatus, UnitKind
from pch_desktop.domain.estates_units import Peak
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.estates import MobileUnit
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service, ServiceMonth

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A mobile unit, with its days in a financial year."""

    id: int
    name: str
    kind: UnitKind
    provider: str | None
    requirements: str | None
    daily_pence: int | None
    patients_a_day: int | None
    signed_off_by: str | None
    signed_off_on: date | None
    note: str | None
    days: int
    """Days it is booked for in the year, those cancelled left out."""

    @property
    def is_signed_off(self) -> bool:
        """Whether somebody has answered for its safety for patients."""
        return self.signed_off_on is not None

    @property
    def cost_pence(self) -> int | None:
        """What its days of the year cost."""
        return None if self.daily_pence is None else self.days * self.daily_pence


@dataclass(frozen=True, slots=True)
class PeakRow:
    """A unit's month for a service, against what the service needed."""

    id: int
    unit: str
    service: str
    month: Month
    peak: Peak


def units(session: Session, year: FinancialYear) -> list[UnitRow]:
    """Return the mobile units by name, with their days in a year."""
    days = (
        select(Booking.unit_id, func.count(Booking.day.distinct()).label("days"))
        .where(
            Booking.day.between(year.first, year.last),
            Booking.unit_id.is_not(None),
            Booking.status != BookingStatus.CANCELLED,
        )
        .group_by(Booking.unit_id)
        .subquery()
    )
    query = (
        select(MobileUnit, Partner.name, func.coalesce(days.c.days, 0))
        .outerjoin(Partner, MobileUnit.provider_id == Partner.id)
        .outerjoin(days, days.c.unit_id == MobileUnit.id)
        .order_by(MobileUnit.name)
    )
    return [
        UnitRow(
            unit.id,
            unit.name,
            unit.kind,
            provider,
            unit.requirements,
            unit.daily_pence,
            unit.patients_a_day,
            unit.signed_off_by,
            unit.signed_off_on,
            unit.note,
            booked,
        )
        for unit, provider, booked in session.execute(query)
    ]


def peaks(session: Session, year: FinancialYear) -> list[PeakRow]:
    """Return each unit's months of a year by unit, service and month, against the peak.

    Only days booked for a service are told; a day counts once, however it is cut.
    """
    told = _told(session, year)
    query = (
        select(MobileUnit, Service, Booking.day, func.min(Booking.id))
        .join(MobileUnit, Booking.unit_id == MobileUnit.id)
        .join(Service, Booking.service_id == Service.id)
        .where(
            Booking.day.between(year.first, year.last),
            Booking.status != BookingStatus.CANCELLED,
        )
        .group_by(MobileUnit.id, Service.id, Booking.day)
        .order_by(MobileUnit.name, Service.name, Booking.day)
    )
    found: dict[tuple[int, int, Month], PeakRow] = {}
    for unit, service, day, booking_id in session.execute(query):
        key = (unit.id, service.id, Month.of(day))
        known = found.get(key)
        did = told.get((service.id, key[2]))
        peak = Peak(
            _needed(did, service.contacts_each),
            did.slots if did else None,
            known.peak.days + 1 if known else 1,
            unit.patients_a_day,
            unit.daily_pence,
        )
        number = known.id if known else booking_id
        found[key] = PeakRow(number, unit.name, service.name, key[2], peak)
    return list(found.values())


def _told(session: Session, year: FinancialYear) -> dict[tuple[int, Month], ServiceMonth]:
    query = select(ServiceMonth).where(ServiceMonth.month.in_(year.months))
    return {(row.service_id, row.month): row for row in session.scalars(query)}


def _needed(did: ServiceMonth | None, each: Decimal | None) -> int | None:
    """Return the contacts that were needed: referrals taken on times the contacts of each.

    Where nobody says how many were taken on, all referrals are; where nobody
    says how many contacts one needs, one.
    """
    if did is None:
        return None
    taken = did.referrals if did.accepted is None else did.accepted
    return None if taken is None else rounded(taken * (each if each is not None else ONE))
