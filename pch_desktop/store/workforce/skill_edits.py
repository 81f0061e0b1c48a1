"""Changing competencies, who needs them and who has them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import (
    Ability,
    CompetencyKind,
    Level,
    ReadyCompetency,
    expiry,
)
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Person, Role
from pch_desktop.models.workforce_skills import (
    Competency,
    CompetencyRole,
    PersonCompetency,
    ServiceRequirement,
)
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.texts import change

COMPETENCY_FIELDS: Mapping[str, str] = {
    "code": "the competency's code",
    "name": "what people are able to do",
    "kind": "whether it is clinical, mandatory, digital or leadership",
    "months_valid": "after how many months it is shown again",
    "note": "a note",
    "source": "where it comes from",
}
REQUIREMENT_FIELDS: Mapping[str, str] = {
    "least_level": "the least level that is needed",
    "least_people": "how many people are needed",
}
MOST_MONTHS, MOST_PEOPLE = 600, 999
LONGEST_CODE = 24
NOTHING: Mapping[str, object] = {}
EVERY_ROLE = ("every role", "all roles", "all")
"""What stands for all roles there are."""


def add_competency(session: Session, name: str, *, rest: Mapping[str, object] = NOTHING) -> int:
    """Add a competency with what else is known, as for ``set_competency``; return its id.

    Unless told it is clinical, and its code is made of its name.
    """
    made = Competency(kind=CompetencyKind.CLINICAL)
    change(session, made, "name", " ".join(name.split()), COMPETENCY_FIELDS["name"])
    made.code = _code(session, made.name)
    session.add(made)
    session.flush()
    for field, value in rest.items():
        set_competency(session, made.id, field, value)
    return made.id


def add_ready_competencies(session: Session, ready: Sequence[ReadyCompetency]) -> int:
    """Add those of a ready list that are not there yet; return how many that was.

    Raises:
        Refusal: all of them are.
    """
    there = set(session.scalars(select(func.lower(Competency.name))))
    missing = [each for each in ready if each.name.lower() not in there]
    if not missing:
        raise Refusal("All of the ready list are there already. Change them as you need.")
    for each in missing:
        rest = {"kind": each.kind, "months_valid": each.months_valid, "source": each.source}
        add_competency(session, each.name, rest=rest)
    return len(missing)


def set_competency(session: Session, competency_id: int, field: str, value: object) -> None:
    """Put a value into one of a competency's ``COMPETENCY_FIELDS``, or say which roles need it.

    Raises:
        Refusal: the months are none it can hold for, or a role is unknown.
    """
    competency = found(session, Competency, competency_id)
    if field == "roles":
        _need_by(session, competency_id, str(value or ""))
        return
    is_wrong = isinstance(value, int) and not 1 <= value <= MOST_MONTHS
    if field == "months_valid" and is_wrong:
        raise Refusal("Enter after how many months it is shown again, from 1 to 600, or a blank.")
    change(session, competency, field, value, COMPETENCY_FIELDS[field])


def remove_competencies(session: Session, competency_ids: Collection[int]) -> None:
    """Delete competencies, and with them who has them and who needs them."""
    remove(session, Competency, competency_ids, "competencies")


def set_level(
    session: Session, person_id: int, competency_id: int, level: Level | None, on: date
) -> None:
    """Say how far somebody has come: assessed on a day, for as long as it holds.

    None takes away what is known of them.
    """
    competency = found(session, Competency, competency_id)
    if level is None:
        session.execute(
            delete(PersonCompetency).where(
                PersonCompetency.person_id == person_id,
                PersonCompetency.competency_id == competency_id,
            )
        )
        return
    ends = expiry(on, competency.months_valid) if level else None
    keep_ability(session, person_id, competency_id, Ability(level, on, ends))


def keep_ability(session: Session, person_id: int, competency_id: int, kept: Ability) -> None:
    """Put down what somebody has of a competency, new or instead of what was there."""
    held = ability_of(session, person_id, competency_id)
    if held is None:
        held = PersonCompetency(
            person_id=found(session, Person, person_id).id, competency_id=competency_id
        )
        session.add(held)
    held.level = kept.level
    held.assessed_on, held.expires_on = kept.assessed_on, kept.expires_on
    session.flush()


def ability_of(session: Session, person_id: int, competency_id: int) -> PersonCompetency | None:
    """Return what somebody has of a competency, or None where nothing is known."""
    query = select(PersonCompetency).where(
        PersonCompetency.person_id == person_id, PersonCompetency.competency_id == competency_id
    )
    return session.scalars(query).one_or_none()


def set_ability_day(session: Session, ability_id: int, field: str, value: object) -> None:
    """Change when a level was assessed, or its last day.

    Another day of assessment moves the last day with it, where the competency says how far.
    """
    held = found(session, PersonCompetency, ability_id)
    months = session.get_one(Competency, held.competency_id).months_valid
    day = value if isinstance(value, date) else None
    assessed, expires = held.assessed_on, held.expires_on
    if field == "assessed_on":
        assessed = day
        expires = expiry(day, months) if day and months and held.level else expires
    else:
        expires = day
    if assessed and expires and expires < assessed:
        raise Refusal("A level cannot expire before it was assessed. Enter a later last day.")
    held.assessed_on, held.expires_on = assessed, expires


@dataclass(frozen=True, slots=True)
class Need:
    """How many people of which level."""

    level: Level = Level.INDEPENDENT
    people: int = 1


def add_requirement(session: Session, service: str, competency: str, need: Need) -> int:
    """Say how many people of which level a service needs for a competency; return its id."""
    made = ServiceRequirement(
        service_id=by_name(session, Service, "name", service, "service").id,
        competency_id=by_name(session, Competency, "name", competency, "competency").id,
    )
    _once(session, made)
    session.add(made)
    made.least_level, made.least_people = need.level, _people(need.people)
    session.flush()
    return made.id


def set_requirement(session: Session, requirement_id: int, field: str, value: object) -> None:
    """Put a value into one of a requirement's ``REQUIREMENT_FIELDS``, or name what it is of."""
    made = found(session, ServiceRequirement, requirement_id)
    if field in {"service", "competency"}:
        kind = Service if field == "service" else Competency
        named = by_name(session, kind, "name", str(value or ""), field)
        with session.no_autoflush:
            setattr(made, f"{field}_id", named.id)
            _once(session, made)
        return
    if field == "least_level" and not value:
        raise Refusal("Enter the least level that is needed, from 1 aware to 4 can teach.")
    if field == "least_people":
        value = _people(value if isinstance(value, int) else None)
    change(session, made, field, value, REQUIREMENT_FIELDS[field])


