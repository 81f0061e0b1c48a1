"""The buildings care is given from: whose they are, on what terms, and when they are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.estates import Owner, Tenure
from pch_desktop.models.estates import Room
from pch_desktop.models.population import Practice, Site
from pch_desktop.store import population
from pch_desktop.store.estates.site_hours import CLOSED, Hours, site_hours
from pch_desktop.store.records import change, found

SITE_FIELDS: Mapping[str, str] = {
    "owner": "whose building it is",
    "tenure": "on what terms it is used",
    "lease_ends_on": "the day the lease ends",
}
"""What the estates tell of a building, beside what the population does."""


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
