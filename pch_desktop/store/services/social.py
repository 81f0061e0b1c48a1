"""Social prescribing as people read it: months, and counts by name; never one person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, CountKind
from pch_desktop.domain.services_social import Social
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service
from pch_desktop.models.services_social import SocialCount, SocialMonth
from pch_desktop.store.services.named import ServiceName


@dataclass(frozen=True, slots=True)
class SocialRow:
    """What a service of social prescribing did in a month."""

    id: int
    service_id: int
    month: Month
    told: Social


@dataclass(frozen=True, slots=True)
class SocialCountRow:
    """People of a month by a source, a need, where to, or why closed."""

    id: int
    service_id: int
    month: Month
    kind: CountKind
    name: str
    people: int


def social_services(session: Session) -> list[ServiceName]:
    """Return the services that prescribe socially, or have told that they did, by name."""
    told = select(SocialMonth.service_id).union(select(SocialCount.service_id))
    query = (
        select(Service.id, Service.name, Service.status)
        .where(or_(Service.category == Category.SOCIAL_PRESCRIBING, Service.id.in_(told)))
        .order_by(Service.name)
    )
    return [ServiceName(*row) for row in session.execute(query)]


def social_months(session: Session, first: Month, last: Month) -> list[SocialRow]:
    """Return the months from one to another that are told, by service and month."""
    query = (
        select(SocialMonth)
        .where(SocialMonth.month >= first, SocialMonth.month <= last)
        .order_by(SocialMonth.service_id, SocialMonth.month)
    )
    return [
        SocialRow(
            row.id,
            row.service_id,
            row.month,
            Social(row.referred, row.accepted, row.in_ten_days, row.measured, row.mean_change),
        )
        for row in session.scalars(query)
    ]


def social_counts(session: Session, first: Month, last: Month) -> list[SocialCountRow]:
    """Return the counts by name from one month to another, by service, month and name."""
    query = (
        select(
            SocialCount.id,
            SocialCount.service_id,
            SocialCount.month,
            SocialCount.kind,
            SocialCount.name,
            SocialCount.people,
        )
        .where(SocialCount.month >= first, SocialCount.month <= last)
        .order_by(SocialCount.service_id, SocialCount.month, SocialCount.name)
    )
    return [SocialCountRow(*row) for row in session.execute(query)]


def voluntary_partners(session: Session) -> list[str]:
    """Return the partners of the voluntary sector by name: whom people are referred on to."""
    query = select(Partner.name).where(Partner.sector == Sector.VOLUNTARY).order_by(Partner.name)
    return list(session.scalars(query))
