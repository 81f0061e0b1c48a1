"""Who can do what: a line for each person, a column for each competency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.workforce_skills import CompetencyKind, Level
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_skills import Skills
from pch_desktop.store.workforce import AbilityRow, CompetencyRow, WorkerRow

LACKING, LAPSED, SOON = "✕", "◆", "▲"
KEY = "0 none to 4 can teach; ▲ ends within 90 days, ◆ lapsed, ✕ needed by their role, not shown"


@dataclass(frozen=True, slots=True)
class PersonSkillsRow:
    """Somebody in post, and how far they have come with each competency."""

    id: int
    name: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]
    on: date
    abilities: Mapping[int, AbilityRow]
    """By the competency's key."""
    needed: frozenset[int]
    """The competencies one of their roles needs."""

    def shown(self, competency_id: int) -> str | None:
        """Return their level with its shape: 3, ▲ 3, ◆ 3, ✕; None where nothing is known."""
        row = self.abilities.get(competency_id)
        if row is None:
            return LACKING if competency_id in self.needed else None
        if row.ability.has_lapsed(self.on):
            return f"{LAPSED} {row.level}"
        return f"{SOON} {row.level}" if row.ability.ends_soon(self.on) else str(row.level)

    def told(self, competency_id: int) -> str:
        """Return their level in words: 3 independent, lapsed 3 Sep 2016."""
        row = self.abilities.get(competency_id)
        if row is None:
            is_needed = competency_id in self.needed
            return "not known, needed by their role" if is_needed else "not known"
        day = written(row.expires_on, Kind.DATE)
        words = Level(row.level).words
        if row.ability.has_lapsed(self.on):
            return f"{words}, lapsed {day}"
        return f"{words}, until {day}" if day else words


PERSON: tuple[Column[PersonSkillsRow], ...] = (
    Column("name", "Name", lambda row: row.name, width=20),
    Column("roles", "Role", lambda row: "; ".join(row.roles), width=28),
    Column("teams", "Team", lambda row: "; ".join(row.teams) or None, width=16),
)


def columns(competencies: Sequence[CompetencyRow]) -> tuple[Column[PersonSkillsRow], ...]:
    """Return the columns: who it is, and one for each competency."""
    return (*PERSON, *(_column(row) for row in competencies))


def column_key(competency_id: int) -> str:
    """Return the key of a competency's column."""
    return f"competency_{competency_id}"


def people(known: Skills) -> list[PersonSkillsRow]:
    """Return everybody in post by name, with what they can do."""
    held: dict[int, dict[int, AbilityRow]] = defaultdict(dict)
    for row in known.abilities:
        held[row.person_id][row.competency_id] = row
    return [_person(each, held[each.id], known) for each in known.workers]


def of_kind(rows: Sequence[CompetencyRow], kind: CompetencyKind | None) -> list[CompetencyRow]:
    """Return the competencies of a kind, or all of them."""
    return [row for row in rows if kind is None or row.kind is kind]


def finding(rows: Sequence[PersonSkillsRow], shown: Sequence[CompetencyRow]) -> str:
    """Return how many people there are, and how many levels in sight have lapsed."""
    keys = {row.id for row in shown}
    held = [each for row in rows for key, each in row.abilities.items() if key in keys]
    on = rows[0].on if rows else None
    lapsed = sum(each.ability.has_lapsed(on) for each in held) if on else 0
    return f"{plural(len(rows), 'person', 'people')}, {plural(lapsed, 'level')} lapsed"


def _person(row: WorkerRow, held: Mapping[int, AbilityRow], known: Skills) -> PersonSkillsRow:
    roles = frozenset(row.roles)
    needed = frozenset(each.id for each in known.competencies if not roles.isdisjoint(each.roles))
    return PersonSkillsRow(row.id, row.name, row.roles, row.teams, known.on, held, needed)


def _column(competency: CompetencyRow) -> Column[PersonSkillsRow]:
    def value(row: PersonSkillsRow) -> Value:
        return row.shown(competency.id)

    lasts = competency.months_valid
    holds = f"for {plural(lasts, 'month')}" if lasts else "for good"
    return Column(column_key(competency.id), competency.name, value, width=6,
                  help=f"{competency.name}, holds {holds}. {KEY}.")  # fmt: skip
