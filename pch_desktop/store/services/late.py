"""From whom figures come, and which months each service has told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING
from pch_desktop.models.partners import Contact, Partner
from pch_desktop.models.services import Service, ServiceMonth
from pch_desktop.models.services_activity import BedMonth, CallMonth


@dataclass(frozen=True, slots=True)
class SenderRow:
    """A running service, and whom its figures are asked of."""

    id: int
    name: str
    live_on: date | None
    due_days: int | None
    """How many days after a month they are due; None for the usual."""
    has_beds: bool
    takes_calls: bool
    lead: str | None
    contact: str | None
    """The preferred contact of the lead, or whoever is named first."""
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class TellingRow:
    """That a service has told of a month."""

    service_id: int
    month: Month
    is_attended_known: bool
    is_provisional: bool


def senders(session: Session) -> list[SenderRow]:
    """Return the running services with whom their figures are asked of, by name."""
    contacts: dict[int, Contact] = {}
    order = Contact.is_preferred.desc(), Contact.name
    for contact in session.scalars(select(Contact).order_by(*order)):
        contacts.setdefault(contact.partner_id, contact)
    query = (
        select(Service, Partner.name)
        .outerjoin(Partner, Service.lead_partner_id == Partner.id)
        .where(Service.status.in_(RUNNING))
        .order_by(Service.name)
    )
    return [
        _sender(service, lead, contacts.get(service.lead_partner_id or 0))
        for service, lead in session.execute(query)
    ]


def _sender(service: Service, lead: str | None, contact: Contact | None) -> SenderRow:
    return SenderRow(
        id=service.id,
        name=service.name,
        live_on=service.live_on,
        due_days=service.due_days,
        has_beds=service.has_beds,
        takes_calls=service.takes_calls,
        lead=lead,
        contact=contact.name if contact else None,
        email=contact.work_email if contact else None,
        phone=contact.work_phone if contact else None,
    )


def tellings(session: Session, first: Month, last: Month) -> list[TellingRow]:
    """Return which services told of which months between two, by service and month."""
    query = (
        select(
            ServiceMonth.service_id,
            ServiceMonth.month,
            ServiceMonth.attended.is_not(None),
            ServiceMonth.is_provisional,
        )
        .where(ServiceMonth.month.between(first, last))
        .order_by(ServiceMonth.service_id, ServiceMonth.month)
    )
    return [TellingRow(*row) for row in session.execute(query)]


def first_beds(session: Session) -> Mapping[int, Month]:
    """Return the first month in which each service told of its beds."""
    return _first(session, BedMonth)


def first_calls(session: Session) -> Mapping[int, Month]:
    """Return the first month in which each service told of its calls."""
    return _first(session, CallMonth)


def _first(session: Session, kind: type[BedMonth | CallMonth]) -> Mapping[int, Month]:
    query = select(kind.service_id, func.min(kind.month)).group_by(kind.service_id)
    return dict(session.execute(query).all())
