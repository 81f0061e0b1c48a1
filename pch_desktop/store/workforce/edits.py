"""Changing posts, people, and who holds which post."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import MOST_WTE, PLACES
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post, Role
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.people import Place
from pch_desktop.store.workforce.texts import change

POST_FIELDS: Mapping[str, str] = {
    "reference": "the post's reference",
    "title": "the post's title",
    "funding_stream": "who pays for the post",
    "funded_wte": "the funded WTE",
    "funded_from": "the first day it is funded",
    "funded_to": "the last day it is funded",
    "band": "the band or pay point",
    "annual_cost_pence": "the cost of a full year",
    "status": "where the post stands",
    "is_recruitable": "whether the post may be filled",
    "note": "a note",
}
PERSON_FIELDS: Mapping[str, str] = {
    "name": "the name people know them by",
    "staff_code": "the staff code",
    "birth_year": "the year of birth",
    "professional_body": "who keeps the registration",
    "registration_expires_on": "the day the registration ends",
    "work_email": "the e-mail address at work",
}
ASSIGNMENT_FIELDS: Mapping[str, str] = {
    "contract_kind": "how they are engaged",
    "starts_on": "the first day",
    "ends_on": "the last day",
    "weekly_minutes": "the contracted hours a week",
    "wte_override": "the WTE",
    "wte_reason": "why the WTE is not the hours divided by 37.5",
    "leaving_reason": "why it ended",
    "destination": "where they went",
    "full_time_pay_pence": "a full year's pay for a whole time",
    "pension_scheme": "the pension scheme",
}
NAMED = {
    "role": (Role, "role_id", "role"),
    "employer": (Partner, "employer_id", "partner"),
    "practice": (Practice, "practice_id", "practice"),
    "budget_line": (BudgetLine, "budget_line_id", "budget line"),
    "site": (Site, "site_id", "site"),
    "pay_point": (PayPoint, "pay_point_id", "pay point"),
}
"""What a post names by its name: the table, our column, and the word for it."""
NAMED_BY_ASSIGNMENT = {
    "other_employer": (Partner, "other_employer_id", "partner"),
    "pay_point": (PayPoint, "pay_point_id", "pay point"),
}
"""What an assignment names by its name."""
MOST_WEEKLY_MINUTES = 6_000


NOTHING: Mapping[str, object] = {}


def add_post(
    session: Session,
    role: str,
    funded_wte: Decimal,
    reference: str | None = None,
    *,
    rest: Mapping[str, object] = NOTHING,
) -> int:
    """Add a post; one without a reference is given the next number. Return its id.

    Args:
        session: the open edit.
        role: its name in the catalogue.
        funded_wte: what it is funded for.
        reference: what it is told apart by.
        rest: what else is known of it, as for ``set_post``.
    """
    post = Post(role_id=by_name(session, Role, "name", role, "role").id)
    post.funded_wte = _funded(funded_wte)
    change(session, post, "reference", reference or _next(session), POST_FIELDS["reference"])
    session.add(post)
    session.flush()
    for field, value in rest.items():
        set_post(session, post.id, field, value)
    return post.id


def set_post(session: Session, post_id: int, field: str, value: object) -> None:
    """Put a value into one of a post's ``POST_FIELDS``, or name its role, employer and so on."""
    post = found(session, Post, post_id)
    if field in NAMED:
        _name(session, post, NAMED[field], value)
        return
    if field == "is_recruitable":
        value = bool(value)
    if field == "funded_wte":
        post.funded_wte = _funded(value if isinstance(value, Decimal) else None)
        return
    if field == "annual_cost_pence" and isinstance(value, int) and value < 0:
        raise Refusal("A post's cost cannot be below nothing. Enter 0 or more.")
    change(session, post, field, value, POST_FIELDS[field])
    _in_order(post.funded_from, post.funded_to, "The post")


def remove_posts(session: Session, post_ids: Collection[int]) -> None:
    """Delete posts, and with them who held them."""
    remove(session, Post, post_ids, "posts")


def add_person(session: Session, name: str, *, rest: Mapping[str, object] = NOTHING) -> int:
    """Add somebody with what else is known, as for ``set_person``; return their id."""
    person = Person()
    change(session, person, "name", name, PERSON_FIELDS["name"])
    session.add(person)
    session.flush()
    for field, value in rest.items():
        set_person(session, person.id, field, value)
    return person.id


def set_person(session: Session, person_id: int, field: str, value: object) -> None:
    """Put a value into one of a person's ``PERSON_FIELDS``."""
    if field == "birth_year" and isinstance(value, int) and not 1900 <= value <= 2100:
        raise Refusal("Enter the year of birth, such as 1980, or leave it blank.")
    change(session, found(session, Person, person_id), field, value, PERSON_FIELDS[field])


