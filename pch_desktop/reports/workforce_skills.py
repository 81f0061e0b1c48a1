"""What services and roles need of people, and how many there are who can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_skills import (
    Ability,
    CompetencyKind,
    Found,
    Level,
    NeedStatus,
    found,
)
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import (
    AbilityRow,
    CompetencyRow,
    RequirementRow,
    WorkerRow,
)

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

LEVEL_WORDS = tuple(level.words for level in Level)
"""The levels as they are offered: 0 none to 4 can teach."""
ANY_LEVEL = Level.AWARE
"""A role that needs a competency asks for no particular level."""
MARKS = {
    NeedStatus.MET: "●",
    NeedStatus.EXPIRING: "▲",
    NeedStatus.SHORT: "◆",
    NeedStatus.NOBODY: "✕",
}
RATINGS = {
    NeedStatus.MET: "Green",
    NeedStatus.EXPIRING: "Amber",
    NeedStatus.SHORT: "Red",
    NeedStatus.NOBODY: "Red",
}
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
METHOD = (
    "Gap: least people less people in post of at least the level whose level has not expired, "
    "never below nothing. Somebody in two jobs counts once; the last day of a level still counts.",
    "What was assessed after the day shown does not count for it. Who the people are is not "
    "printed.",
)


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What a service needs of a competency, and who there is."""

    id: int
    service: str
    competency: str
    kind: CompetencyKind
    least_level: int
    found: Found
    near: tuple[str, ...] = ()
    """Who could fill the gap soonest: a level that has lapsed, or one below what is needed."""

    @property
    def standing(self) -> str:
        """How it stands, its shape first: ◆ 2 short."""
        return standing(self.found)


@dataclass(frozen=True, slots=True)
class RoleNeedRow:
    """How many people hold a role that needs a competency, and how many have it."""

    id: int
    competency: str
    kind: CompetencyKind
    roles: tuple[str, ...]
    """The roles that need it and that somebody holds."""
    found: Found
    """Those who need it are its least people."""
    lapsed: int
    """Of those without it, how many had it until it expired."""
    lapsed_people: tuple[WorkerRow, ...] = ()
    lacking_people: tuple[WorkerRow, ...] = ()

    @property
    def lacking(self) -> int:
        """Of those without it, how many were never shown to have it."""
        return self.found.gap - self.lapsed

    @property
    def near(self) -> tuple[str, ...]:
        """Whose level has lapsed."""
        return tuple(each.name for each in self.lapsed_people)

    @property
    def standing(self) -> str:
        """How it stands, its shape first."""
        return standing(self.found)


@dataclass(frozen=True, slots=True)
class Skills:
    """Everything known of skills on a day."""

    on: date
    workers: Sequence[WorkerRow]
    competencies: Sequence[CompetencyRow]
    abilities: Sequence[AbilityRow]
    requirements: Sequence[RequirementRow]


def skills(file: Reads, on: date) -> Skills:
    """Return what is known of skills on a day."""
    return Skills(
        on,
        file.read(workforce.workers, on),
        file.read(workforce.competencies),
        file.read(workforce.abilities, on),
        file.read(workforce.requirements),
    )


def standing(told: Found) -> str:
    """Return how a need stands, its shape first: ● Met, ▲ Met, 1 expiring, ◆ 2 short, ✕ Nobody."""
    words = {
        NeedStatus.MET: "Met",
        NeedStatus.EXPIRING: f"Met, {told.expiring:,} expiring",
        NeedStatus.SHORT: f"{told.gap:,} short",
        NeedStatus.NOBODY: "Nobody",
    }
    return f"{MARKS[told.status]} {words[told.status]}"


def service_needs(known: Skills) -> list[NeedRow]:
    """Return what each service needs and has: the widest gap first, then what expires."""
    held = _by_competency(known.abilities)
    rows = [_need(row, held[row.competency_id], known.on) for row in known.requirements]
    order = list(MARKS)

    def rank(row: NeedRow) -> tuple[int, int, str, str]:
        return -row.found.gap, -order.index(row.found.status), row.service, row.competency

    return sorted(rows, key=rank)


def role_needs(known: Skills) -> list[RoleNeedRow]:
    """Return by competency how many people's roles need it, and how many lack it.

    Any level above none will do. Competencies no held role needs are left out.
    """
    held = _by_competency(known.abilities)
    rows = [_role_need(row, held[row.id], known) for row in known.competencies if row.roles]
    return sorted(
        (row for row in rows if row.found.least_people),
        key=lambda row: (-row.found.gap, row.competency),
    )


