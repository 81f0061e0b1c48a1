"""What people of each practice used, wherever they were seen."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, distinct, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from pch_desktop.domain.period import Month
from pch_desktop.models.services_activity import ActivityPart


@dataclass(frozen=True, slots=True)
class PracticeSeenRow:
    """Appointments of a practice's patients, wherever they were seen."""

    id: int
    """The practice's key."""
    attended: int | None
    not_attended: int | None
    services: int
    """How many services told whose patients they saw."""

    @property
    def due(self) -> int | None:
        """All who were due: attended and not attended."""
        if self.attended is None or self.not_attended is None:
            return None
        return self.attended + self.not_attended


def seen_by_practice(session: Session, first: Month, last: Month) -> dict[int, PracticeSeenRow]:
    """Return what patients of each practice used from one month to another, by its key.

    A count that one of its parts does not tell is not known.
    """
    part = ActivityPart
    query = (
        select(
            part.patient_practice_id,
            _whole(part.attended),
            _whole(part.not_attended),
            func.count(distinct(part.service_id)),
        )
        .where(part.month >= first, part.month <= last, part.patient_practice_id.is_not(None))
        .group_by(part.patient_practice_id)
    )
    return {
        key: PracticeSeenRow(key, attended, missed, services)
        for key, attended, missed, services in session.execute(query)
        if key is not None
    }


def _whole(column: InstrumentedAttribute[int | None]) -> ColumnElement[int | None]:
    """Return a sum that is not known where one of its parts is not."""
    return case((func.count(column) == func.count(), func.sum(column)))
