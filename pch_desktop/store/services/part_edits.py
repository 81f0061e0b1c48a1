"""Changing the parts of services' months."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.services_activity import ActivityPart
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import by_name, change, found, remove
from pch_desktop.store.services.parts import PART_COUNTS

TWICE = (
    "This month already tells of {service} at that place for the patients of that practice. "
    "Change that line instead."
)


def add_part(session: Session, month: Month, service: str, fields: Mapping[str, object]) -> int:
    """Add a part of a service's month, with what is told of it; return its id."""
    must_be_open(session, month)
    kept = by_name(session, Service, "name", service, "service")
    part = ActivityPart(service_id=kept.id, month=month, source="Entered by hand")
    for field, value in fields.items():
        _put(session, part, field, value)
    _must_be_alone(session, part, kept.name)
    session.add(part)
    session.flush()
    return part.id


def set_part(session: Session, part_id: int, field: str, value: object) -> None:
    """Put a value into a part: a count, its place, whose patients, its service or source."""
    part = found(session, ActivityPart, part_id)
    must_be_open(session, part.month)
    _put(session, part, field, value)
    if field not in PART_COUNTS:
        _must_be_alone(session, part, session.get_one(Service, part.service_id).name)


def remove_parts(session: Session, part_ids: Collection[int]) -> None:
    """Delete parts of months."""
    query = select(ActivityPart.month).where(ActivityPart.id.in_(part_ids)).distinct()
    for month in session.scalars(query).all():
        must_be_open(session, month)
    remove(session, ActivityPart, part_ids, "parts of months")


def _put(session: Session, part: ActivityPart, field: str, value: object) -> None:
    match field:
        case "service":
            part.service_id = by_name(session, Service, "name", str(value or ""), "service").id
        case "place":
            part.place_id, part.site_id = _place(session, str(value or ""))
        case "patients_of":
            part.patient_practice_id = _practice(session, str(value or ""))
        case _:
            if isinstance(value, int) and value < 0:
                raise Refusal(f"Enter {PART_COUNTS[field]} as a whole number, 0 or more.")
            words = PART_COUNTS.get(field, "where the figures come from")
            change(session, part, field, value, words)


def _place(session: Session, name: str) -> tuple[int | None, int | None]:
    """Return the practice of a name, or else the building; neither for a blank."""
    if not name.strip():
        return None, None
    practice = _named(session, name)
    if practice is not None:
        return practice, None
    return None, by_name(session, Site, "name", name, "practice or site").id


def _practice(session: Session, name: str) -> int | None:
    if not name.strip():
        return None
    practice = _named(session, name)
    return by_name(session, Practice, "name", name, "practice").id if practice is None else practice


def _named(session: Session, name: str) -> int | None:
    plain = " ".join(name.split()).lower()
    return session.scalar(select(Practice.id).where(func.lower(Practice.name) == plain).limit(1))


def _must_be_alone(session: Session, part: ActivityPart, service: str) -> None:
    """Refuse a part that is told already; SQLite holds two blanks apart, people do not."""
    with session.no_autoflush:
        query = select(ActivityPart.id).where(
            ActivityPart.service_id == part.service_id,
            ActivityPart.month == part.month,
            ActivityPart.place_id.is_not_distinct_from(part.place_id),
            ActivityPart.site_id.is_not_distinct_from(part.site_id),
            ActivityPart.patient_practice_id.is_not_distinct_from(part.patient_practice_id),
            ActivityPart.id.is_distinct_from(part.id),
        )
        if session.scalar(query.limit(1)) is not None:
            raise Refusal(TWICE.format(service=service))
