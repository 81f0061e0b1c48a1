"""What a change of competencies, levels and needs is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import CompetencyKind, Level, typed_level
from pch_desktop.reports.table import Value
from pch_desktop.reports.workforce_skills import NeedRow
from pch_desktop.reports.workforce_who_can import PersonSkillsRow
from pch_desktop.store import workforce
from pch_desktop.store.workforce import CompetencyRow, Need
from pch_desktop.ui.asking import (
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit
from pch_desktop.ui.table_model import TableModel

LEVEL_KEYS = frozenset({"least_level", "level"})


class LevelModel(TableModel[Any]):
    """A table in which a level may be typed as its number or its word."""

    def read(self, column: int, text: str) -> Value:
        """Return the value a text means in a column; Refusal otherwise."""
        if self.columns[column].key not in LEVEL_KEYS:
            return super().read(column, text)
        found = typed_level(text)
        return None if found is None else found.words


def level(value: Value) -> object:
    """Return the level of its words."""
    return typed_level(str(value or ""))


COMPETENCY_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "kind": ("kind", "kind", word(CompetencyKind)),
    "months_valid": ("months_valid", "months valid", as_typed),
    "roles": ("roles", "roles that need it", as_typed),
    "note": ("note", "note", as_typed),
    "source": ("source", "source", as_typed),
    "code": ("code", "code", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
NEED_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "service": ("service", "service", as_typed),
    "competency": ("competency", "competency", as_typed),
    "least_level": ("least_level", "least level", level),
    "least_people": ("least_people", "people needed", as_typed),
}


of_competency = changing(workforce.set_competency, named)


of_need = changing(
    workforce.set_requirement,
    lambda row: f"{row.competency} in {row.service}",
    where=lambda row: f"{row.service}, {row.competency}",
)


COMPETENCY_EDITS = {key: of_competency(*told) for key, told in COMPETENCY_CELLS.items()}
NEED_EDITS = {key: of_need(*told) for key, told in NEED_CELLS.items()}


def add_competency(values: Mapping[str, Value]) -> Change:
    """Return the new competency that was typed."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter what people are able to do, such as wound care.")
    rest = described(values, COMPETENCY_CELLS, "name")
    command = partial(workforce.add_competency, rest=rest)
    return Change(f"Add competency {name}", command, (name,), str(name))


def remove_competencies(rows: Sequence[CompetencyRow]) -> Change:
    """Return the deletion of competencies, with who has and who needs them."""
    return deletion(rows, rows[0].name, "competency", workforce.remove_competencies, "competencies")


def add_need(values: Mapping[str, Value]) -> Change:
    """Return the new need that was typed; one independent person unless told."""
    service, competency = values.get("service"), values.get("competency")
    if not service:
        raise Refusal("Choose the service that needs people.")
    if not competency:
        raise Refusal(f"Choose which competency {service} needs.")
    least = typed_level(str(values.get("least_level") or "")) or Level.INDEPENDENT
    people = values.get("least_people")
    need = Need(least, people if isinstance(people, int) else 1)
    label = f"Add need of {service}: {competency}"
    return Change(label, workforce.add_requirement, (service, competency, need), str(service))


def remove_needs(rows: Sequence[NeedRow]) -> Change:
    """Return the deletion of needs."""
    one = f"need of {rows[0].service}: {rows[0].competency}"
    return deletion(rows, one, "need", workforce.remove_requirements)


def of_level(competency: CompetencyRow, on: date) -> CellEdit[PersonSkillsRow]:
    """Return how somebody's level is put down: assessed on a day."""

    def ask(row: PersonSkillsRow, value: Value) -> Change:
        found = typed_level(str(value or ""))
        words = found.words if found is not None else "not known"
        label = f"Set {competency.name} of {row.name} to {words}"
        args = (row.id, competency.id, found, on)
        return Change(label, workforce.set_level, args, f"{row.name}, {competency.name}")

    return ask


of_ability = changing(
    workforce.set_ability_day,
    lambda row: f"{row.competency} of {row.person}",
    where=lambda row: row.person,
)
"""How a day of somebody's level is changed."""
