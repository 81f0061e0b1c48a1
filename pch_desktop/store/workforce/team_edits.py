"""Changing named teams: who leads them, who is in them, and one proposed for each practice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import RoleStanding
from pch_desktop.domain.workforce_people import COVER
from pch_desktop.domain.workforce_teams import TimeThere, proposed_lead
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Person
from pch_desktop.models.workforce_teams import Team, TeamMember
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.teams import practices_without_team
from pch_desktop.store.workforce.texts import change
from pch_desktop.store.workforce.time_there import TimeRow, time_there

TEAM_FIELDS: Mapping[str, str] = {
    "name": "the team's name",
    "segment": "the part of the population it is for",
    "purpose": "what it is there for",
}
MEMBER_FIELDS: Mapping[str, str] = {
    "part": "what they do in the team",
    "starts_on": "the first day in the team",
    "ends_on": "the last day in the team",
}
NOTHING: Mapping[str, object] = {}


def add_team(session: Session, name: str, *, rest: Mapping[str, object] = NOTHING) -> int:
    """Add a named team with what else is known, as for ``set_team``; return its id."""
    team = Team()
    change(session, team, "name", " ".join(name.split()), TEAM_FIELDS["name"])
    session.add(team)
    session.flush()
    for field, value in rest.items():
        set_team(session, team.id, field, value)
    return team.id


def set_team(session: Session, team_id: int, field: str, value: object) -> None:
    """Put a value into one of a team's ``TEAM_FIELDS``, or name its practice or its lead.

    A lead is told by their id, a practice by its name; None is nobody, or no practice.
    """
    team = found(session, Team, team_id)
    if field == "practice":
        practice = by_name(session, Practice, "name", str(value), "practice") if value else None
        team.practice_id = practice.id if practice else None
    elif field == "lead":
        team.lead_id = found(session, Person, value).id if isinstance(value, int) else None
    else:
        change(session, team, field, value, TEAM_FIELDS[field])


def remove_teams(session: Session, team_ids: Collection[int]) -> None:
    """Delete teams; the people in them stay."""
    remove(session, Team, team_ids, "teams")


def add_member(
    session: Session, team: str, person_id: int, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Put somebody into a team, told by its name; return the membership's id.

    Raises:
        Refusal: they are in it already, or the team is not there.
    """
    team_id = by_name(session, Team, "name", team, "team").id
    person = found(session, Person, person_id)
    _not_twice(session, team_id, person)
    member = TeamMember(team_id=team_id, person_id=person.id)
    session.add(member)
    session.flush()
    for field, value in rest.items():
        set_member(session, member.id, field, value)
    return member.id


def set_member(session: Session, member_id: int, field: str, value: object) -> None:
    """Put a value into one of a membership's ``MEMBER_FIELDS``, or name another team.

    Raises:
        Refusal: it would end before it begins, or somebody be in a team twice.
    """
    member = found(session, TeamMember, member_id)
    if field == "team":
        if not value:
            raise Refusal("Choose a team, or delete the line to take them out of it.")
        team_id = by_name(session, Team, "name", str(value), "team").id
        if team_id != member.team_id:
            _not_twice(session, team_id, found(session, Person, member.person_id))
        member.team_id = team_id
        return
    change(session, member, field, value, MEMBER_FIELDS[field])
    if member.starts_on and member.ends_on and member.ends_on < member.starts_on:
        raise Refusal("Nobody can leave a team before they join it. Enter a later last day.")


def remove_members(session: Session, member_ids: Collection[int]) -> None:
    """Take people out of teams, as if they had never been in them.

    Raises:
        Refusal: none of them is in a team.
    """
    kept = [member_id for member_id in member_ids if member_id > 0]
    if not kept:
        raise Refusal("They are in no team, so there is nothing to take out.")
    remove(session, TeamMember, kept, "memberships")


def add_team_for_each_practice(session: Session, on: date) -> int:
    """Name a team for each practice that has none, and return how many were named.

    In it is everybody whose time goes there on the day, cover left out; it is
    led by the likeliest of them, for the locality to change.

    Raises:
        Refusal: every practice has one already.
    """
    names = practices_without_team(session)
    if not names:
        raise Refusal("Every practice has a team already. Add another below the last line.")
    of_practice: dict[int | None, list[TimeRow]] = defaultdict(list)
    for row in time_there(session, on):
        if row.contract_kind not in COVER:
            of_practice[row.practice_id].append(row)
    query = select(Practice).where(Practice.name.in_(names)).order_by(Practice.name)
    practices = [one for one in session.scalars(query) if not _has_team(session, one)]
    for practice in practices:
        _propose(session, practice, of_practice[practice.id], on)
    return len(practices)


def _has_team(session: Session, practice: Practice) -> bool:
    named = select(Team.id).where(Team.practice_id == practice.id).limit(1)
    return session.scalar(named) is not None


def _propose(session: Session, practice: Practice, rows: Sequence[TimeRow], on: date) -> None:
    team = Team(name=_free_name(session, practice), practice_id=practice.id)
    team.lead_id = proposed_lead(
        [
            TimeThere(row.person_id, row.staff_group, row.wte)
            for row in rows
            if row.standing is RoleStanding.USUAL
        ]
    )
    session.add(team)
    session.flush()
    for person_id in dict.fromkeys(row.person_id for row in rows):
        session.add(TeamMember(team_id=team.id, person_id=person_id, starts_on=on))
    session.flush()


def _free_name(session: Session, practice: Practice) -> str:
    """Return what a practice's team is called; with its code where that name is taken."""
    name = f"{practice.name} team"
    taken = select(Team.id).where(func.lower(Team.name) == name.lower())
    return name if session.scalar(taken) is None else f"{name} ({practice.code})"


def _not_twice(session: Session, team_id: int, person: Person) -> None:
    query = select(TeamMember.id).where(
        TeamMember.team_id == team_id, TeamMember.person_id == person.id
    )
    if session.scalar(query) is not None:
        raise Refusal(
            f"{person.name} is in this team already. Change the days on their line instead."
        )