def remove_people(session: Session, person_ids: Collection[int]) -> None:
    """Delete people and what they held; history keeps what it holds until it is erased."""
    remove(session, Person, person_ids, "people")


def add_assignment(
    session: Session,
    post_id: int,
    person_id: int,
    starts_on: date,
    weekly_minutes: int,
    *,
    rest: Mapping[str, object] = NOTHING,
) -> int:
    """Put somebody into a post, with the rest as for ``set_assignment``; return its id."""
    assignment = Assignment(
        post_id=found(session, Post, post_id).id,
        person_id=found(session, Person, person_id).id,
        starts_on=starts_on,
        weekly_minutes=_minutes(weekly_minutes),
    )
    session.add(assignment)
    session.flush()
    for field, value in rest.items():
        set_assignment(session, assignment.id, field, value)
    return assignment.id


def set_assignment(session: Session, assignment_id: int, field: str, value: object) -> None:
    """Put a value into one of an assignment's ``ASSIGNMENT_FIELDS``."""
    assignment = found(session, Assignment, assignment_id)
    if field in NAMED_BY_ASSIGNMENT:
        _name(session, assignment, NAMED_BY_ASSIGNMENT[field], value)
        return
    if field == "full_time_pay_pence" and isinstance(value, int) and value < 0:
        raise Refusal("Pay cannot be below nothing. Enter 0 or more.")
    if field == "weekly_minutes":
        value = _minutes(value if isinstance(value, int) else None)
    if field == "wte_override" and value is not None and not assignment.wte_reason:
        raise Refusal("First enter why the WTE is not the hours divided by 37.5.")
    if field == "wte_reason" and not value:
        assignment.wte_override = None
    change(session, assignment, field, value, ASSIGNMENT_FIELDS[field])
    _in_order(assignment.starts_on, assignment.ends_on, "The assignment")


def remove_assignments(session: Session, assignment_ids: Collection[int]) -> None:
    """Delete assignments, as if they had never been."""
    remove(session, Assignment, assignment_ids, "assignments")


def set_deployment(session: Session, assignment_id: int, shares: Mapping[Place, Decimal]) -> None:
    """Say where an assignment's time goes.

    Args:
        session: the open edit.
        assignment_id: who in which post.
        shares: by place; they add up to one, or there are none.
    """
    found(session, Assignment, assignment_id)
    if shares and (sum(shares.values()) != 1 or min(shares.values()) <= 0):
        raise Refusal("The parts of somebody's time are each above 0% and add up to 100%.")
    if Place() in shares:
        raise Refusal("Choose a practice, a site or a service for each part of somebody's time.")
    session.execute(delete(Deployment).where(Deployment.assignment_id == assignment_id))
    for place, share in shares.items():
        session.add(_deployed(session, assignment_id, place, share))


def _deployed(session: Session, assignment_id: int, place: Place, share: Decimal) -> Deployment:
    named = (
        ("practice_id", Practice, "code", place.practice, "practice"),
        ("service_id", Service, "code", place.service, "service"),
        ("site_id", Site, "name", place.site, "site"),
    )
    made = Deployment(assignment_id=assignment_id, share=share)
    for column, kind, key, text, words in named:
        if text:
            setattr(made, column, by_name(session, kind, key, text, words).id)
    return made


def _name(
    session: Session, row: Post | Assignment, told: tuple[type[Any], str, str], value: object
) -> None:
    """Let a row name another by its name, or nobody."""
    kind, column, words = told
    named = by_name(session, kind, "name", str(value), words) if value else None
    change(session, row, column, named.id if named else None, f"the {words}")


def _funded(value: Decimal | None) -> Decimal:
    if value is None or not Decimal(0) < value <= MOST_WTE:
        raise Refusal("A post is funded for more than 0 and at most 2 WTE, for example 0.8.")
    return value.quantize(PLACES)


def _minutes(value: int | None) -> int:
    if value is None or not 0 <= value <= MOST_WEEKLY_MINUTES:
        raise Refusal("Enter hours a week between 0 and 100, for example 37.5.")
    return value


def _in_order(first: date | None, last: date | None, what: str) -> None:
    if first and last and last < first:
        raise Refusal(f"{what} cannot end before it begins. Enter a later last day.")


def _next(session: Session) -> str:
    """Return the reference after the highest of the form P001."""
    numbers = [
        int(reference[1:])
        for reference in session.scalars(select(Post.reference))
        if reference[:1] == "P" and reference[1:].isdigit()
    ]
    return f"P{max(numbers, default=0) + 1:03d}"
