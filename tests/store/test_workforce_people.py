"""People as they are kept: counted, made anonymous, erased, and all that is held about one."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ContractKind, LeavingReason, ProfessionalBody
from pch_desktop.domain.workforce_people import LawfulBasis, Registered
from pch_desktop.domain.workforce_skills import (
    CompetencyKind,
    LearnerKind,
    PlaceStatus,
    SupervisionKind,
)
from pch_desktop.models.partners import Contact, Partner
from pch_desktop.models.workforce import Assignment, Person, Post
from pch_desktop.models.workforce_flow import Recruitment
from pch_desktop.models.workforce_skills import (
    Competency,
    Course,
    CoursePlace,
    PersonCompetency,
    Placement,
    Supervision,
)
from pch_desktop.models.workforce_teams import Team, TeamMember
from pch_desktop.store import about, checking, erasure, everything, naming, workforce
from pch_desktop.store.chain import Flaw
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import RecordState, StaffRecordRow
from pch_desktop.store.workforce.texts import must_name_no_patient
from tests import localities

ON = date(2016, 10, 31)
MAY = date(2015, 5, 31)
NAME, CODE, EMAIL = "Zelda Quimby-Thorn", "ZQ-4711", "zelda.quimby@example.org"
FORMER = "Zelda Oakes"
TRACES = (NAME, CODE, EMAIL, FORMER, "Quimby", "Ouseby hospice")


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses, and somebody who left long ago and stands in every table there is."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    file.edit(f"Add {FORMER}", _leaver)
    file.edit(f"Change name of {FORMER}", workforce.set_person, 9, "name", NAME)
    file.edit("Note", workforce.set_post, 1, "note", f"Covered by {NAME} on Mondays.")
    file.edit("Cost", localities.set_cost, 2, 5)
    return file


def _more(session: Session) -> None:
    session.add(Competency(id=1, code="WOUND", name="Wound care", kind=CompetencyKind.CLINICAL))
    session.add(Course(id=1, name="Wound care day", cost_pence=90_000))
    session.add(
        Partner(id=2, name="Ouseby Hospital", kind=PartnerKind.ACUTE_TRUST, sector=Sector.SECONDARY)
    )
    session.flush()
    session.add(Recruitment(post_id=2, vacant_from=ON, mitigation=f"{FORMER} covers two days"))


def _leaver(session: Session) -> None:
    session.add(
        Person(
            id=9, name=FORMER, staff_code=CODE, work_email=EMAIL, birth_year=1970,
            professional_body=ProfessionalBody.NMC, registration_expires_on=MAY,
        )
    )  # fmt: skip
    session.flush()
    session.add(
        Assignment(
            id=9, post_id=3, person_id=9, starts_on=date(2010, 1, 1), ends_on=MAY,
            weekly_minutes=1_500, wte_override=Decimal("0.5"), wte_reason="Phased return",
            leaving_reason=LeavingReason.RETIREMENT, destination="Ouseby hospice",
        )
    )  # fmt: skip
    session.add(PersonCompetency(id=1, person_id=9, competency_id=1, level=3))
    session.add(CoursePlace(id=1, course_id=1, person_id=9, status=PlaceStatus.ATTENDED))
    for key, pair in enumerate(((9, 1), (2, 9)), start=1):
        session.add(
            Supervision(id=key, supervisor_id=pair[0], supervisee_id=pair[1],
                        kind=SupervisionKind.CLINICAL, every_weeks=4)
        )  # fmt: skip
    session.add(Team(id=1, name="North team", lead_id=9, purpose=f"Ask {FORMER} first"))
    session.flush()
    session.add(TeamMember(id=1, team_id=1, person_id=9, part="Lead"))
    session.add(
        Placement(id=1, learner_kind=LearnerKind.PHARMACY, starts_on=MAY, weeks=4, supervisor_id=9)
    )
    session.add(Contact(id=1, partner_id=2, name="Z. Quimby", work_email=EMAIL))


def traces(path: Path) -> list[str]:
    """Return which traces of the leaver stand anywhere in a file's bytes."""
    held = path.read_bytes()
    return [each for each in TRACES if each.encode() in held or each.encode("utf-16-le") in held]


