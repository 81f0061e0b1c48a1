"""What services did, month by month, as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Activity
from pch_desktop.models.services import ServiceMonth

EARLIEST, LATEST = Month(1900, 1), Month(2999, 12)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What a service did in a month; None is not known."""

    id: int
    service_id: int
    month: Month
    sessions: int | None
    slots: int | None
    booked: int | None
    attended: int | None
    not_attended: int | None
    referrals: int | None
    waiting: int | None
    is_provisional: bool
    source: str | None
    planned_sessions: int | None = None
    cancelled_by_patient: int | None = None
    cancelled_by_service: int | None = None
    accepted: int | None = None
    rejected: int | None = None
    first_contacts: int | None = None
    face_to_face: int | None = None
    telephone: int | None = None
    video: int | None = None
    home_visits: int | None = None
    group_contacts: int | None = None
    instead_of_hospital: int | None = None
    still_to_hospital: int | None = None
    admissions_avoided: int | None = None

    @property
    def activity(self) -> Activity:
        """Its counts, to work shares out of."""
        return Activity(self.slots, self.booked, self.attended, self.not_attended)


COLUMNS = tuple(ServiceMonth.__table__.c[name] for name in MonthRow.__match_args__)


def activity(session: Session, first: Month = EARLIEST, last: Month = LATEST) -> list[MonthRow]:
    """Return the months of every service from one month to another, by service and month."""
    query = (
        select(*COLUMNS)
        .where(ServiceMonth.month.between(first, last))
        .order_by(ServiceMonth.service_id, ServiceMonth.month)
    )
    return [MonthRow(*row) for row in session.execute(query)]


def spans(session: Session) -> Mapping[int, tuple[Month, Month]]:
    """Return the first and the last month in which each service told how many it saw."""
    query = (
        select(ServiceMonth.service_id, func.min(ServiceMonth.month), func.max(ServiceMonth.month))
        .where(ServiceMonth.attended.is_not(None))
        .group_by(ServiceMonth.service_id)
    )
    return {service: (first, last) for service, first, last in session.execute(query)}


def undecided(session: Session, month: Month) -> Mapping[int, int]:
    """Return the referrals of earlier months that each service has not decided on yet.

    Received, less accepted and rejected, over the months in which all three are
    known; at least nought.
    """
    left = ServiceMonth.referrals - ServiceMonth.accepted - ServiceMonth.rejected
    query = (
        select(ServiceMonth.service_id, func.sum(left))
        .where(ServiceMonth.month < month, left.is_not(None))
        .group_by(ServiceMonth.service_id)
    )
    return {service: max(0, count) for service, count in session.execute(query)}
