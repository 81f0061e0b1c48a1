"""People start and leave: each is one step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import FULL_TIME_MINUTES, LeavingReason
from pch_desktop.models.workforce import Assignment, Person, Post
from pch_desktop.store.records import found
from pch_desktop.store.workforce.edits import add_assignment, add_person, set_assignment
from pch_desktop.store.workforce.posts import posts


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who begins in a post."""

    who: int | str
    """Their key where they are in the file, the name of somebody new where not."""
    starts_on: date
    weekly_minutes: int | None = None
    """Their hours; all that is vacant of the post where they are not told."""


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who goes."""

    person_id: int
    last_day: date
    reason: LeavingReason | None = None
    destination: str | None = None
    assignment_id: int | None = None
    """Which of their assignments ends; all of them where none is told."""


def record_starter(session: Session, post_id: int, newcomer: Newcomer) -> int:
    """Put somebody into a post from a day on, a new person where only a name is told.

    Raises:
        Refusal: nothing is vacant on that day and no hours are told.
    """
    minutes = newcomer.weekly_minutes
    if minutes is None:
        minutes = _vacant_minutes(session, post_id, newcomer.starts_on)
    who = newcomer.who
    person_id = add_person(session, who) if isinstance(who, str) else who
    return add_assignment(session, post_id, person_id, newcomer.starts_on, minutes)


def record_leaver(session: Session, leaver: Leaver) -> int:
    """End all that somebody holds on a day, or one assignment; return how many ended.

    Raises:
        Refusal: they hold nothing on that day, or began only later.
    """
    held = _to_end(session, leaver)
    for assignment in held:
        if assignment.starts_on > leaver.last_day:
            raise Refusal(
                f"{_name(session, leaver)} is in {_post(session, assignment)} only from "
                f"{_day(assignment.starts_on)} on. Enter that day or a later one."
            )
        assignment.ends_on = leaver.last_day
        set_assignment(session, assignment.id, "leaving_reason", leaver.reason)
        set_assignment(session, assignment.id, "destination", leaver.destination)
    return len(held)


def _to_end(session: Session, leaver: Leaver) -> list[Assignment]:
    query = select(Assignment).where(
        Assignment.person_id == found(session, Person, leaver.person_id).id,
        or_(Assignment.ends_on.is_(None), Assignment.ends_on >= leaver.last_day),
    )
    if leaver.assignment_id is not None:
        query = query.where(Assignment.id == leaver.assignment_id)
    held = list(session.scalars(query.order_by(Assignment.starts_on.desc(), Assignment.id)))
    if not held:
        raise Refusal(
            f"{_name(session, leaver)} holds no post on {_day(leaver.last_day)}. "
            "Enter a day on which they do."
        )
    return held


def _vacant_minutes(session: Session, post_id: int, on: date) -> int:
    found(session, Post, post_id)
    post = next(row for row in posts(session, on) if row.id == post_id)
    if not post.vacant_wte:
        raise Refusal(
            f"{post.reference} has nothing vacant on {_day(on)}. Enter their hours a week, "
            "or a day on which it is vacant."
        )
    return rounded(post.vacant_wte * FULL_TIME_MINUTES)


def _name(session: Session, leaver: Leaver) -> str:
    return session.get_one(Person, leaver.person_id).name


def _post(session: Session, assignment: Assignment) -> str:
    return session.get_one(Post, assignment.post_id).reference


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
