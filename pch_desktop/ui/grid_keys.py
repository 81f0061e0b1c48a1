"""The keys of a grid: exactly a spreadsheet's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pch_desktop.reports.table import Kind
from pch_desktop.ui.reading import editable
from pch_desktop.ui.table_model import TableModel

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ARROWS = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}


class Keyed(Protocol):
    """What the keys ask of a table."""

    table: TableModel[Any]
    today: Callable[[], date]
    asked: Any
    typed_here: Any

    @property
    def columns(self) -> list[int]:
        """The columns that are shown, from left to right."""
        ...

    def currentIndex(self) -> QModelIndex: ...
    def selectionModel(self) -> QItemSelectionModel: ...
    def viewport(self) -> QWidget: ...
    def rowHeight(self, row: int, /) -> int: ...

    def go(self, line: int, column: int, *, extends: bool = False) -> None:
        """Make a cell the current one."""
        ...

    def step(self, down: int, right: int, *, extends: bool = False) -> bool:
        """Go so many lines and columns on."""
        ...

    def enter(self, down: int) -> None:
        """Go down, or up, past group headings."""
        ...

    def tab(self, right: int) -> None:
        """Go to the next column."""
        ...

    def end_run(self) -> None:
        """Forget where a run of Tabs began."""
        ...

    def edge(self, down: int, right: int) -> tuple[int, int]:
        """Return the cell at the edge of what is filled."""
        ...

    def start_typing(self, *, is_in_place: bool = True) -> None:
        """Open the current cell."""
        ...

    def open_list(self) -> None:
        """Open the list of words of the current cell."""
        ...

    def fold(self) -> bool:
        """Open or close the group whose heading is current."""
        ...


Press = Callable[[Keyed], object]


def _asks(name: str) -> Press:
    return lambda view: view.asked.emit(name)


def _home(view: Keyed) -> None:
    view.go(view.currentIndex().row(), view.columns[0])


def _end(view: Keyed) -> None:
    view.go(view.currentIndex().row(), view.columns[-1])


def _top(view: Keyed) -> None:
    view.go(0, view.columns[0])


def _last(view: Keyed) -> None:
    view.go(view.table.rowCount() - 1, view.columns[-1])


def _column(view: Keyed) -> None:
    column = view.currentIndex().column()
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(view.table.index(0, column), flags.ClearAndSelect | flags.Columns)


def _row(view: Keyed) -> None:
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(view.currentIndex(), flags.ClearAndSelect | flags.Rows)


def _today(view: Keyed) -> None:
    view.typed_here.emit(editable(view.today(), Kind.DATE))


def _page(view: Keyed) -> int:
    return max(1, view.viewport().height() // max(1, view.rowHeight(0)) - 1)


ROW_KEYS = {
    (Key.Key_Minus, CTRL): "remove",
    (Key.Key_Plus, CTRL): "add",
    (Key.Key_Equal, CTRL): "add",
    (Key.Key_Plus, CTRL | SHIFT): "add",
}
"""Rows come and go by these; where the focus is elsewhere they make text larger or smaller."""
KEYS: Mapping[tuple[Key, Qt.KeyboardModifier], Press] = {
    (Key.Key_F9, PLAIN): _asks("explain"),
    (Key.Key_F9, SHIFT): _asks("explain_total"),
    (Key.Key_F2, PLAIN): lambda view: view.start_typing(),
    (Key.Key_F8, PLAIN): _asks("behind"),
    (Key.Key_Return, PLAIN): lambda view: view.fold() or view.enter(1),
    (Key.Key_Return, SHIFT): lambda view: view.enter(-1),
    (Key.Key_Return, CTRL): _asks("fill"),
    (Key.Key_Tab, PLAIN): lambda view: view.tab(1),
    (Key.Key_Backtab, SHIFT): lambda view: view.tab(-1),
    (Key.Key_Home, PLAIN): _home,
    (Key.Key_End, PLAIN): _end,
    (Key.Key_Home, CTRL): _top,
    (Key.Key_End, CTRL): _last,
    (Key.Key_PageDown, PLAIN): lambda view: view.step(_page(view), 0),
    (Key.Key_PageUp, PLAIN): lambda view: view.step(-_page(view), 0),
    (Key.Key_PageDown, SHIFT): lambda view: view.step(_page(view), 0, extends=True),
    (Key.Key_PageUp, SHIFT): lambda view: view.step(-_page(view), 0, extends=True),
    (Key.Key_Space, CTRL): _column,
    (Key.Key_Space, SHIFT): _row,
    (Key.Key_Space, PLAIN): lambda view: view.fold() or view.start_typing(is_in_place=False),
    (Key.Key_Delete, PLAIN): _asks("clear"),
    (Key.Key_Backspace, PLAIN): _asks("clear"),
    (Key.Key_D, CTRL): _asks("fill_down"),
    (Key.Key_R, CTRL): _asks("fill_right"),
    (Key.Key_Semicolon, CTRL): _today,
    (Key.Key_Apostrophe, CTRL): _asks("above"),
    (Key.Key_Down, ALT): lambda view: view.open_list(),
    **{keys: _asks(verb) for keys, verb in ROW_KEYS.items()},
    (Key.Key_C, CTRL): _asks("copy"),
    (Key.Key_Insert, CTRL): _asks("copy"),
    (Key.Key_X, CTRL): _asks("cut"),
    (Key.Key_V, CTRL): _asks("paste"),
    (Key.Key_Insert, SHIFT): _asks("paste"),
    (Key.Key_F, CTRL): _asks("find"),
    (Key.Key_L, CTRL | SHIFT): _asks("filter"),
    (Key.Key_Escape, PLAIN): _asks("escape"),
}
KEEPS_RUN = {Key.Key_Tab, Key.Key_Return, Key.Key_Enter, Key.Key_F2}


def is_ours(view: Keyed, event: QKeyEvent) -> bool:
    """Return whether a key means something here, so that no shortcut takes it away.

    Where no rows come or go, the keys for that are left to the window.
    """
    key, modifiers = _pressed(event)
    if (key, modifiers) in ROW_KEYS and not _takes(view, ROW_KEYS[key, modifiers]):
        return False
    if key in ARROWS:
        return not modifiers & ALT or (key, modifiers) in KEYS
    return (key, modifiers) in KEYS and key != Key.Key_Escape


def _takes(view: Keyed, verb: str) -> bool:
    edits = view.table.edits
    if edits is None:
        return False
    return (edits.adding if verb == "add" else edits.removing) is not None


def press(view: Keyed, event: QKeyEvent) -> bool:
    """Do what a key means; return False where it means nothing here."""
    key, modifiers = _pressed(event)
    if not view.currentIndex().isValid() or not view.columns:
        return False
    if key in ARROWS and not modifiers & ALT:
        view.end_run()
        _arrow(view, ARROWS[key], modifiers)
        return True
    found = KEYS.get((key, modifiers))
    if found is None:
        return False
    if key not in KEEPS_RUN:
        view.end_run()
    found(view)
    return True


def _arrow(view: Keyed, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
    extends = bool(modifiers & SHIFT)
    if modifiers & CTRL:
        line, column = view.edge(*way)
        view.go(line, column, extends=extends)
    else:
        view.step(*way, extends=extends)


def _pressed(event: QKeyEvent) -> tuple[Key, Qt.KeyboardModifier]:
    modifiers = event.modifiers() & (SHIFT | CTRL | ALT)
    key = Key(event.key()) if event.key() in _KNOWN else Key.Key_unknown
    return (Key.Key_Return if key == Key.Key_Enter else key), modifiers


_KNOWN = frozenset(int(key) for key in Key)
