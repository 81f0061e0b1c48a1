"""Driving a section's screen: shown in a window, a view found, a cell typed in."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.discovery import one
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.finding import Entry, best
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Page
from pch_desktop.ui.palette import ROWS
from pch_desktop.ui.section import Hit, Sought
from tests.ui.conftest import OCTOBER

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


def found(file: LocalityFile, section: str, text: str) -> list[Hit]:
    """Return what a search finds among a section's records, the best first, at most eight."""
    sought = one(f"pch_desktop.ui.sections.{section}.sought", Sought)
    hits = sought.records(file, OCTOBER)
    entries = [
        Entry("Records", hit.title, print, icon=str(number),
              words=f"{hit.title} {hit.detail} {hit.words}".casefold())
        for number, hit in enumerate(hits)
    ]  # fmt: skip
    return [hits[int(entry.icon)] for entry in best(text, (), entries, ROWS)]


def put(grid: Grid, record_id: int, key: str, text: str) -> str:
    """Type a text into a record's cell; return what is refused."""
    return grid.model.change_cell(grid.model.line_of(record_id), grid.model.column_at(key), text)
