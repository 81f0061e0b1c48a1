"""The workforce on the screen: typed in, refused, undone, pasted, found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import ContractKind, FundingStream
from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.models.workforce_teams import PracticeStaff
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce import filled, gaps
from pch_desktop.store import erasure, trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, PersonRow, PostRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import held_asks
from pch_desktop.ui.sections.workforce.charts import OverTimeView, SkillMixView
from pch_desktop.ui.sections.workforce.held import HeldView
from pch_desktop.ui.sections.workforce.held_asks import Filling
from pch_desktop.ui.sections.workforce.people import PeopleView
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.sections.workforce.vacancies import VacanciesView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import found, in_window, put

ON = OCTOBER.last
VIEWS = {
    "Posts": PostsView,
    "People": PeopleView,
    "Who holds what": HeldView,
    "Over time": OverTimeView,
    "Skill mix": SkillMixView,
    "Vacancies": VacanciesView,
}


@pytest.fixture
def sample_desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """The sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def screen(qtbot: QtBot, sample_desk: Desk) -> WorkforceScreen:
    """The section on it, shown."""
    return in_window(qtbot, WorkforceScreen(sample_desk))


@pytest.fixture
def posts(screen: WorkforceScreen) -> PostsView:
    view = screen.view("Posts")
    assert isinstance(view, PostsView)
    return view


@pytest.fixture
def people(screen: WorkforceScreen) -> PeopleView:
    view = screen.view("People")
    assert isinstance(view, PeopleView)
    return view


@pytest.fixture
def held(screen: WorkforceScreen) -> HeldView:
    view = screen.view("Who holds what")
    assert isinstance(view, HeldView)
    return view


def adding_line(grid: Grid) -> int:
    return grid.model.rowCount() - 1


def post(file: LocalityFile, post_id: int) -> PostRow:
    return next(row for row in file.read(workforce.posts, ON) if row.id == post_id)


def person(file: LocalityFile, person_id: int) -> PersonRow:
    return next(row for row in file.read(workforce.people, ON) if row.id == person_id)


def assignment(file: LocalityFile, assignment_id: int) -> AssignmentRow:
    return next(row for row in file.read(workforce.assignments) if row.id == assignment_id)


def labels(file: LocalityFile) -> list[str]:
    return [row.label for row in file.read(trail.changes)]


# The page


def test_every_view_opens_on_the_sample(screen: WorkforceScreen) -> None:
    for title, kind in VIEWS.items():
        assert isinstance(screen.view(title), kind)
    titles = [screen.tabs.tabText(at) for at in range(screen.tabs.count())]
    assert titles == [
        "Posts",
        "People",
        "Vacancies",
        "Measures",
        "Skills",
        "Demand",
        "Teams",
        "Charts",
        "Reference",
        "Counts",
    ]


def test_totals_are_those_of_the_report(posts: PostsView, sample: LocalityFile) -> None:
    model = posts.model
    totals = [
        model.total(model.columns[model.column_at(key)])
        for key in ("established_wte", "in_post_wte", "vacant_wte")
    ]
    expected = filled(sample.read(workforce.posts, ON))
    assert tuple(total.value for total in totals if total) == expected
    assert expected == (Decimal("221.6"), Decimal("207.9"), Decimal("13.7"))


def test_every_control_has_a_name(screen: WorkforceScreen) -> None:
    for title in (*VIEWS, "Roles"):
        view = screen.view(title)
        for kind in (QAbstractButton, QLineEdit, QComboBox, Grid):
            for control in view.findChildren(kind):
                shown = control.view if isinstance(control, Grid) else control
                if shown.isVisibleTo(view) and not shown.objectName().startswith("qt_"):
                    text = control.text() if isinstance(control, QAbstractButton) else ""
                    assert shown.accessibleName() or text, f"{title}: {control}"


def test_models_behave_as_qt_asks(posts: PostsView, held: HeldView, people: PeopleView) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(view.model, mode) for view in (posts, held, people)]
    posts.group_by("employer")
    put(posts.grid, 7, "band", "8a")
    posts.group_by("no groups")
    assert len(testers) == 3


# Posts