def remove_requirements(session: Session, requirement_ids: Collection[int]) -> None:
    """Delete what services need."""
    remove(session, ServiceRequirement, requirement_ids, "needs")


def _once(session: Session, made: ServiceRequirement) -> None:
    twin = select(ServiceRequirement.id).where(
        ServiceRequirement.service_id == made.service_id,
        ServiceRequirement.competency_id == made.competency_id,
        ServiceRequirement.id.is_not(made.id),
    )
    if session.scalar(twin) is not None:
        raise Refusal("The service has a line for this competency already. Change that line.")


def _people(value: int | None) -> int:
    if value is None or not 1 <= value <= MOST_PEOPLE:
        raise Refusal("Enter how many people are needed, from 1 to 999.")
    return value


def _need_by(session: Session, competency_id: int, text: str) -> None:
    """Let exactly the roles of a text need a competency, told by name or code."""
    roles = _roles(session, text)
    session.execute(delete(CompetencyRole).where(CompetencyRole.competency_id == competency_id))
    session.add_all(
        CompetencyRole(competency_id=competency_id, role_id=role_id) for role_id in roles
    )


def _roles(session: Session, text: str) -> list[int]:
    known: dict[str, int] = {}
    for number, code, name in session.execute(select(Role.id, Role.code, Role.name)):
        known |= {code.casefold(): number, name.casefold(): number}
    plain = " ".join(text.casefold().split())
    if plain in EVERY_ROLE:
        return sorted(set(known.values()))
    words = [" ".join(each.split()) for each in re.split(r"[;\n]", text) if each.strip()]
    strange = [each for each in words if each.casefold() not in known]
    if strange:
        raise Refusal(
            f"There is no role called “{strange[0]}”. Enter roles by name or code with ; "
            "between, or “every role”."
        )
    return sorted({known[each.casefold()] for each in words})


def _code(session: Session, name: str) -> str:
    """Return a code made of a name that no competency has yet."""
    plain = re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")[:LONGEST_CODE] or "SKILL"
    taken = set(session.scalars(select(Competency.code)))
    made, number = plain, 2
    while made in taken:
        made, number = f"{plain}_{number}", number + 1
    return made
