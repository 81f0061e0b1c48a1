"""Monthly returns beside the appointments: beds of bed services, calls of telephone lines."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, literal, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING
from pch_desktop.domain.services_activity import Beds, Calls
from pch_desktop.models.services import Service
from pch_desktop.models.services_activity import BedMonth, CallMonth


@dataclass(frozen=True, slots=True)
class BedRow:
    """The beds of a service in a month; all None where it has told nothing."""

    id: int
    """The service's key."""
    name: str
    month: Month
    is_told: bool = False
    beds_open: int | None = None
    admissions: int | None = None
    discharges: int | None = None
    occupied_days: int | None = None
    stay_days: int | None = None
    source: str | None = None

    @property
    def beds(self) -> Beds:
        """Its counts, to work shares out of."""
        days = None if self.beds_open is None else self.beds_open * self.month.days
        return Beds(days, self.admissions, self.discharges, self.occupied_days, self.stay_days)


@dataclass(frozen=True, slots=True)
class CallRow:
    """The calls of a service in a month; all None where it has told nothing."""

    id: int
    """The service's key."""
    name: str
    month: Month
    is_told: bool = False
    offered: int | None = None
    answered: int | None = None
    abandoned: int | None = None
    wait_seconds: int | None = None
    """The mean wait of those answered."""
    source: str | None = None

    @property
    def calls(self) -> Calls:
        """Its counts, to work shares out of."""
        return Calls(self.offered, self.answered, self.abandoned)


BED_COLUMNS = tuple(BedMonth.__table__.c[name] for name in BedRow.__match_args__[4:])
CALL_COLUMNS = tuple(CallMonth.__table__.c[name] for name in CallRow.__match_args__[4:])


def beds(session: Session, first: Month, last: Month) -> list[BedRow]:
    """Return the beds told of from one month to another, by service and month."""
    query = (
        select(Service.id, Service.name, BedMonth.month, literal(True), *BED_COLUMNS)
        .join(Service, BedMonth.service_id == Service.id)
        .where(BedMonth.month.between(first, last))
        .order_by(Service.name, BedMonth.month)
    )
    return [BedRow(*row) for row in session.execute(query)]


def calls(session: Session, first: Month, last: Month) -> list[CallRow]:
    """Return the calls told of from one month to another, by service and month."""
    query = (
        select(Service.id, Service.name, CallMonth.month, literal(True), *CALL_COLUMNS)
        .join(Service, CallMonth.service_id == Service.id)
        .where(CallMonth.month.between(first, last))
        .order_by(Service.name, CallMonth.month)
    )
    return [CallRow(*row) for row in session.execute(query)]


def bed_services(session: Session) -> list[tuple[int, str]]:
    """Return the services with beds that run, or that told of beds, by name."""
    told = Service.id.in_(select(BedMonth.service_id))
    runs = and_(Service.has_beds.is_(True), Service.status.in_(RUNNING))
    return _named(session, or_(runs, told))


def call_services(session: Session) -> list[tuple[int, str]]:
    """Return the telephone lines that run, or that told of calls, by name."""
    told = Service.id.in_(select(CallMonth.service_id))
    runs = and_(Service.takes_calls.is_(True), Service.status.in_(RUNNING))
    return _named(session, or_(runs, told))


def _named(session: Session, which: ColumnElement[bool]) -> list[tuple[int, str]]:
    query = select(Service.id, Service.name).where(which).order_by(Service.name)
    return [(number, name) for number, name in session.execute(query)]