def test_a_cell_typed_with_keys_is_in_the_file(
    posts: PostsView, sample: LocalityFile, qtbot: QtBot
) -> None:
    view = posts.grid.view
    view.setFocus()
    posts.grid.select_record(7, "established_wte")
    QTest.keyClick(view, Qt.Key.Key_0)
    editor = view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, ".6")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert post(sample, 7).funded_wte == Decimal("0.6")
    assert labels(sample)[0] == "Change funded WTE of P007 GP partner"
    sample.undo()
    qtbot.waitUntil(lambda: post(sample, 7).funded_wte == Decimal("0.8"))
    row = posts.model.row_at(posts.model.line_of(7))
    assert row is not None
    assert row.funded_wte == Decimal("0.8")


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("established_wte", "3", "A post is funded for more than 0 and at most 2 WTE"),
        ("established_wte", "lots", "“lots” is not a number."),
        ("role", "Wizard", "“Wizard” is not in the list."),
        ("employer", "Nobody Ltd", "“Nobody Ltd” is not in the list."),
        ("funding_stream", "", "Enter who pays for the post."),
        ("reference", "P001", "“P001” is already there."),
        ("holders", "A. Alder", "Held by is not changed here."),
    ],
)
def test_what_cannot_stand_in_a_post_is_refused(
    posts: PostsView, sample: LocalityFile, key: str, text: str, sentence: str
) -> None:
    before = sample.read(workforce.posts, ON)
    assert put(posts.grid, 7, key, text).startswith(sentence)
    assert sample.read(workforce.posts, ON) == before


def test_words_are_taken_whatever_their_case(posts: PostsView, sample: LocalityFile) -> None:
    for key, text in (
        ("role", "practice nurse"),
        ("employer", "vale community nhs trust"),
        ("practice", "Saltmarsh"),
        ("funding_stream", "council"),
        ("status", "frozen"),
        ("annual_cost", "£41,200"),
        ("funded_to", "31/3/17"),
    ):
        assert put(posts.grid, 7, key, text) == ""
    row = post(sample, 7)
    assert (row.role, row.employer, row.practice) == (
        "Practice nurse", "Vale Community NHS Trust", "Saltmarsh Surgery",
    )  # fmt: skip
    assert (row.funding_stream, row.annual_cost_pence) == (FundingStream.COUNCIL, 41_200_00)
    assert put(posts.grid, 7, "employer", "") == ""
    assert post(sample, 7).employer is None


def test_a_post_is_added_by_its_role(posts: PostsView, sample: LocalityFile) -> None:
    said: list[str] = []
    posts.model.refused.connect(said.append)
    grid = posts.grid
    grid.model.change_cell(adding_line(grid), grid.model.column_at("band"), "7")
    assert said == ["Enter the role of the new post."]
    grid.model.change_cell(adding_line(grid), grid.model.column_at("role"), "Practice nurse")
    new = max(sample.read(workforce.posts, ON), key=lambda row: row.id)
    assert (new.reference, new.role, new.band) == ("P243", "Practice nurse", "7")
    assert new.funded_wte == 1
    assert labels(sample)[0] == "Add a post: Practice nurse"


def test_a_pasted_block_is_one_step(posts: PostsView, sample: LocalityFile) -> None:
    steps = len(labels(sample))
    posts.grid.select_record(7, "role")
    posts.grid.view.go(adding_line(posts.grid), posts.model.column_at("role"))
    block = (
        ("Practice nurse", "X1", "Millpond Surgery", "0.5"),
        ("Salaried GP", "X2", "Saltmarsh Surgery", "0.75"),
    )
    posts.grid.put(block, "Paste")
    added = {row.reference: row for row in sample.read(workforce.posts, ON) if row.id > 242}
    assert {key: (row.role, row.employer, row.funded_wte) for key, row in added.items()} == {
        "X1": ("Practice nurse", "Millpond Surgery", Decimal("0.5")),
        "X2": ("Salaried GP", "Saltmarsh Surgery", Decimal("0.75")),
    }
    assert len(labels(sample)) == steps + 1
    sample.undo()
    assert len(sample.read(workforce.posts, ON)) == 242