def record(file: LocalityFile, person_id: int) -> StaffRecordRow:
    return next(row for row in file.read(workforce.staff_records, ON) if row.id == person_id)


# Counting


def hold(file: LocalityFile, post_id: int, kind: ContractKind, minutes: int = 1_500) -> int:
    rest = {"contract_kind": kind}
    return file.edit(
        "Hold", workforce.add_assignment, post_id, 1, date(2016, 10, 1), minutes, rest=rest
    )


def test_a_volunteers_hours_are_added_up_apart_and_are_no_wte(file: LocalityFile) -> None:
    before = {row.id: row for row in file.read(workforce.posts, ON)}
    hold(file, 2, ContractKind.VOLUNTEER, 300)
    after = {row.id: row for row in file.read(workforce.posts, ON)}
    assert after[2].volunteer_minutes == 300
    assert (after[2].in_post_wte, after[2].cover_wte) == (
        before[2].in_post_wte, before[2].cover_wte,
    )  # fmt: skip
    person = next(row for row in file.read(workforce.people, ON) if row.id == 1)
    assert (person.wte, person.volunteer_minutes, person.is_volunteer) == (1, 300, True)


def test_who_is_seconded_out_is_seen_and_not_in_post(file: LocalityFile) -> None:
    held = hold(file, 2, ContractKind.SECONDMENT_OUT)
    file.edit("Where", workforce.set_assignment, held, "other_employer", "Ouseby Hospital")
    post = next(row for row in file.read(workforce.posts, ON) if row.id == 2)
    assert (post.in_post_wte, post.cover_wte) == (1, 0)
    assert "Person Example 1 (seconded out)" in post.holders
    person = next(row for row in file.read(workforce.people, ON) if row.id == 1)
    assert (person.is_in_post, person.is_seconded_out) == (True, True)
    assert "(N2, seconded out to Ouseby Hospital)" in person.posts


def test_one_person_in_two_jobs_is_one_row_with_both(file: LocalityFile) -> None:
    hold(file, 2, ContractKind.PERMANENT)
    rows = [row for row in file.read(workforce.people, ON) if row.id == 1]
    assert [row.wte for row in rows] == [Decimal("1.6667")]


def test_zero_hours_are_cover_by_the_hours_worked(file: LocalityFile) -> None:
    hold(file, 2, ContractKind.ZERO_HOURS, 900)
    post = next(row for row in file.read(workforce.posts, ON) if row.id == 2)
    assert (post.in_post_wte, post.cover_wte) == (1, Decimal("0.4"))


def test_a_registration_stands_with_whoever_holds_a_post(file: LocalityFile) -> None:
    file.edit("End", workforce.set_person, 1, "registration_expires_on", ON - timedelta(1))
    rows = {row.id: row.registered for row in file.read(workforce.people, ON)}
    assert (rows[1], rows[2], rows[9]) == (Registered.ENDED, None, None)


# How long names are kept


def test_leavers_are_due_once_their_months_are_over(file: LocalityFile) -> None:
    assert record(file, 9).state is RecordState.DUE
    assert (record(file, 9).last_day, record(file, 9).kept_until) == (MAY, date(2016, 5, 31))
    assert record(file, 1).state is RecordState.HOLDS
    file.edit("Longer", workforce.set_kept_months, 17)
    assert record(file, 9).state is RecordState.KEPT
    assert file.read(workforce.retention).months == 17
    file.edit("Usual", workforce.set_kept_months, None)
    assert file.read(workforce.retention).months == 12


def test_a_post_to_come_keeps_somebody_from_being_due(file: LocalityFile) -> None:
    file.edit("Back", workforce.add_assignment, 1, 9, date(2017, 1, 1), 1_500)
    assert record(file, 9).state is RecordState.HOLDS
    with pytest.raises(Refusal, match="still holds a post"):
        file.edit("Try", erasure.anonymise, [9], ON)
    file.edit("New", workforce.add_person, "Nobody Yet")
    assert {row.state for row in file.read(workforce.staff_records, ON) if row.name == "Nobody Yet"
            } == {RecordState.NEVER}  # fmt: skip


