"""What people in post can do, and what roles and services need, as at a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_skills import Ability, CompetencyKind, Level
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Assignment, Person, Post, Role
from pch_desktop.models.workforce_skills import (
    Competency,
    CompetencyRole,
    PersonCompetency,
    ServiceRequirement,
)
from pch_desktop.models.workforce_teams import Team, TeamMember


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """Something people can be able to do, and the roles that need it."""

    id: int
    code: str
    name: str
    kind: CompetencyKind
    months_valid: int | None
    note: str | None
    source: str | None
    roles: tuple[str, ...] = ()
    """The roles that need it, by name."""


@dataclass(frozen=True, slots=True)
class AbilityRow:
    """How far somebody has come with a competency, and until when that holds."""

    id: int
    person_id: int
    person: str
    competency_id: int
    competency: str
    level: int
    assessed_on: date | None
    expires_on: date | None

    @property
    def ability(self) -> Ability:
        """It without whose it is."""
        return Ability(Level(self.level), self.assessed_on, self.expires_on)


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """How many people of which level a service needs for a competency."""

    id: int
    service_id: int
    service: str
    competency_id: int
    competency: str
    kind: CompetencyKind
    least_level: int
    least_people: int


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """Somebody with an assignment that runs on a day; once, however many they hold."""

    id: int
    name: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]
    """The named teams they belong to on the day."""
    registration_expires_on: date | None


def competencies(session: Session) -> list[CompetencyRow]:
    """Return the competencies by kind and name, with the roles that need each."""
    needed: dict[int, list[str]] = defaultdict(list)
    by_role = select(CompetencyRole.competency_id, Role.name).join(
        Role, CompetencyRole.role_id == Role.id
    )
    for competency_id, role in session.execute(by_role.order_by(Role.name)):
        needed[competency_id].append(role)
    query = select(
        Competency.id,
        Competency.code,
        Competency.name,
        Competency.kind,
        Competency.months_valid,
        Competency.note,
        Competency.source,
    ).order_by(Competency.name)
    rows = [CompetencyRow(*row, roles=tuple(needed[row[0]])) for row in session.execute(query)]
    kinds = list(CompetencyKind)
    return sorted(rows, key=lambda row: kinds.index(row.kind))


def abilities(session: Session, on: date) -> list[AbilityRow]:
    """Return what everybody can do who has an assignment that runs on a day."""
    query = (
        select(
            PersonCompetency.id,
            PersonCompetency.person_id,
            Person.name,
            PersonCompetency.competency_id,
            Competency.name,
            PersonCompetency.level,
            PersonCompetency.assessed_on,
            PersonCompetency.expires_on,
        )
        .join(Person, PersonCompetency.person_id == Person.id)
        .join(Competency, PersonCompetency.competency_id == Competency.id)
        .where(PersonCompetency.person_id.in_(_at_work(on)))
        .order_by(Person.name, Person.id, Competency.name)
    )
    return [AbilityRow(*row) for row in session.execute(query)]


def requirements(session: Session) -> list[RequirementRow]:
    """Return what services need, by service and competency."""
    query = (
        select(
            ServiceRequirement.id,
            ServiceRequirement.service_id,
            Service.name,
            ServiceRequirement.competency_id,
            Competency.name,
            Competency.kind,
            ServiceRequirement.least_level,
            ServiceRequirement.least_people,
        )
        .join(Service, ServiceRequirement.service_id == Service.id)
        .join(Competency, ServiceRequirement.competency_id == Competency.id)
        .order_by(Service.name, Competency.name)
    )
    return [RequirementRow(*row) for row in session.execute(query)]


def workers(session: Session, on: date) -> list[WorkerRow]:
    """Return everybody with an assignment that runs on a day, by name."""
    roles: dict[int, list[str]] = defaultdict(list)
    held = select(Assignment.person_id, Role.name).join(Post, Assignment.post_id == Post.id)
    held = held.join(Role, Post.role_id == Role.id).where(*runs(on)).order_by(Role.name)
    for person_id, role in session.execute(held.distinct()):
        roles[person_id].append(role)
    teams = _teams(session, on)
    people = select(Person.id, Person.name, Person.registration_expires_on)
    return [
        WorkerRow(number, name, tuple(roles[number]), tuple(teams[number]), expires_on)
        for number, name, expires_on in session.execute(
            people.where(Person.id.in_(_at_work(on))).order_by(Person.name, Person.id)
        )
    ]


def _teams(session: Session, on: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = (
        select(TeamMember.person_id, Team.name)
        .join(Team, TeamMember.team_id == Team.id)
        .where(
            or_(TeamMember.starts_on.is_(None), TeamMember.starts_on <= on),
            or_(TeamMember.ends_on.is_(None), TeamMember.ends_on >= on),
        )
        .order_by(Team.name)
    )
    for person_id, team in session.execute(query):
        found[person_id].append(team)
    return found


def runs(on: date) -> tuple[ColumnElement[bool], ...]:
    """Return what holds of an assignment that runs on a day here: not of one seconded out."""
    return (
        Assignment.contract_kind != ContractKind.SECONDMENT_OUT,
        Assignment.starts_on <= on,
        or_(Assignment.ends_on.is_(None), Assignment.ends_on >= on),
    )


def _at_work(on: date) -> Select[int]:
    return select(Assignment.person_id).where(*runs(on))
