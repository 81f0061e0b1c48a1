"""Who came and who did not, by how many days before it was booked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services_demand import LEAD_BANDS
from pch_desktop.models.services import Service
from pch_desktop.models.services_waits import LeadTimeCount
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import found

LEAD_FIELDS = {"attended": "who came", "not_attended": "who did not come"}
UNTIL = dict(LEAD_BANDS)


@dataclass(frozen=True, slots=True)
class LeadPlace:
    """Whose appointments: a service's of a month, booked so long before."""

    service_id: int
    month: Month
    from_days: int
    """Where the band begins."""


@dataclass(frozen=True, slots=True)
class LeadRow:
    """Who came and did not of those a service had booked so long before."""

    id: int
    service_id: int
    from_days: int
    until_days: int | None
    attended: int | None
    not_attended: int | None


def lead_times(session: Session, month: Month) -> list[LeadRow]:
    """Return what every service told of a month, by band."""
    query = (
        select(
            LeadTimeCount.id,
            LeadTimeCount.service_id,
            LeadTimeCount.from_days,
            LeadTimeCount.until_days,
            LeadTimeCount.attended,
            LeadTimeCount.not_attended,
        )
        .where(LeadTimeCount.month == month)
        .order_by(LeadTimeCount.service_id, LeadTimeCount.from_days)
    )
    return [LeadRow(*row) for row in session.execute(query)]


def set_lead_time(session: Session, place: LeadPlace, field: str, value: object) -> None:
    """Put in who came or who did not; a band all blank goes away.

    Raises:
        Refusal: it is no count or no band, or the month is closed.
    """
    must_be_open(session, place.month)
    found(session, Service, place.service_id)
    if place.from_days not in UNTIL:
        raise Refusal("Enter it in one of the bands: same day, next day, 2 to 7 days, over 7 days.")
    if value is not None and (not isinstance(value, int) or value < 0):
        raise Refusal(f"Enter {LEAD_FIELDS[field]} as a whole number, 0 or more.")
    kept = _kept(session, place)
    if kept is None and value is None:
        return
    if kept is None:
        kept = _new(session, place)
    setattr(kept, field, value)
    if kept.attended is None and kept.not_attended is None:
        session.flush()
        session.delete(kept)
    session.flush()


def _new(session: Session, place: LeadPlace) -> LeadTimeCount:
    made = LeadTimeCount(
        service_id=place.service_id,
        month=place.month,
        from_days=place.from_days,
        until_days=UNTIL[place.from_days],
    )
    session.add(made)
    return made


def _kept(session: Session, place: LeadPlace) -> LeadTimeCount | None:
    query = select(LeadTimeCount).where(
        LeadTimeCount.service_id == place.service_id,
        LeadTimeCount.month == place.month,
        LeadTimeCount.from_days == place.from_days,
    )
    return session.scalars(query).first()