def test_the_lawful_basis_is_recorded_and_taken_away(file: LocalityFile) -> None:
    assert file.read(workforce.retention).basis is None
    file.edit("Basis", workforce.set_lawful_basis, LawfulBasis.PUBLIC_TASK)
    assert file.read(workforce.retention).basis is LawfulBasis.PUBLIC_TASK
    file.edit("Basis", workforce.set_lawful_basis, None)
    assert file.read(workforce.retention).basis is None


@pytest.mark.parametrize("months", [-1, 121])
def test_months_out_of_reach_are_refused(file: LocalityFile, months: int) -> None:
    with pytest.raises(Refusal, match="Enter a number of months from 0 to 120"):
        file.edit("Try", workforce.set_kept_months, months)


# Made anonymous, erased


@pytest.mark.parametrize("is_erased", [False, True])
def test_nothing_of_somebody_forgotten_stands_in_the_files_bytes(
    file: LocalityFile, path: Path, is_erased: bool
) -> None:
    file.close()
    assert set(traces(path)) == set(TRACES)
    file = localities.opened(path)
    if is_erased:
        file.edit("Erase a person", erasure.erase_person, 9, ON)
    else:
        file.edit("Make anonymous", erasure.anonymise, [9], ON)
    file.shrink()
    called = erasure.FORGOTTEN if is_erased else "Leaver 9"
    person = file.read(lambda session: session.get_one(Person, 9))
    assert (person.name, person.anonymised_on) == (called, ON)
    assert file.read(lambda s: s.get_one(Post, 1).note) == f"Covered by {called} on Mondays."
    file.close()
    assert traces(path) == []
    assert not any(finding.is_damage for finding in checking.check(path))


def test_what_posts_and_others_rest_on_stays(file: LocalityFile) -> None:
    file.edit("Make anonymous", erasure.anonymise, [9], ON)
    state = file.read(localities.state)
    assert [row[:3] for row in state["assignment"]] == [(1, 1, 1), (2, 2, 2), (3, 3, 3), (9, 3, 9)]
    held = file.read(lambda session: session.get_one(Assignment, 9))
    assert (held.weekly_minutes, held.ends_on, held.destination) == (1_500, MAY, None)
    assert (held.wte_override, held.wte_reason) == (Decimal("0.5"), "Reason erased")
    assert len(state["course_place"]) == 1
    assert [row[0] for row in state["supervision"]] == [1]
    for table in ("person_competency", "team_member", "contact"):
        assert state[table] == []
    assert file.read(lambda session: session.get_one(Team, 1).lead_id) is None
    assert record(file, 9).state is RecordState.ANONYMOUS


def test_undo_does_not_bring_back_who_it_was(file: LocalityFile, path: Path) -> None:
    file.edit("Erase a person", erasure.erase_person, 9)
    file.undo()
    assert file.changes()[0].label == "Undo Cost"
    with pytest.raises(Refusal, match="were erased, so it is past undoing"):
        file.undo()
    file.redo()
    file.shrink()
    file.close()
    assert traces(path) == []
    flaws = {finding.flaw for finding in localities.opened(path).read(localities.findings)}
    assert flaws == {Flaw.ERASED}


def test_a_name_somebody_else_has_too_stays_theirs(file: LocalityFile) -> None:
    file.edit("Same", workforce.set_person, 1, "name", NAME)
    file.edit("Make anonymous", erasure.anonymise, [9], ON)
    assert file.read(lambda s: s.get_one(Post, 1).note) == f"Covered by {NAME} on Mondays."
    assert record(file, 1).name == NAME


def test_a_note_of_a_closed_month_names_nobody_any_more(file: LocalityFile) -> None:
    from pch_desktop.domain.budget_plan import ClosingKind
    from pch_desktop.models.budget import Actual
    from pch_desktop.models.budget_plan import MonthClosing

    def closed(session: Session) -> None:
        month = Month(2016, 5)
        session.add(Actual(id=1, line_id=1, month=month, amount_pence=1, note=f"For {NAME}"))
        session.flush()
        session.add(MonthClosing(month=month, kind=ClosingKind.CLOSED, at=localities.NOON))

    file.edit("Close", closed)
    file.edit("Make anonymous", erasure.anonymise, [9], ON)
    assert file.read(lambda s: s.get_one(Actual, 1).note) == "For Leaver 9"


