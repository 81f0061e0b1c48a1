"""Months of activity on the screen: groups of columns, blocks, places, load, beds, calls, late."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.service_counts import MONTH
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services.by_place import ByPlaceView
from pch_desktop.ui.sections.services.late import LateView
from pch_desktop.ui.sections.services.load import LoadView
from pch_desktop.ui.sections.services.month import MonthView
from pch_desktop.ui.sections.services.returns import ReturnsView
from pch_desktop.ui.sections.services.screen import ServicesScreen
from pch_desktop.ui.sections.services.together import MAIN, TOGETHER
from pch_desktop.ui.sections.services.year import YearView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put, view_of

SEPTEMBER = OCTOBER.plus(-1)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> ServicesScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, ServicesScreen(Desk(sample, OCTOBER, style, preferences)))


def key_of(file: LocalityFile, name: str) -> int:
    return next(row.id for row in file.read(services.service_names) if row.name == name)


def month_of(file: LocalityFile, name: str, month: Month = OCTOBER) -> services.MonthRow:
    found = file.read(services.activity, month, month)
    return next(row for row in found if row.service_id == key_of(file, name))


def in_sight(grid: Grid) -> list[str]:
    return [grid.model.columns[at].key for at in grid.view.columns]


def verb(view: QWidget, words: str) -> QAbstractButton:
    found = view.findChildren(QAbstractButton)
    return next(each for each in found if words in (each.text(), each.accessibleName()))


def test_a_month_is_typed_in_groups_of_columns_and_put_right_on_the_strip(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Month", MonthView)
    tester = QAbstractItemModelTester(view.grid.model, FATAL)
    assert set(in_sight(view.grid)) == {"name", *TOGETHER[MAIN]}
    actions = {each.text(): each for each in view.together.menu().actions()}
    for name, keys in TOGETHER.items():
        actions[name.capitalize()].trigger()
        assert set(in_sight(view.grid)) == {"name", *keys}
    actions["All counts"].trigger()
    assert {"planned_sessions", "admissions_avoided", "source"} <= set(in_sight(view.grid))
    review = key_of(sample, "Medicines review")
    assert put(view.grid, review, "sessions", "27") == ""
    view.work_out()
    assert month_of(sample, "Medicines review").slots == 210  # 27 sessions of 226/29 each
    assert sample.to_undo is not None
    view.work_out()
    assert "leave appointments blank" in view.grid.strip.sentence
    assert put(view.grid, review, "booked", "200") == ""
    assert put(view.grid, review, "attended", "205") == ""
    assert view.strip.sentence.startswith(
        "Medicines review: 205 attended or not attended are more than the 200 booked."
    )
    view.together.show("ways of contact")
    verb(view.strip, "Show").click()
    assert view.grid.model.columns[view.grid.view.currentIndex().column()].key == "booked"
    verb(view.strip, "Make booked 205").click()
    assert month_of(sample, "Medicines review").booked == 205
    assert view.strip.isHidden()
    put(view.grid, review, "booked", "215")
    assert "5 people overbooked: 215 booked for 210 appointments" in view.strip.sentence
    assert put(view.grid, review, "telephone", "-3").endswith("Enter a whole number, 0 or more.")
    assert put(view.grid, review, "source", "Counted by hand") == ""
    assert month_of(sample, "Medicines review").source == "Counted by hand"
    assert tester


def test_a_block_with_three_bad_cells_keeps_the_good_ones_and_is_undone_as_one(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Month", MonthView)
    before = sample.read(services.activity)
    view.grid.select_record(key_of(sample, "Acute Response Team"), "sessions")
    QGuiApplication.clipboard().setText("33\t190\t-4\n14\tmany\t70\n36\t420\tx")
    QTest.keyClick(view.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    said = view.grid.strip.sentence
    assert said.startswith("Paste 9 cells: 3 were left as they were.")
    for place in (
        "Acute Response Team, Booked: “-4” cannot be taken. Enter a whole number, 0 or more.",
        "Children's same-day clinic, Appointments: ",
        "Community diagnostics, Booked: ",
    ):
        assert place in said
    row = month_of(sample, "Acute Response Team")
    assert (row.sessions, row.slots, row.booked) == (33, 190, 172)
    assert month_of(sample, "Community diagnostics").slots == 420
    sample.undo()
    assert sample.read(services.activity) == before


def test_one_service_s_year_has_the_same_columns_as_a_month(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Year", YearView)
    view.show_service(key_of(sample, "Same-day access"))
    assert [column.key for column in view.one_grid.model.columns[1:]] == [
        column.key for column in MONTH[1:]
    ]
    {each.text(): each for each in view.count_menu().actions()}["Rates"].trigger()
    assert set(in_sight(view.one_grid)) == {"month", *TOGETHER["rates"]}
    assert put(view.one_grid, 7, "cancelled_by_service", "51") == ""
    assert month_of(sample, "Same-day access").cancelled_by_service == 51
    assert put(view.one_grid, 7, "source", "Extract") == ""
    view.show_service(None)
    assert "Home visits" in {each.text() for each in view.count_menu().actions()}


def test_lines_by_place_are_typed_differ_from_the_month_and_make_the_load(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "By place", ByPlaceView)
    tester = QAbstractItemModelTester(view.grid.model, FATAL)
    assert "attended 179 by place, 2 fewer than the month's 181" in view.strip.sentence
    verb(view.strip, "Show").click()
    line = view.grid.current_row
    assert line.service == "Healthy living checks"
    put(view.grid, line.id, "attended", str((line.attended or 0) + 2))
    assert view.strip.isHidden()
    view.show_whole(True)
    assert {row.name for row in view.whole.model.rows} >= {"Healthy living checks"}
    view.show_whole(False)
    view.grid.add()
    told = {"place": "Lantern Hospice", "attended": "4", "service": "Emotional wellbeing"}
    for key, text in told.items():
        at = view.grid.model.rowCount() - 1
        assert view.grid.model.change_cell(at, view.grid.model.column_at(key), text) == ""
    added = next(row for row in view.model.rows if row.service == "Emotional wellbeing")
    assert (added.place, added.attended, added.patients_of) == ("Lantern Hospice", 4, None)
    assert "Emotional wellbeing: attended 4 by place" in view.strip.sentence
    view.grid.select_record(added.id, "attended")
    view.grid.remove()
    assert all(row.id != added.id for row in view.model.rows)
    load = view_of(screen, "Load between practices", LoadView)
    assert load.grid is not None
    assert sum(row.everywhere for row in load.grid.model.rows) == 7_277
    {each.text(): each for each in load.period_menu().actions()}["Month"].trigger()
    service_id = key_of(sample, "First-contact physiotherapy")
    {each.text(): each for each in load.service_menu().actions()}[
        "First-contact physiotherapy"
    ].trigger()
    seen = month_of(sample, "First-contact physiotherapy").attended
    assert sum(row.everywhere for row in load.grid.model.rows) == seen
    load.show_service(service_id)
    load.charges.click()
    assert not load.money.isHidden()
    assert sum(row.recharge.net_pence for row in load.money.model.rows) == 0
    assert tester


def test_beds_and_calls_are_typed_for_a_month_and_for_one_service(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Beds", ReturnsView)
    beds = key_of(sample, "Rehabilitation beds")
    for key, text in (("beds_open", "18"), ("occupied_days", "600"), ("discharges", "36")):
        assert put(view.grid, beds, key, text) == ""
    assert "600 occupied are more than the 558 bed days of 18 beds" in view.strip.sentence
    put(view.grid, beds, "occupied_days", "502")
    assert view.strip.isHidden()
    (told,) = [row for row in sample.read(services.beds, OCTOBER, OCTOBER) if row.id == beds]
    assert told.beds.occupancy_share == Decimal(502) / 558
    assert put(view.grid, beds, "admissions", "-1").endswith("whole number, 0 or more.")
    {each.text(): each for each in view.service_menu().actions()}["Rehabilitation beds"].trigger()
    assert [row.title for row in view.model.rows][6] == "October 2016"
    assert put(view.grid, 6, "stay_days", "533") == ""
    assert sample.read(services.beds, SEPTEMBER, SEPTEMBER)[1].stay_days == 533
    view.show_record(beds)
    assert view.grid.current_row.title == "Rehabilitation beds"
    calls = view_of(screen, "Calls", ReturnsView)
    assert put(calls.grid, key_of(sample, "Out of hours"), "offered", "100") == ""
    assert "Out of hours: 2,016 answered or given up are more than" in calls.strip.sentence
    calls.grid.add()
    at = calls.grid.model.rowCount() - 1
    assert calls.grid.model.change_cell(at, 0, "Same-day access") == ""
    assert "Same-day access" in {row.title for row in calls.model.rows}


def test_what_is_late_is_asked_for_entered_and_marked_final(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    screen.show_place("What is late", key_of(sample, "Medicines review"))
    view = view_of(screen, "What is late", LateView)
    assert view.grid.current_row.name == "Medicines review"
    verb(view, "Copy the request").click()
    asked = QGuiApplication.clipboard().text()
    assert asked.startswith("Dear J. Wren, please send the activity figures of Medicines review")
    visited: list[tuple[str, str, object]] = []

    def note(section: str, place: str, record: object) -> None:
        visited.append((section, place, record))

    view.grid.desk.visited.connect(note)
    view.enter()
    assert visited == [("services", "Months/Month", key_of(sample, "Medicines review"))]
    view.mark_final()
    assert "provisional" in view.grid.strip.sentence
    before = len(view.grid.model.rows)
    view.show_record(key_of(sample, "Memory clinic"))
    view.mark_final()
    assert not month_of(sample, "Memory clinic").is_provisional
    assert len(view.grid.model.rows) == before - 1
    sample.undo()
    assert month_of(sample, "Memory clinic").is_provisional


def test_every_view_of_an_empty_file_says_what_it_is_for_and_begins(
    qtbot: QtBot, desk: Desk
) -> None:
    screen = ServicesScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    for title, words in (
        ("By place", "Add the first line"),
        ("Load between practices", "Enter a month by place"),
        ("Beds", "Add a service with beds"),
        ("Calls", "Add a telephone line"),
    ):
        view = screen.view(title)
        shown = [each for each in view.findChildren(QAbstractButton) if each.isVisible()]
        assert words in {each.text() for each in shown}
        assert all(each.accessibleName() or each.text() for each in shown)
    assert "Nothing is missing" in view_of(screen, "What is late", LateView).finding.text()
