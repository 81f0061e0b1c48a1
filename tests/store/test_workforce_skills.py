"""Competencies, levels, needs, training, placements and supervision in the file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_skills import (
    CompetencyKind,
    LearnerKind,
    Level,
    PlaceStatus,
    ProviderKind,
    ReadyCompetency,
    SupervisionKind,
    TrainingFunding,
)
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Assignment
from pch_desktop.models.workforce_teams import Team, TeamMember
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AbilityRow, CourseRow, Need, PlacementRow, SupervisionRow
from pch_desktop.store.workforce.placements import PLACEMENT_FIELDS
from pch_desktop.store.workforce.skill_edits import COMPETENCY_FIELDS
from pch_desktop.store.workforce.training import COURSE_FIELDS
from tests import localities

ON = date(2016, 10, 31)
NURSE = "Nurse 100% ':x'"
ART = "Acute Response Team"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses, one of them in two posts, a service, and basic life support for a year."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    file.edit("Seed a competency", workforce.add_competency, "Basic life support",
              rest={"kind": CompetencyKind.MANDATORY, "months_valid": 12})  # fmt: skip
    return file


def _more(session: Session) -> None:
    session.add(Service(id=1, code="ART", name="Acute Response Team", category=Category.URGENT))
    session.add(Assignment(id=9, post_id=2, person_id=1, starts_on=ON, weekly_minutes=60))
    session.add(Team(id=1, name="Orchard team"))
    session.flush()
    session.add(TeamMember(team_id=1, person_id=1, ends_on=ON))


def refusal(file: LocalityFile, command: Callable[..., Any], *args: Any, **more: Any) -> str:
    before = file.changes()
    with pytest.raises(Refusal) as refused:
        file.edit("Try", command, *args, **more)
    assert file.changes() == before
    return str(refused.value)


def ability(file: LocalityFile, on: date = ON) -> AbilityRow | None:
    return next(iter(file.read(workforce.abilities, on)), None)


# Competencies and levels


def test_every_field_of_a_competency_can_be_changed(file: LocalityFile) -> None:
    values: dict[str, object] = {
        "code": "BLS",
        "name": "Life support",
        "kind": CompetencyKind.CLINICAL,
        "months_valid": None,
        "note": "Yearly.",
        "source": "Our own list",
    }
    assert set(values) == set(COMPETENCY_FIELDS)
    for field, value in values.items():
        file.edit("Change", workforce.set_competency, 1, field, value)
    row = file.read(workforce.competencies)[0]
    assert {field: getattr(row, field) for field in values} == values


def test_roles_need_a_competency_by_name_or_code_or_all_of_them(file: LocalityFile) -> None:
    file.edit("Add", workforce.add_role, "Paramedic")
    for text, roles in (
        ("nurse; paramedic", (NURSE, "Paramedic")),
        ("PARAMEDIC", ("Paramedic",)),
        ("every role", (NURSE, "Paramedic")),
        (None, ()),
    ):
        file.edit("Change", workforce.set_competency, 1, "roles", text)
        assert file.read(workforce.competencies)[0].roles == roles
    told = refusal(file, workforce.set_competency, 1, "roles", "Nurse; Wizard")
    assert told == ("There is no role called “Wizard”. Enter roles by name or code with ; "
                    "between, or “every role”.")  # fmt: skip


def test_a_ready_list_adds_only_what_is_missing(file: LocalityFile) -> None:
    ready = [
        ReadyCompetency("BASIC life support", CompetencyKind.MANDATORY, 12, "Our own list"),
        ReadyCompetency("Wound care", CompetencyKind.CLINICAL, 36, "Our own list"),
    ]
    assert file.edit("Add the ready list", workforce.add_ready_competencies, ready) == 1
    rows = file.read(workforce.competencies)
    assert [(row.name, row.code, row.months_valid) for row in rows] == [
        ("Wound care", "WOUND_CARE", 36), ("Basic life support", "BASIC_LIFE_SUPPORT", 12),
    ]  # fmt: skip
    assert refusal(file, workforce.add_ready_competencies, ready).startswith("All of the ready")


def test_a_level_holds_for_its_months_and_is_taken_back(file: LocalityFile) -> None:
    file.edit("Level", workforce.set_level, 1, 1, Level.INDEPENDENT, date(2016, 2, 29))
    row = ability(file)
    assert row is not None
    assert (row.person, row.level) == ("Person Example 1", 3)
    assert (row.assessed_on, row.expires_on) == (date(2016, 2, 29), date(2017, 2, 28))
    file.edit("Level", workforce.set_level, 1, 1, Level.TEACHES, ON)
    assert len(file.read(workforce.abilities, ON)) == 1
    file.edit("Level", workforce.set_level, 1, 1, None, ON)
    assert ability(file) is None
    file.undo()
    assert ability(file) is not None


def test_a_level_cannot_expire_before_it_was_assessed(file: LocalityFile) -> None:
    file.edit("Level", workforce.set_level, 1, 1, Level.INDEPENDENT, ON)
    told = refusal(file, workforce.set_ability_day, 1, "expires_on", date(2016, 10, 30))
    assert told == "A level cannot expire before it was assessed. Enter a later last day."
    file.edit("Day", workforce.set_ability_day, 1, "expires_on", ON)
    for day, ends in (
        (date(2016, 9, 1), date(2017, 9, 1)),
        (date(2018, 9, 1), date(2019, 9, 1)),
        (None, date(2019, 9, 1)),
    ):
        file.edit("Day", workforce.set_ability_day, 1, "assessed_on", day)
        row = ability(file)
        assert row is not None
        assert (row.assessed_on, row.expires_on) == (day, ends)


def test_only_people_with_a_live_assignment_count_and_each_once(file: LocalityFile) -> None:
    for person in (1, 2):
        file.edit("Level", workforce.set_level, person, 1, Level.INDEPENDENT, date(2016, 4, 2))
    file.edit("Leave", workforce.set_assignment, 2, "ends_on", date(2016, 10, 30))
    assert [row.person_id for row in file.read(workforce.abilities, ON)] == [1]
    assert [row.person_id for row in file.read(workforce.abilities, date(2016, 10, 30))] == [1, 2]
    workers = file.read(workforce.workers, ON)
    assert [(row.id, row.roles) for row in workers] == [(1, (NURSE,)), (3, (NURSE,))]
    assert workers[0].teams == ("Orchard team",)
    assert file.read(workforce.workers, date(2016, 11, 1))[0].teams == ()
    assert file.read(workforce.workers, date(2016, 3, 31)) == []


def test_who_is_seconded_out_is_not_here_to_do_it(file: LocalityFile) -> None:
    for person in (1, 2):
        file.edit("Level", workforce.set_level, person, 1, Level.INDEPENDENT, date(2016, 4, 2))
    file.edit("Lend", workforce.set_assignment, 2, "contract_kind", ContractKind.SECONDMENT_OUT)
    assert [row.person_id for row in file.read(workforce.abilities, ON)] == [1]


def test_deleting_a_competency_takes_along_who_has_and_who_needs_it(file: LocalityFile) -> None:
    file.edit("Level", workforce.set_level, 1, 1, Level.INDEPENDENT, ON)
    file.edit(
        "Need", workforce.add_requirement, "Acute response team", "basic life support", Need()
    )
    file.edit("Course", workforce.add_course, "Heart", rest={"competency": "Basic life support"})
    file.edit("Delete", workforce.remove_competencies, [1])
    assert ability(file) is None
    assert file.read(workforce.requirements) == []
    assert file.read(workforce.courses)[0].competency is None
    file.undo()
    assert len(file.read(workforce.requirements)) == 1


# What services need


def test_a_service_needs_people_of_a_level(file: LocalityFile) -> None:
    need = Need(Level.SUPERVISED, 4)
    made = file.edit("Need", workforce.add_requirement, "ACUTE response team",
                     "Basic life support", need)  # fmt: skip
    for field, value in (("least_level", 4), ("least_people", 7)):
        file.edit("Change", workforce.set_requirement, made, field, value)
    row = file.read(workforce.requirements)[0]
    assert (row.service, row.competency) == ("Acute Response Team", "Basic life support")
    assert (row.least_level, row.least_people) == (4, 7)
    file.edit("Delete", workforce.remove_requirements, [made])
    assert file.read(workforce.requirements) == []


@pytest.mark.parametrize(
    ("command", "args", "sentence"),
    [
        (workforce.add_requirement, ("Acute Response Team", "Magic", Need()),
         "There is no competency called “Magic”."),
        (workforce.add_requirement, ("Nowhere", "Basic life support", Need()),
         "There is no service called “Nowhere”."),
        (workforce.add_requirement, ("Acute Response Team", "Basic life support", Need()),
         "The service has a line for this competency already."),
        (workforce.set_requirement, (1, "least_people", 0), "Enter how many people are needed"),
        (workforce.set_requirement, (1, "least_people", 1000), "Enter how many people are needed"),
        (workforce.set_requirement, (1, "least_level", 0), "Enter the least level that is needed"),
        (workforce.set_competency, (1, "months_valid", 0), "Enter after how many months"),
        (workforce.set_competency, (1, "months_valid", 601), "Enter after how many months"),
        (workforce.set_competency, (1, "name", ""), "Enter what people are able to do."),
        (workforce.set_competency, (1, "kind", None), "Enter whether it is clinical"),
        (workforce.set_level, (99, 1, Level.AWARE, ON), "That line is no longer in the file."),
    ],
)  # fmt: skip
def test_what_cannot_be_needed_is_refused(
    file: LocalityFile, command: Callable[..., Any], args: tuple[Any, ...], sentence: str
) -> None:
    file.edit(
        "Need", workforce.add_requirement, "Acute Response Team", "Basic life support", Need()
    )
    assert refusal(file, command, *args).startswith(sentence)


# Training


@pytest.fixture
def course(file: LocalityFile) -> int:
    """A course on 18 October that leads to basic life support."""
    rest = {"starts_on": date(2016, 10, 17), "ends_on": date(2016, 10, 18),
            "competency": "Basic life support"}  # fmt: skip
    return file.edit("Course", workforce.add_course, "Life support", rest=rest)


def one(file: LocalityFile) -> CourseRow:
    return file.read(workforce.courses)[0]


def test_every_field_of_a_course_can_be_changed(file: LocalityFile, course: int) -> None:
    values: dict[str, object] = {
        "name": "Heart",
        "provider": "Fenshire Training Hub",
        "provider_kind": ProviderKind.HUB,
        "funding": TrainingFunding.LOCALITY,
        "starts_on": date(2016, 9, 1),
        "ends_on": date(2016, 9, 2),
        "cost_pence": 0,
        "minutes": 90,
        "level": 4,
    }
    assert set(values) == set(COURSE_FIELDS)
    for field, value in values.items():
        file.edit("Change", workforce.set_course, course, field, value)
    assert {field: getattr(one(file), field) for field in values} == values
    file.edit("Change", workforce.set_course, course, "competency", None)
    assert (one(file).competency, one(file).level) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ends_on", date(2016, 10, 16), "The course cannot end before it begins."),
        ("cost_pence", -1, "A course cannot cost less than nothing."),
        ("minutes", 0, "Enter how many hours the course takes"),
        ("level", 0, "Enter the level the course leads to"),
        ("competency", "Magic", "There is no competency called “Magic”."),
        ("name", None, "Enter the course's name."),
    ],
)
def test_what_cannot_be_of_a_course_is_refused(
    file: LocalityFile, course: int, field: str, value: object, sentence: str
) -> None:
    assert refusal(file, workforce.set_course, course, field, value).startswith(sentence)


def test_who_attends_has_the_level_in_the_same_step(file: LocalityFile, course: int) -> None:
    file.edit("Book", workforce.book_places, course, [1, 2])
    assert (one(file).booked, one(file).places) == (2, 2)
    places = [row.id for row in file.read(workforce.course_places, course)]
    file.edit("Attend", workforce.set_place_status, places, PlaceStatus.ATTENDED)
    held = file.read(workforce.abilities, ON)
    assert [(row.person_id, row.level, row.assessed_on, row.expires_on) for row in held] == [
        (1, 3, date(2016, 10, 18), date(2017, 10, 18)),
        (2, 3, date(2016, 10, 18), date(2017, 10, 18)),
    ]
    assert (one(file).booked, one(file).attended) == (0, 2)
    file.undo()
    assert (one(file).booked, file.read(workforce.abilities, ON)) == (2, [])


def test_a_course_takes_no_level_away_and_whoever_missed_it_has_none(
    file: LocalityFile, course: int
) -> None:
    file.edit("Level", workforce.set_level, 1, 1, Level.TEACHES, date(2016, 1, 1))
    file.edit("Book", workforce.book_places, course, [1, 2])
    first, second = (row.id for row in file.read(workforce.course_places, course))
    file.edit("Attend", workforce.set_place_status, [first], PlaceStatus.ATTENDED)
    file.edit("Miss", workforce.set_place_status, [second], PlaceStatus.MISSED)
    held = file.read(workforce.abilities, ON)
    assert [(row.person_id, row.level, row.assessed_on) for row in held] == [
        (1, 4, date(2016, 10, 18))
    ]
    assert (one(file).attended, one(file).missed, one(file).places) == (1, 1, 2)


def test_a_place_is_booked_once_and_a_level_needs_a_day(file: LocalityFile, course: int) -> None:
    file.edit("Book", workforce.book_places, course, [1])
    told = refusal(file, workforce.book_places, course, [2, 1])
    assert told == "Person Example 1 has a place on this course already."
    for field in ("ends_on", "starts_on"):
        file.edit("Change", workforce.set_course, course, field, None)
    told = refusal(file, workforce.set_place_status, [1], PlaceStatus.ATTENDED)
    assert told == "Enter the course's last day first: the level is assessed on it."
    file.edit("Give back", workforce.remove_places, [1])
    assert file.read(workforce.course_places, course) == []
    file.edit("Delete", workforce.remove_courses, [course])
    assert file.read(workforce.courses) == []


# Placements


def test_every_field_of_a_placement_can_be_changed(file: LocalityFile) -> None:
    made = file.edit("Add", workforce.add_placement, LearnerKind.MEDICAL_STUDENT, ON, 1)
    values: dict[str, object] = {
        "learner_kind": LearnerKind.PARAMEDIC,
        "learners": 4,
        "institution": "Marsh University",
        "starts_on": date(2016, 9, 5),
        "weeks": 12,
        "note": "Two at a time.",
    }
    assert set(values) == set(PLACEMENT_FIELDS)
    for field, value in {**values, "practice": "orchard lane surgery", "supervisor_id": 2}.items():
        file.edit("Change", workforce.set_placement, made, field, value)
    row: PlacementRow = file.read(workforce.placements)[0]
    assert {field: getattr(row, field) for field in values} == values
    assert (row.practice, row.supervisor) == ("Orchard Lane Surgery", "Person Example 2")
    assert (row.ends_on, row.learner_weeks) == (date(2016, 11, 27), 48)
    for field, value in (("learners", 0), ("weeks", 261), ("weeks", None)):
        assert refusal(file, workforce.set_placement, made, field, value).startswith("Enter how")
    assert "no practice" in refusal(file, workforce.set_placement, made, "practice", "Nowhere")
    file.edit("Delete", workforce.remove_placements, [made])
    assert file.read(workforce.placements) == []


# Supervision


def supervision(file: LocalityFile, on: date = ON) -> list[SupervisionRow]:
    return file.read(workforce.supervisions, on)


def test_supervision_is_due_and_the_longest_overdue_comes_first(file: LocalityFile) -> None:
    kind = SupervisionKind.CLINICAL
    for supervisee, last in ((2, date(2016, 9, 30)), (3, date(2016, 8, 31))):
        file.edit("Add", workforce.add_supervision, 1, supervisee, kind, every_weeks=4,
                  rest={"last_on": last})  # fmt: skip
    file.edit("Add", workforce.add_supervision, 2, 3, kind, every_weeks=4)
    assert [row.due_on for row in supervision(file)] == [
        date(2016, 9, 28), date(2016, 10, 28), None,
    ]  # fmt: skip
    file.edit("Held", workforce.hold_supervisions, [1, 2], ON)
    assert [row.due_on for row in supervision(file)] == [
        None, date(2016, 11, 28), date(2016, 11, 28),
    ]  # fmt: skip
    assert all(row.is_in_post for row in supervision(file))
    file.edit("Leave", workforce.set_assignment, 3, "ends_on", date(2016, 10, 30))
    assert sorted(row.is_in_post for row in supervision(file)) == [False, False, True]


def test_a_day_agreed_is_done_with_once_it_was_held(file: LocalityFile) -> None:
    kind, agreed = SupervisionKind.LINE, date(2016, 10, 20)
    made = file.edit("Add", workforce.add_supervision, 1, 2, kind, every_weeks=6,
                     rest={"next_due_on": agreed})  # fmt: skip
    assert supervision(file)[0].due_on == agreed
    file.edit("Held", workforce.hold_supervisions, [made], date(2016, 10, 24))
    row = supervision(file)[0]
    assert (row.last_on, row.agreed_on, row.due_on) == (date(2016, 10, 24), None, date(2016, 12, 5))
    file.edit("Delete", workforce.remove_supervisions, [made])
    assert supervision(file) == []


def test_what_cannot_be_supervised_is_refused(file: LocalityFile) -> None:
    kind = SupervisionKind.CLINICAL
    made = file.edit("Add", workforce.add_supervision, 1, 2, kind, every_weeks=4)
    add, change = workforce.add_supervision, workforce.set_supervision
    alone = "Nobody supervises themselves. Choose another supervisor."
    assert refusal(file, add, 2, 2, kind, every_weeks=4) == alone
    assert refusal(file, change, made, "supervisor_id", 2) == alone
    twice = refusal(file, add, 1, 2, kind, every_weeks=8)
    assert twice == "This supervision is there already. Change its line instead."
    assert refusal(file, change, made, "every_weeks", 0).startswith("Enter every how many weeks")
    assert refusal(file, add, 1, 3, kind, every_weeks=105).startswith("Enter every how many weeks")
    file.edit("Change", change, made, "supervisor_id", 3)
    assert supervision(file)[0].supervisor == "Person Example 3"
