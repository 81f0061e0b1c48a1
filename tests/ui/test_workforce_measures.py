"""Measures, sickness and ages on the screen, worked in by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce_ages import HEADS, WTE
from pch_desktop.reports.workforce_measures import measure_rows
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.ages import AgeProfileView
from pch_desktop.ui.sections.workforce.charts import SkillMixView
from pch_desktop.ui.sections.workforce.held import HeldView
from pch_desktop.ui.sections.workforce.measures import WHOLE, MeasuresView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.sections.workforce.sickness import SicknessView
from pch_desktop.ui.style import Style
from tests import localities, workforce_teams
from tests.ui.conftest import OCTOBER
from tests.ui.driving import put

ON = OCTOBER.last
Key = Qt.Key
Made = Callable[[LocalityFile], WorkforceScreen]


@pytest.fixture
def shown(qtbot: QtBot, style: Style, preferences: PreferenceFile) -> Made:
    """Make the section on a file, at October 2016."""

    def make(file: LocalityFile) -> WorkforceScreen:
        made = WorkforceScreen(Desk(file, OCTOBER, style, preferences))
        qtbot.addWidget(made)
        made.resize(1162, 662)
        made.show()
        QApplication.processEvents()
        return made

    return make


@pytest.fixture
def screen(shown: Made, sample: LocalityFile) -> WorkforceScreen:
    """The section on the sample."""
    return shown(sample)


@pytest.fixture
def team(path: Path) -> Iterator[LocalityFile]:
    """The team of D23 and D24."""
    file = localities.like(workforce_teams.measured, path)
    yield file
    file.close()


def measures(screen: WorkforceScreen) -> MeasuresView:
    view = screen.view("Measures")
    assert isinstance(view, MeasuresView)
    QApplication.processEvents()  # The year before comes after the day itself.
    return view


def sickness(screen: WorkforceScreen) -> SicknessView:
    view = screen.view("Sickness")
    assert isinstance(view, SicknessView)
    return view


def ages(screen: WorkforceScreen) -> AgeProfileView:
    view = screen.view("Age profile")
    assert isinstance(view, AgeProfileView)
    return view


def cell(grid: Grid, name: str, key: str = "value") -> str:
    """Return what the cell of a named line reads."""
    model = grid.model
    line = next(at for at in range(model.rowCount()) if model.name(at) == name)
    return str(model.index(line, model.column_at(key)).data())


def label(file: LocalityFile) -> str:
    return file.read(trail.changes)[0].label


# The worked examples, on the screen


def test_d22_a_session_is_as_long_as_the_locality_says(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    held = screen.view("Who holds what")
    assert isinstance(held, HeldView)
    for text, wte in (
        ("15", "0.40"), ("30", "0.80"), ("37.5", "1.00"), ("40", "1.07"),
        ("5 sessions", "0.56"), ("6 sessions", "0.67"), ("9 sessions", "1.00"),
    ):  # fmt: skip
        assert put(held.grid, 1, "weekly_hours", text) == ""
        line = held.model.line_of(1)
        assert held.model.index(line, held.model.column_at("wte")).data() == wte, text
    field = measures(screen).side.fields["session_minutes"]
    field.box.setText("240")
    field.commit()
    assert label(sample) == "Change length of a GP session"
    screen.view("Who holds what")
    assert put(held.grid, 1, "weekly_hours", "6 sessions") == ""
    line = held.model.line_of(1)
    assert held.model.index(line, held.model.column_at("wte")).data() == "0.64"
    row = next(one for one in sample.read(workforce.assignments) if one.id == 1)
    assert row.wte == Decimal("0.64")


def test_d23_and_d24_stand_in_the_cells(shown: Made, team: LocalityFile) -> None:
    grid = measures(shown(team)).grid
    told = {
        "WTE in post": "57.35", "Establishment": "64.20", "Vacancy": "6.85",
        "Vacancy rate": "10.67%", "Sickness, month": "4.17%", "Patients per GP WTE": "2,041",
        "Weighted patients per GP WTE": "2,136", "Weighted patients per clinical WTE": "730",
        "GP WTE per 10,000 weighted": "4.68",
    }  # fmt: skip
    assert {name: cell(grid, name) for name in told} == told
    assert cell(grid, "Patients per GP WTE", "numerator") == "40,000"
    assert cell(grid, "Patients per GP WTE", "denominator") == "19.60"


def test_d36_stands_in_the_cells_once_few_may_be_shown(shown: Made, path: Path) -> None:
    file = localities.like(workforce_teams.aged, path)
    screen = shown(file)
    view = ages(screen)
    assert cell(view.grid, "GP and nurse", "share") == "*"
    field = measures(screen).side.fields["least_shown"]
    field.box.setText("1")
    field.commit()
    view = ages(screen)
    assert cell(view.grid, "GP", "share") == "44.7%"
    assert cell(view.grid, "All staff", "share") == "49.5%"
    view.count(WTE)
    assert (cell(view.grid, "GP", "every"), cell(view.grid, "GP", "old")) == ("4.47", "2.00")
    file.close()


# Measures


def test_measures_are_the_report_on_any_day(screen: WorkforceScreen, sample: LocalityFile) -> None:
    view = measures(screen)
    assert list(view.grid.model.rows) == measure_rows(sample, ON)
    assert view.finding.text().startswith("207.90 WTE in post, 282 people; 6.18% of posts vacant")
    day = Month(2016, 6).first
    screen.at.choose(day)
    assert cell(view.grid, "WTE in post", "before") == ""
    QApplication.processEvents()
    assert list(view.grid.model.rows) == measure_rows(sample, day)


def test_the_side_tells_how_a_measure_is_worked_out(screen: WorkforceScreen) -> None:
    view = measures(screen)
    view.grid.view.setFocus()
    view.grid.select_record(13)
    row = view.grid.current_row
    assert row.name == "Vacancy rate"
    texts = [each.text() for each in view.side.findChildren(type(view.finding))]
    assert "Vacant WTE divided by funded WTE." in texts
    assert "221.60" in texts


def test_a_rule_that_is_refused_says_so_and_one_that_is_taken_can_be_undone(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = measures(screen)
    field = view.side.fields["retirement_age"]
    field.box.setText("12")
    field.commit()
    assert field.refusal == "Enter an age from 40 to 80, such as 55."
    field.box.setText("60")
    QTest.keyClick(field.box, Key.Key_Return)
    assert label(sample) == "Change age of retirement risk"
    assert sample.read(workforce.rules).retirement_age == 60
    counts = view.side.fields["counts_all_gps"]
    before = cell(view.grid, "Patients per GP WTE")
    counts.box.put("Yes")
    counts.commit()
    assert cell(view.grid, "Patients per GP WTE") != before
    sample.undo()
    sample.undo()
    assert cell(view.grid, "Patients per GP WTE") == before
    assert field.box.text() == "55"


def test_every_part_has_a_row_and_the_total_is_the_localitys(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = measures(screen)
    whole = {row.name: row.figure.value for row in measure_rows(sample, ON)}
    for scope in ("practice", "employer", "staff group", "role"):
        view.show_scope(scope)
        model = view.scoped.model
        total = model.total(model.columns[model.column_at("in_post_wte")])
        assert total is not None
        assert total.value == whole["WTE in post"], scope
        hidden = view.scoped.view.isColumnHidden(model.column_at("patients"))
        assert hidden is (scope != "practice")
        assert model.columns[0].title.casefold() == scope
    assert [action.text() for action in view.scope_menu().actions()] == [
        "Whole locality", "By practice", "By employer", "By staff group", "By role",
    ]  # fmt: skip
    view.show_scope(WHOLE)
    assert view.in_sight is view.grid


def test_an_empty_file_says_what_is_worked_out_here(shown: Made, file: LocalityFile) -> None:
    screen = shown(file)
    view = measures(screen)
    assert not view.grid.isVisible()
    button = next(
        each for each in view.findChildren(QAbstractButton) if each.text() == "Go to posts"
    )
    button.click()
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "Posts"
    assert sickness(screen).chart.canvas.chart is not None
    assert ages(screen).grid.model.rowCount() == 0


# Sickness


def test_days_are_typed_with_keys_for_a_group(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = sickness(screen)
    row = next(each for each in view.model.rows if (each.heads > 7 and not each.now.months)
               or each.name == "Nurse, Vale Community NHS Trust")  # fmt: skip
    view.grid.select_record(row.id, "days_lost")
    QTest.keyClick(view.grid.view, Key.Key_6)
    editor = view.grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, "2.5")
    QTest.keyClick(editor, Key.Key_Return)
    assert label(sample) == f"Change days lost of {row.name}, October 2016"
    kept = next(each for each in sample.read(workforce.absences, OCTOBER, OCTOBER)
                if each.group == row.group)  # fmt: skip
    assert kept.days_lost == Decimal("62.5")
    now = view.model.row_at(view.model.line_of(row.id))
    assert now is not None
    assert now.now.days_lost == Decimal("62.5")
    sample.undo()
    again = view.model.row_at(view.model.line_of(row.id))
    assert again == row


def test_a_block_of_days_is_pasted_as_one_step(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = sickness(screen)
    steps = len(sample.read(trail.changes))
    missing = [row for row in view.model.rows if not row.now.months]
    before = len(sample.read(workforce.absences, OCTOBER, OCTOBER))
    first = missing[0]
    view.grid.select_record(first.id, "days_available")
    view.grid.put((("70", "1.5"),), "Paste")
    assert len(sample.read(trail.changes)) == steps + 1
    assert len(sample.read(workforce.absences, OCTOBER, OCTOBER)) == before + 1
    sample.undo()
    assert len(sample.read(workforce.absences, OCTOBER, OCTOBER)) == before


def test_what_is_not_shown_can_be_typed_anew_but_not_read(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = sickness(screen)
    few = next(row for row in view.model.rows if row.now.is_hidden)
    line = view.model.line_of(few.id)
    for key in ("days_lost", "rate", "year_rate"):
        index = view.model.index(line, view.model.column_at(key))
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            assert index.data(role) == "*"
    assert put(view.grid, few.id, "days_lost", "*") == ""
    assert put(view.grid, few.id, "days_lost", "1") == ""
    kept = next(each for each in sample.read(workforce.absences, OCTOBER, OCTOBER)
                if each.group == few.group)  # fmt: skip
    assert kept.days_lost == 1
    many = next(row for row in view.model.rows if row.now.rate is not None and row.heads > 10)
    assert put(view.grid, many.id, "days_lost", "*").startswith("* stands for days")


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("days_lost", "some", "“some” is not a number."),
        ("days_lost", "-1", "Enter days of 0 or more"),
        ("days_lost", "99999", "No more days can be lost than there are."),
        ("staff_group", "GP", "Staff group is not changed here."),
    ],
)
def test_days_that_cannot_be_are_refused(
    screen: WorkforceScreen, sample: LocalityFile, key: str, text: str, sentence: str
) -> None:
    view = sickness(screen)
    row = next(each for each in view.model.rows if each.is_typed)
    before = sample.read(workforce.absences, OCTOBER, OCTOBER)
    assert put(view.grid, row.id, key, text if key != "staff_group" else "Medical").startswith(
        sentence
    )
    assert sample.read(workforce.absences, OCTOBER, OCTOBER) == before


def test_a_group_is_added_and_its_days_are_deleted(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = sickness(screen)
    said: list[str] = []
    view.model.refused.connect(said.append)
    model, last = view.model, view.model.rowCount() - 1
    model.change_cell(last, model.column_at("days_lost"), "2")
    model.change_cell(last, model.column_at("practice"), "Sedge Lane Surgery")
    assert set(said) == {"Choose the staff group whose days they are."}
    model.change_cell(last, model.column_at("staff_group"), "Nurse")
    assert label(sample) == "Enter days of nurse, October 2016"
    added = next(row for row in model.rows if row.group.practice == "Sedge Lane Surgery")
    view.grid.select_record(added.id)
    view.grid.remove()
    assert label(sample) == f"Delete the days of {added.name}, October 2016"
    nobody = next(row for row in model.rows if row.entry_id is None)
    view.grid.select_record(nobody.id)
    view.grid.remove()
    assert view.grid.strip.sentence == "There are no days in these lines to delete."


def test_the_chart_shows_the_rate_of_whom_is_chosen(screen: WorkforceScreen) -> None:
    view = sickness(screen)
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.finding == "All staff: 4.39% of days lost in October 2016, 4.20% over 12 months"
    words = [action.text() for action in view.part_menu().actions()]
    assert words[:2] == ["All staff", "GP"]
    view.part_menu().actions()[1].trigger()
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.finding.startswith("GP: ")
    assert len(chart.rows) == 13
    view.chart.toggle()
    assert view.chart.is_table


# Ages, and the skill mix by employer


def test_ages_are_drawn_and_tabled_without_few_people(screen: WorkforceScreen) -> None:
    view = ages(screen)
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.make is not None
    assert chart.make(True).axes
    assert "* stands for too few to be shown." in chart.source
    assert {row.counted for row in chart.rows} == {HEADS, WTE}
    assert [action.text() for action in view.count_menu().actions()] == [HEADS, WTE]
    shown = {cell(view.grid, "GP", f"age_{at}") for at in range(8)}
    assert not shown & {"1", "2", "3", "4"}


def test_another_age_of_risk_gives_the_table_another_column(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = ages(screen)
    before = view.grid.model.columnCount()
    sample.edit("Choose", workforce.set_rule, "retirement_age", 57)
    assert view.grid.model.columnCount() == before + 1
    assert "▲ 57 to 59" in [column.title for column in view.grid.model.columns]
    sample.undo()
    assert view.grid.model.columnCount() == before


def test_the_skill_mix_is_shown_by_employer_in_the_employers_colours(
    screen: WorkforceScreen,
) -> None:
    view = screen.view("Skill mix")
    assert isinstance(view, SkillMixView)
    view.add_up_by("employer")
    view.colour_by("employer")
    chart = view.chart.canvas.chart
    assert chart is not None
    assert sum(row.in_post_wte for row in chart.rows) == Decimal("207.9")
    assert {row.name for row in view.grid.model.rows} == {row.name for row in chart.rows}


def test_where_one_of_them_fits_the_table_stays_and_the_chart_comes_when_asked(
    screen: WorkforceScreen,
) -> None:
    view = sickness(screen)
    assert view.chart.isVisible()
    assert view.grid.isVisible()
    screen.resize(1162, 480)
    QApplication.processEvents()
    assert not view.chart.isVisible()
    assert view.grid.isVisible()
    verb = next(each for each in view.toolbar.findChildren(QAbstractButton)
                if each.accessibleName() == "Chart")  # fmt: skip
    verb.click()
    assert view.chart.isVisible()
    assert not view.grid.isVisible()
    screen.resize(1162, 662)
    QApplication.processEvents()
    assert view.chart.isVisible()
    assert view.grid.isVisible()
    assert not verb.isVisible()


# All of them


def test_every_control_has_a_name_and_models_behave(screen: WorkforceScreen) -> None:
    views = (measures(screen), sickness(screen), ages(screen))
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(grid.model, mode)
        for grid in (views[0].grid, views[0].scoped, views[1].grid, views[2].grid)
    ]
    screen.at.choose(Month(2016, 3).last)
    for title, view in zip(("Measures", "Sickness", "Age profile"), views, strict=True):
        screen.view(title)
        for kind in (QAbstractButton, QLineEdit, QComboBox, Grid):
            for control in view.findChildren(kind):
                named = control.view if isinstance(control, Grid) else control
                if named.isVisibleTo(view) and not named.objectName().startswith("qt_"):
                    text = control.text() if isinstance(control, QAbstractButton) else ""
                    assert named.accessibleName() or text, f"{title}: {control}"
    assert len(testers) == 4


def test_nobody_is_named(screen: WorkforceScreen, sample: LocalityFile) -> None:
    names = {row.name for row in sample.read(workforce.people, ON)}
    view = measures(screen)
    view.show_scope("role")
    grids = (view.grid, view.scoped, sickness(screen).grid, ages(screen).grid)
    for grid in grids:
        said = {
            str(grid.model.index(line, at).data())
            for line in range(grid.model.rowCount())
            for at in range(grid.model.columnCount())
        }
        assert not said & names


@pytest.mark.parametrize(("wide", "tall"), [(1162, 662), (1076, 554)])
def test_nothing_needs_more_room_than_there_is(
    screen: WorkforceScreen, wide: int, tall: int
) -> None:
    for title in ("Measures", "Sickness", "Age profile"):
        screen.view(title)
    assert screen.minimumSizeHint().width() <= wide
    assert screen.minimumSizeHint().height() <= tall
