"""Named teams: one with a lead for each practice or part of the population, and who is in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.population import PracticeStatus
from pch_desktop.domain.workforce_teams import belongs
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Person
from pch_desktop.models.workforce_teams import Team, TeamMember
from pch_desktop.store.workforce.time_there import TimeRow, time_there

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A named team on a day."""

    id: int
    name: str
    practice_id: int | None
    practice: str | None
    segment: str | None
    """The part of the population it is for; nothing means everybody."""
    lead_id: int | None
    lead: str | None
    lead_role: str
    """What the lead holds on the day; nothing where they hold no post."""
    purpose: str | None
    members: int
    """How many belong to it on the day."""
    wte: Decimal
    """All that its members hold, wherever they work."""
    there_wte: Decimal | None
    """How much of it the team's practice has; None for a team of no practice."""

    @property
    def for_whom(self) -> str:
        """The practice and the part of its people that it is for."""
        parts = [part for part in (self.practice, self.segment) if part]
        return ", ".join(parts) or "Everybody"

    @property
    def lead_is_gone(self) -> bool:
        """Whether it has a lead who holds no post on the day."""
        return self.lead_id is not None and not self.lead_role


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody in a team on a day; nobody's team where the id is below nought."""

    id: int
    """The membership's; minus the person's for somebody in no team."""
    team_id: int | None
    team: str | None
    person_id: int
    person: str
    role: str
    """What they hold on the day, with commas between; nothing where they hold no post."""
    employer: str
    part: str | None
    """What they do in the team."""
    starts_on: date | None
    ends_on: date | None
    work_email: str | None
    wte: Decimal
    belongs: bool
    """Whether they belong to it on the day."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """Somebody by name, and what tells them from another of that name."""

    id: int
    name: str
    staff_code: str | None


@dataclass(frozen=True, slots=True)
class _Holding:
    role: str
    employer: str
    wte: Decimal
    by_practice: Mapping[int | None, Decimal]


NOTHING_HELD = _Holding("", "", NONE, {})


def teams(session: Session, on: date) -> list[TeamRow]:
    """Return the named teams by name, with their members and time on a day."""
    holdings = _holdings(time_there(session, on))
    here = defaultdict[int, list[int]](list)
    for row in session.scalars(select(TeamMember)):
        if belongs(row.starts_on, row.ends_on, on):
            here[row.team_id].append(row.person_id)
    query = (
        select(Team, Practice.name, Person.name)
        .outerjoin(Practice, Team.practice_id == Practice.id)
        .outerjoin(Person, Team.lead_id == Person.id)
        .order_by(Team.name)
    )
    return [
        _team(team, (practice, lead), here[team.id], holdings)
        for team, practice, lead in session.execute(query)
    ]


def team_members(session: Session, on: date) -> list[MemberRow]:
    """Return everybody who is, was or will be in a team, by team and name."""
    holdings = _holdings(time_there(session, on))
    query = (
        select(TeamMember, Team.name, Person)
        .join(Team, TeamMember.team_id == Team.id)
        .join(Person, TeamMember.person_id == Person.id)
        .order_by(Team.name, Person.name, TeamMember.id)
    )
    return [
        _member(member, team, person, holdings.get(person.id, NOTHING_HELD), on)
        for member, team, person in session.execute(query)
    ]


def in_no_team(session: Session, on: date) -> list[MemberRow]:
    """Return by name those who hold a post on a day and belong to no team."""
    holdings = _holdings(time_there(session, on))
    query = select(TeamMember.person_id, TeamMember.starts_on, TeamMember.ends_on)
    placed = {who for who, first, last in session.execute(query) if belongs(first, last, on)}
    alone = select(Person).where(Person.id.in_(holdings.keys() - placed))
    people = session.scalars(alone.order_by(Person.name, Person.id))
    return [_unplaced(person, holdings[person.id]) for person in people]


def person_names(session: Session) -> list[PersonName]:
    """Return everybody by name, whatever they hold: who can be chosen for a team."""
    query = select(Person.id, Person.name, Person.staff_code).order_by(Person.name, Person.id)
    return [PersonName(*row) for row in session.execute(query)]


def team_names(session: Session) -> list[str]:
    """Return the names of the teams there are."""
    return list(session.scalars(select(Team.name).order_by(Team.name)))


def practices_without_team(session: Session) -> list[str]:
    """Return the names of the locality's practices that no team is named for."""
    named = select(Team.practice_id).where(Team.practice_id.is_not(None))
    query = (
        select(Practice.name)
        .where(
            Practice.status != PracticeStatus.CLOSED,
            Practice.left_on.is_(None),
            Practice.id.not_in(named),
        )
        .order_by(Practice.name)
    )
    return list(session.scalars(query))


def _holdings(rows: Sequence[TimeRow]) -> dict[int, _Holding]:
    """Return what each person holds, all of it added up."""
    named: dict[int, list[TimeRow]] = defaultdict(list)
    for row in rows:
        named[row.person_id].append(row)
    return {person_id: _holding(held) for person_id, held in named.items()}


def _holding(rows: Sequence[TimeRow]) -> _Holding:
    by_practice: dict[int | None, Decimal] = defaultdict(Decimal)
    for row in rows:
        by_practice[row.practice_id] += row.wte
    return _Holding(
        ", ".join(dict.fromkeys(row.role for row in rows)),
        ", ".join(dict.fromkeys(row.employer for row in rows if row.employer)),
        sum((row.wte for row in rows), NONE),
        by_practice,
    )


def _team(
    team: Team,
    names: tuple[str | None, str | None],
    members: Collection[int],
    holdings: Mapping[int, _Holding],
) -> TeamRow:
    practice, lead = names
    held = [holdings.get(person_id, NOTHING_HELD) for person_id in members]
    of_lead = holdings.get(team.lead_id or 0, NOTHING_HELD)
    there = sum((one.by_practice.get(team.practice_id, NONE) for one in held), NONE)
    return TeamRow(
        team.id,
        team.name,
        team.practice_id,
        practice,
        team.segment,
        team.lead_id,
        lead,
        of_lead.role,
        team.purpose,
        len(held),
        sum((one.wte for one in held), NONE),
        None if team.practice_id is None else there,
    )


def _member(member: TeamMember, team: str, person: Person, held: _Holding, on: date) -> MemberRow:
    return MemberRow(
        member.id,
        member.team_id,
        team,
        person.id,
        person.name,
        held.role,
        held.employer,
        member.part,
        member.starts_on,
        member.ends_on,
        person.work_email,
        held.wte,
        belongs(member.starts_on, member.ends_on, on),
    )


def _unplaced(person: Person, held: _Holding) -> MemberRow:
    return MemberRow(
        -person.id,
        None,
        None,
        person.id,
        person.name,
        held.role,
        held.employer,
        None,
        None,
        None,
        person.work_email,
        held.wte,
        belongs=False,
    )
