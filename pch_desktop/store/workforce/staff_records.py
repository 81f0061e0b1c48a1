"""Whose details are kept, on what ground, for how long, and whose have had their time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_people import (
    KEPT_MONTHS,
    MOST_KEPT_MONTHS,
    LawfulBasis,
    kept_until,
)
from pch_desktop.models.workforce import Person
from pch_desktop.store.erasure import FORGOTTEN
from pch_desktop.store.locality import set_setting, setting
from pch_desktop.store.workforce.people import AssignmentRow, assignments

BASIS, MONTHS = "staff_lawful_basis", "staff_kept_months"


class RecordState(StrEnum):
    """How long somebody's details are kept."""

    DUE = "due to be made anonymous"
    KEPT = "kept for now"
    HOLDS = "holds a post"
    NEVER = "never held a post"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Retention:
    """On what ground details of staff are kept, and how long after somebody left."""

    id: int
    basis: LawfulBasis | None
    """None where it has not been recorded."""
    months: int


@dataclass(frozen=True, slots=True)
class StaffRecordRow:
    """Somebody whose details the file holds, and how long it is to hold them."""

    id: int
    name: str
    staff_code: str | None
    held: str | None
    """What they held last, or hold."""
    last_day: date | None
    """The last day of all they held; None while it goes on, or where they never held any."""
    kept_until: date | None
    """The last day on which the name is kept."""
    state: RecordState
    anonymised_on: date | None


def retention(session: Session) -> Retention:
    """Return on what ground details of staff are kept and how long; 12 months unless told."""
    basis, months = setting(session, BASIS), setting(session, MONTHS)
    return Retention(
        1, LawfulBasis(basis) if basis else None, int(months) if months else KEPT_MONTHS
    )


def set_lawful_basis(session: Session, basis: LawfulBasis | None) -> None:
    """Record on what ground details of staff are kept; a blank is not known."""
    set_setting(session, BASIS, basis.value if basis else "")


def set_kept_months(session: Session, months: int | None) -> None:
    """Say how many months after somebody left their name is kept; a blank goes back to 12."""
    if months is not None and not 0 <= months <= MOST_KEPT_MONTHS:
        raise Refusal(f"Enter a number of months from 0 to {MOST_KEPT_MONTHS}, such as 12.")
    set_setting(session, MONTHS, "" if months is None else str(months))


def staff_records(session: Session, on: date) -> list[StaffRecordRow]:
    """Return everybody the file knows, by name, with how long their details are kept.

    Somebody who holds a post on the day, or will, is not about to be made anonymous.
    """
    last: dict[int, AssignmentRow] = {}
    for row in assignments(session):
        before = last.get(row.person_id)
        if before is None or (row.ends_on or date.max) >= (before.ends_on or date.max):
            last[row.person_id] = row
    months = retention(session).months
    people = session.scalars(select(Person).order_by(func.lower(Person.name), Person.id))
    return [_record(person, last.get(person.id), months, on) for person in people]


def _record(person: Person, last: AssignmentRow | None, months: int, on: date) -> StaffRecordRow:
    last_day = last.ends_on if last else None
    until = kept_until(last_day, months) if last_day else None
    return StaffRecordRow(
        person.id,
        person.name,
        person.staff_code,
        f"{last.role} ({last.post})" if last else None,
        last_day,
        until,
        _state(person, last, until, on),
        person.anonymised_on,
    )


def _state(person: Person, last: AssignmentRow | None, until: date | None, on: date) -> RecordState:
    if person.anonymised_on is not None or person.name == FORGOTTEN:
        return RecordState.ANONYMOUS
    if last is None:
        return RecordState.NEVER
    if last.ends_on is None or until is None or last.ends_on >= on:
        return RecordState.HOLDS
    return RecordState.DUE if until < on else RecordState.KEPT
