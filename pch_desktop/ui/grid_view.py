"""The table itself, with a spreadsheet's keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from pch_desktop.ui import grid_keys
from pch_desktop.ui.arrangement import Adding, Group
from pch_desktop.ui.cell_paint import CellPainter
from pch_desktop.ui.grid_delegate import GridDelegate
from pch_desktop.ui.grid_header import GridHeader
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.pasting import Area
from pch_desktop.ui.table_model import NOWHERE, TableModel

ROW_HEIGHT = 24
Select = QItemSelectionModel.SelectionFlag
Trigger = QAbstractItemView.EditTrigger


class GridView(QTableView):
    """A table view that answers keys as a spreadsheet does."""

    asked = Signal(str)
    """Something the grid does: copy, cut, paste, clear, fill_down and so on."""
    typed_here = Signal(str)
    """A text to put in the current cell: today's date, the cell above."""
    activated_row = Signal()

    def __init__(
        self,
        model: TableModel[Any],
        paints: Paints,
        bars: frozenset[str],
        parent: QWidget,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self.table = model
        self._paints = paints
        self.today = today
        self._anchor = QPersistentModelIndex()
        self._run_column: int | None = None
        self.header = GridHeader(model, paints, self)
        self.cells = CellPainter(model, paints, self.header.ends_band, bars)
        self.delegate = GridDelegate(model, paints, self.cells, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.delegate.moved.connect(self._accepted)
        self.setItemDelegate(self.delegate)
        self._dress()
        model.modelReset.connect(self._keep_current)
        model.rowsRemoved.connect(self._keep_current)
        model.rowsInserted.connect(self._rows_came)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(16)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give the rows the height of the text size in use."""
        self.verticalHeader().setDefaultSectionSize(self._paints.px(ROW_HEIGHT))

    # Where one is

    @property
    def columns(self) -> list[int]:
        """The columns that are shown, from left to right."""
        return self.header.visible

    def area(self) -> Area:
        """Return the lines and columns of the selection; at least the current cell."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(at) for at in range(chosen.count())]
        lines: set[int] = set()
        columns: set[int] = set()
        for part in ranges:
            lines.update(range(part.top(), part.bottom() + 1))
            columns.update(range(part.left(), part.right() + 1))
        current = self.currentIndex()
        if not lines and current.isValid():
            lines, columns = {current.row()}, {current.column()}
        return Area(tuple(sorted(lines)), tuple(at for at in self.columns if at in columns))

    def go(self, line: int, column: int, *, extends: bool = False) -> None:
        """Make a cell the current one; or let the selection reach to it."""
        index = self.table.index(
            min(max(line, 0), self.table.rowCount() - 1), max(column, 0), NOWHERE
        )
        if not index.isValid():
            return
        chosen = self.selectionModel()
        if extends and self._anchor.isValid():
            first = self.table.index(self._anchor.row(), self._anchor.column())
            chosen.select(self._between(first, index), Select.ClearAndSelect)
            chosen.setCurrentIndex(index, Select.NoUpdate)
        else:
            self._anchor = QPersistentModelIndex(index)
            chosen.setCurrentIndex(index, Select.ClearAndSelect)
        self.scrollTo(index)

    def select_record(self, record_id: int, column: int = -1) -> bool:
        """Make a record's line the current one, if it is shown."""
        line = self.table.line_of(record_id)
        if line < 0:
            return False
        at = self.currentIndex().column() if column < 0 else column
        self.go(line, at if at >= 0 else (self.columns or [0])[0])
        return True

    def _between(self, one: QModelIndex, other: QModelIndex) -> QItemSelection:
        top, bottom = sorted((one.row(), other.row()))
        places = self.columns
        left, right = sorted((places.index(one.column()), places.index(other.column())))
        chosen = QItemSelection()
        for column in places[left : right + 1]:
            chosen.select(self.table.index(top, column), self.table.index(bottom, column))
        return chosen

    def step(self, down: int, right: int, *, extends: bool = False) -> bool:
        """Go so many lines and shown columns on; return whether there was room."""
        current, places = self.currentIndex(), self.columns
        if not current.isValid() or not places:
            return False
        across = places.index(current.column()) if current.column() in places else 0
        target = across + right
        if not 0 <= target < len(places):
            return False
        line = current.row() + down
        self.go(line, places[target], extends=extends)
        return 0 <= line < self.table.rowCount()

    def enter(self, down: int) -> None:
        """Go down, or up, past group headings; after a run of Tabs to where it began."""
        current = self.currentIndex()
        column = current.column() if self._run_column is None else self._run_column
        self._run_column = None
        line = current.row() + down
        while 0 <= line < self.table.rowCount() and isinstance(self.table.line(line), Group):
            line += down
        if 0 <= line < self.table.rowCount():
            self.go(line, column)
        else:
            self.go(current.row(), column)

    def tab(self, right: int) -> None:
        """Go to the next column; past the last one the focus leaves the table."""
        column = self.currentIndex().column()
        if self._run_column is None and right > 0:
            self._run_column = column
        if not self.step(0, right):
            self._run_column = None
            self.focusNextPrevChild(right > 0)

    def end_run(self) -> None:
        """Forget where a run of Tabs began."""
        self._run_column = None

    def edge(self, down: int, right: int) -> tuple[int, int]:
        """Return the cell at the edge of what is filled, as Ctrl with an arrow finds it."""
        current, places = self.currentIndex(), self.columns
        line, across = current.row(), places.index(current.column())
        last_line, last_column = self.table.rowCount() - 1, len(places) - 1

        def is_filled(at_line: int, at_column: int) -> bool:
            return bool(self.table.index(at_line, places[at_column]).data())

        def inside(at_line: int, at_column: int) -> bool:
            return 0 <= at_line <= last_line and 0 <= at_column <= last_column

        next_line, next_across = line + down, across + right
        if not inside(next_line, next_across):
            return line, places[across]
        wants_end = is_filled(line, across) and is_filled(next_line, next_across)
        line, across = next_line, next_across
        while inside(line + down, across + right):
            follows = is_filled(line + down, across + right)
            if wants_end and not follows:
                break
            if not wants_end and is_filled(line, across):
                break
            line, across = line + down, across + right
        return line, places[across]

    # Typing

    def start_typing(self, *, is_in_place: bool = True) -> None:
        """Open the current cell with its text, as F2 does."""
        index = self.currentIndex()
        if index.isValid() and self.table.may_edit(index.row(), index.column()):
            self.delegate.is_in_place = is_in_place
            super().edit(index)
            if self.delegate.editor is not None:
                self.delegate.editor.deselect()
                self.delegate.editor.setCursorPosition(len(self.delegate.editor.text()))
        else:
            self._tell_fixed()

    def open_list(self) -> None:
        """Open the list of words of the current cell."""
        self.start_typing(is_in_place=False)
        if self.delegate.editor is not None:
            self.delegate.editor.open_list()

    def fold(self) -> bool:
        """Open or close the group whose heading is current; False on other lines."""
        line = self.currentIndex().row()
        if line < 0 or not isinstance(self.table.line(line), Group):
            return False
        self.table.fold(line)
        return True

    def edit(self, index: Any, trigger: Any = None, event: Any = None) -> Any:
        if trigger is None:
            return super().edit(index)
        if trigger != Trigger.AllEditTriggers:
            self.delegate.is_in_place = trigger == Trigger.DoubleClicked
        if trigger == Trigger.AnyKeyPressed:
            if not self._types(event):
                return False
            if not self.table.may_edit(index.row(), index.column()):
                self._tell_fixed()
                return False
        return super().edit(index, trigger, event)

    def _tell_fixed(self) -> None:
        """Say why nothing can be typed where somebody types; silence would look like a fault."""
        index, edits = self.currentIndex(), self.table.edits
        row = self.table.row_at(index.row()) if index.isValid() else None
        if row is not None:
            fixed = edits.fixed(row) if edits is not None and edits.fixed is not None else ""
            self.table.refused.emit(fixed or self.table.why_not(index.column()))

    def _types(self, event: QEvent | None) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        )
        return bool(event.text().strip()) and event.text().isprintable() and not held

    def _accepted(self, down: int, right: int, is_tab: bool) -> None:
        self.setFocus()
        if is_tab:
            self.tab(right)
        elif right:
            self.end_run()
            self.step(0, right)
        else:
            self.enter(down)

    # Qt's side

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and grid_keys.is_ours(self, event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if grid_keys.press(self, event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.end_run()
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = QPersistentModelIndex(index)
        if index.isValid() and index.column() == (self.columns or [0])[0]:
            self.fold()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(self.table.line(index.row()), Group):
            return
        super().mouseDoubleClickEvent(event)

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.cells.current = QPersistentModelIndex(current)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.cells.has_focus = True
        self._keep_current()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.cells.has_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def _rows_came(self, _parent: Any, first: int, last: int) -> None:
        """Begin at the first record where there was only the empty line before."""
        was_empty = first == 0 and last + 2 == self.table.rowCount()
        if was_empty and self.currentIndex().row() == last + 1 and not self.table.has_draft:
            self.selectionModel().clearCurrentIndex()
            self.scrollToTop()
        self._keep_current()

    def _keep_current(self) -> None:
        """A table without a current cell is lost to screen readers."""
        self.cells.forget()
        if self.currentIndex().isValid() or not self.table.rowCount():
            return
        places: Sequence[int] = self.columns
        line = 1 if isinstance(self.table.line(0), Group) and self.table.rowCount() > 1 else 0
        if places and not isinstance(self.table.line(line), Adding | Group):
            self.go(line, places[0])
        elif places:
            self.go(0, places[0])
