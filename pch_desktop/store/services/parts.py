"""Parts of services' months: seen at which place, of the patients of which practice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.period import Month
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.services_activity import ActivityPart

PART_COUNTS: Mapping[str, str] = {
    "slots": "the appointments there were",
    "booked": "the appointments booked",
    "attended": "those attended",
    "not_attended": "those not attended",
    "referrals": "the referrals received",
}
"""The counts of a part, by column."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a service's month; None is not known."""

    id: int
    service_id: int
    service: str
    month: Month
    place: str | None
    """The practice or building in which people were seen."""
    place_practice_id: int | None
    """The practice that sees them there, a building's own where it belongs to one."""
    patients_of: str | None
    patient_practice_id: int | None
    slots: int | None
    booked: int | None
    attended: int | None
    not_attended: int | None
    referrals: int | None
    recharge_pence: int | None
    """What their practice is charged for one seen at another."""
    source: str | None


def parts(session: Session, first: Month, last: Month) -> list[PartRow]:
    """Return the parts of all months from one to another, by service, place and practice."""
    place, patients, owner = aliased(Practice), aliased(Practice), aliased(Practice)
    where = func.coalesce(place.name, Site.name)
    part = ActivityPart
    query = (
        select(
            part.id,
            part.service_id,
            Service.name,
            part.month,
            where,
            func.coalesce(place.id, owner.id),
            patients.name,
            part.patient_practice_id,
            *(part.__table__.c[name] for name in PART_COUNTS),
            Service.recharge_pence,
            part.source,
        )
        .join(Service, part.service_id == Service.id)
        .outerjoin(place, part.place_id == place.id)
        .outerjoin(Site, part.site_id == Site.id)
        .outerjoin(owner, Site.practice_id == owner.id)
        .outerjoin(patients, part.patient_practice_id == patients.id)
        .where(part.month.between(first, last))
        .order_by(Service.name, part.month, where, patients.name, part.id)
    )
    return [PartRow(*row) for row in session.execute(query)]


def last_part(session: Session, last: Month) -> Month | None:
    """Return the latest month up to one of which parts are known; None where none is."""
    return session.scalar(select(func.max(ActivityPart.month)).where(ActivityPart.month <= last))


def places(session: Session) -> list[str]:
    """Return where people may be seen: the practices, and then the buildings of other names."""
    practices = list(session.scalars(select(Practice.name).order_by(Practice.name)))
    known = {name.casefold() for name in practices}
    sites = session.scalars(select(Site.name).order_by(Site.name))
    return [*dict.fromkeys(practices), *(name for name in sites if name.casefold() not in known)]
