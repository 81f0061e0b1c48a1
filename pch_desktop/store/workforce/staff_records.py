"""Whose details are kept, on what ground, for how long, and whose have had their time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Subquery, func, literal_column, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_people import (
    KEPT_MONTHS,
    MOST_KEPT_MONTHS,
    LawfulBasis,
    kept_until,
)
from pch_desktop.models.workforce import Assignment, Person, Post, Role
from pch_desktop.store.erasure import FORGOTTEN
from pch_desktop.store.locality import set_setting, setting

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


class Last(NamedTuple):
    """What somebody held last, or holds: what it is, and its last day."""

    held: str | None
    ends_on: date | None
    is_there: bool


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
    last = _last_held()
    months = retention(session).months
    query = (
        select(Person, last.c.held, last.c.ends_on, last.c.person_id.is_not(None))
        .outerjoin(last, last.c.person_id == Person.id)
        .order_by(func.lower(Person.name), Person.id)
    )
    return [
        _record(person, Last(held, ends_on, is_there), months, on)
        for person, held, ends_on, is_there in session.execute(query)
    ]


def _last_held() -> Subquery:
    """Return, for each person who ever held a post, the one that ends last, or does not end."""
    ends = func.coalesce(Assignment.ends_on, literal_column("'9999-12-31'"))
    order = (ends.desc(), Assignment.id.desc())
    place = func.row_number().over(partition_by=Assignment.person_id, order_by=order)
    ranked = select(
        Assignment.person_id, Assignment.post_id, Assignment.ends_on, place.label("place")
    ).subquery()
    held = (Role.name + " (" + Post.reference + ")").label("held")
    query = (
        select(ranked.c.person_id, ranked.c.ends_on, held)
        .join(Post, Post.id == ranked.c.post_id)
        .join(Role, Role.id == Post.role_id)
        .where(ranked.c.place == 1)
    )
    return query.subquery()


def _record(person: Person, last: Last, months: int, on: date) -> StaffRecordRow:
    until = kept_until(last.ends_on, months) if last.ends_on else None
    return StaffRecordRow(
        person.id,
        person.name,
        person.staff_code,
        last.held,
        last.ends_on,
        until,
        _state(person, last, until, on),
        person.anonymised_on,
    )


def _state(person: Person, last: Last, until: date | None, on: date) -> RecordState:
    if person.anonymised_on is not None or person.name == FORGOTTEN:
        return RecordState.ANONYMOUS
    if not last.is_there:
        return RecordState.NEVER
    if last.ends_on is None or until is None or last.ends_on >= on:
        return RecordState.HOLDS
    return RecordState.DUE if until < on else RecordState.KEPT
