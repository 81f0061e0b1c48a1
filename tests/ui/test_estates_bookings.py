"""Bookings on the screen: typed, pasted, repeated, cancelled, marked; free rooms; the week."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.estates import Repeat, Used
from pch_desktop.reports.words import shown
from pch_desktop.store import estates
from pch_desktop.store.estates import BookingRow, Reach, Slot
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.cell_roles import TROUBLE_ROLE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates import booking_asks as asks
from pch_desktop.ui.sections.estates.bookings import BookingsView
from pch_desktop.ui.sections.estates.free import FreeView
from pch_desktop.ui.sections.estates.marks import MarksView
from pch_desktop.ui.sections.estates.screen import EstatesScreen
from pch_desktop.ui.sections.estates.use import HoursView, UseView
from pch_desktop.ui.sections.estates.week import WeekView
from pch_desktop.ui.sections.estates.week_plan import Spot
from tests import hubs
from tests.hubs import MONDAY
from tests.ui.driving import in_window
from tests.ui.test_estates_screen import put

YEAR = (date(2016, 4, 1), date(2017, 3, 31))
View = TypeVar("View", bound=QWidget)
Key = Qt.Key


@pytest.fixture
def hub(file: LocalityFile) -> LocalityFile:
    """The file with two rooms and two partners."""
    file.edit("Hub", hubs.two_rooms)
    return file


@pytest.fixture
def screen(qtbot: QtBot, hub: LocalityFile, desk: Desk) -> EstatesScreen:
    """The section on the hub, shown."""
    return in_window(qtbot, EstatesScreen(desk))


def view_of(screen: EstatesScreen, title: str, kind: type[View]) -> View:
    view = screen.view(title)
    assert isinstance(view, kind)
    QApplication.processEvents()
    return view


def rows(file: LocalityFile) -> list[BookingRow]:
    return file.read(estates.bookings, *YEAR)


def paste(grid: Grid, line: int, key: str, *lines: str) -> str:
    """Paste lines of cells with | between; return what the strip says."""
    grid.view.setFocus()
    grid.view.go(line, grid.model.column_at(key))
    QGuiApplication.clipboard().setText("\n".join(lines).replace("|", "\t"))
    grid.paste()
    QApplication.processEvents()
    return grid.strip.sentence


def test_bookings_are_typed_refused_and_pasted_in_a_block(
    screen: EstatesScreen, hub: LocalityFile
) -> None:
    view = view_of(screen, "Bookings/Bookings", BookingsView)
    assert view.findChild(EmptyState) is None or view.grid.isHidden()
    tester = QAbstractItemModelTester(
        view.grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    view.begin()
    for key, text in (("day", "3/10/2016"), ("room", "room 1"), ("starts", "9"), ("ends", "12"),
                      ("partner", "Vale Trust")):  # fmt: skip
        put(view.grid, view.grid.model.rowCount() - 1, key, text)
    (row,) = rows(hub)
    assert (row.name, row.ends, row.partner) == (
        "Room 1, Mon 3 Oct 2016 09:00",
        "12:00",
        "Vale Trust",
    )
    view.grid.columns.hide("weekday", "service", "status", "repeat", "charge", "note")
    said = paste(view.grid, 1, "day",
                 "3/10/2016|Room 1, Weir House|12:00|13:00|Elders",
                 "3/10/2016|Room 1, Weir House|11:00|12:30|Elders",
                 "4/10/2016|Room 2|7 am|8:30|Elders")  # fmt: skip
    assert "Room 1, Weir House, is taken on Monday 3 October 2016 from 09:00 to 12:00" in said
    assert "1 was left as it was" in said
    assert [row.partner for row in rows(hub)] == ["Vale Trust", "Elders", "Elders"]
    early = view.grid.model.index(view.grid.model.line_of(rows(hub)[2].id),
                                  view.grid.model.column_at("starts"))  # fmt: skip
    assert early.data(TROUBLE_ROLE) == "Weir House is open 08:00-18:00 on Tuesdays."
    # A shifted block passes through hours that are still taken by the next of them.
    paste(view.grid, 0, "starts", "10:00|13:00", "13:00|14:00")
    assert [row.starts for row in rows(hub)] == ["10:00", "13:00", "07:00"]
    hub.undo()
    hub.undo()
    assert len(rows(hub)) == 1
    assert tester.model() is view.grid.model


def test_a_booking_comes_again_is_changed_and_cancelled_at_its_side(
    screen: EstatesScreen, hub: LocalityFile, desk: Desk
) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    hub.edit("Book", hubs.take, Slot(MONDAY, 540, 720))
    view = view_of(screen, "Bookings/Bookings", BookingsView)
    view.show_record(rows(hub)[0].id)
    side = view.side
    side.again.put(shown(Repeat.WEEKLY.value))
    side.until.put("not a day")
    side.repeating.click()
    assert len(rows(hub)) == 1
    side.until.put("")
    side.repeating.click()
    assert len(rows(hub)) == 24
    assert said[-1].endswith("Left out as bank holidays: 26 Dec 2016, 2 Jan 2017.")
    assert view.grid.strip.sentence == said[-1]
    hub.undo()
    assert len(rows(hub)) == 1
    hub.redo()
    view.show_record(rows(hub)[3].id)
    assert view.bar.box.text() == "24 Oct 2016"
    side.reach.put(shown(Reach.LATER.value))
    side.fields["starts"].box.setText("10:00")
    side.fields["starts"].commit()
    assert [row.starts for row in rows(hub)][2:4] == ["09:00", "10:00"]
    side.reach.put(shown(Reach.ALL.value))
    side.cancelling.click()
    assert said[-1] == "24 bookings cancelled. Undo brings them back."
    assert asks.cancelled_words(1) == "1 booking cancelled. Undo brings it back."
    assert all(row.is_cancelled for row in rows(hub))
    view.choose_span("month")
    assert view.bar.words.text() == "0 bookings, 0.0 hours; 5 cancelled"
    view.bar.on()
    assert view.span == (date(2016, 11, 1), date(2016, 11, 30))
    view.choose_span("day")
    view.bar.back()
    assert view.span == (date(2016, 10, 31), date(2016, 10, 31))


def test_a_free_room_is_found_and_booked_with_one_press(
    screen: EstatesScreen, hub: LocalityFile
) -> None:
    hub.edit("Book", hubs.take, Slot(MONDAY, 540, 720))
    view = view_of(screen, "Free rooms", FreeView)
    assert view.finding.text() == "2 rooms free on Monday 3 October 2016."
    type_in(view.side.starts.box, "10")
    type_in(view.side.minutes.box, "60")
    assert [row.room.name for row in view.grid.model.rows] == ["Room 2"]
    type_in(view.side.starts.box, "nonsense")
    assert view.grid.model.rows == ()
    assert view.finding.text() == ""  # Nobody knows what was asked: not that no room is free.
    type_in(view.side.starts.box, "10")
    view.booking.click()
    assert len(rows(hub)) == 1
    choose(view.side.partner.box, "Elders")
    choose(view.side.again.box, "Weekly")
    type_in(view.side.until.box, "31/10/2016")
    view.booking.click()
    assert [row.day for row in rows(hub) if row.partner == "Elders"] == [
        MONDAY + timedelta(weeks=at) for at in range(5)
    ]
    assert view.grid.strip.sentence == "Room 2, Weir House, 10:00-11:00: 5 bookings made."
    hub.undo()
    assert len(rows(hub)) == 1
    type_in(view.side.day.box, "26/12/2016")
    assert view.finding.text() == "" or "bank holiday" in view.finding.text()


def choose(box: QWidget, words: str) -> None:
    """Choose one of a box's words."""
    assert isinstance(box, QComboBox)
    box.setCurrentText(words)
    QApplication.processEvents()


