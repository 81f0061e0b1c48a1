"""Changing what was asked for and what there was in an hour of a weekday."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.population import Site
from pch_desktop.models.services import Service
from pch_desktop.models.services_waits import HourCount
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import found

HOUR_FIELDS = {
    "asked": "how many asked",
    "slots": "the appointments there were",
    "seen": "those seen",
}


@dataclass(frozen=True, slots=True)
class HourPlace:
    """Whose hours: a service's at a site in a month."""

    service_id: int
    site_id: int | None
    """Nothing where the site is not told."""
    month: Month


def set_hour(
    session: Session, place: HourPlace, when: tuple[int, int], field: str, value: object
) -> None:
    """Put in one count of an hour; an hour all blank goes away.

    Args:
        session: the open edit.
        place: whose hour.
        when: the weekday, Monday being 1, and the hour, from 0 on.
        field: one of ``HOUR_FIELDS``.
        value: the count, or nothing.

    Raises:
        Refusal: it is no count, or the month is closed.
    """
    must_be_open(session, place.month)
    if value is not None and (not isinstance(value, int) or value < 0):
        raise Refusal(f"Enter {HOUR_FIELDS[field]} as a whole number, 0 or more.")
    kept = _kept(session, place, when)
    if kept is None and value is None:
        return
    if kept is None:
        kept = _new(session, place, when)
    setattr(kept, field, value)
    if all(getattr(kept, name) is None for name in HOUR_FIELDS):
        session.flush()
        session.delete(kept)
    session.flush()


def _kept(session: Session, place: HourPlace, when: tuple[int, int]) -> HourCount | None:
    query = select(HourCount).where(
        HourCount.service_id == place.service_id,
        HourCount.month == place.month,
        # Two blanks are no twins to the file, so the site is compared here.
        HourCount.site_id.is_not_distinct_from(place.site_id),
        HourCount.weekday == when[0],
        HourCount.hour == when[1],
    )
    return session.scalars(query).first()


def _new(session: Session, place: HourPlace, when: tuple[int, int]) -> HourCount:
    found(session, Service, place.service_id)
    if place.site_id is not None:
        found(session, Site, place.site_id)
    made = HourCount(
        service_id=place.service_id,
        month=place.month,
        site_id=place.site_id,
        weekday=when[0],
        hour=when[1],
    )
    session.add(made)
    return made
