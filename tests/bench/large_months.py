"""A large made-up site to measure with: fifty services that have told of ten years of months."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service, ServiceMonth
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services.month_fields import COUNT_FIELDS
from tests.localities import holder, noon

SERVICES, MONTHS, PARTNERS = 50, 120, 21
LAST = Month(2017, 3)


def months_file(path: Path) -> int:
    """Make a file of 50 services with ten years of months; return how many months."""
    file = LocalityFile.create(path, holder(), noon)
    try:
        return file.edit("Ten years", _ten_years)
    finally:
        file.close()


def _ten_years(session: Session) -> int:
    session.add_all(
        Partner(id=at, name=f"Partner {at}", kind=PartnerKind.CHARITY, sector=Sector.VOLUNTARY)
        for at in range(1, PARTNERS + 1)
    )
    session.flush()
    categories = list(Category)
    session.add_all(
        Service(
            id=at,
            code=f"S{at:02d}",
            name=f"Service {at:02d}",
            category=categories[at % len(categories)],
            status=ServiceStatus.LIVE,
            lead_partner_id=at % PARTNERS + 1,
        )
        for at in range(1, SERVICES + 1)
    )
    session.flush()
    told = [_month(at, back) for at in range(1, SERVICES + 1) for back in range(1, MONTHS)]
    session.execute(insert(ServiceMonth), told)
    return len(told)


def _month(service: int, back: int) -> dict[str, object]:
    slots = 200 + service + back % 12
    counts = dict.fromkeys(COUNT_FIELDS, slots // 4)
    counts |= {"slots": slots, "booked": slots - 9, "attended": slots - 20, "not_attended": 11}
    return {
        "service_id": service,
        "month": LAST.plus(-back),
        "is_provisional": False,
        "source": "Monthly return",
        **counts,
    }
