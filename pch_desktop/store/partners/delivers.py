"""Who delivers what for whom, as rows to draw: bounded queries, whatever the file holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service, ServicePartner, ServiceSite
from pch_desktop.models.services_activity import ActivityPart

YEAR = 12


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A partner's part in a service that is not closed."""

    id: int
    partner: str
    kind: PartnerKind
    sector: Sector
    service_id: int
    service: str
    category: Category
    segment: str | None
    leads: bool


def deliveries(session: Session) -> list[DeliveryRow]:
    """Return who leads or delivers what, by service, the lead first."""
    lead = select(Service.id.label("service_id"), Service.lead_partner_id.label("partner_id"))
    beside = select(ServicePartner.service_id, ServicePartner.partner_id)
    parts = union_all(lead.where(Service.lead_partner_id.is_not(None)), beside).subquery()
    query = (
        select(Partner, Service)
        .select_from(parts)
        .join(Partner, Partner.id == parts.c.partner_id)
        .join(Service, Service.id == parts.c.service_id)
        .where(Service.status != ServiceStatus.CLOSED)
        .distinct()
        .order_by(Service.name, Partner.name)
    )
    found = [(partner, service) for partner, service in session.execute(query)]
    found.sort(key=lambda pair: (pair[1].name, pair[0].id != pair[1].lead_partner_id, pair[0].name))
    return [
        DeliveryRow(
            number, partner.name, partner.kind, partner.sector, service.id, service.name,
            service.category, service.segment, partner.id == service.lead_partner_id,
        )
        for number, (partner, service) in enumerate(found, start=1)
    ]  # fmt: skip


def practices_served(session: Session, month: Month) -> Mapping[int, tuple[str, ...]]:
    """Return whose patients each service saw in the year to a month, by service.

    Where nobody wrote that down, the practices in whose buildings it is given.
    """
    since = month.plus(1 - YEAR)
    seen = (
        select(ActivityPart.service_id, Practice.name)
        .join(Practice, ActivityPart.patient_practice_id == Practice.id)
        .where(ActivityPart.month >= since, ActivityPart.month <= month)
    )
    given = (
        select(ServiceSite.service_id, Practice.name)
        .join(Site, ServiceSite.site_id == Site.id)
        .join(Practice, Site.practice_id == Practice.id)
    )
    found: dict[int, set[str]] = defaultdict(set)
    for service_id, name in session.execute(seen.distinct()):
        found[service_id].add(name)
    beside: dict[int, set[str]] = defaultdict(set)
    for service_id, name in session.execute(given.distinct()):
        beside[service_id].add(name)
    return {key: tuple(sorted(names)) for key, names in {**beside, **found}.items()}
