"""What was asked for and what there was, by weekday, hour and site."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.models.population import Site
from pch_desktop.models.services_waits import HourCount


@dataclass(frozen=True, slots=True)
class HourRow:
    """An hour of a weekday at a site, all its days in the month together; Monday is 1."""

    id: int
    service_id: int
    site_id: int | None
    site: str | None
    weekday: int
    hour: int
    asked: int | None
    slots: int | None
    seen: int | None


def hours(session: Session, month: Month) -> list[HourRow]:
    """Return the hours of every service and site in a month."""
    query = (
        select(
            HourCount.id,
            HourCount.service_id,
            HourCount.site_id,
            Site.name,
            HourCount.weekday,
            HourCount.hour,
            HourCount.asked,
            HourCount.slots,
            HourCount.seen,
        )
        .outerjoin(Site, HourCount.site_id == Site.id)
        .where(HourCount.month == month)
        .order_by(HourCount.weekday, HourCount.hour)
    )
    return [HourRow(*row) for row in session.execute(query)]


def site_names(session: Session) -> dict[int, str]:
    """Return the sites by name, each by its key."""
    query = select(Site.id, Site.name).order_by(Site.name)
    return {row.id: row.name for row in session.execute(query)}
