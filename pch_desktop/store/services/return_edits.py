"""Changing the returns of beds and of calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.services import Service
from pch_desktop.models.services_activity import BedMonth, CallMonth
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import by_name, cleaned, found
from pch_desktop.store.services.months import Told

BED_FIELDS: Mapping[str, str] = {
    "beds_open": "the beds open",
    "admissions": "the people admitted",
    "discharges": "the people discharged",
    "occupied_days": "the nights a bed was taken, added up",
    "stay_days": "the days that those discharged had stayed, added up",
    "source": "where the figures come from",
}
CALL_FIELDS: Mapping[str, str] = {
    "offered": "the calls offered",
    "answered": "the calls answered",
    "abandoned": "the calls given up before they were answered",
    "wait_seconds": "the seconds that those answered waited, on average",
    "source": "where the figures come from",
}


def set_beds(session: Session, service_id: int, month: Month, field: str, value: object) -> None:
    """Put a value into one of ``BED_FIELDS`` of a month; a month all blank goes away."""
    _set(session, BedMonth, BED_FIELDS, (service_id, month, field, value))


def set_calls(session: Session, service_id: int, month: Month, field: str, value: object) -> None:
    """Put a value into one of ``CALL_FIELDS`` of a month; a month all blank goes away."""
    _set(session, CallMonth, CALL_FIELDS, (service_id, month, field, value))


def mark_beds(session: Session, names: Sequence[str]) -> int:
    """Say of services, by their names, that they have beds; return the id of the last."""
    services = [by_name(session, Service, "name", name, "service") for name in names]
    for service in services:
        service.has_beds = True
    return services[-1].id


def mark_calls(session: Session, names: Sequence[str]) -> int:
    """Say of services, by their names, that they take calls; return the id of the last."""
    services = [by_name(session, Service, "name", name, "service") for name in names]
    for service in services:
        service.takes_calls = True
    return services[-1].id


def _set(
    session: Session,
    kind: type[BedMonth | CallMonth],
    fields: Mapping[str, str],
    told: Told,
) -> None:
    service_id, month, field, value = told
    must_be_open(session, month)
    found(session, Service, service_id)
    if isinstance(value, int) and value < 0:
        raise Refusal(f"Enter {fields[field]} as a whole number, 0 or more.")
    plain = cleaned(value) if isinstance(value, str) else value
    row = session.scalars(
        select(kind).where(kind.service_id == service_id, kind.month == month)
    ).first()
    if row is None and plain is None:
        return
    if row is None:
        row = kind(service_id=service_id, month=month, source="Entered by hand")
        session.add(row)
    setattr(row, field, plain)
    if all(getattr(row, name) is None for name in fields if name != "source"):
        session.flush()
        session.delete(row)
