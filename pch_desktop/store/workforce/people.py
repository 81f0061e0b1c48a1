"""The people of the team, and which posts they hold from when to when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import (
    SUBSTANTIVE,
    ContractKind,
    LeavingReason,
    ProfessionalBody,
    hours,
    wte,
)
from pch_desktop.models.population import Practice
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post, Role


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """Somebody in a post, from a day to the end of another."""

    id: int
    post_id: int
    post: str
    role: str
    person_id: int
    person: str
    contract_kind: ContractKind
    starts_on: date
    ends_on: date | None
    weekly_minutes: int
    wte_override: Decimal | None
    wte_reason: str | None
    leaving_reason: LeavingReason | None
    destination: str | None

    @property
    def wte(self) -> Decimal:
        """Its whole-time equivalent; a volunteer's is nothing."""
        if self.contract_kind is ContractKind.VOLUNTEER:
            return Decimal(0)
        return wte(self.weekly_minutes) if self.wte_override is None else self.wte_override

    @property
    def weekly_hours(self) -> Decimal:
        """Contracted hours a week, near enough to tell the minutes."""
        return hours(self.weekly_minutes)

    def is_live(self, on: date) -> bool:
        """Return whether it runs on a day; it does on its last."""
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the team on a day, with all that they hold added up."""

    id: int
    name: str
    staff_code: str | None
    birth_year: int | None
    professional_body: ProfessionalBody
    registration_expires_on: date | None
    work_email: str | None
    posts: str
    """What they hold, with commas between."""
    wte: Decimal
    is_in_post: bool
    is_volunteer: bool


@dataclass(frozen=True, slots=True)
class DeploymentRow:
    """Where a part of an assignment's time goes."""

    id: int
    assignment_id: int
    practice_code: str | None
    service_code: str | None
    share: Decimal


def assignments(session: Session) -> list[AssignmentRow]:
    """Return every assignment there is or was, by start."""
    query = (
        select(
            Assignment.id,
            Assignment.post_id,
            Post.reference,
            Role.name,
            Assignment.person_id,
            Person.name,
            Assignment.contract_kind,
            Assignment.starts_on,
            Assignment.ends_on,
            Assignment.weekly_minutes,
            Assignment.wte_override,
            Assignment.wte_reason,
            Assignment.leaving_reason,
            Assignment.destination,
        )
        .join(Post, Assignment.post_id == Post.id)
        .join(Role, Post.role_id == Role.id)
        .join(Person, Assignment.person_id == Person.id)
        .order_by(Assignment.starts_on, Assignment.id)
    )
    return [AssignmentRow(*row) for row in session.execute(query)]


def people(session: Session, on: date) -> list[PersonRow]:
    """Return everybody by name, with what they hold on a day."""
    held: dict[int, list[AssignmentRow]] = defaultdict(list)
    for row in assignments(session):
        if row.is_live(on):
            held[row.person_id].append(row)
    return [
        PersonRow(
            person.id,
            person.name,
            person.staff_code,
            person.birth_year,
            person.professional_body,
            person.registration_expires_on,
            person.work_email,
            ", ".join(f"{row.role} ({row.post})" for row in held[person.id]),
            sum((row.wte for row in held[person.id]), Decimal(0)),
            any(row.contract_kind in SUBSTANTIVE for row in held[person.id]),
            any(row.contract_kind is ContractKind.VOLUNTEER for row in held[person.id]),
        )
        for person in session.scalars(select(Person).order_by(Person.name, Person.id))
    ]


def deployments(session: Session) -> list[DeploymentRow]:
    """Return where the time of every assignment goes."""
    query = (
        select(
            Deployment.id,
            Deployment.assignment_id,
            Practice.code,
            Service.code,
            Deployment.share,
        )
        .outerjoin(Practice, Deployment.practice_id == Practice.id)
        .outerjoin(Service, Deployment.service_id == Service.id)
        .order_by(Deployment.assignment_id, Deployment.id)
    )
    return [DeploymentRow(*row) for row in session.execute(query)]
