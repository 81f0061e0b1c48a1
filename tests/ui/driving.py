"""Driving a section's screen: shown in a window, a view found, a cell typed in."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Page

Made = TypeVar("Made", bound=QWidget)
View = TypeVar("View", bound=QWidget)


def in_window(qtbot: QtBot, made: Made) -> Made:
    """Show a section as large as a practice PC shows it; return it."""
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    QApplication.processEvents()
    return made


def view_of(screen: Page, title: str, kind: type[View]) -> View:
    """Return a view by its title, which is of that kind."""
    view = screen.view(title)
    assert isinstance(view, kind)
    return view


def put(grid: Grid, record_id: int, key: str, text: str) -> str:
    """Type a text into a record's cell; return what is refused."""
    return grid.model.change_cell(grid.model.line_of(record_id), grid.model.column_at(key), text)
