"""Who supervises whom, in what, how often, and when it is next due."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import SupervisionKind, next_due
from pch_desktop.models.workforce import Assignment, Person
from pch_desktop.models.workforce_skills import Supervision
from pch_desktop.store.records import found, remove
from pch_desktop.store.workforce.skills import runs
from pch_desktop.store.workforce.texts import change

SUPERVISION_FIELDS: Mapping[str, str] = {
    "kind": "what they are supervised in",
    "every_weeks": "every how many weeks",
    "last_on": "when it last was",
    "next_due_on": "the day agreed for the next time",
}
PEOPLE = ("supervisor_id", "supervisee_id")
MOST_WEEKS = 104
NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class SupervisionRow:
    """Somebody who is supervised, by whom, how often, and when it last was."""

    id: int
    supervisor_id: int
    supervisor: str
    supervisee_id: int
    supervisee: str
    kind: SupervisionKind
    every_weeks: int
    last_on: date | None
    agreed_on: date | None
    """A day agreed for the next time; nothing where it follows from the last one."""
    is_in_post: bool
    """Whether the one who is supervised has an assignment on the day."""

    @property
    def due_on(self) -> date | None:
        """When it is next due; None while neither a last nor an agreed day is known."""
        return next_due(self.last_on, self.every_weeks, self.agreed_on)


def supervisions(session: Session, on: date) -> list[SupervisionRow]:
    """Return who supervises whom: the longest overdue first, then those with no day known."""
    supervisor, supervisee = aliased(Person), aliased(Person)
    at_work = set(session.scalars(select(Assignment.person_id).where(*runs(on))))
    query = (
        select(
            Supervision.id,
            Supervision.supervisor_id,
            supervisor.name,
            Supervision.supervisee_id,
            supervisee.name,
            Supervision.kind,
            Supervision.every_weeks,
            Supervision.last_on,
            Supervision.next_due_on,
        )
        .join(supervisor, Supervision.supervisor_id == supervisor.id)
        .join(supervisee, Supervision.supervisee_id == supervisee.id)
        .order_by(Supervision.id)
    )
    rows = [SupervisionRow(*row, is_in_post=row[3] in at_work) for row in session.execute(query)]
    return sorted(rows, key=lambda row: _order(row, on))


def add_supervision(
    session: Session,
    supervisor_id: int,
    supervisee_id: int,
    kind: SupervisionKind,
    *,
    every_weeks: int,
    rest: Mapping[str, object] = NOTHING,
) -> int:
    """Say that somebody supervises another every so many weeks; return its id.

    Raises:
        Refusal: they are one person, or it is there already.
    """
    made = Supervision(
        supervisor_id=found(session, Person, supervisor_id).id,
        supervisee_id=found(session, Person, supervisee_id).id,
        kind=kind,
        every_weeks=_weeks(every_weeks),
    )
    _check(session, made)
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_supervision(session, made.id, field, value)
    return made.id


def set_supervision(session: Session, supervision_id: int, field: str, value: object) -> None:
    """Put a value into one of a supervision's ``SUPERVISION_FIELDS``, or say by key who it is."""
    made = found(session, Supervision, supervision_id)
    with session.no_autoflush:
        if field in PEOPLE:
            setattr(made, field, found(session, Person, value if isinstance(value, int) else 0).id)
        else:
            if field == "every_weeks":
                value = _weeks(value if isinstance(value, int) else None)
            change(session, made, field, value, SUPERVISION_FIELDS[field])
        _check(session, made)


def hold_supervisions(session: Session, supervision_ids: Collection[int], on: date) -> None:
    """Say that supervision took place on a day; days agreed up to it are done with."""
    for supervision_id in supervision_ids:
        made = found(session, Supervision, supervision_id)
        made.last_on = max(on, made.last_on or on)
        if made.next_due_on is not None and made.next_due_on <= on:
            made.next_due_on = None


def remove_supervisions(session: Session, supervision_ids: Collection[int]) -> None:
    """Delete supervisions."""
    remove(session, Supervision, supervision_ids, "supervisions")


def _order(row: SupervisionRow, on: date) -> tuple[int, date, str]:
    if row.due_on is None:
        return (1, on, row.supervisee)
    return (0 if row.due_on < on else 2, row.due_on, row.supervisee)


def _check(session: Session, made: Supervision) -> None:
    if made.supervisor_id == made.supervisee_id:
        raise Refusal("Nobody supervises themselves. Choose another supervisor.")
    twin = select(Supervision.id).where(
        Supervision.supervisor_id == made.supervisor_id,
        Supervision.supervisee_id == made.supervisee_id,
        Supervision.kind == made.kind,
        Supervision.id.is_not(made.id),
    )
    if session.scalar(twin) is not None:
        raise Refusal("This supervision is there already. Change its line instead.")


def _weeks(value: int | None) -> int:
    if value is None or not 1 <= value <= MOST_WEEKS:
        raise Refusal("Enter every how many weeks it is due, from 1 to 104.")
    return value
