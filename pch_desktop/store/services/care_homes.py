"""Care homes with their beds and practices, and changing them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.base import Base
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.models.services import Service
from pch_desktop.models.services_care import CareHome
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.texts import change

CARE_HOME_FIELDS: Mapping[str, str] = {
    "name": "the care home's name",
    "has_nursing": "whether it has nurses",
    "beds": "how many beds it has",
    "residents": "how many people live there",
    "postcode": "its postcode",
    "note": "a note",
    "source": "where that comes from",
}
NAMED: Mapping[str, tuple[type[Base], str]] = {
    "partner": (Partner, "partner"),
    "practice": (Practice, "practice"),
    "service": (Service, "service"),
}
"""What is told by a name: who runs it, the practice aligned to it, the service of its rounds."""
MOST_BEDS = 9_999


@dataclass(frozen=True, slots=True)
class CareHomeRow:
    """A care home; None is not known."""

    id: int
    name: str
    partner: str | None
    """Who runs it."""
    practice: str | None
    """The practice aligned to it."""
    service: str | None
    """The service that does its rounds."""
    has_nursing: bool
    beds: int | None
    residents: int | None
    postcode: str | None
    note: str | None
    source: str | None


def care_homes(session: Session) -> list[CareHomeRow]:
    """Return the care homes by name."""
    query = (
        select(CareHome, Partner.name, Practice.name, Service.name)
        .outerjoin(Partner, CareHome.partner_id == Partner.id)
        .outerjoin(Practice, CareHome.practice_id == Practice.id)
        .outerjoin(Service, CareHome.service_id == Service.id)
        .order_by(CareHome.name)
    )
    return [
        CareHomeRow(home.id, home.name, partner, practice, service, home.has_nursing, home.beds,
                    home.residents, home.postcode, home.note, home.source)
        for home, partner, practice, service in session.execute(query)
    ]  # fmt: skip


def add_care_home(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add a care home with what is told of it; return its id."""
    home = CareHome()
    change(session, home, "name", name, CARE_HOME_FIELDS["name"])
    session.add(home)
    session.flush()
    for field, value in fields.items():
        set_care_home(session, home.id, field, value)
    return home.id


def set_care_home(session: Session, home_id: int, field: str, value: object) -> None:
    """Put a value into one of a care home's ``CARE_HOME_FIELDS``, or name one of ``NAMED``.

    Raises:
        Refusal: nobody is called so, or a number cannot be.
    """
    home = found(session, CareHome, home_id)
    if field in NAMED:
        kind, words = NAMED[field]
        named = by_name(session, kind, "name", str(value), words) if value else None
        setattr(home, f"{field}_id", getattr(named, "id", None))
        return
    if field in {"beds", "residents"} and isinstance(value, int) and not 0 <= value <= MOST_BEDS:
        raise Refusal(f"Enter {CARE_HOME_FIELDS[field]}, from 0 to {MOST_BEDS:,}.")
    change(session, home, field, bool(value) if field == "has_nursing" else value,
           CARE_HOME_FIELDS[field])  # fmt: skip


def remove_care_homes(session: Session, home_ids: Collection[int]) -> None:
    """Delete care homes."""
    remove(session, CareHome, home_ids, "care homes")