def _by_competency(rows: Sequence[AbilityRow]) -> dict[int, list[AbilityRow]]:
    held: dict[int, list[AbilityRow]] = defaultdict(list)
    for row in rows:
        held[row.competency_id].append(row)
    return held


def _need(row: RequirementRow, held: Sequence[AbilityRow], on: date) -> NeedRow:
    told = found([each.ability for each in held], row.least_level, row.least_people, on)
    near = () if told.status is NeedStatus.MET else tuple(_near(held, row.least_level, on))
    level = row.least_level
    return NeedRow(row.id, row.service, row.competency, row.kind, level, told, near)


def _near(held: Sequence[AbilityRow], least_level: int, on: date) -> Iterator[str]:
    """Yield who has the level and let it lapse, then who is one below it."""
    for each in held:
        if each.level >= least_level and each.ability.has_lapsed(on):
            yield f"{each.person} (lapsed {written(each.expires_on, Kind.DATE)})"
    for each in held:
        if least_level > Level.AWARE and each.level == least_level - 1 and each.ability.holds(on):
            yield f"{each.person} ({Level(each.level).words})"


def _role_need(row: CompetencyRow, held: Sequence[AbilityRow], known: Skills) -> RoleNeedRow:
    needing = frozenset(row.roles)
    people = [each for each in known.workers if not needing.isdisjoint(each.roles)]
    have: Mapping[int, Ability] = {each.person_id: each.ability for each in held}
    none = Ability(Level.NONE)
    without = [each for each in people if not have.get(each.id, none).counts(ANY_LEVEL, known.on)]
    lapsed = [each for each in without if _lapsed(have.get(each.id), known.on)]
    gone = {each.id for each in lapsed}
    return RoleNeedRow(
        row.id,
        row.name,
        row.kind,
        tuple(sorted({role for each in people for role in each.roles} & needing)),
        found([have.get(each.id, none) for each in people], ANY_LEVEL, len(people), known.on),
        len(lapsed),
        tuple(lapsed),
        tuple(each for each in without if each.id not in gone),
    )


def _lapsed(ability: Ability | None, on: date) -> bool:
    return ability is not None and ability.level >= ANY_LEVEL and ability.has_lapsed(on)


NEEDS: tuple[Column[NeedRow], ...] = (
    Column("service", "Service", lambda row: row.service, width=26),
    Column("competency", "Competency", lambda row: row.competency, width=28),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(CompetencyKind), width=12, prints=False),
    Column("least_level", "Least level", lambda row: Level(row.least_level).words, width=14),
    Column("least_people", "Needed", lambda row: row.found.least_people, Kind.COUNT,
           width=9),
    Column("have", "Have", lambda row: row.found.have, Kind.COUNT, width=7,
           help="People in post of at least the level, not expired on the day; each once."),
    Column("gap", "Gap", lambda row: row.found.gap, Kind.COUNT, Total.SUM,
           formula="MAX(0,{least_people}-{have})", width=7,
           help="People needed less people who can; never below nothing."),
    Column("expiring", "Expiring", lambda row: row.found.expiring, Kind.COUNT,
           width=8, help="Of those who can, how many will not in 90 days unless shown again."),
    Column("standing", "Standing", lambda row: row.standing, width=16),
)  # fmt: skip
"""What services need and have, without names."""
NEAR: Column[NeedRow] = Column(
    "near", "Who is near", lambda row: ", ".join(row.near) or None, width=50, prints=False,
    help="Whose level has lapsed, and who is one level below what is needed.",
)  # fmt: skip
ROLE_NEEDS: tuple[Column[RoleNeedRow], ...] = (
    Column("competency", "Competency", lambda row: row.competency, width=30),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(CompetencyKind), width=12),
    Column("people", "Need it", lambda row: row.found.least_people, Kind.COUNT, width=9,
           help="People in post with a role that needs it; somebody in two jobs once."),
    Column("have", "Have it", lambda row: row.found.have, Kind.COUNT, width=8,
           help="Any level above none that has not expired on the day."),
    Column("lapsed", "Lapsed", lambda row: row.lapsed, Kind.COUNT, width=8,
           help="Had it, and it expired before the day."),
    Column("lacking", "Never shown", lambda row: row.lacking, Kind.COUNT, width=8),
    Column("expiring", "Expiring", lambda row: row.found.expiring, Kind.COUNT, width=8,
           help="Have it, and will not in 90 days unless it is shown again."),
    Column("standing", "Standing", lambda row: row.standing, width=16),
    Column("roles", "Roles in post that need it", lambda row: "; ".join(row.roles), width=40,
           prints=False),
)  # fmt: skip
"""How many people's roles need a competency, and how many have it; without names."""
ROLE_NEAR: Column[RoleNeedRow] = Column(
    "near", "Whose has lapsed", lambda row: ", ".join(row.near) or None, width=44, prints=False
)
RATING: Column[NeedRow] = Column(
    "rating", "Rating", lambda row: RATINGS[row.found.status], Kind.RATING, width=9
)
COMPETENCIES: tuple[Column[CompetencyRow], ...] = (
    Column("name", "Competency", lambda row: row.name, width=30),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(CompetencyKind), width=12),
    Column("months_valid", "Months valid", lambda row: row.months_valid, Kind.COUNT, width=9,
           help="After so many months it is shown again; blank where it holds for good."),
    Column("roles", "Needed by", lambda row: "; ".join(row.roles) or None, width=60,
           help="Roles by name or code with ; between, or: every role."),
    Column("note", "Note", lambda row: row.note, width=24),
    Column("source", "Source", lambda row: row.source, width=16),
    Column("code", "Code", lambda row: row.code, width=18),
)  # fmt: skip
REQUIREMENTS: tuple[Column[NeedRow], ...] = tuple(
    column for column in NEEDS if column.key not in {"kind", "expiring"}
)