def test_every_table_that_points_at_people_is_known_and_none_of_the_rest_has_parts() -> None:
    found = {(pointer.table.name, pointer.column) for pointer in about.pointers()}
    assert found >= {
        ("assignment", "person_id"), ("person_competency", "person_id"),
        ("course_place", "person_id"), ("supervision", "supervisor_id"),
        ("supervision", "supervisee_id"), ("placement", "supervisor_id"),
        ("team", "lead_id"), ("team_member", "person_id"),
    }  # fmt: skip
    assert found >= about.KEPT
    going = [p for p in about.pointers() if p.goes_along and not p.is_kept]
    assert [p.table.name for p in going if about.pointers(p.table.name)] == []


def test_every_text_is_looked_through_or_is_what_a_thing_is_called() -> None:
    free = {(table.name, column) for table, columns in naming.free_texts().items()
            for column in columns}  # fmt: skip
    assert free >= {
        ("post", "note"), ("post", "title"), ("recruitment", "mitigation"), ("team", "purpose"),
        ("placement", "note"), ("assignment", "destination"), ("assignment", "wte_reason"),
        ("actual", "note"), ("budget_line", "owner"), ("virement", "approver"),
        ("team_member", "part"), ("site_statement", "text"),
    }  # fmt: skip
    assert not free & {("person", "name"), ("partner", "name"), ("role", "code")}


MINUTES = st.integers(0, 6_000)
STEP = st.tuples(st.sampled_from(["hours", "note", "other", "leave"]), MINUTES)


def act(file: LocalityFile, what: str, number: int) -> None:
    """Make one of a few small edits, some of them about the leaver."""
    match what:
        case "hours":
            file.edit("Hours", workforce.set_assignment, 9, "weekly_minutes", number)
        case "note":
            note = f"{NAME} {number}" if number % 2 else None
            file.edit(f"Note for {NAME}", workforce.set_post, 1, "note", note)
        case "other":
            file.edit("Other", localities.set_cost, 2, number)
        case _:
            words = "To Ouseby hospice" if number % 2 else None
            file.edit("Leave", workforce.set_assignment, 9, "destination", words)


def undone_until_refused(file: LocalityFile) -> int:
    """Undo until that is refused because something was erased; return how many steps were."""
    for count in range(20):
        try:
            file.undo()
        except Refusal as refusal:
            assert "past undoing" in str(refusal)
            return count
    raise AssertionError("nothing was refused")


@settings(max_examples=6)
@given(st.lists(STEP, max_size=4), st.lists(STEP, max_size=4))
def test_erasing_and_undoing_all_the_rest_gives_the_same_file(
    tmp_path_factory: pytest.TempPathFactory,
    before: Sequence[tuple[str, int]],
    after: Sequence[tuple[str, int]],
) -> None:
    path = tmp_path_factory.mktemp("law") / "law.pch"
    file = localities.made(path)
    file.edit("Seed more", _more)
    file.edit(f"Add {FORMER}", _leaver)
    file.edit("Rename", workforce.set_person, 9, "name", NAME)
    for what, number in before:
        act(file, what, number)
    file.edit("Erase a person", erasure.erase_person, 9)
    erased = file.read(localities.state)
    count = len(file.changes())
    for what, number in after:
        if what in {"hours", "other"}:
            act(file, what, number)
    for _ in range(len(file.changes()) - count):
        file.undo()
    assert file.read(localities.state) == erased
    for _ in range(undone_until_refused(file)):
        file.redo()
    assert file.read(localities.state) == erased
    file.shrink()
    file.close()
    assert traces(path) == []
    assert not any(finding.is_damage for finding in checking.check(path))


