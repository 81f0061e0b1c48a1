"""What a directory tells: each service with how to get in, each partner with whom to ring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.opening import Span
from pch_desktop.domain.partners import PartnerStatus
from pch_desktop.domain.services import (
    Category,
    ServiceStatus,
    Setting,
)
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Opening, Service, ServiceSetting, ServiceSite
from pch_desktop.store.partners.delivers import deliveries
from pch_desktop.store.partners.entries import PartnerEntry, ServiceEntry
from pch_desktop.store.partners.rows import ContactRow, contacts

LISTED = frozenset({ServiceStatus.LIVE, ServiceStatus.PILOT, ServiceStatus.PAUSED})
"""What people can find; ideas, designs and what is closed are left out."""
GONE = frozenset({PartnerStatus.LAPSED, PartnerStatus.EXITED})


def service_entries(session: Session) -> list[ServiceEntry]:
    """Return the services people can use, by what they are for and name."""
    settings: dict[int, list[Setting]] = defaultdict(list)
    for service_id, setting in session.execute(
        select(ServiceSetting.service_id, ServiceSetting.setting).order_by(ServiceSetting.id)
    ):
        settings[service_id].append(setting)
    sites, hours, whom = _sites(session), _hours(session), _contacts(session)
    query = (
        select(Service, Partner.name)
        .outerjoin(Partner, Service.lead_partner_id == Partner.id)
        .where(Service.status.in_(LISTED))
    )
    found = [
        ServiceEntry(
            service.id, service.name, service.category, service.status, service.segment,
            service.access_route, service.is_triaged, service.eligibility, service.exclusions,
            tuple(settings[service.id]), service.settings, tuple(sites[service.id]),
            hours[service.id], service.bank_holidays, lead,
            tuple(whom[service.lead_partner_id or 0]),
        )
        for service, lead in session.execute(query)
    ]  # fmt: skip
    order = list(Category)
    return sorted(found, key=lambda row: (order.index(row.category), row.name))


def partner_entries(session: Session) -> list[PartnerEntry]:
    """Return the partners that are still with us, by name."""
    delivers: dict[str, list[str]] = defaultdict(list)
    for row in deliveries(session):
        delivers[row.partner].append(row.service)
    whom = _contacts(session)
    query = select(Partner).where(Partner.status.not_in(GONE)).order_by(Partner.name)
    return [
        PartnerEntry(row.id, row.name, row.short_name, row.kind, row.sector,
                     tuple(delivers[row.name]), tuple(whom[row.id]))
        for row in session.scalars(query)
    ]  # fmt: skip


def _contacts(session: Session) -> Mapping[int, Sequence[ContactRow]]:
    found: dict[int, list[ContactRow]] = defaultdict(list)
    for row in contacts(session):
        found[row.partner_id].append(row)
    return found


def _sites(session: Session) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = (
        select(ServiceSite.service_id, Site.name, Site.postcode)
        .join(Site, ServiceSite.site_id == Site.id)
        .order_by(Site.name)
    )
    for service_id, name, postcode in session.execute(query):
        found[service_id].append(f"{name}, {postcode}" if postcode else name)
    return found


def _hours(session: Session) -> Mapping[int, Mapping[int, tuple[Span, ...]]]:
    found: dict[int, dict[int, tuple[Span, ...]]] = defaultdict(dict)
    query = select(Opening).order_by(Opening.weekday, Opening.opens_minute)
    for row in session.scalars(query):
        of_day = found[row.service_id]
        span = (row.opens_minute, row.closes_minute)
        of_day[row.weekday] = (*of_day.get(row.weekday, ()), span)
    return found
