"""Demand on the screen: the worked examples read there, shares typed in, scenarios copied."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import DemandScenarioRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.demand import DemandView
from pch_desktop.ui.sections.workforce.demand_charts import BAR, DemandChartView, ScenariosChartView
from pch_desktop.ui.sections.workforce.demand_compare import CompareView
from pch_desktop.ui.sections.workforce.demand_segments import SegmentsView
from pch_desktop.ui.sections.workforce.demand_shift import ShiftView
from pch_desktop.ui.sections.workforce.demand_staff import StaffView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window

Key = Qt.Key
BASE, SHIFTED = "Marsh Valley as it is", "A quarter of GP contacts met by others"
EXAMPLE = "Illustration: 40,000 people"
View = TypeVar("View", bound=QWidget)


@pytest.fixture
def desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """The sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> WorkforceScreen:
    """The section on it, shown."""
    return in_window(qtbot, WorkforceScreen(desk))


def shown(screen: WorkforceScreen, title: str, kind: type[View]) -> View:
    """Return a view brought into sight."""
    view = screen.view(title)
    assert isinstance(view, kind)
    QApplication.processEvents()
    return view


def press(view: QWidget, words: str) -> None:
    """Press a button by its words."""
    (made,) = (each for each in view.findChildren(QAbstractButton)
               if each.text().strip() == words and each.isVisibleTo(view))  # fmt: skip
    made.setFocus()
    QTest.keyClick(made, Key.Key_Space)


def cell(grid: Grid, name: str, key: str) -> str:
    """Return what a cell shows, by its line's first cell."""
    model = grid.model
    (line,) = (at for at in range(model.rowCount()) if model.name(at) == name)
    return str(model.index(line, model.column_at(key)).data())


def type_into(grid: Grid, name: str, key: str, text: str) -> None:
    """Go to a cell and type by keyboard, then accept with Tab."""
    model = grid.model
    (line,) = (at for at in range(model.rowCount()) if model.name(at) == name)
    grid.view.setFocus()
    grid.view.go(line, model.column_at(key))
    QTest.keyClicks(grid.view, text[0])
    editor = grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Key.Key_Tab)


def named(file: LocalityFile, name: str) -> DemandScenarioRow:
    """Return a scenario by its name."""
    (row,) = (row for row in file.read(workforce.demand_scenarios) if row.name == name)
    return row


def choose(screen: WorkforceScreen, file: LocalityFile, name: str) -> None:
    """Choose a scenario from the menu of a view's verb."""
    view: Any = shown(screen, "Demand", DemandView)
    menu = view._chosen.menu(view)
    (action,) = (each for each in menu.actions() if each.text() == name)
    action.trigger()
    assert named(file, name).id == view._chosen.now.id


# The worked examples


