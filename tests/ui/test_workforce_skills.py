"""Skills on the screen: levels typed in place, needs, courses booked and attended, supervision."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.workforce_skills import PlaceStatus
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import workforce_skills as report
from pch_desktop.reports.workforce_who_can import column_key
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AbilityRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.placements import PlacementsView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.sections.workforce.skill_gaps import ROLES, CompetencyGapsView, GapsView
from pch_desktop.ui.sections.workforce.skill_lists import CompetenciesView, ServiceNeedsView
from pch_desktop.ui.sections.workforce.supervision import SupervisionView
from pch_desktop.ui.sections.workforce.training import TrainingView
from pch_desktop.ui.sections.workforce.who_can import ALL_KINDS, WhoCanView
from pch_desktop.ui.style import Style
from tests import localities
from tests.ui.conftest import OCTOBER

ON = OCTOBER.last
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
VIEWS = {
    "Gaps": GapsView,
    "Who can do what": WhoCanView,
    "Competencies": CompetenciesView,
    "Services need": ServiceNeedsView,
    "Training": TrainingView,
    "Placements": PlacementsView,
    "Supervision": SupervisionView,
    "Competency gaps": CompetencyGapsView,
}
BLS, MINOR = 1, 9


@pytest.fixture
def sample_desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """The sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def screen(qtbot: QtBot, sample_desk: Desk) -> WorkforceScreen:
    """The section on it, shown."""
    made = WorkforceScreen(sample_desk)
    shown(qtbot, made)
    return made


@pytest.fixture
def team(path: Path) -> Generator[LocalityFile]:
    """Three nurses, and nothing known of what they can do."""
    made = localities.made(path)
    yield made
    made.close()


@pytest.fixture
def empty_desk(team: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """That file at October 2016."""
    return Desk(team, OCTOBER, style, preferences)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1162, 662)
    widget.show()
    QApplication.processEvents()


def put(grid: Grid, line: int, key: str, text: str) -> str:
    """Type a text into a cell; return what is refused."""
    return grid.model.change_cell(line, grid.model.column_at(key), text)


def adding(grid: Grid) -> int:
    return grid.model.rowCount() - 1


def label(file: LocalityFile) -> str:
    return file.read(trail.changes)[0].label


def ability(file: LocalityFile, person: str, competency: int) -> AbilityRow | None:
    rows = file.read(workforce.abilities, ON)
    return next(
        (row for row in rows if (row.person, row.competency_id) == (person, competency)), None
    )


# The tab


def test_every_view_opens_on_the_sample_and_every_control_has_a_name(
    screen: WorkforceScreen,
) -> None:
    for title, kind in VIEWS.items():
        view = screen.view(title)
        assert isinstance(view, kind)
        for part in (QAbstractButton, QLineEdit, QComboBox, Grid):
            for control in view.findChildren(part):
                named = control.view if isinstance(control, Grid) else control
                if named.isVisibleTo(view) and not named.objectName().startswith("qt_"):
                    text = control.text() if isinstance(control, QAbstractButton) else ""
                    assert named.accessibleName() or text, f"{title}: {control}"


def test_an_empty_file_says_what_each_view_is_for_and_offers_to_begin(
    qtbot: QtBot, empty_desk: Desk, team: LocalityFile
) -> None:
    asked: list[tuple[str, str]] = []

    def visited(section: str, view: str, _record: object) -> None:
        asked.append((section, view))

    empty_desk.visited.connect(visited)
    at = AsAt(empty_desk)
    for view, verb in (
        (GapsView(empty_desk, at), "Say what services need"),
        (WhoCanView(empty_desk, at), "Name the competencies"),
        (CompetenciesView(empty_desk), "Add the ready list"),
    ):
        shown(qtbot, view)
        assert not view.master.isVisibleTo(view)
        verbs = [each for each in view.findChildren(QAbstractButton) if each.text() == verb]
        verbs[-1].click()
    assert asked == [("workforce", "Services need"), ("workforce", "Competencies")]
    assert label(team) == "Add the ready list"
    assert len(team.read(workforce.competencies)) == 15
    for kind in (ServiceNeedsView, TrainingView, PlacementsView, SupervisionView):
        view = kind(empty_desk, at)
        shown(qtbot, view)
        assert not view.master.isVisibleTo(view)


# Gaps


