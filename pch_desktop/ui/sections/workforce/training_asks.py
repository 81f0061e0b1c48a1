"""What a change of courses, placements and supervision is called, and its command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import (
    LearnerKind,
    PlaceStatus,
    ProviderKind,
    SupervisionKind,
    TrainingFunding,
)
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import workforce
from pch_desktop.store.workforce import CoursePlaceRow, CourseRow, PlacementRow, SupervisionRow
from pch_desktop.ui.asking import (
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    minutes,
    named,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.sections.workforce.names import Names
from pch_desktop.ui.sections.workforce.skill_asks import level

COURSE_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "provider": ("provider", "provider", as_typed),
    "provider_kind": ("provider_kind", "kind of provider", word(ProviderKind)),
    "funding": ("funding", "who pays", word(TrainingFunding)),
    "starts_on": ("starts_on", "first day", as_typed),
    "ends_on": ("ends_on", "last day", as_typed),
    "hours": ("minutes", "hours", minutes),
    "cost": ("cost_pence", "cost", as_typed),
    "competency": ("competency", "what it leads to", as_typed),
    "level": ("level", "level it leads to", level),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
PLACEMENT_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "learner_kind": ("learner_kind", "learner", word(LearnerKind)),
    "learners": ("learners", "number of learners", as_typed),
    "institution": ("institution", "college", as_typed),
    "practice": ("practice", "practice", as_typed),
    "starts_on": ("starts_on", "first day", as_typed),
    "weeks": ("weeks", "weeks", as_typed),
    "note": ("note", "note", as_typed),
}
SUPERVISION_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "kind": ("kind", "what it is in", word(SupervisionKind)),
    "every_weeks": ("every_weeks", "weeks between", as_typed),
    "last_on": ("last_on", "last day", as_typed),
    "agreed_on": ("next_due_on", "day agreed", as_typed),
}


# Courses


of_course = changing(workforce.set_course, named)


def add_course(values: Mapping[str, Value]) -> Change:
    """Return the new course that was typed."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter the name of the new course.")
    # What it leads to comes before the level, which it would otherwise set.
    known = {key: values[key] for key in COURSE_CELLS if key in values}
    rest = described(known, COURSE_CELLS, "name")
    command = partial(workforce.add_course, rest=rest)
    return Change(f"Add course {name}", command, (name,), str(name))


def course_edits(desk: Desk) -> Edits[CourseRow]:
    """Return what may be changed of courses."""

    def remove(rows: Sequence[CourseRow]) -> Change:
        return deletion(rows, f"course {rows[0].name}", "course", workforce.remove_courses)

    cells = {key: of_course(*told) for key, told in COURSE_CELLS.items()}
    return Edits(desk, cells, add_course, remove)


def book(course: CourseRow, name: str, person_id: int) -> Change:
    """Return the booking of a place."""
    label = f"Book {name} on {course.name}"
    return Change(label, workforce.book_places, (course.id, (person_id,)), name)


def mark(course: CourseRow, rows: Sequence[CoursePlaceRow], status: PlaceStatus) -> Change:
    """Return what became of places: one is called by its name, several are counted."""
    who = rows[0].person if len(rows) == 1 else f"{len(rows)} people"
    label = f"Mark {who} on {course.name}: {status.value}"
    return Change(label, workforce.set_place_status, (tuple(row.id for row in rows), status))


def give_back(course: CourseRow, row: CoursePlaceRow) -> Change:
    """Return the giving back of a place."""
    label = f"Take {row.person} off {course.name}"
    return Change(label, workforce.remove_places, ((row.id,),))


# Placements


def placement_edits(desk: Desk, names: Names, first: Meaning) -> Edits[PlacementRow]:
    """Return what may be changed of placements; ``first`` gives the day unless one is told."""

    def supervisor(row: PlacementRow, value: Value) -> Change:
        key = names.key(value) if value else None
        label = f"Change supervisor of {_placement(row)}"
        return Change(label, workforce.set_placement, (row.id, "supervisor_id", key))

    def add(values: Mapping[str, Value]) -> Change:
        kind = meant(LearnerKind, str(values.get("learner_kind") or ""))
        if kind is None:
            raise Refusal("Choose who is on placement, such as nursing student.")
        if not isinstance(weeks := values.get("weeks"), int):
            raise Refusal("Enter how many weeks the placement takes.")
        rest = described(values, PLACEMENT_CELLS, "learner_kind", "weeks", "starts_on")
        if values.get("supervisor"):
            rest["supervisor_id"] = names.key(values["supervisor"])
        day = values.get("starts_on") or first(None)
        command = partial(workforce.add_placement, rest=rest)
        return Change(f"Add placement of {kind.value}", command, (kind, day, weeks))

    def remove(rows: Sequence[PlacementRow]) -> Change:
        return deletion(rows, _placement(rows[0]), "placement", workforce.remove_placements)

    cells = {key: _of_placement(*told) for key, told in PLACEMENT_CELLS.items()}
    return Edits(desk, {**cells, "supervisor": supervisor}, add, remove)


def _placement(row: PlacementRow) -> str:
    where = f" at {row.practice}" if row.practice else ""
    return f"placement of {row.learner_kind.value}{where}"


# Supervision


def supervision_edits(desk: Desk, names: Names) -> Edits[SupervisionRow]:
    """Return what may be changed of supervision."""

    def of_person(field: str, words: str) -> CellEdit[SupervisionRow]:
        def ask(row: SupervisionRow, value: Value) -> Change:
            args = (row.id, field, names.key(value))
            return Change(f"Change {words} of {_supervision(row)}", workforce.set_supervision, args)

        return ask

    def add(values: Mapping[str, Value]) -> Change:
        if not values.get("supervisee") or not values.get("supervisor"):
            raise Refusal("Choose who is supervised, and by whom.")
        kind = meant(SupervisionKind, str(values.get("kind") or "")) or SupervisionKind.CLINICAL
        if not isinstance(weeks := values.get("every_weeks"), int):
            raise Refusal("Enter every how many weeks it is due.")
        rest = described(values, SUPERVISION_CELLS, "kind", "every_weeks")
        who = (names.key(values["supervisor"]), names.key(values["supervisee"]))
        command = partial(workforce.add_supervision, every_weeks=weeks, rest=rest)
        return Change(f"Add supervision of {values['supervisee']}", command, (*who, kind))

    def remove(rows: Sequence[SupervisionRow]) -> Change:
        return deletion(rows, _supervision(rows[0]), "supervision", workforce.remove_supervisions)

    cells = {key: _of_supervision(*told) for key, told in SUPERVISION_CELLS.items()}
    people = {
        "supervisor": of_person("supervisor_id", "supervisor"),
        "supervisee": of_person("supervisee_id", "who is supervised"),
    }
    return Edits(desk, {**cells, **people}, add, remove)


def hold(rows: Sequence[SupervisionRow], on: date) -> Change:
    """Return that supervision took place on a day."""
    who = _supervision(rows[0]) if len(rows) == 1 else f"{len(rows)} supervisions"
    keys = tuple(row.id for row in rows)
    return Change(f"Mark {who} as held", workforce.hold_supervisions, (keys, on))


def _supervision(row: SupervisionRow) -> str:
    return f"{row.kind.value} supervision of {row.supervisee}"


_of_placement = changing(workforce.set_placement, _placement)
_of_supervision = changing(workforce.set_supervision, _supervision)