def test_posts_deleted_come_back_with_undo(posts: PostsView, sample: LocalityFile) -> None:
    before = sample.read(workforce.posts, ON)
    posts.grid.select_record(7)
    posts.grid.remove()
    assert labels(sample)[0] == "Delete P007 GP partner"
    sample.undo()
    assert sample.read(workforce.posts, ON) == before


def test_only_vacant_posts_are_shown_and_said_so(posts: PostsView, sample: LocalityFile) -> None:
    button = next(each for each in posts.findChildren(QAbstractButton) if "Vacant" in each.text())
    button.click()
    assert posts.model.rows
    assert all(row.vacant_wte for row in posts.model.rows)
    assert posts.strip.sentence == "Only posts with vacant WTE are shown and added up."
    posts.show_record(7)
    assert len(posts.model.rows) == 242
    assert posts.strip.isHidden()


def test_the_side_tells_who_holds_a_post_and_who_pays(
    posts: PostsView, sample: LocalityFile
) -> None:
    posts.show_record(7)
    facts = [part.accessibleName() for part in posts.side.findChildren(QWidget)]
    assert any(name.startswith("Held by: E. Swift, 0.80 WTE partner, from") for name in facts)
    field = posts.side.findChild(QComboBox)
    assert field is not None
    assert field.currentText() == "Primary medical services"
    sample.edit("Over", workforce.set_post, 7, "funded_wte", Decimal("0.5"))
    facts = [part.accessibleName() for part in posts.side.findChildren(QWidget)]
    assert any("0.30 WTE. It never hides another post's vacancy." in name for name in facts)


# People


def test_a_person_is_added_changed_and_deleted(people: PeopleView, sample: LocalityFile) -> None:
    said: list[str] = []
    people.model.refused.connect(said.append)
    grid = people.grid
    grid.model.change_cell(adding_line(grid), grid.model.column_at("birth_year"), "1980")
    assert said == ["Enter the name people know them by."]
    grid.model.change_cell(adding_line(grid), grid.model.column_at("name"), "Ann Lee")
    new = max(sample.read(workforce.people, ON), key=lambda row: row.id)
    assert (new.name, new.birth_year) == ("Ann Lee", 1980)
    assert put(grid, new.id, "professional_body", "nmc") == ""
    assert put(grid, new.id, "professional_body", "") == ""
    assert put(grid, new.id, "birth_year", "young").startswith(
        "“young” cannot be taken. Enter a whole number"
    )
    assert put(grid, new.id, "birth_year", "") == ""
    assert put(grid, new.id, "posts", "All of them") == "Holds is not changed here."
    grid.select_record(new.id)
    grid.remove()
    assert labels(sample)[0] == "Delete Ann Lee"


def test_what_erasing_does_is_read_whole_and_a_key_pressed_twice_erases_nobody(
    people: PeopleView, sample: LocalityFile, qtbot: QtBot
) -> None:
    people.window().resize(1162, 420)
    people.window().activateWindow()
    qtbot.waitUntil(people.isActiveWindow)
    row = people.rows[3]
    people.grid.select_record(row.id)
    people.side.erase.setFocus()
    QTest.keyClick(people.side.erase, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not people.side.warning.visibleRegion().isEmpty())
    qtbot.waitUntil(
        lambda: (
            people.side.warning.visibleRegion().boundingRect().height()
            == people.side.warning.height()
        )
    )
    has = QApplication.focusWidget()
    assert has is not None
    QTest.keyClick(has, Qt.Key.Key_Space)
    assert people.side.warning.isHidden()
    assert person(sample, row.id).name == row.name


def test_a_person_is_erased_only_when_asked_twice(people: PeopleView, sample: LocalityFile) -> None:
    people.show_record(1)
    name = person(sample, 1).name
    people.side.erase.click()
    assert person(sample, 1).name == name
    assert people.side.warning.isVisible()
    sure, keep = "Erase for good", "Keep this person"
    buttons = {each.accessibleName(): each for each in people.side.findChildren(QAbstractButton)}
    buttons[keep].click()
    assert people.side.warning.isHidden()
    people.side.erase.click()
    buttons[sure].click()
    assert person(sample, 1).name == erasure.FORGOTTEN
    assert not any(name in label for label in labels(sample))
    assert assignment(sample, 1).wte == Decimal("0.8")
    assert people.side.erase.isHidden()