def test_the_picture_and_the_list_are_the_figures_of_the_report(screen: WorkforceScreen) -> None:
    view = screen.view("Gaps")
    large = screen.view("Competency gaps")
    assert isinstance(view, GapsView)
    assert isinstance(large, CompetencyGapsView)
    rows = list(view.grid.model.rows)
    for chart in (view.chart.canvas.chart, large.chart.canvas.chart):
        assert chart is not None
        assert list(chart.rows) == rows
        assert chart.finding.startswith("Two of 14 needs are short: Insulin initiation")
        assert 40 <= len(chart.alt_text) <= 400
    assert "near" not in {column.key for column in report.NEEDS}
    view.list_of(ROLES)
    first = view.roles.model.row_at(0)
    assert first is not None
    assert view.shown_grid is view.roles
    assert (first.competency, first.lapsed) == ("Basic life support", 10)


def test_gaps_follow_the_day_shown(screen: WorkforceScreen) -> None:
    view = screen.view("Gaps")
    assert isinstance(view, GapsView)
    screen.at.choose(date(2017, 1, 31))
    row = next(row for row in view.grid.model.rows if row.service == "Frailty and care homes"
               and row.competency == "Frailty assessment")  # fmt: skip
    assert row.standing == "◆ 2 short"


# Who can do what


@pytest.fixture
def who(screen: WorkforceScreen) -> WhoCanView:
    view = screen.view("Who can do what")
    assert isinstance(view, WhoCanView)
    return view


def grid_of(view: WhoCanView) -> Grid:
    assert view.grid is not None
    return view.grid


def test_a_level_is_typed_with_a_key_and_assessed_on_the_day(
    who: WhoCanView, sample: LocalityFile
) -> None:
    grid = grid_of(who)
    row = next(row for row in who.rows if row.shown(BLS) and str(row.shown(BLS))[0] == "◆")
    grid.setFocus()
    grid.select_record(row.id, column_key(BLS))
    assert who.side.expires.box.text_now() != ""
    QTest.keyClick(grid.view, Qt.Key.Key_4)
    editor = grid.view.delegate.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    held = ability(sample, row.name, BLS)
    assert held is not None
    assert (held.level, held.assessed_on, held.expires_on) == (4, ON, date(2017, 10, 31))
    assert label(sample) == f"Set Basic life support of {row.name} to 4 can teach"
    sample.undo()
    again = next(each for each in who.rows if each.id == row.id)
    assert again.shown(BLS) == row.shown(BLS)


def test_words_and_blocks_are_taken_and_others_refused(
    who: WhoCanView, sample: LocalityFile
) -> None:
    tester = QAbstractItemModelTester(grid_of(who).model, FATAL)
    grid = grid_of(who)
    assert put(grid, 0, column_key(BLS), "can teach") == ""
    assert put(grid, 0, column_key(BLS), "5").startswith("“5” is not a level. Enter one of: 0 none")
    assert put(grid, 0, "name", "Nobody") == "Name is not changed here."
    row = grid.model.row_at(1)
    assert row is not None
    QGuiApplication.clipboard().setText("3\tsupervised\n1\t2\n")
    grid.select_record(row.id, column_key(BLS))
    grid.paste()
    assert label(sample).startswith("Paste 4 cells")
    after = [grid.model.row_at(at) for at in (1, 2)]
    shapes = [[str(each.shown(key))[-1] for key in (BLS, 4)] for each in after if each is not None]
    assert shapes == [["3", "2"], ["1", "2"]]
    assert put(grid, 1, column_key(BLS), "") == ""
    assert ability(sample, row.name, BLS) is None
    assert tester.model() is grid.model


def test_a_level_is_told_in_words_to_the_ear(who: WhoCanView) -> None:
    model = grid_of(who).model
    row = next(row for row in who.rows if row.name == "A. Bramble")
    index = model.index(model.line_of(row.id), model.column_at(column_key(BLS)))
    assert index.data() == "◆ 3"
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "A. Bramble, Basic life support: 3 independent, lapsed 16 Sep 2016"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == told


def test_people_are_shown_by_kind_role_and_team(who: WhoCanView) -> None:
    before = grid_of(who)
    assert len(before.model.columns) == 3 + 4
    who.choose_kind(ALL_KINDS)
    assert len(grid_of(who).model.columns) == 3 + 15
    who.choose_role("Midwife")
    assert len(grid_of(who).model.rows) == 1
    who.choose_team("Nobody's team")
    assert len(grid_of(who).model.rows) == 0
    who.show_record(who.rows[4].id)
    assert grid_of(who).current_row == who.rows[4]


