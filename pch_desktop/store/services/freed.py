"""How many people services saw in the months of a year up to one, for what that frees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.models.services import Service, ServiceMonth


@dataclass(frozen=True, slots=True)
class SeenRow:
    """Whom a service saw in each month of a financial year that is told."""

    id: int
    name: str
    status: ServiceStatus
    live_on: date | None
    gp_freed_each: Decimal | None
    attended: Mapping[Month, int]


def seen_in_year(session: Session, month: Month) -> list[SeenRow]:
    """Return whom each service saw in the financial year of a month, up to that month."""
    first = month.financial_year.months[0]
    counts: dict[int, dict[Month, int]] = defaultdict(dict)
    query = select(ServiceMonth.service_id, ServiceMonth.month, ServiceMonth.attended).where(
        ServiceMonth.month >= first,
        ServiceMonth.month <= month,
        ServiceMonth.attended.is_not(None),
    )
    for service_id, of, attended in session.execute(query):
        counts[service_id][of] = attended or 0
    services = select(
        Service.id, Service.name, Service.status, Service.live_on, Service.gp_freed_each
    ).order_by(Service.name)
    return [
        SeenRow(service_id, name, status, live_on, each, counts[service_id])
        for service_id, name, status, live_on, each in session.execute(services)
    ]
