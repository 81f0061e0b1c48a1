"""How a grid's cells are drawn, and typed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pch_desktop.reports.table import Column, Kind
from pch_desktop.ui.cell_paint import CellPainter
from pch_desktop.ui.fixing import Fix
from pch_desktop.ui.grid_editor import CellEditor
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.reading import RATINGS
from pch_desktop.ui.table_model import Index, TableModel

Key = Qt.Key
ENTERS = (Key.Key_Return, Key.Key_Enter)
ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)
FEW_TEXTS = 5_000


def words_of(model: TableModel[Any], column: Column[Any]) -> Sequence[str]:
    """Return the words a column offers, in order; nothing where anything may be typed."""
    match column.kind:
        case Kind.WORD:
            return column.words
        case Kind.YES:
            return ("Yes", "No")
        case Kind.RATING:
            return column.words or RATINGS
        case _:
            return ()


class GridDelegate(QStyledItemDelegate):
    """Draws cells, and takes what is typed in them."""

    moved = Signal(int, int, bool)
    """A text was accepted: lines down, columns right, and whether Tab was pressed."""
    told = Signal(str)
    """What the keys do while something is typed; empty when it is over."""
    filled = Signal(str)
    """Ctrl+Enter: the selection is to be filled with this text."""

    def __init__(
        self, model: TableModel[Any], paints: Paints, painter: CellPainter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._paints = paints
        self._painter = painter
        self.is_in_place = False
        self.editor: CellEditor | None = None
        self._index = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._painter.paint(painter, option, index)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> CellEditor:
        editor = CellEditor(parent, self._paints, is_in_place=self.is_in_place)
        column = self._model.columns[index.column()]
        editor.setAlignment(self._model.data(index, Qt.ItemDataRole.TextAlignmentRole))
        name = f"Editing {self._model.name(index.row())}, {column.title}"
        editor.setAccessibleName(name)
        self.told.emit(f"{name}:  Enter accepts   Esc cancels")
        words = words_of(self._model, column)
        if words:
            editor.offer(words)
            editor.chosen.connect(self._chosen)
        self.editor = editor
        self._index = QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(self._model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        space: QRect = cast("Any", option).rect
        wanted = self._paints.px(96)
        if space.width() < wanted and not self._model.columns[index.column()].is_number:
            space.setWidth(wanted)
        editor.setGeometry(space)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEditor) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return not watched.lists_words and self._pressed(watched, event)
            return False
        return super().eventFilter(watched, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        self.told.emit("")
        super().destroyEditor(editor, index)

    def accept(self, editor: CellEditor) -> bool:
        """Take the text if it may stand there; otherwise say what may."""
        index = self._index
        if not index.isValid():
            return False
        said = self._model.change_cell(index.row(), index.column(), editor.text())
        if said:
            ways = self._model.fixes(index.row(), index.column(), editor.text())
            editor.refuse(said, [(way.words, partial(self._fix, way)) for way in ways])
            return False
        self.close(editor)
        return True

    def _fix(self, way: Fix) -> None:
        """Put what was refused right in one of the ways offered."""
        editor = self.editor
        if editor is None:
            return
        if said := self._model.apply_fix(way):
            editor.refuse(said)
            return
        editor.setText(way.text)
        self._go(editor, 1, 0)

    def _pressed(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in ENTERS and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.filled.emit(editor.text())
        elif key in ENTERS:
            self._go(editor, -1 if has_shift else 1, 0)
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            self._go(editor, 0, -1 if key == Key.Key_Backtab else 1, is_tab=True)
        elif key == Key.Key_Escape:
            self.close(editor)
        elif key == Key.Key_Down and modifiers & Qt.KeyboardModifier.AltModifier:
            editor.open_list()
        elif modifiers & Qt.KeyboardModifier.AltModifier and editor.take_way(key - Key.Key_1):
            pass
        elif key == Key.Key_F2:
            editor.is_in_place = not editor.is_in_place
        elif key in ARROWS and not editor.is_in_place and not has_shift:
            self._go(
                editor,
                {Key.Key_Up: -1, Key.Key_Down: 1}.get(Key(key), 0),
                {Key.Key_Left: -1, Key.Key_Right: 1}.get(Key(key), 0),
            )
        else:
            return False
        return True

    def _go(self, editor: CellEditor, down: int, right: int, *, is_tab: bool = False) -> None:
        if self.accept(editor):
            self.moved.emit(down, right, is_tab)

    def _chosen(self) -> None:
        if self.editor is not None:
            self._go(self.editor, 1, 0)

    def close(self, editor: CellEditor) -> None:
        """Put the box away, whatever stands in it."""
        self.editor = None
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