def test_the_example_of_forty_thousand_people_stands_on_the_screen(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    compare = shown(screen, "Compare", CompareView)
    press(compare, "Worked example")
    assert sample.changes()[0].label == "Add the worked example"
    view = shown(screen, "Demand", DemandView)
    assert view.toolbar.findChildren(QAbstractButton)[0].text().strip() == f"Scenario: {EXAMPLE}"
    assert [tile.figure.number for tile in view.tiles.tiles[:3]] == ["214,500", "5.36", "38.89"]
    told = {name: (cell(view.grid, name, "contacts"), cell(view.grid, name, "required_wte"))
            for name in [view.grid.model.name(at) for at in range(8)]}  # fmt: skip
    assert told == {
        "GP": ("100,431", "19.07"),
        "Nurse": ("67,992", "11.77"),
        "HCA": ("2,232", "0.28"),
        "First-contact physio": ("10,098", "1.42"),
        "Pharmacist": ("17,676", "3.00"),
        "Social prescriber": ("7,296", "1.43"),
        "Paramedic": ("5,265", "1.11"),
        "Care co-ordinator": ("3,510", "0.80"),
    }
    assert view.finding.text().startswith("38.89 WTE are required for 214,500 contacts a year.")
    assert "Illustration with invented figures" in view.sources.text()
    total = view.grid.model.total(view.grid.model.columns[view.grid.model.column_at("contacts")])
    assert total is not None
    assert total.value == 214_500


def test_the_example_of_contacts_freed_stands_on_the_screen(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    press(shown(screen, "Compare", CompareView), "Worked example")
    choose(screen, sample, "Illustration: contacts of GPs met by others")
    view = shown(screen, "Shift", ShiftView)
    keys = ("now", "divertible", "freed", "hours", "wte", "a_day")
    assert [cell(view.freed, "GP", key) for key in keys] == [
        "100,431", "25,108", "15,065", "2,812", "2.63", "59.5",
    ]  # fmt: skip
    assert view.taken.model.rowCount() == 4
    assert "2.63 WTE, 59.5 a working day. Taken on: " in view.finding.text()


# Typing


def test_a_mix_that_does_not_add_up_is_marked_and_put_right(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, "Segments", SegmentsView)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(view.grid.model, mode)
    before = named(sample, BASE)
    gp = before.staff[0]
    type_into(view.grid, "Aged 15 to 64", f"k{gp.id}", "40%")
    assert sample.changes()[0].label == "Change share of GP in Aged 15 to 64"
    assert cell(view.grid, "Aged 15 to 64", "mix") == "92.0%"
    trouble = view.grid.model.index(1, view.grid.model.column_at("mix"))
    assert "8.0% is missing" in str(trouble.data(Qt.ItemDataRole.ToolTipRole))
    assert view.strip.sentence.startswith("Who sees Aged 15 to 64 does not add up to 100%.")
    demand = shown(screen, "Demand", DemandView)
    assert demand.finding.text().endswith("Until then no required WTE is known.")
    assert [tile.figure.number for tile in demand.tiles.tiles][2:] == ["", ""]
    sample.undo()
    QApplication.processEvents()
    assert demand.finding.text().startswith("55.98 WTE are required")
    shown(screen, "Segments", SegmentsView)
    assert view.strip.isHidden()
    said = view.grid.model.change_cell(1, view.grid.model.column_at(f"k{gp.id}"), "140%")
    assert said == "Enter a share from 0% to 100%, for example 25%."
    assert named(sample, BASE) == before
    assert tester.model() is view.grid.model


def test_a_segment_is_added_with_who_sees_it_and_minutes_of_its_own(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, "Segments", SegmentsView)
    gp = named(sample, BASE).staff[0]
    model = view.grid.model
    said: list[str] = []
    model.refused.connect(said.append)
    model.change_cell(4, model.column_at(f"k{gp.id}"), "100%")
    assert said == ["Enter what the segment is called."]
    model.change_cell(4, model.column_at("people"), "120")
    model.change_cell(4, model.column_at("name"), "Care homes")
    made = named(sample, BASE).segments[-1]
    assert (made.name, made.people, made.mix[gp.id].share) == ("Care homes", 120, 1)
    press(view, "Minutes by kind")
    type_into(view.grid, "Care homes", f"m{gp.id}", "25")
    assert named(sample, BASE).segments[-1].mix[gp.id].minutes == 25
    press(view, "Minutes by kind")
    view.show_record(made.id)
    view.grid.remove()
    assert [row.name for row in named(sample, BASE).segments][-1] == "Aged 75 and over"


def test_kinds_of_staff_are_changed_and_their_roles_chosen(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, "Kinds of staff", StaffView)
    type_into(view.grid, "GP", "planned_wte", "1.5")
    type_into(view.grid, "GP", "facing", "70%")
    gp = named(sample, BASE).staff[0]
    assert (gp.planned_wte, gp.patient_facing_share) == (Decimal("1.5"), Decimal("0.7"))
    view.show_record(gp.id)
    view.side.roles.take_out("Salaried GP")
    assert named(sample, BASE).staff[0].roles == ("GP partner",)
    assert cell(view.grid, "GP", "in_post_wte") == "16.40"
    box = view.side.roles.box
    assert box.findText("Paramedic") < 0
    box.setCurrentIndex(box.findText("Salaried GP"))
    box.textActivated.emit("Salaried GP")
    assert named(sample, BASE).staff[0].roles == ("GP partner", "Salaried GP")
    said = view.model.change_cell(1, view.model.column_at("roles"), "GP partner")
    assert said.startswith("“GP partner” counts as GP in this scenario.")
    view.model.change_cell(7, view.model.column_at("name"), "Dietitian")
    assert named(sample, BASE).staff[-1].name == "Dietitian"
    view.show_record(named(sample, BASE).staff[-1].id)
    view.grid.remove()
    assert len(named(sample, BASE).staff) == 7


def test_a_shift_is_typed_with_both_sides(screen: WorkforceScreen, sample: LocalityFile) -> None:
    view = shown(screen, "Shift", ShiftView)
    assert view.finding.text().startswith("About a quarter of contacts with GPs")
    assert view.taken.isHidden()
    view.freed_model.change_cell(0, view.freed_model.column_at("kind"), "gp")
    (shift,) = named(sample, BASE).shifts
    assert shift.divertible_share == Decimal("0.25")
    assert cell(view.freed, "GP", "divertible") == "26,717"
    assert "Who meets them adds up to 0.0%, not to 100%." in view.finding.text()
    view.taken_model.change_cell(0, view.taken_model.column_at("kind"), "Pharmacist")
    assert cell(view.taken, "Pharmacist", "share") == "100.0%"
    type_into(view.taken, "Pharmacist", "share", "80%")
    assert "adds up to 80.0%" in view.finding.text()
    view.taken_model.change_cell(1, view.taken_model.column_at("kind"), "Nurse")
    assert cell(view.taken, "Nurse", "share") == "20.0%"
    assert "Net, " in view.finding.text()
    said = view.taken_model.change_cell(2, view.taken_model.column_at("kind"), "Wizard")
    assert said.startswith("“Wizard” is not in the list.")
    view.show_record(shift.id)
    view.freed.remove()
    assert named(sample, BASE).shifts == ()
    assert view.taken.isHidden()


# Scenarios


def test_a_scenario_is_copied_renamed_and_deleted_and_stays_chosen(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, "Compare", CompareView)
    view.show_record(named(sample, SHIFTED).id)
    press(view, "Copy scenario")
    made = named(sample, f"Copy of {SHIFTED}")
    assert cell(view.grid, made.name, "required_wte") == cell(view.grid, SHIFTED, "required_wte")
    segments: Any = shown(screen, "Segments", SegmentsView)
    assert segments._chosen.now.id == made.id
    shown(screen, "Compare", CompareView)
    type_into(view.grid, made.name, "name", "Ours")
    type_into(view.grid, "Ours", "weeks_worked", "40")
    assert named(sample, "Ours").weeks_worked == 40
    press(view, "By kind as a table")
    assert view.compared is not None
    assert view.compared.isVisible()
    assert cell(view.compared, "GP", f"s{made.id}") != cell(view.compared, "GP", "s2")
    view.show_record(made.id)
    view.grid.remove()
    assert len(sample.read(workforce.demand_scenarios)) == 3
    assert segments._chosen.now.name == BASE
    model = view.model
    model.change_cell(3, model.column_at("name"), "From nothing")
    assert named(sample, "From nothing").segments == ()
    press(view, "From our lists")
    assert [row.people for row in named(sample, "From our lists").segments] == [
        6573, 26604, 4242, 3861,
    ]  # fmt: skip


def test_without_a_scenario_each_view_says_what_demand_is_for(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, "Compare", CompareView)
    for row in sample.read(workforce.demand_scenarios):
        view.show_record(row.id)
        view.grid.remove()
    for title, kind in (
        ("Demand/Demand", DemandView), ("Segments", SegmentsView), ("Kinds of staff", StaffView),
        ("Shift", ShiftView), ("Compare", CompareView), ("Demand and supply", DemandChartView),
        ("Scenarios", ScenariosChartView),
    ):  # fmt: skip
        each: Any = shown(screen, title, kind)
        assert each.master.isHidden()
        assert not each._empty.isHidden()
    press(shown(screen, "Demand", DemandView), "Start from our lists")
    demand = shown(screen, "Demand", DemandView)
    assert not demand.master.isHidden()
    assert demand.finding.text().startswith("Who sees Aged 0 to 14, Aged 15 to 64")


def test_demand_is_told_for_the_day_and_drawn(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, "Demand", DemandView)
    assert cell(view.grid, "GP", "in_post_wte") == "22.60"
    press(view, "As a chart")
    assert view.chart.isVisible()
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.finding == view.finding.text()
    assert "GP 23.61 required, 22.60 in post, 25.00 funded" in chart.alt_text
    press(view, "As a chart")
    assert view.grid.isVisible()
    screen.at.choose(OCTOBER.first)
    assert view.toolbar.isVisible()
    supply = shown(screen, "Demand and supply", DemandChartView)
    both = shown(screen, "Scenarios", ScenariosChartView)
    for each in (supply, both):
        drawn = each.chart.canvas.chart
        assert drawn is not None
        assert 40 <= len(drawn.alt_text) <= 400
        assert drawn.make is not None


def test_scenarios_side_by_side_take_the_room_their_numbers_need(screen: WorkforceScreen) -> None:
    view = shown(screen, "Compare", CompareView)
    before = view.chart.height()
    press(view, "Copy scenario")
    QApplication.processEvents()
    kinds = 7
    assert view.chart.height() >= before + kinds * BAR
    large = shown(screen, "Scenarios", ScenariosChartView)
    assert large.chart.canvas.height() >= kinds * 4 * BAR