def test_the_days_of_a_level_are_changed_at_the_side(who: WhoCanView, sample: LocalityFile) -> None:
    grid = grid_of(who)
    row = next(row for row in who.rows if row.name == "A. Bramble")
    grid.select_record(row.id, column_key(BLS))
    side = who.side
    side.expires.box.setText("1/1/2015")
    side.expires.commit()
    assert side.expires.refusal.startswith("A level cannot expire before it was assessed.")
    side.expires.put_back()
    side.assessed.box.setText("30/9/2016")
    side.assessed.commit()
    held = ability(sample, "A. Bramble", BLS)
    assert held is not None
    assert held.expires_on == date(2017, 9, 30)
    grid.select_record(row.id, "name")
    assert not side.assessed.isVisibleTo(side)


# Competencies and what services need


def test_a_competency_is_added_changed_and_deleted(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Competencies")
    assert isinstance(view, CompetenciesView)
    grid = view.grid
    tester = QAbstractItemModelTester(grid.model, FATAL)
    put(grid, adding(grid), "name", "Ear care")
    made = next(row for row in sample.read(workforce.competencies) if row.name == "Ear care")
    line = grid.model.line_of(made.id)
    assert put(grid, line, "months_valid", "24") == ""
    assert put(grid, line, "months_valid", "0").startswith("Enter after how many months")
    assert put(grid, line, "roles", "pn; district or community nurse") == ""
    assert put(grid, line, "roles", "Wizard").startswith("There is no role called “Wizard”.")
    kept = next(row for row in sample.read(workforce.competencies) if row.id == made.id)
    assert kept.roles == ("District or community nurse", "Practice nurse")
    grid.select_record(made.id)
    grid.remove()
    assert label(sample) == "Delete Ear care"
    view.add_ready()
    assert tester.model() is grid.model


def test_what_a_service_needs_is_typed_and_its_gap_worked_out(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Services need")
    assert isinstance(view, ServiceNeedsView)
    grid = view.grid
    said: list[str] = []
    grid.model.refused.connect(said.append)
    put(grid, adding(grid), "service", "memory clinic")
    assert said == ["Choose which competency Memory clinic needs."]
    put(grid, adding(grid), "competency", "frailty assessment")
    row = next(row for row in grid.model.rows if (row.service, row.competency)
               == ("Memory clinic", "Frailty assessment"))  # fmt: skip
    line = grid.model.line_of(row.id)
    assert put(grid, line, "least_people", "13") == ""
    assert put(grid, line, "least_level", "supervised") == ""
    assert put(grid, line, "least_level", "0").startswith("Enter the least level")
    line = grid.model.line_of(row.id)
    assert put(grid, line, "competency", "dementia assessment").startswith("The service has a line")
    assert put(grid, line, "gap", "1").startswith("Gap is worked out")
    row = grid.model.row_at(grid.model.line_of(row.id))
    assert row is not None
    assert (row.least_level, row.found.least_people) == (2, 13)
    assert row.found.gap == max(0, 13 - row.found.have)
    grid.select_record(row.id)
    grid.remove()
    assert label(sample) == "Delete need of Memory clinic: Frailty assessment"


def test_needs_are_pasted_from_a_spreadsheet(screen: WorkforceScreen, sample: LocalityFile) -> None:
    view = screen.view("Services need")
    assert isinstance(view, ServiceNeedsView)
    before = len(view.grid.model.rows)
    QGuiApplication.clipboard().setText(
        "Memory clinic\tSpirometry\t2 supervised\t4\nEnd of life care\tPrescribing\t3\t2\n"
    )
    view.grid.add("service")
    view.grid.paste()
    assert len(view.grid.model.rows) == before + 2
    assert label(sample) == "Paste 8 cells"


# Training


@pytest.fixture
def training(screen: WorkforceScreen) -> TrainingView:
    view = screen.view("Training")
    assert isinstance(view, TrainingView)
    return view


def test_a_course_is_added_booked_and_attended_in_one_step(
    training: TrainingView, sample: LocalityFile
) -> None:
    grid = training.grid
    put(grid, adding(grid), "name", "Minor illness again")
    made = next(row for row in sample.read(workforce.courses) if row.name == "Minor illness again")
    line = grid.model.line_of(made.id)
    for key, text in (
        ("starts_on", "3/10/2016"), ("ends_on", "4/10/2016"), ("cost", "£900"), ("hours", "7.5"),
        ("competency", "minor illness"), ("level", "independent"), ("funding", "the locality"),
    ):  # fmt: skip
        assert put(grid, line, key, text) == ""
    assert put(grid, line, "ends_on", "1/10/2016").startswith("The course cannot end before")
    grid.select_record(made.id)
    places = training.side.places
    name = places.book.itemText(1)
    places.book.setCurrentText(name)
    places.book.textActivated.emit(name)
    assert label(sample) == f"Book {name} on Minor illness again"
    steps = len(sample.changes())
    places.mark_all()
    assert len(sample.changes()) == steps + 1
    held = ability(sample, name, MINOR)
    assert held is not None
    assert (held.level, held.assessed_on) == (3, date(2016, 10, 4))
    row = grid.model.row_at(grid.model.line_of(made.id))
    assert row is not None
    assert (row.attended, row.booked, row.minutes, row.cost_pence) == (1, 0, 450, 90_000)
    places.drop(sample.read(workforce.course_places, made.id)[0])
    assert sample.read(workforce.course_places, made.id) == []


def test_a_place_is_marked_by_its_word(training: TrainingView, sample: LocalityFile) -> None:
    training.show_record(1)
    places = training.side.places
    places.lines[0].status.setCurrentText("Did not attend")
    places.lines[0].status.textActivated.emit("Did not attend")
    first = sample.read(workforce.course_places, 1)[0]
    assert first.status is PlaceStatus.MISSED
    assert label(sample).endswith("on Minor illness in practice: did not attend")


def test_a_course_without_a_day_says_what_is_missing(
    training: TrainingView, sample: LocalityFile
) -> None:
    for field in ("ends_on", "starts_on"):
        sample.edit("Clear", workforce.set_course, 1, field, None)
    training.show_record(1)
    said: list[str] = []
    training.grid.desk.was_refused.connect(said.append)
    training.side.places.mark_all()
    assert said == ["Enter the course's last day first: the level is assessed on it."]
    assert training.side.places.lines[0].status.text_now() == "Booked"


def test_courses_are_summed_by_who_pays(training: TrainingView) -> None:
    training.group("who pays")
    assert training.finding.text().startswith("7 courses cost £17,160")
    titles = [training.grid.model.name(at) for at in range(training.grid.model.rowCount())]
    assert "Health Education England" in titles


# Placements and supervision


def test_a_placement_is_added_with_a_supervisor(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Placements")
    assert isinstance(view, PlacementsView)
    grid = view.grid
    said: list[str] = []
    grid.model.refused.connect(said.append)
    put(grid, adding(grid), "supervisor", "A. Alder")
    put(grid, adding(grid), "learner_kind", "paramedic student")
    assert said[-1] == "Enter how many weeks the placement takes."
    put(grid, adding(grid), "weeks", "6")
    row = next(row for row in sample.read(workforce.placements) if row.weeks == 6
               and row.supervisor == "A. Alder")  # fmt: skip
    assert row.starts_on == OCTOBER.first
    line = grid.model.line_of(row.id)
    assert put(grid, line, "weeks", "0").startswith("Enter how many weeks it takes")
    assert put(grid, line, "practice", "millpond surgery") == ""
    assert put(grid, line, "supervisor", "Nobody").startswith("“Nobody” is not in the list.")
    assert put(grid, line, "supervisor", "") == ""
    grid.select_record(row.id)
    grid.remove()
    assert label(sample) == "Delete placement of paramedic student at Millpond Surgery"


def test_supervision_is_added_held_and_refused_for_oneself(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Supervision")
    assert isinstance(view, SupervisionView)
    grid = view.grid
    first = grid.model.row_at(0)
    assert first is not None
    assert view.finding.text().startswith("3 of 24 overdue")
    assert put(grid, 0, "supervisor", first.supervisee).startswith("Nobody supervises themselves.")
    grid.select_record(first.id)
    view.hold()
    assert label(sample) == f"Mark clinical supervision of {first.supervisee} as held"
    assert view.finding.text().startswith("2 of 24 overdue")
    put(grid, adding(grid), "supervisee", "A. Alder")
    put(grid, adding(grid), "supervisor", "A. Robin")
    put(grid, adding(grid), "every_weeks", "8")
    made = next(row for row in sample.read(workforce.supervisions, ON)
                if row.supervisee == "A. Alder")  # fmt: skip
    line = grid.model.line_of(made.id)
    assert put(grid, line, "agreed_on", "1/11/2016") == ""
    assert put(grid, grid.model.line_of(made.id), "every_weeks", "0").startswith("Enter every how")
    grid.select_record(made.id)
    grid.remove()
    assert label(sample) == "Delete clinical supervision of A. Alder"