def test_where_the_time_goes_is_kept_when_it_is_whole(
    people: PeopleView, sample: LocalityFile
) -> None:
    row = next(one for one in sample.read(workforce.assignments) if one.id == 1)
    people.show_record(row.person_id)
    split = people.side.split
    assert split.told == "Not split: all of it where the post is based."
    split.add()
    first = split.parts[0]
    assert first.share.text() == "100%"
    first.place.put("Millpond Surgery")
    first.share.setText("60")
    split.keep()
    assert split.told == "Not kept yet: it adds up to 60.0%, 40.0% is missing."
    assert not [each for each in sample.read(workforce.deployments) if each.assignment_id == 1]
    split.add()
    second = split.parts[1]
    assert second.share.text() == "40%"
    split.keep()
    assert split.told.startswith("Not kept yet: choose a place")
    second.place.put("Same-day access")
    split.keep()
    kept = [each for each in sample.read(workforce.deployments) if each.assignment_id == 1]
    assert [(each.practice_code, each.service_code, each.share) for each in kept] == [
        ("MV002", None, Decimal("0.6")), (None, "SDA", Decimal("0.4")),
    ]  # fmt: skip
    split.parts[0].share.setText("70%")
    split.keep()
    assert split.told == "Not kept yet: it adds up to 110.0%, that is 10.0% too much."
    split.parts[0].share.setText("most")
    split.keep()
    assert split.told.startswith("“most” is not a number.")
    for part in split.parts[:]:
        split.drop(part)
    assert not [each for each in sample.read(workforce.deployments) if each.assignment_id == 1]
    sample.undo()
    assert [part.share.text() for part in people.side.split.parts] == ["60%", "40%"]


# Who holds what


@pytest.mark.parametrize(
    ("text", "minutes"), [("6 sessions", 1500), ("37.5 h", 2250), ("=75/2", 2250), ("18.75", 1125)]
)
def test_hours_are_taken_as_sessions_too(
    held: HeldView, sample: LocalityFile, text: str, minutes: int
) -> None:
    assert put(held.grid, 1, "weekly_hours", "1") == ""
    assert put(held.grid, 1, "weekly_hours", text) == ""
    assert assignment(sample, 1).weekly_minutes == minutes


def test_hours_that_cannot_be_are_refused(held: HeldView) -> None:
    assert "is not a length of time" in put(held.grid, 1, "weekly_hours", "full time")
    assert put(held.grid, 1, "weekly_hours", "120").startswith("Enter hours a week between 0")
    assert put(held.grid, 1, "weekly_hours", "").startswith("Enter hours a week between 0")
    assert put(held.grid, 1, "wte", "0.5").startswith("First enter why")


def test_somebody_is_put_into_a_post_by_name(held: HeldView, sample: LocalityFile) -> None:
    said: list[str] = []
    held.model.refused.connect(said.append)
    vacant = next(row for row in sample.read(workforce.posts, ON) if not row.in_post_wte
                  and row.vacant_wte)  # fmt: skip
    name = held.model.columns[0].words[0]
    model = held.model
    for key, text in (("contract_kind", "Fixed term"), ("person", name)):
        model.change_cell(adding_line(held.grid), model.column_at(key), text)
    assert said == [
        "Choose who it is. Add new people under People first.",
        f"Choose the post that {name} holds, by its reference.",
    ]
    model.change_cell(adding_line(held.grid), model.column_at("post"), vacant.reference)
    new = max(sample.read(workforce.assignments), key=lambda row: row.id)
    assert (new.post, new.contract_kind, new.starts_on) == (
        vacant.reference, ContractKind.FIXED_TERM, OCTOBER.first,
    )  # fmt: skip
    assert new.wte == vacant.vacant_wte
    held.grid.select_record(new.id)
    held.grid.remove()
    assert len([row for row in sample.read(workforce.assignments) if row.id == new.id]) == 0


