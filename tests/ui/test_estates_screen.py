"""The estates on the screen: sites and rooms typed in, refused, undone and found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.store import estates
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates.places import RoomsView, SitesView
from pch_desktop.ui.sections.estates.screen import EstatesScreen
from tests.ui.driving import found, in_window


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> EstatesScreen:
    """The section on an empty file, shown."""
    return in_window(qtbot, EstatesScreen(desk))


def put(grid: Grid, line: int, key: str, text: str) -> None:
    """Type a text into a cell, as a person does."""
    grid.view.setFocus()
    grid.view.go(line, grid.model.column_at(key))
    QTest.keyClick(grid.view, Qt.Key.Key_F2)
    editor = grid.view.delegate.editor
    assert editor is not None
    editor.clear()
    QTest.keyClicks(editor, text)
    popup = editor.completer().popup() if editor.lists_words else None
    QTest.keyClick(popup or editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_sites_and_rooms_are_typed_in_refused_undone_and_found(
    screen: EstatesScreen, file: LocalityFile
) -> None:
    sites = screen.view("Sites")
    assert isinstance(sites, SitesView)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(sites.grid.model, mode)
    sites.begin()
    put(sites.grid, 0, "name", "Weir House")
    put(sites.grid, 0, "owner", "Trust")
    put(sites.grid, 0, "day_1", "8-12, 13-18")
    (site,) = file.read(estates.sites)
    assert (site.name, site.open_minutes_week) == ("Weir House", 540)
    rooms = screen.view("Rooms/Rooms")
    assert isinstance(rooms, RoomsView)
    rooms.begin()
    put(rooms.grid, 0, "name", "Room 1")
    put(rooms.grid, 0, "site", "Weir House")
    put(rooms.grid, 0, "hourly", "14.50")
    (room,) = file.read(estates.rooms)
    assert (room.title, room.hourly_pence) == ("Room 1, Weir House", 1450)
    put(rooms.grid, 0, "hourly", "-3")
    assert file.read(estates.rooms) == [room]
    file.undo()
    assert file.read(estates.rooms)[0].hourly_pence is None
    hits = found(file, "estates", "weir")
    assert [hit.title for hit in hits] == ["Weir House", "Room 1, Weir House"]
    screen.show_place(hits[0].view, hits[0].record_id)
    assert sites.grid.current_row.name == "Weir House"
    screen.show_place(hits[1].view, hits[1].record_id)
    assert rooms.grid.current_row.name == "Room 1"
    assert tester.model() is sites.grid.model