def type_in(box: QWidget, text: str) -> None:
    """Type a text into a box and go on."""
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.clear()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Key.Key_Return)
    QApplication.processEvents()


def test_the_days_gone_by_are_marked_with_a_key_each(
    screen: EstatesScreen, hub: LocalityFile
) -> None:
    for hour in (9, 10, 11):
        hub.edit("Book", hubs.take, Slot(MONDAY, hour * 60, hour * 60 + 60))
    view = view_of(screen, "What was used", MarksView)
    assert view.finding.text() == "3 of 3 bookings not marked yet."
    view.grid.view.setFocus()
    view.grid.view.go(0, view.grid.model.column_at("used"))
    QTest.keyClick(view.grid.view, Key.Key_U, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view.grid.view, Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view.grid.view, Key.Key_P, Qt.KeyboardModifier.AltModifier)
    put(view.grid, 2, "used_minutes", "20")
    assert [(row.used, row.used_minutes) for row in rows(hub)] == [
        (Used.YES, 60),
        (Used.NO, 0),
        (Used.PART, 20),
    ]
    assert view.finding.text() == "All 3 bookings are marked."
    early = Slot(MONDAY - timedelta(weeks=2), 540, 600)
    hub.edit("Book", hubs.take, early)
    assert view.finding.text() == (
        "1 of 4 bookings not marked yet, 1 of them of the months before."
    )
    view.grid.view.go(0, view.grid.model.column_at("used"))
    QTest.keyClick(view.grid.view, Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert view.finding.text() == "All 3 bookings are marked."
    assert view.grid.view.currentIndex().row() == 0  # The next has taken its place.
    hub.undo()
    hub.undo()
    hub.undo()
    assert view.finding.text() == "1 of 3 bookings not marked yet."
    uses = view_of(screen, "Use/By room", UseView)
    assert uses.finding.text().endswith("; 1 booking not marked.")
    hours = view_of(screen, "By hour", HoursView)
    assert len(hours.grid.model.rows) == 10
    charges = view_of(screen, "Charges", UseView)
    assert charges.finding.text() == "£43.50 charged in the month."


def test_the_week_is_gone_through_by_keys_booked_and_opened(
    screen: EstatesScreen, hub: LocalityFile, desk: Desk, tmp_path: Path
) -> None:
    visited: list[tuple[str, str, object]] = []

    def visit(section: str, place: str, record_id: object) -> None:
        visited.append((section, place, record_id))

    desk.visited.connect(visit)
    hub.edit("Book", hubs.take, Slot(MONDAY, 540, 720))
    view = view_of(screen, "Week", WeekView)
    board = view.board
    board.setFocus()
    board.choose(Spot(0, 0, 8))
    said = board.accessibleDescription
    assert said() == "Room 1, Monday 3 October, 08:00: free"
    press(board, Key.Key_Right)
    assert said() == "Room 1, Monday 3 October, 09:00 to 12:00: Vale Trust, confirmed"
    press(board, Key.Key_Return)
    assert visited == [("estates", "Bookings/Bookings", rows(hub)[0].id)]
    press(board, Key.Key_Right)
    assert board.spot == Spot(0, 0, 12)
    press(board, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert board.spot == Spot(0, 0, 8)
    press(board, Key.Key_Down, Key.Key_End, Key.Key_Right)
    assert board.spot == Spot(1, 1, 8)
    press(board, Key.Key_Return)
    choose(view.side.partner.box, "Elders")
    view.side.ends.put("10:30")
    view.side.booking.setFocus()
    view.side.booking.click()
    assert view.strip.sentence == "Room 2, Weir House: 1 booking made."
    assert QApplication.focusWidget() is board
    assert (rows(hub)[1].name, rows(hub)[1].ends) == ("Room 2, Tue 4 Oct 2016 08:00", "10:30")
    press(board, Key.Key_PageDown)
    assert view.bar.words.text() == "10 to 16 October 2016: 0 bookings in 2 rooms"
    press(board, Key.Key_PageUp, Key.Key_Home)
    view.turn()
    assert view.is_table
    cell = view.grid.model.index(0, 1).data()
    assert cell == "09:00-12:00 Vale Trust"
    view.turn()
    view.save(tmp_path / "week.pdf")
    written = (tmp_path / "week.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") == 1
    plan = board.plan
    assert plan is not None
    centre = plan.spot(Spot(0, 0, 9)).center().toPoint()
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=centre)
    assert "Vale Trust" in said()
    assert plan.under(QPoint(2, 2).toPointF()) is None


def press(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for key in keys:
        QTest.keyClick(widget, key)
        QApplication.processEvents()


def test_without_rooms_each_view_says_what_it_is_for_and_controls_have_names(
    qtbot: QtBot, desk: Desk
) -> None:
    made = EstatesScreen(desk)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    for title in ("Week", "What was used", "By room", "By partner", "By hour", "Charges"):
        view = made.view(title)
        empties = [each for each in view.findChildren(EmptyState) if not each.isHidden()]
        assert len(empties) == 1, title
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QComboBox)
    for title in ("Week", "Bookings/Bookings", "Free rooms"):
        view = made.view(title)
        found = [widget for kind in kinds for widget in view.findChildren(kind)]
        assert [each for each in found if each.isVisible() and not each.accessibleName()] == []
