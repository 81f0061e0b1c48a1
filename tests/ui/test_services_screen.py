"""The services on the screen: typed in, refused, undone, pasted, drawn, found."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, Focus, ServiceStatus
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.totals import total_of
from pch_desktop.store import budget, services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sections.services.activity import ActivityView
from pch_desktop.ui.sections.services.catalogue import CatalogueView
from pch_desktop.ui.sections.services.month import MonthView
from pch_desktop.ui.sections.services.screen import ServicesScreen
from pch_desktop.ui.sections.services.week import WeekView
from pch_desktop.ui.sections.services.year import YearView
from pch_desktop.ui.style import Style
from tests import localities
from tests.ui.conftest import OCTOBER
from tests.ui.driving import found, in_window, put

VIEWS: dict[str, type[QWidget]] = {
    "List": CatalogueView,
    "Month": MonthView,
    "Year": YearView,
    "Weekly pattern": WeekView,
    "Activity": ActivityView,
}
View = TypeVar("View", bound=QWidget)


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> ServicesScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, ServicesScreen(Desk(sample, OCTOBER, style, preferences)))


def view_of(screen: ServicesScreen, kind: type[View]) -> View:
    title = next(title for title, each in VIEWS.items() if each is kind)
    view = screen.view(title)
    assert isinstance(view, kind)
    return view


def service(file: LocalityFile, name: str) -> ServiceRow:
    return next(row for row in file.read(services.services, OCTOBER) if row.name == name)


def test_every_view_opens_on_the_sample(screen: ServicesScreen) -> None:
    for title, kind in VIEWS.items():
        assert isinstance(screen.view(title), kind)
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("key", "text", "field", "kept"),
    [
        ("name", "Memory service", "name", "Memory service"),
        ("category", "frailty or care home", "category", Category.FRAILTY),
        ("status", "Paused", "status", ServiceStatus.PAUSED),
        ("lead", "vale community nhs trust", "lead", "Vale Community NHS Trust"),
        ("focus", "Prevention", "focus", Focus.PREVENTION),
        ("access_route", "", "access_route", None),
        ("annual_cost", "£12k", "annual_cost_pence", 1_200_000),
        ("funding_ends_on", "31/3/2017", "funding_ends_on", date(2017, 3, 31)),
    ],
)
def test_a_cell_that_is_typed_is_in_the_file_and_undo_brings_it_back(
    screen: ServicesScreen, sample: LocalityFile, key: str, text: str, field: str, kept: object
) -> None:
    before = service(sample, "Memory clinic")
    assert put(view_of(screen, CatalogueView).grid, before.id, key, text) == ""
    after = next(row for row in sample.read(services.services, OCTOBER) if row.id == before.id)
    assert getattr(after, field) == kept
    assert sample.to_undo is not None
    assert "Memory clinic" in sample.to_undo.label
    sample.undo()
    assert service(sample, "Memory clinic") == before


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("name", "", "Enter the service's name"),
        ("lead", "Nobody", "Nobody"),
        ("annual_cost", "a lot", "not an amount of money"),
        ("status", "Open", "Idea"),
    ],
)
def test_bad_input_is_refused_with_what_is_accepted(
    screen: ServicesScreen, sample: LocalityFile, key: str, text: str, said: str
) -> None:
    row = service(sample, "Memory clinic")
    assert said in put(view_of(screen, CatalogueView).grid, row.id, key, text)
    assert service(sample, "Memory clinic") == row


def test_a_service_is_added_in_the_empty_line_and_removed_again(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, CatalogueView).grid
    model = grid.model
    last = model.rowCount() - 1
    assert model.change_cell(last, model.column_at("category"), "Diagnostics") == ""
    assert model.change_cell(last, model.column_at("name"), "Echo at home") == ""
    made = service(sample, "Echo at home")
    assert (made.category, made.status) == (Category.DIAGNOSTICS, ServiceStatus.LIVE)
    grid.select_record(made.id)
    grid.remove()
    assert "Delete Echo at home" in grid.strip.sentence
    assert made.id not in {row.id for row in sample.read(services.services, OCTOBER)}


def test_a_months_block_is_pasted_as_one_step(screen: ServicesScreen, sample: LocalityFile) -> None:
    grid = view_of(screen, MonthView).grid
    row = service(sample, "Memory clinic")
    before = sample.to_undo
    grid.select_record(row.id, "slots")
    QGuiApplication.clipboard().setText("50\t40\t35\t5")
    grid.paste()
    kept = service(sample, "Memory clinic").month
    assert kept is not None
    assert (kept.slots, kept.booked, kept.attended, kept.not_attended) == (50, 40, 35, 5)
    sample.undo()
    assert sample.to_undo == before
    assert service(sample, "Memory clinic") == row


def test_the_month_marks_what_does_not_add_up_and_goes_there(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, MonthView)
    row = service(sample, "Memory clinic")
    assert put(view.grid, row.id, "booked", "10") == ""
    assert "more than the 10 booked" in view.strip.sentence
    verbs = view.strip.findChildren(QAbstractButton)
    next(verb for verb in verbs if verb.text() == "Show").click()
    assert view.grid.current_row.name == "Memory clinic"
    assert put(view.grid, row.id, "booked", "90") == ""
    assert view.strip.isHidden()


def test_provisional_is_marked_and_taken_back(screen: ServicesScreen, sample: LocalityFile) -> None:
    view = view_of(screen, MonthView)
    row = service(sample, "Falls and balance classes")
    for text, kept in (("Yes", True), ("No", False), ("", False)):
        put(view.grid, row.id, "is_provisional", text)
        month = service(sample, row.name).month
        assert month is not None
        assert month.is_provisional is kept


def test_the_month_shows_running_services_or_all(screen: ServicesScreen) -> None:
    view = view_of(screen, MonthView)
    assert len(view.grid.model.rows) == 17
    which = next(verb for verb in view.findChildren(QAbstractButton) if "Running" in verb.text())
    which.click()
    assert len(view.grid.model.rows) == 18


def test_totals_equal_the_reports(screen: ServicesScreen, sample: LocalityFile) -> None:
    model = view_of(screen, MonthView).grid.model
    for column in model.columns:
        assert model.total(column) == total_of(column, model.columns, model.rows)
    attended = model.total(model.columns[model.column_at("attended")])
    assert attended is not None
    assert (attended.value, attended.is_incomplete) == (10_199, True)


def test_hours_are_typed_as_people_write_them(screen: ServicesScreen, sample: LocalityFile) -> None:
    view = view_of(screen, WeekView)
    row = service(sample, "Memory clinic")
    assert put(view.grid, row.id, "day_1", "9-12, 13:30-5pm") == ""
    words = [
        each.words
        for each in sample.read(services.openings)
        if (each.service_id, each.weekday) == (row.id, 1)
    ]
    assert words == ["09:00-12:00", "13:30-17:00"]
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Change Monday hours of Memory clinic"
    assert "08:00-18:30" in put(view.grid, row.id, "day_1", "mornings")
    assert put(view.grid, row.id, "day_1", "") == ""
    assert service(sample, "Memory clinic") == row


def test_mondays_hours_are_given_to_the_week_as_one_step(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, WeekView)
    same = next(v for v in view.findChildren(QAbstractButton) if "Same hours" in v.text())
    row = service(sample, "Memory clinic")
    view.grid.select_record(row.id, "day_1")
    same.click()
    assert "enter its Monday hours first" in view.grid.strip.sentence
    put(view.grid, row.id, "day_1", "10:00-12:00")
    same.click()
    assert service(sample, "Memory clinic").weekly_minutes == 5 * 120
    sample.undo()
    assert service(sample, "Memory clinic").weekly_minutes == row.weekly_minutes + 120


def test_the_map_of_the_week_takes_the_place_of_the_hours(screen: ServicesScreen) -> None:
    view = view_of(screen, WeekView)
    view.turn()
    assert view.is_map
    assert "on Sunday" in view.chart.canvas.accessibleName()
    view.turn()
    assert not view.is_map


def test_a_year_of_all_services_is_typed_in_one_count(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, YearView)
    view.show_count("waiting")
    row = service(sample, "Medicines review")
    assert put(view.all_grid, row.id, "m6", "12") == ""
    month = service(sample, "Medicines review").month
    assert month is not None
    assert month.waiting == 12
    assert [action.text() for action in view.count_menu().actions() if action.isChecked()] == [
        "Waiting"
    ]


def open_last_year(file: LocalityFile) -> None:
    """Open the closed months again, or no service that was at work in them can be deleted."""
    for month in sorted(file.read(budget.closed_months, FinancialYear(2015))):
        file.edit("Reopen", budget.reopen_month, month, "A service is deleted", localities.NOON)


def test_a_service_at_work_in_a_closed_month_is_not_deleted(sample: LocalityFile) -> None:
    row = service(sample, "Medicines review")
    with pytest.raises(Refusal, match=r"April 2015 is closed\. Reopen it"):
        sample.edit("Delete", services.remove_services, (row.id,))
    assert service(sample, "Medicines review") == row
    open_last_year(sample)
    sample.edit("Delete", services.remove_services, (row.id,))
    assert "Medicines review" not in {each.name for each in sample.read(services.services, OCTOBER)}


def test_one_services_year_is_typed_month_by_month(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, YearView)
    row = service(sample, "Medicines review")
    actions = {action.text(): action for action in view.service_menu().actions()}
    actions["Medicines review"].trigger()
    assert view.one_grid.model.rowCount() == 12
    assert put(view.one_grid, 7, "attended", "190") == ""
    assert put(view.one_grid, 7, "is_provisional", "Yes") == ""
    month = service(sample, "Medicines review").month
    assert month is not None
    assert (month.attended, month.is_provisional) == (190, True)
    open_last_year(sample)
    sample.edit("Delete", services.remove_services, (row.id,))
    assert view.service_menu().actions()[0].isChecked()


def test_turning_the_year_turns_the_months_of_every_view(screen: ServicesScreen) -> None:
    view = view_of(screen, YearView)
    verbs = view.findChildren(QAbstractButton)
    next(verb for verb in verbs if "Year before" in verb.text()).click()
    assert view.all_model.columns[-1].title == "2015/16"
    month = view_of(screen, MonthView).grid.model.rows[0].month
    assert month is None or month.month == OCTOBER.plus(-12)


def test_the_charts_say_what_they_show(screen: ServicesScreen, sample: LocalityFile) -> None:
    view = view_of(screen, ActivityView)
    assert "10,199 appointments attended in October 2016" in view.chart.canvas.accessibleName()
    view.show_service(service(sample, "Social prescribing").id)
    assert view.chart.canvas.accessibleName().startswith("Social prescribing: 142")
    view.chart.toggle()
    assert view.chart.is_table
    view.show_take_up(True)
    assert "appointments saw nobody" in view.chart.canvas.accessibleName()
    view.show_take_up(False)
    next(a for a in view.service_menu().actions() if a.text() == "All services").trigger()
    assert "Social prescribing" not in view.chart.canvas.accessibleName()


def test_the_side_shows_and_changes_what_the_list_has_no_room_for(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, CatalogueView)
    view.grid.select_record(service(sample, "End of life care").id, "name")
    box = view.side.delivering.box
    assert box.text() == "Vale Community NHS Trust"
    box.setText("Marsh Valley Elders; Lantern Hospice")
    view.side.delivering.commit()
    assert service(sample, "End of life care").delivering == "Lantern Hospice; Marsh Valley Elders"
    box.setText("Nobody")
    view.side.delivering.commit()
    assert "no partner called “Nobody”" in view.side.delivering.refusal
    view.side.note.box.setPlainText("Ask in December.")
    view.side.note.commit()
    assert service(sample, "End of life care").note == "Ask in December."


def test_the_list_is_grouped_by_what_is_chosen(screen: ServicesScreen) -> None:
    view = view_of(screen, CatalogueView)
    actions = {action.text(): action for action in view.group_menu().actions()}
    actions["Status"].trigger()
    assert {view.grid.model.name(at) for at in range(4)} >= {"Live"}
    view.group("none")
    assert view.grid.model.arrangement.group_by is None


def test_an_empty_file_says_what_services_are_for_and_begins(qtbot: QtBot, desk: Desk) -> None:
    screen = ServicesScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    view = view_of(screen, CatalogueView)
    empty = view.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    assert view.grid.isHidden()
    for title in list(VIEWS)[1:]:
        other = screen.view(title)
        verbs = [v.text() for v in other.findChildren(QAbstractButton) if v.isVisible()]
        assert {"Add a service", "Enter the month"} & set(verbs)
    screen.show_tab("List")
    empty.findChildren(QAbstractButton)[0].click()
    assert not view.grid.isHidden()
    assert view.grid.current_row is None


def test_a_service_is_typed_by_keyboard_alone(
    qtbot: QtBot, screen: ServicesScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, CatalogueView).grid
    grid.select_record(service(sample, "Memory clinic").id, "name")
    grid.view.setFocus()
    for letter in "Memory service":
        QTest.keyClicks(grid.view.delegate.editor or grid.view, letter)
    QTest.keyClick(grid.view.delegate.editor or grid.view, Qt.Key.Key_Return)
    assert service(sample, "Memory service").id
    QTest.keyClick(screen, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.currentIndex() == 1


def test_search_finds_a_service_by_any_of_its_words(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    (hit,) = found(sample, "services", "saturday hub")
    assert (hit.title, hit.detail) == ("Saturday hub", "Service, extended access")
    assert len(found(sample, "services", "e")) == 8
    assert found(sample, "services", "zebra") == []
    screen.show_place(hit.view, hit.record_id)
    assert view_of(screen, CatalogueView).grid.current_row.name == "Saturday hub"


def test_every_control_has_a_name_for_screen_readers(screen: ServicesScreen) -> None:
    for title in VIEWS:
        view = screen.view(title)
        kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QPlainTextEdit)
        found = [widget for kind in kinds for widget in view.findChildren(kind)]
        nameless = [each for each in found if each.isVisible() and not each.accessibleName()]
        assert [each for each in nameless if each.objectName() != "qt_spinbox_lineedit"] == []


def test_the_models_keep_qts_rules(screen: ServicesScreen, sample: LocalityFile) -> None:
    view = view_of(screen, CatalogueView)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(view.grid.model, mode)]
    put(view.grid, service(sample, "Memory clinic").id, "name", "Z clinic")
    open_last_year(sample)
    sample.edit("Delete", services.remove_services, (service(sample, "Z clinic").id,))
    sample.undo()
    assert testers
