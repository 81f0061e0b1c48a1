"""When each building is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain import opening
from pch_desktop.domain.opening import Span
from pch_desktop.domain.working_days import bank_holidays
from pch_desktop.models.estates import SiteOpening
from pch_desktop.models.population import Site
from pch_desktop.store.records import found

DAYS = 7
Hours = tuple[tuple[Span, ...], ...]
"""The hours of each weekday, Monday first; no span on a day it is closed."""
CLOSED: Hours = ((),) * DAYS


def site_hours(session: Session) -> Mapping[int, Hours]:
    """Return the opening hours of the buildings that have any, by building."""
    found_hours: dict[int, list[list[Span]]] = defaultdict(lambda: [[] for _ in range(DAYS)])
    query = select(
        SiteOpening.site_id,
        SiteOpening.weekday,
        SiteOpening.opens_minute,
        SiteOpening.closes_minute,
    ).order_by(SiteOpening.opens_minute)
    for site_id, weekday, opens, closes in session.execute(query):
        found_hours[site_id][weekday - 1].append((opens, closes))
    return {site_id: tuple(map(tuple, days)) for site_id, days in found_hours.items()}


def hours_on(hours: Hours | None, day: date) -> tuple[Span, ...] | None:
    """Return when a building is open on a day: not on bank holidays; None where not known."""
    if hours is None or day in bank_holidays(day.year):
        return None if hours is None else ()
    return hours[day.weekday()]


def set_site_hours(session: Session, site_id: int, weekday: int, hours: Sequence[Span]) -> None:
    """Say when a building is open on a weekday, Monday being 1; none for closed."""
    found(session, Site, site_id)
    told = opening.in_order(hours)
    of_day = (SiteOpening.site_id == site_id, SiteOpening.weekday == weekday)
    session.execute(delete(SiteOpening).where(*of_day))
    session.add_all(
        SiteOpening(site_id=site_id, weekday=weekday, opens_minute=opens, closes_minute=closes)
        for opens, closes in told
    )
