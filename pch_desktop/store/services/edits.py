"""Changing services, their hours and their months."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain import opening
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.models.budget import BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Opening, Service, ServicePartner, ServiceSite
from pch_desktop.store.records import by_name, change, found, remove
from pch_desktop.store.services.more_edits import MORE_FIELDS, set_more
from pch_desktop.store.services.steps import become, must_be_safe

SERVICE_FIELDS: Mapping[str, str] = {
    "code": "the service's code",
    "name": "the service's name",
    "category": "what the service is for",
    "access_route": "how people come to it",
    "status": "where it stands",
    "settings": "where it is given",
    "live_on": "the day it went live",
    "review_on": "the day it is reviewed",
    "funding_source": "who pays for it",
    "funding_ends_on": "the day the funding ends",
    "annual_cost_pence": "what it costs a year",
    "focus": "prevention or treatment",
    "note": "a note",
}


def add_service(session: Session, name: str, category: Category, code: str | None = None) -> int:
    """Add a service; one without a code is given the next number. Return its id."""
    service = Service(category=category, source="Entered by hand")
    change(session, service, "code", code or _next(session), SERVICE_FIELDS["code"])
    change(session, service, "name", name, SERVICE_FIELDS["name"])
    session.add(service)
    session.flush()
    return service.id


def add_described_service(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add a service with what is told of it; return its id.

    It may stand anywhere on its way when it is first written down.
    """
    category, status = fields.get("category"), fields.get("status")
    known = category if isinstance(category, Category) else Category.PLANNED
    service_id = add_service(session, name, known)
    for field, value in fields.items():
        if field != "status":
            set_service(session, service_id, field, value)
    if isinstance(status, ServiceStatus):
        service = found(session, Service, service_id)
        must_be_safe(session, service, status)
        service.status = status
    return service_id


def set_service(session: Session, service_id: int, field: str, value: object) -> None:
    """Put a value into one of a service's ``SERVICE_FIELDS`` or ``MORE_FIELDS``.

    Its lead, its commissioner and its budget line are named.
    """
    service = found(session, Service, service_id)
    if field == "status":
        become(session, service, value)
        return
    if field == "commissioner" or field in MORE_FIELDS:
        set_more(session, service, field, value)
        return
    if field == "lead":
        lead = by_name(session, Partner, "name", str(value), "partner") if value else None
        service.lead_partner_id = lead.id if lead else None
        return
    if field == "budget_line":
        service.budget_line_id = newest_line(session, str(value)) if value else None
        return
    change(session, service, field, value, SERVICE_FIELDS[field])


def set_delivering(session: Session, service_id: int, names: str) -> None:
    """Say who delivers a service beside its lead, by names with semicolons between."""
    found(session, Service, service_id)
    session.execute(delete(ServicePartner).where(ServicePartner.service_id == service_id))
    for partner in _named(session, Partner, names, "partner"):
        session.add(ServicePartner(service_id=service_id, partner_id=partner))


def set_sites(session: Session, service_id: int, names: str) -> None:
    """Say in which buildings a service is given, by names with semicolons between."""
    found(session, Service, service_id)
    session.execute(delete(ServiceSite).where(ServiceSite.service_id == service_id))
    for site in _named(session, Site, names, "site"):
        session.add(ServiceSite(service_id=service_id, site_id=site))


def set_opening(
    session: Session, service_id: int, weekday: int, hours: Sequence[tuple[int, int]]
) -> None:
    """Say when a service is open on a weekday: spans of minutes after midnight, none for closed."""
    found(session, Service, service_id)
    told = opening.in_order(hours)
    of_day = (Opening.service_id == service_id, Opening.weekday == weekday)
    session.execute(delete(Opening).where(*of_day))
    session.add_all(
        Opening(service_id=service_id, weekday=weekday, opens_minute=opens, closes_minute=closes)
        for opens, closes in told
    )


def remove_services(session: Session, service_ids: Collection[int]) -> None:
    """Delete services with their hours and months."""
    remove(session, Service, service_ids, "services")


def newest_line(session: Session, name: str) -> int:
    """Return the id of the budget line of a name, in the newest year and version that has it."""
    by_name(session, BudgetLine, "name", name, "budget line")
    query = (
        select(BudgetLine.id)
        .join(BudgetVersion, BudgetLine.version_id == BudgetVersion.id)
        .join(BudgetYear, BudgetVersion.budget_year_id == BudgetYear.id)
        .where(func.lower(BudgetLine.name) == " ".join(name.split()).lower())
        .order_by(BudgetYear.year.desc(), BudgetVersion.number.desc())
    )
    return session.scalars(query.limit(1)).one()


def _named(session: Session, kind: type[Partner | Site], names: str, words: str) -> list[int]:
    told = [name for name in names.split(";") if name.strip()]
    return list(dict.fromkeys(by_name(session, kind, "name", name, words).id for name in told))


def _next(session: Session) -> str:
    """Return the code after the highest of the form S01."""
    numbers = [
        int(code[1:])
        for code in session.scalars(select(Service.code))
        if code[:1] == "S" and code[1:].isdigit()
    ]
    return f"S{max(numbers, default=0) + 1:02d}"