@settings(max_examples=4)
@given(st.lists(st.dates(date(2009, 1, 1), date(2018, 1, 1)), min_size=1, max_size=4))
def test_being_made_anonymous_changes_no_figure_on_any_day(
    tmp_path_factory: pytest.TempPathFactory, days: Sequence[date]
) -> None:
    path = tmp_path_factory.mktemp("law") / "law.pch"
    file = localities.made(path)
    file.edit("Seed more", _more)
    file.edit(f"Add {FORMER}", _leaver)
    before = [_figures(file, day) for day in (*days, MAY, ON)]
    file.edit("Make anonymous", erasure.anonymise, [9], ON)
    assert [_figures(file, day) for day in (*days, MAY, ON)] == before
    file.close()


def _figures(file: LocalityFile, day: date) -> object:
    posts = [
        (row.id, row.in_post_wte, row.cover_wte, row.vacant_wte, row.over_wte)
        for row in file.read(workforce.posts, day)
    ]
    people = {row.id: (row.wte, row.is_in_post) for row in file.read(workforce.people, day)}
    filled = [
        (row.in_post_wte, row.vacant_wte)
        for row in file.read(workforce.filled_by_month, Month.of(day))
    ]
    return posts, people, filled


# All that is held about one person


def test_all_that_is_held_about_somebody_counts_every_row_that_points_at_them(
    file: LocalityFile,
) -> None:
    found = file.read(workforce.person_file, 9)
    held = {dump.name: len(dump.rows) for dump in found.tables}

    def pointing(session: Session) -> dict[str, int]:
        counts: dict[str, set[int]] = {}
        for pointer in about.pointers():
            column = pointer.table.c[pointer.column]
            ids = session.scalars(select(pointer.table.c.id).where(column == 9))
            counts.setdefault(pointer.table.name, set()).update(ids)
        return {name: len(ids) for name, ids in counts.items() if ids}

    expected = file.read(pointing)
    assert set(expected) == {pointer.table.name for pointer in about.pointers()}
    assert {name: held[name] for name in expected} == expected
    assert (held["person"], held["contact"]) == (1, 1)
    assert {(each.table, each.column) for each in found.mentions} >= {
        ("post", "note"), ("recruitment", "mitigation"),
    }  # fmt: skip
    assert {figure.who for figure in found.history} == {"Jo Wren"}
    changed = {(figure.row.table_name, figure.row.row_id) for figure in found.history}
    assert changed >= {("person", 9), ("assignment", 9), ("team", 1), ("post", 1)}
    assert [step.label for step in found.steps] == [
        f"Change name of {FORMER}", f"Add {FORMER}",
    ]  # fmt: skip


def test_rows_deleted_since_are_in_the_history_of_what_is_held(file: LocalityFile) -> None:
    file.edit("Delete", workforce.remove_assignments, [9])
    found = file.read(workforce.person_file, 9)
    assert "assignment" not in {dump.name for dump in found.tables}
    assert ("assignment", 9) in {(one.row.table_name, one.row.row_id) for one in found.history}


def test_nobody_is_no_person_to_tell_about(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="not in the file"):
        file.read(workforce.person_file, 99)


def test_every_table_without_names_tells_of_nobody(file: LocalityFile) -> None:
    tables = file.read(everything.every_table_nameless)
    cells = "\n".join(str(value) for table in tables for row in table.rows for value in row)
    assert [word for word in (NAME, CODE, EMAIL, "Z. Quimby") if word in cells] == []
    assert "Covered by Person 9 on Mondays." in cells
    named = file.read(everything.every_table)
    assert [(table.name, len(table.rows)) for table in tables] == [
        (table.name, len(table.rows)) for table in named
    ]


# Numbers of patients


@pytest.mark.parametrize("field", ["name", "staff_code"])
def test_a_person_is_not_called_by_an_nhs_number(file: LocalityFile, field: str) -> None:
    with pytest.raises(Refusal, match="passes the check of NHS numbers"):
        file.edit("Try", workforce.set_person, 1, field, "943 476 5919")


def test_notes_of_the_workforce_hold_no_nhs_number(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="nothing about single patients"):
        file.edit("Try", workforce.set_post, 1, "note", "Saw 9434765919 today")
    with pytest.raises(Refusal, match="NHS numbers"):
        file.edit("Try", workforce.set_assignment, 1, "destination", "943-476-5919")
    must_name_no_patient("Ring 01632 960101, invoice A9434765919")
