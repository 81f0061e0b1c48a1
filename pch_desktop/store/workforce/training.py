"""Courses with their places, and placements of learners."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import (
    Ability,
    Level,
    PlaceStatus,
    ProviderKind,
    TrainingFunding,
    learnt,
)
from pch_desktop.models.workforce import Person
from pch_desktop.models.workforce_skills import Competency, Course, CoursePlace
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.skill_edits import ability_of, keep_ability
from pch_desktop.store.workforce.texts import change

COURSE_FIELDS: Mapping[str, str] = {
    "name": "the course's name",
    "provider": "who gives it",
    "provider_kind": "what kind of provider that is",
    "funding": "who pays for it",
    "starts_on": "the first day",
    "ends_on": "the last day",
    "cost_pence": "what the whole course costs",
    "minutes": "how many hours it takes",
    "level": "the level it leads to",
}
MOST_MINUTES = 600_000
NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course with its places counted."""

    id: int
    name: str
    provider: str | None
    provider_kind: ProviderKind | None
    funding: TrainingFunding | None
    starts_on: date | None
    ends_on: date | None
    cost_pence: int | None
    """What the whole of it costs."""
    minutes: int | None
    competency: str | None
    level: int | None
    booked: int
    """Places still to be taken up."""
    attended: int
    missed: int

    @property
    def places(self) -> int:
        """All places that were booked, whatever became of them."""
        return self.booked + self.attended + self.missed

    @property
    def last_day(self) -> date | None:
        """Its last day; its only one where no other is told."""
        return self.ends_on or self.starts_on


@dataclass(frozen=True, slots=True)
class CoursePlaceRow:
    """Somebody's place on a course."""

    id: int
    course_id: int
    person_id: int
    person: str
    status: PlaceStatus


def courses(session: Session) -> list[CourseRow]:
    """Return all courses, the latest first, with how many places are booked and taken up."""
    counts: dict[int, dict[PlaceStatus, int]] = {}
    places = select(CoursePlace.course_id, CoursePlace.status, func.count(CoursePlace.id))
    for course_id, status, count in session.execute(
        places.group_by(CoursePlace.course_id, CoursePlace.status)
    ):
        counts.setdefault(course_id, {})[status] = count
    query = (
        select(
            Course.id,
            Course.name,
            Course.provider,
            Course.provider_kind,
            Course.funding,
            Course.starts_on,
            Course.ends_on,
            Course.cost_pence,
            Course.minutes,
            Competency.name,
            Course.level,
        )
        .outerjoin(Competency, Course.competency_id == Competency.id)
        .order_by(Course.starts_on.is_not(None), Course.starts_on.desc(), Course.id)
    )
    return [
        CourseRow(*row, *(counts.get(row[0], {}).get(status, 0) for status in PlaceStatus))
        for row in session.execute(query)
    ]


def course_places(session: Session, course_id: int) -> list[CoursePlaceRow]:
    """Return the places of a course by name."""
    query = (
        select(
            CoursePlace.id,
            CoursePlace.course_id,
            CoursePlace.person_id,
            Person.name,
            CoursePlace.status,
        )
        .join(Person, CoursePlace.person_id == Person.id)
        .where(CoursePlace.course_id == course_id)
        .order_by(Person.name, CoursePlace.id)
    )
    return [CoursePlaceRow(*row) for row in session.execute(query)]


def add_course(session: Session, name: str, *, rest: Mapping[str, object] = NOTHING) -> int:
    """Add a course with what else is known, as for ``set_course``; return its id."""
    course = Course()
    change(session, course, "name", name, COURSE_FIELDS["name"])
    session.add(course)
    session.flush()
    for field, value in rest.items():
        set_course(session, course.id, field, value)
    return course.id


def set_course(session: Session, course_id: int, field: str, value: object) -> None:
    """Put a value into one of a course's ``COURSE_FIELDS``, or name what it leads to.

    Raises:
        Refusal: it would end before it begins, or cost or take what cannot be.
    """
    course = found(session, Course, course_id)
    if field == "competency":
        name = str(value or "")
        named = by_name(session, Competency, "name", name, "competency") if name else None
        course.competency_id = named.id if named else None
        course.level = (course.level or Level.INDEPENDENT) if named else None
        return
    if field == "cost_pence" and isinstance(value, int) and value < 0:
        raise Refusal("A course cannot cost less than nothing. Enter 0 or more.")
    if field == "minutes" and isinstance(value, int) and not 1 <= value <= MOST_MINUTES:
        raise Refusal("Enter how many hours the course takes, more than 0 and at most 10,000.")
    if field == "level" and value == Level.NONE:
        raise Refusal("Enter the level the course leads to, from 1 aware to 4 can teach.")
    change(session, course, field, value, COURSE_FIELDS[field])
    if course.starts_on and course.ends_on and course.ends_on < course.starts_on:
        raise Refusal("The course cannot end before it begins. Enter a later last day.")


def remove_courses(session: Session, course_ids: Collection[int]) -> None:
    """Delete courses and their places; levels reached by them stay."""
    remove(session, Course, course_ids, "courses")


def book_places(session: Session, course_id: int, person_ids: Collection[int]) -> None:
    """Book places on a course.

    Raises:
        Refusal: somebody has a place on it already.
    """
    found(session, Course, course_id)
    taken = {row.person_id: row.person for row in course_places(session, course_id)}
    for person_id in person_ids:
        person = found(session, Person, person_id)
        if person_id in taken:
            raise Refusal(f"{person.name} has a place on this course already.")
        session.add(CoursePlace(course_id=course_id, person_id=person_id))
        taken[person_id] = person.name
    session.flush()


def set_place_status(session: Session, place_ids: Collection[int], status: PlaceStatus) -> None:
    """Say what became of places; who attended has the level the course leads to.

    It is assessed on the course's last day. Taking the word back leaves the level.

    Raises:
        Refusal: the course leads to a level and has no day.
    """
    for place_id in place_ids:
        place = found(session, CoursePlace, place_id)
        if place.status is not status and status is PlaceStatus.ATTENDED:
            _grant(session, session.get_one(Course, place.course_id), place.person_id)
        place.status = status


def remove_places(session: Session, place_ids: Collection[int]) -> None:
    """Give places on a course back."""
    remove(session, CoursePlace, place_ids, "places")


def _grant(session: Session, course: Course, person_id: int) -> None:
    if course.competency_id is None or course.level is None:
        return
    day = course.ends_on or course.starts_on
    if day is None:
        raise Refusal("Enter the course's last day first: the level is assessed on it.")
    held = ability_of(session, person_id, course.competency_id)
    before = Ability(Level(held.level), held.assessed_on, held.expires_on) if held else None
    months = session.get_one(Competency, course.competency_id).months_valid
    after = learnt(before, Level(course.level), day, months)
    keep_ability(session, person_id, course.competency_id, after)
