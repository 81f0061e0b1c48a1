"""Beginning a month's parts by those of the month before."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.services_activity import ActivityPart
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.services.parts import last_part


def repeat_parts(session: Session, month: Month) -> int:
    """Begin a month's lines by those of the latest month before it; return how many were added.

    Their counts are blank, to be told.

    Raises:
        Refusal: no month before has lines, or all of them are there already.
    """
    must_be_open(session, month)
    before = last_part(session, month.plus(-1))
    there = {_apart(part) for part in _parts(session, month)}
    added = [
        ActivityPart(
            service_id=part.service_id,
            month=month,
            place_id=part.place_id,
            site_id=part.site_id,
            patient_practice_id=part.patient_practice_id,
            source=part.source,
        )
        for part in (_parts(session, before) if before is not None else ())
        if _apart(part) not in there
    ]
    if not added:
        raise Refusal(f"No month before {month.words} has lines that it does not have already.")
    session.add_all(added)
    return len(added)


def _parts(session: Session, month: Month) -> Sequence[ActivityPart]:
    return session.scalars(select(ActivityPart).where(ActivityPart.month == month)).all()


def _apart(part: ActivityPart) -> tuple[int | None, ...]:
    """Return what tells a part from the others of its month."""
    return part.service_id, part.place_id, part.site_id, part.patient_practice_id
