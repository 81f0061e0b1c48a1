"""What views with a table have in common, in every section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout

from pch_desktop.reports.table import Column, Kind
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.toolbar import Toolbar

Row = TypeVar("Row")
LEAST_LINES = 15
"""A sheet of fewer lines of text needs a finding's place for its rows."""


def worded(columns: tuple[Column[Row], ...], **words: Sequence[str]) -> tuple[Column[Row], ...]:
    """Return columns of which some offer lists of words, by their keys."""
    return tuple(
        replace(column, kind=Kind.WORD, words=tuple(words[column.key]))
        if column.key in words
        else column
        for column in columns
    )


def offered(columns: tuple[Column[Row], ...], **words: Sequence[str]) -> tuple[Column[Row], ...]:
    """Return columns of which some offer words, but take any other too."""
    return tuple(
        replace(column, is_open=True) if column.key in words else column
        for column in worded(columns, **words)
    )


def ordered(columns: tuple[Column[Row], ...], *first: str) -> tuple[Column[Row], ...]:
    """Return columns with some brought to the front, the others behind as they were."""
    named = {column.key: column for column in columns}
    return (
        *(named[key] for key in first),
        *(column for column in columns if column.key not in first),
    )


def plain_grid(
    desk: Desk, columns: tuple[Column[Any], ...], name: str, key: str, noun: str
) -> Grid:
    """Return a table that is only read."""
    model: TableModel[Any] = TableModel(columns, noun=noun)
    grid = Grid(desk, model, name, key=key)
    model.setParent(grid)
    return grid


def hide_at_first(desk: Desk, grid: Grid, key: str, *columns: str) -> None:
    """Leave columns out until somebody on this PC has chosen what to see."""
    if not desk.layout(key):
        grid.columns.hide(*columns)


def switch(toolbar: Toolbar, words: str, icon: str, turn: Callable[[bool], object]) -> QPushButton:
    """Add a verb that stays pressed until it is pressed again."""
    made = toolbar.add(words, icon, lambda: turn(made.isChecked()))
    made.setCheckable(True)
    return made


def choices(parent: QPushButton, words: Sequence[str], take: Callable[[str], object]) -> QMenu:
    """Return a menu of words, each of which is handed on when chosen."""
    menu = QMenu(parent)
    for each in words:
        menu.addAction(each[:1].upper() + each[1:], lambda each=each: take(each))
    return menu


class Finding(QLabel):
    """A sentence over a table, said aloud with it; it gives way where rows need its room."""

    def __init__(self, sheet: Sheet, *, is_under: bool = False) -> None:
        """Put it over the table, or what must be read with the table under it."""
        super().__init__()
        self._sheet = sheet
        sheet.installEventFilter(self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", "secondary" if is_under else "strong")
        place = sheet.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(place.count() if is_under else 1, self)

    def tell(self, sentence: str) -> None:
        """Say a sentence; an empty one is out of sight."""
        self.setText(sentence)
        self._sheet.master.setAccessibleDescription(sentence)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        has_room = self._sheet.height() >= LEAST_LINES * self.fontMetrics().lineSpacing()
        self.setVisible(bool(self.text()) and has_room)
