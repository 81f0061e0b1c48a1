"""Incidents, complaints and compliments of practices, in counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.population import Practice
from pch_desktop.models.services_targets import PracticeMonth
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.records import change, found

PRACTICE_COUNTS: Mapping[str, str] = {
    "incidents": "the incidents reported",
    "complaints": "the complaints received",
    "compliments": "the compliments received",
}
SOURCE = "source"
ENTERED = "Entered by hand"


@dataclass(frozen=True, slots=True)
class PracticeMonthRow:
    """What a practice told of a month, as counts; None is not known."""

    id: int
    practice_id: int
    month: Month
    incidents: int | None
    complaints: int | None
    compliments: int | None
    source: str | None


def practice_months(session: Session, first: Month, last: Month) -> list[PracticeMonthRow]:
    """Return what practices told of the months from one to another, by practice and month."""
    query = (
        select(PracticeMonth)
        .where(PracticeMonth.month >= first, PracticeMonth.month <= last)
        .order_by(PracticeMonth.practice_id, PracticeMonth.month)
    )
    return [
        PracticeMonthRow(
            row.id,
            row.practice_id,
            row.month,
            row.incidents,
            row.complaints,
            row.compliments,
            row.source,
        )
        for row in session.scalars(query)
    ]


def set_practice_month(
    session: Session, practice_id: int, month: Month, field: str, value: object
) -> None:
    """Put a count or the source into a practice's month; a month without counts goes away."""
    must_be_open(session, month)
    practice = found(session, Practice, practice_id)
    of_month = (PracticeMonth.practice_id == practice_id, PracticeMonth.month == month)
    kept = session.scalars(select(PracticeMonth).where(*of_month)).first()
    if kept is None and (value is None or field == SOURCE):
        if field == SOURCE and value is not None:
            raise Refusal(f"Enter a count of {practice.name} first, then where it comes from.")
        return
    if isinstance(value, int) and value < 0:
        raise Refusal(f"Enter {PRACTICE_COUNTS[field]} as a whole number, 0 or more.")
    if kept is None:
        kept = PracticeMonth(practice_id=practice_id, month=month, source=ENTERED)
        session.add(kept)
    change(session, kept, field, value, PRACTICE_COUNTS.get(field, "where it comes from"))
    if all(getattr(kept, name) is None for name in PRACTICE_COUNTS):
        session.flush()
        session.delete(kept)