def needs_finding(rows: Sequence[NeedRow]) -> str:
    """Return the sentence on how many needs are short, and which most."""
    if not rows:
        return "No service has said yet what it needs."
    short = [row for row in rows if row.found.gap]
    if not short:
        soon = sum(row.found.status is NeedStatus.EXPIRING for row in rows)
        also = f"; {soon:,} will be short within 90 days unless levels are shown again"
        return f"All {plural(len(rows), 'need')} of services are met{also if soon else ''}."
    said = "; ".join(f"{row.competency} in {row.service} by {row.found.gap}" for row in short[:2])
    more = f"; and {len(short) - 2:,} more" if len(short) > 2 else ""
    verb = "is" if len(short) == 1 else "are"
    return f"{number(len(short))} of {plural(len(rows), 'need')} {verb} short: {said}{more}."


def roles_finding(rows: Sequence[RoleNeedRow]) -> str:
    """Return the sentence on who lacks what their role needs."""
    if not rows:
        return "No role that somebody holds needs a competency yet."
    widest = rows[0]
    if not widest.found.gap:
        return "Everybody has what their role needs."
    have, need = widest.found.have, widest.found.least_people
    return (
        f"{plural(need, 'person needs', 'people need')} {widest.competency}; {have:,} have it, "
        f"{widest.lapsed:,} lapsed, {widest.lacking:,} never shown."
    )


def needs_alt_text(rows: Sequence[NeedRow]) -> str:
    """Return the finding and its numbers, for those who do not see the picture."""
    numbers = "; ".join(
        f"{row.service}, {row.competency}: {row.found.have} of {row.found.least_people}"
        for row in rows[:6]
    )
    return f"A grid of services by competencies. {needs_finding(rows)} {numbers}."[:400]


def number(count: int) -> str:
    """Return a count as a sentence begins with it: Two, 14."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def skills_gaps(file: Reads, month: Month) -> Table[NeedRow]:
    """Return what services need and have at a month's end, without names."""
    rows = service_needs(skills(file, month.last))
    subtitle = f"People in post at {written(month.last, Kind.DATE)}. No names."
    notes = (needs_finding(rows), *METHOD) if rows else METHOD
    return Table("Skills gaps", (*NEEDS, RATING), rows, subtitle, (), notes)


def role_gaps(file: Reads, month: Month) -> Table[RoleNeedRow]:
    """Return what roles need and how many people have it at a month's end, without names."""
    rows = role_needs(skills(file, month.last))
    subtitle = f"People in post at {written(month.last, Kind.DATE)}. No names."
    notes = ("Any level above none that has not expired counts. Somebody in two jobs counts once.",)
    return Table("Skills by role", ROLE_NEEDS, rows, subtitle, (), notes)


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on skills."""
    return (skills_gaps(file, month), role_gaps(file, month))
