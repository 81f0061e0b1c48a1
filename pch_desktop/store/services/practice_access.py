"""What is open to people at the sites of each practice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import case, distinct, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.services import RUNNING, Category
from pch_desktop.domain.services_compared import Span
from pch_desktop.models.estates import SiteOpening
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service, ServiceSite


@dataclass(frozen=True, slots=True)
class OfferRow:
    """The services that run at a practice's sites."""

    id: int
    """The practice's key."""
    sites: int
    services: int
    extended: int
    """Of them, those of extended access."""


@dataclass(frozen=True, slots=True)
class HoursRow:
    """When the sites of a practice are open in a week."""

    id: int
    """The practice's key."""
    sites: int
    """Of how many sites the hours are known."""
    spans: tuple[Span, ...]


def offers(session: Session) -> dict[int, OfferRow]:
    """Return the services that run at each practice's sites, by the practice's key.

    A practice without a site is not in it.
    """
    running = Service.status.in_(RUNNING)
    of_access = Service.category == Category.EXTENDED_ACCESS
    query = (
        select(
            Site.practice_id,
            func.count(distinct(Site.id)),
            func.count(distinct(case((running, Service.id)))),
            func.count(distinct(case((running & of_access, Service.id)))),
        )
        .outerjoin(ServiceSite, ServiceSite.site_id == Site.id)
        .outerjoin(Service, ServiceSite.service_id == Service.id)
        .where(Site.practice_id.is_not(None))
        .group_by(Site.practice_id)
    )
    return {
        key: OfferRow(key, sites, services, extended)
        for key, sites, services, extended in session.execute(query)
        if key is not None
    }


def site_hours(session: Session) -> dict[int, HoursRow]:
    """Return when the sites of each practice are open, by the practice's key.

    A practice none of whose sites' hours are known is not in it.
    """
    query = select(
        Site.practice_id,
        Site.id,
        SiteOpening.weekday,
        SiteOpening.opens_minute,
        SiteOpening.closes_minute,
    ).join(Site, SiteOpening.site_id == Site.id)
    sites: dict[int, set[int]] = defaultdict(set)
    spans: dict[int, list[Span]] = defaultdict(list)
    for practice_id, site_id, weekday, opens, closes in session.execute(query):
        if practice_id is not None:
            sites[practice_id].add(site_id)
            spans[practice_id].append((weekday, opens, closes))
    return {key: HoursRow(key, len(sites[key]), tuple(found)) for key, found in spans.items()}
