"""Learners on placement at the practices."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import LearnerKind, last_week_on
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Person
from pch_desktop.models.workforce_skills import Placement
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.texts import change

PLACEMENT_FIELDS: Mapping[str, str] = {
    "learner_kind": "who is on placement",
    "learners": "how many learners there are",
    "institution": "the college or university",
    "starts_on": "the first day",
    "weeks": "how many weeks it takes",
    "note": "a note",
}
LIMITS = {
    "learners": (999, "Enter how many learners there are, from 1 to 999."),
    "weeks": (260, "Enter how many weeks it takes, from 1 to 260."),
}
NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """Learners of a college who learn at a practice for some weeks."""

    id: int
    learner_kind: LearnerKind
    learners: int
    institution: str | None
    practice: str | None
    starts_on: date
    weeks: int
    supervisor_id: int | None
    supervisor: str | None
    note: str | None

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return last_week_on(self.starts_on, self.weeks)

    @property
    def learner_weeks(self) -> int:
        """Its weeks, once for each learner."""
        return self.learners * self.weeks


def placements(session: Session) -> list[PlacementRow]:
    """Return all placements, the latest first."""
    query = (
        select(
            Placement.id,
            Placement.learner_kind,
            Placement.learners,
            Placement.institution,
            Practice.name,
            Placement.starts_on,
            Placement.weeks,
            Placement.supervisor_id,
            Person.name,
            Placement.note,
        )
        .outerjoin(Practice, Placement.practice_id == Practice.id)
        .outerjoin(Person, Placement.supervisor_id == Person.id)
        .order_by(Placement.starts_on.desc(), Placement.id)
    )
    return [PlacementRow(*row) for row in session.execute(query)]


def add_placement(
    session: Session,
    learner_kind: LearnerKind,
    starts_on: date,
    weeks: int,
    *,
    rest: Mapping[str, object] = NOTHING,
) -> int:
    """Add a placement with what else is known, as for ``set_placement``; return its id."""
    made = Placement(learner_kind=learner_kind, starts_on=starts_on, weeks=_within("weeks", weeks))
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_placement(session, made.id, field, value)
    return made.id


def set_placement(session: Session, placement_id: int, field: str, value: object) -> None:
    """Put a value into one of a placement's ``PLACEMENT_FIELDS``, or name practice or supervisor.

    A practice goes by its name, a supervisor by their key.
    """
    made = found(session, Placement, placement_id)
    if field == "practice":
        name = str(value or "")
        named = by_name(session, Practice, "name", name, "practice") if name else None
        made.practice_id = named.id if named else None
        return
    if field == "supervisor_id":
        made.supervisor_id = found(session, Person, value).id if isinstance(value, int) else None
        return
    if field in LIMITS:
        value = _within(field, value)
    change(session, made, field, value, PLACEMENT_FIELDS[field])


def remove_placements(session: Session, placement_ids: Collection[int]) -> None:
    """Delete placements."""
    remove(session, Placement, placement_ids, "placements")


def _within(field: str, value: object) -> int:
    most, sentence = LIMITS[field]
    if not isinstance(value, int) or not 1 <= value <= most:
        raise Refusal(sentence)
    return value
