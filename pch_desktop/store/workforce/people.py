"""The people of the team, and which posts they hold from when to when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import (
    SUBSTANTIVE,
    ContractKind,
    LeavingReason,
    PensionScheme,
    ProfessionalBody,
    hours,
    wte,
)
from pch_desktop.domain.workforce_people import Registered, registered
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post, Role
from pch_desktop.models.workforce_pay import PayPoint


class Place(NamedTuple):
    """Where time goes: a practice and a service by their codes, a site by its name."""

    practice: str = ""
    service: str = ""
    site: str = ""


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
    other_employer: str | None = None
    """Where somebody seconded comes from, or is seconded to."""
    pay_point: str | None = None
    full_time_pay_pence: int | None = None
    pension_scheme: PensionScheme | None = None

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

    @property
    def volunteer_minutes(self) -> int:
        """What a volunteer gives a week; nothing for everybody else."""
        return self.weekly_minutes if self.contract_kind is ContractKind.VOLUNTEER else 0

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
    anonymised_on: date | None = None
    volunteer_minutes: int = 0
    """What they give a week as a volunteer: never WTE."""
    is_seconded_out: bool = False
    registered: Registered | None = None
    """How the registration of somebody who holds a post stands on the day."""


@dataclass(frozen=True, slots=True)
class DeploymentRow:
    """Where a part of an assignment's time goes."""

    id: int
    assignment_id: int
    practice_code: str | None
    service_code: str | None
    site: str | None
    share: Decimal

    @property
    def place(self) -> Place:
        """The practice, service and site together."""
        return Place(self.practice_code or "", self.service_code or "", self.site or "")


def assignments(session: Session, since: date | None = None) -> list[AssignmentRow]:
    """Return assignments by start: all there are or were, or those not ended before a day."""
    query = _assignments()
    if since is not None:
        query = query.where(or_(Assignment.ends_on.is_(None), Assignment.ends_on >= since))
    return [AssignmentRow(*row) for row in session.execute(query)]


def held(session: Session, on: date) -> list[AssignmentRow]:
    """Return the assignments that run on a day, by start; an assignment does on its last."""
    query = _assignments().where(
        Assignment.starts_on <= on, or_(Assignment.ends_on.is_(None), Assignment.ends_on >= on)
    )
    return [AssignmentRow(*row) for row in session.execute(query)]


def holders(session: Session, post_id: int) -> list[AssignmentRow]:
    """Return who holds a post and who held it, by start."""
    query = _assignments().where(Assignment.post_id == post_id)
    return [AssignmentRow(*row) for row in session.execute(query)]


def ended(session: Session, before: date) -> int:
    """Return how many assignments ended before a day."""
    query = select(func.count(Assignment.id)).where(Assignment.ends_on < before)
    return session.scalar(query) or 0


def _assignments() -> Select[*tuple[Any, ...]]:
    return (
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
            Partner.name,
            PayPoint.name,
            Assignment.full_time_pay_pence,
            Assignment.pension_scheme,
        )
        .join(Post, Assignment.post_id == Post.id)
        .join(Role, Post.role_id == Role.id)
        .join(Person, Assignment.person_id == Person.id)
        .outerjoin(Partner, Assignment.other_employer_id == Partner.id)
        .outerjoin(PayPoint, Assignment.pay_point_id == PayPoint.id)
        .order_by(Assignment.starts_on, Assignment.id)
    )


def people(session: Session, on: date) -> list[PersonRow]:
    """Return everybody by name, with what they hold on a day."""
    now: dict[int, list[AssignmentRow]] = defaultdict(list)
    for row in held(session, on):
        now[row.person_id].append(row)
    return [
        PersonRow(
            person.id,
            person.name,
            person.staff_code,
            person.birth_year,
            person.professional_body,
            person.registration_expires_on,
            person.work_email,
            ", ".join(map(_holding, now[person.id])),
            sum((row.wte for row in now[person.id]), Decimal(0)),
            any(row.contract_kind in SUBSTANTIVE for row in now[person.id]),
            any(row.contract_kind is ContractKind.VOLUNTEER for row in now[person.id]),
            person.anonymised_on,
            sum(row.volunteer_minutes for row in now[person.id]),
            any(row.contract_kind is ContractKind.SECONDMENT_OUT for row in now[person.id]),
            registered(person.registration_expires_on, on) if now[person.id] else None,
        )
        for person in session.scalars(select(Person).order_by(Person.name, Person.id))
    ]


def _holding(row: AssignmentRow) -> str:
    if row.contract_kind is ContractKind.SECONDMENT_OUT:
        to = f" to {row.other_employer}" if row.other_employer else ""
        return f"{row.role} ({row.post}, seconded out{to})"
    return f"{row.role} ({row.post})"


def deployments(session: Session) -> list[DeploymentRow]:
    """Return where the time of every assignment goes."""
    query = (
        select(
            Deployment.id,
            Deployment.assignment_id,
            Practice.code,
            Service.code,
            Site.name,
            Deployment.share,
        )
        .outerjoin(Practice, Deployment.practice_id == Practice.id)
        .outerjoin(Service, Deployment.service_id == Service.id)
        .outerjoin(Site, Deployment.site_id == Site.id)
        .order_by(Deployment.assignment_id, Deployment.id)
    )
    return [DeploymentRow(*row) for row in session.execute(query)]