def test_people_of_one_name_are_told_apart(sample: LocalityFile) -> None:
    first = sample.edit("Add", workforce.add_person, "Sam Moss", rest={"staff_code": "Z1"})
    second = sample.edit("Add", workforce.add_person, "Sam Moss")
    filling = Filling()
    posts = sample.read(workforce.posts, ON)
    filling.know(sample.read(workforce.people, ON), posts, OCTOBER.first)
    named = [name for name in filling.people if name.startswith("Sam Moss")]
    assert sorted(named) == ["Sam Moss (Z1)", f"Sam Moss (no. {second})"]
    change = filling.add({"person": "Sam Moss (Z1)", "post": "P001", "weekly_hours": Decimal(0)})
    assert change.args == (posts[0].id, first, OCTOBER.first, 0)


def test_what_has_ended_is_shown_when_asked_for(held: HeldView) -> None:
    few = len(held.model.rows)
    button = next(each for each in held.findChildren(QAbstractButton) if "Ended" in each.text())
    button.click()
    assert len(held.model.rows) == 365 > few
    assert held_asks.remove(held.model.rows[:2]).label == "Delete 2 assignments"


# Charts and lists


def test_the_skill_mix_is_the_report_whatever_it_is_added_up_by(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Skill mix")
    assert isinstance(view, SkillMixView)
    for by in ("role", "employer", "practice", "staff group"):
        view.add_up_by(by)
        view.colour_by("employer" if by == "role" else "sector")
        rows = view.grid.model.rows
        assert sum(row.vacant_wte for row in rows) == Decimal("13.7")
        assert view.grid.model.columns[0].title.casefold() == by
    assert list(view.grid.model.rows) == gaps(
        sample.read(workforce.posts, ON), lambda row: row.staff_group.value.capitalize()
        if row.staff_group.value != "GP" else "GP",
    )  # fmt: skip
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.make is not None
    assert chart.make(True).axes


def test_the_months_are_drawn_and_tabled(screen: WorkforceScreen) -> None:
    view = screen.view("Over time")
    assert isinstance(view, OverTimeView)
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.finding.endswith("the gap has grown to 13.7 WTE")
    assert len(chart.rows) == 13
    assert 40 <= len(chart.alt_text) <= 400
    view.chart.toggle()
    assert view.chart.is_table
    view.chart.toggle()
    assert not view.chart.picture().isNull()


def test_vacancies_come_widest_first_and_lead_to_the_post(screen: WorkforceScreen) -> None:
    view = screen.view("Vacancies")
    assert isinstance(view, VacanciesView)
    wte = [row.vacant_wte for row in view.grid.model.rows]
    assert wte == sorted(wte, reverse=True)
    assert len(wte) == 20
    first = view.grid.model.rows[0]
    view.grid.select_record(first.id)
    next(each for each in view.findChildren(QAbstractButton) if "Open" in each.text()).click()
    posts = screen.view("Posts")
    assert isinstance(posts, PostsView)
    assert posts.grid.current_row == first.post


def test_the_census_has_its_view_once_there_is_one(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    def count(session: Session) -> None:
        session.add(
            NetworkStaff(network_code="U1", network_name="Marsh", counted_on=ON,
                         staff_group="Nurses", role="Nurse", wte=Decimal(2), heads=3)
        )  # fmt: skip

    sample.edit("Without others", lambda session: session.execute(delete(PracticeStaff)))
    sample.edit("Count", count)
    view = screen.view("Network census")
    grids = view.findChildren(Grid)
    assert [len(grid.model.rows) for grid in grids] == [1]
    last = screen.tabs.count() - 1
    sample.undo()
    assert not screen.tabs.isTabVisible(last)
    sample.redo()
    assert screen.tabs.isTabVisible(last)


# Keys, search, and an empty file


def test_keys_lead_through_the_page(screen: WorkforceScreen, posts: PostsView) -> None:
    posts.grid.view.setFocus()
    QTest.keyClick(posts.grid.view, Qt.Key.Key_F4)
    assert posts.side.isHidden()
    QTest.keyClick(posts.grid.view, Qt.Key.Key_F4)
    assert not posts.side.isHidden()
    QTest.keyClick(posts.grid.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert posts.grid.filter.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "People"


def test_posts_and_people_are_found_and_shown(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    hits = found(sample, "workforce", "p007")
    assert hits[0].title == "P007 GP partner"
    name = person(sample, 20).name
    places = [(hit.view, hit.record_id) for hit in found(sample, "workforce", name)]
    assert ("People/People", 20) in places
    assert len(found(sample, "workforce", "nurse")) == 8
    assert found(sample, "workforce", " ") == []
    screen.show_place("People/People", 20)
    people = screen.view("People")
    assert isinstance(people, PeopleView)
    assert people.grid.current_row.name == name
    screen.show_place(hits[0].view, hits[0].record_id)
    posts = screen.view("Posts")
    assert isinstance(posts, PostsView)
    assert posts.grid.current_row.reference == "P007"


def test_an_empty_file_says_what_the_section_is_for(qtbot: QtBot, desk: Desk) -> None:
    screen = WorkforceScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    for title, verb in (("Posts", "Add the first post"), ("People", "Add the first person")):
        view = screen.view(title)
        assert isinstance(view, PostsView | PeopleView)
        assert not view.grid.isVisible()
        button = next(each for each in view.findChildren(QAbstractButton) if each.text() == verb)
        button.click()
        assert view.grid.isVisible()
    for title in ("Who holds what", "Over time", "Skill mix", "Vacancies", "Roles"):
        screen.view(title)
    assert found(desk.file, "workforce", "nurse surgeon") == []


@pytest.mark.parametrize(("wide", "tall"), [(1162, 662), (1076, 554)])
def test_nothing_needs_more_room_than_there_is(
    screen: WorkforceScreen, wide: int, tall: int
) -> None:
    for title in VIEWS:
        screen.view(title)
    assert screen.minimumSizeHint().width() <= wide
    assert screen.minimumSizeHint().height() <= tall


# As at any day


def typed_day(screen: WorkforceScreen, text: str) -> None:
    screen.at.box.setFocus()
    screen.at.box.selectAll()
    QTest.keyClicks(screen.at.box, text)
    QTest.keyClick(screen.at.box, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_who_was_in_post_on_a_day_is_shown_for_every_view(
    screen: WorkforceScreen, posts: PostsView, sample: LocalityFile
) -> None:
    typed_day(screen, "1/10/2014")
    then = sample.read(workforce.posts, date(2014, 10, 1))
    assert list(posts.rows) == then
    assert then != sample.read(workforce.posts, ON)
    people = screen.view("People")
    assert isinstance(people, PeopleView)
    assert list(people.rows) == sample.read(workforce.people, date(2014, 10, 1))
    screen.at.choose(None)
    assert list(people.rows) == sample.read(workforce.people, ON)
    assert screen.view("Posts") is posts
    assert list(posts.rows) == sample.read(workforce.posts, ON)


def test_a_day_that_is_none_is_refused_and_the_day_stays(
    screen: WorkforceScreen, sample_desk: Desk
) -> None:
    refused: list[str] = []
    sample_desk.was_refused.connect(refused.append)
    typed_day(screen, "31 June 2016")
    assert refused
    assert screen.at.day == ON
    assert screen.at.box.text() == "31 Oct 2016"


def test_another_month_puts_the_day_back_to_its_end(
    screen: WorkforceScreen, sample_desk: Desk
) -> None:
    typed_day(screen, "1/10/2014")
    sample_desk.choose_month(Month(2016, 9))
    assert screen.at.day == date(2016, 9, 30)
    assert screen.at.is_month_end


# A word of a list, typed


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_word_typed_whole_is_taken_at_once_though_its_list_is_open(
    posts: PostsView, sample: LocalityFile, key: Qt.Key
) -> None:
    grid = posts.grid
    grid.select_record(1, "role")
    QTest.keyClick(grid.view, Qt.Key.Key_F2)
    editor = grid.view.delegate.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Salaried GP")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)
    assert grid.view.delegate.editor is None
    assert post(sample, 1).role == "Salaried GP"


def test_a_word_chosen_from_the_list_is_taken_instead_of_what_was_typed(
    posts: PostsView, sample: LocalityFile
) -> None:
    grid = posts.grid
    grid.select_record(1, "role")
    QTest.keyClick(grid.view, Qt.Key.Key_F2)
    editor = grid.view.delegate.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "salaried")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert post(sample, 1).role == "Salaried GP"
