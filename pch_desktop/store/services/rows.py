"""The services as people read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain import opening
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import (
    RUNNING,
    AccessRoute,
    Category,
    Focus,
    ServiceStatus,
)
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Site
from pch_desktop.models.services import Opening, Service, ServicePartner, ServiceSite
from pch_desktop.store.services.month_rows import MonthRow, activity
from pch_desktop.store.services.more import NOTHING_MORE, ServiceMore, beside

WEEK = 7


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """Hours of a weekday a service is open; Monday is 1."""

    id: int
    service_id: int
    weekday: int
    opens_minute: int
    closes_minute: int

    @property
    def words(self) -> str:
        """The hours as people write them: 08:00-18:30."""
        return opening.words([(self.opens_minute, self.closes_minute)])


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service, with its month at hand where it is known."""

    id: int
    code: str
    name: str
    category: Category
    lead: str | None
    delivering: str
    """Those who deliver it beside the lead, with semicolons between."""
    budget_line: str | None
    access_route: AccessRoute | None
    status: ServiceStatus
    settings: str | None
    sites: str
    live_on: date | None
    review_on: date | None
    funding_source: str | None
    funding_ends_on: date | None
    annual_cost_pence: int | None
    focus: Focus | None
    note: str | None
    source: str | None
    days_open: int
    """On how many days of the week it is open; nought where its hours are not known."""
    weekly_minutes: int
    month: MonthRow | None
    before: MonthRow | None
    """The month before the one at hand."""
    more: ServiceMore = NOTHING_MORE
    """The rest of its entry in the catalogue."""

    @property
    def is_running(self) -> bool:
        """Whether it sees people, and so has months to tell of."""
        return self.status in RUNNING

    @property
    def is_seven_day(self) -> bool:
        """Whether it is open every day of the week."""
        return self.days_open == WEEK


def services(session: Session, month: Month) -> list[ServiceRow]:
    """Return the services by name, with a month's activity."""
    hours: dict[int, list[OpeningRow]] = defaultdict(list)
    for row in openings(session):
        hours[row.service_id].append(row)
    around = activity(session, month.plus(-1), month)
    months = {(row.service_id, row.month): row for row in around}
    delivering = _names(session, ServicePartner, Partner)
    sites = _names(session, ServiceSite, Site)
    others = beside(session)
    lead = aliased(Partner)
    query = (
        select(Service, lead.name, BudgetLine.name)
        .outerjoin(lead, Service.lead_partner_id == lead.id)
        .outerjoin(BudgetLine, Service.budget_line_id == BudgetLine.id)
        .order_by(Service.name)
    )
    return [
        ServiceRow(
            id=service.id,
            code=service.code,
            name=service.name,
            category=service.category,
            lead=leader,
            delivering="; ".join(delivering[service.id]),
            budget_line=line,
            access_route=service.access_route,
            status=service.status,
            settings=service.settings,
            sites="; ".join(sites[service.id]),
            live_on=service.live_on,
            review_on=service.review_on,
            funding_source=service.funding_source,
            funding_ends_on=service.funding_ends_on,
            annual_cost_pence=service.annual_cost_pence,
            focus=service.focus,
            note=service.note,
            source=service.source,
            days_open=len({row.weekday for row in hours[service.id]}),
            weekly_minutes=sum(row.closes_minute - row.opens_minute for row in hours[service.id]),
            month=months.get((service.id, month)),
            before=months.get((service.id, month.plus(-1))),
            more=others.more(service),
        )
        for service, leader, line in session.execute(query)
    ]


def openings(session: Session) -> list[OpeningRow]:
    """Return the opening hours of every service, by service and day."""
    query = select(
        Opening.id,
        Opening.service_id,
        Opening.weekday,
        Opening.opens_minute,
        Opening.closes_minute,
    ).order_by(Opening.service_id, Opening.weekday, Opening.opens_minute)
    return [OpeningRow(*row) for row in session.execute(query)]


def _names(
    session: Session, link: type[ServicePartner | ServiceSite], kind: type[Partner | Site]
) -> Mapping[int, list[str]]:
    column: Any = link.__table__.c["partner_id" if link is ServicePartner else "site_id"]
    query = select(link.service_id, kind.name).join(kind, column == kind.id).order_by(kind.name)
    found: dict[int, list[str]] = defaultdict(list)
    for service_id, name in session.execute(query):
        found[service_id].append(name)
    return found
