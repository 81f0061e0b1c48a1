"""The buildings care is given from: whose they are, on what terms, and when they are open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain import opening
from pch_desktop.domain.estates import Owner, Tenure
from pch_desktop.domain.opening import Span
from pch_desktop.models.estates import Room, SiteOpening
from pch_desktop.models.population import Practice, Site
from pch_desktop.store import population
from pch_desktop.store.records import change, found

SITE_FIELDS: Mapping[str, str] = {
    "owner": "whose building it is",
    "tenure": "on what terms it is used",
    "lease_ends_on": "the day the lease ends",
}
"""What the estates tell of a building, beside what the population does."""
DAYS = 7
Hours = tuple[tuple[Span, ...], ...]
"""The hours of each weekday, Monday first; no span on a day it is closed."""
CLOSED: Hours = ((),) * DAYS


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A building with its terms, rooms and opening hours."""

    id: int
    name: str
    practice: str | None
    postcode: str | None
    is_hub: bool
    owner: Owner | None
    tenure: Tenure | None
    lease_ends_on: date | None
    note: str | None
    room_count: int
    hours: Hours
    """The opening hours; all days closed where none have been entered."""

    @property
    def open_minutes_week(self) -> int | None:
        """How long it is open in a week; not known where no hours have been entered."""
        minutes = sum(closes - opens for day in self.hours for opens, closes in day)
        return minutes or None


def sites(session: Session) -> list[SiteRow]:
    """Return the buildings by name."""
    rooms = select(Room.site_id, func.count()).group_by(Room.site_id)
    counts = dict(session.execute(rooms).all())
    hours = site_hours(session)
    query = (
        select(
            Site.id,
            Site.name,
            Practice.name,
            Site.postcode,
            Site.is_hub,
            Site.owner,
            Site.tenure,
            Site.lease_ends_on,
            Site.note,
        )
        .outerjoin(Practice, Site.practice_id == Practice.id)
        .order_by(Site.name)
    )
    return [
        SiteRow(*row[:9], counts.get(row.id, 0), hours.get(row.id, CLOSED))
        for row in session.execute(query)
    ]


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


def add_site(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add a building with what is told of it; return its id."""
    site_id = population.add_site(session, name)
    for field, value in fields.items():
        set_site(session, site_id, field, value)
    return site_id


def set_site(session: Session, site_id: int, field: str, value: object) -> None:
    """Put a value into one of a building's fields, its practice by name among them."""
    if field in SITE_FIELDS:
        change(session, found(session, Site, site_id), field, value, SITE_FIELDS[field])
    else:
        population.set_site(session, site_id, field, value)


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
