"""Finding rows: a box to type words in, and a chip for each value that is kept."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.table_model import TableModel

PAUSE_MS = 60


class FilterBar(QFrame):
    """A line above a table; it is out of sight until asked for."""

    left = Signal()
    """Esc or Down: back to the table."""

    def __init__(self, model: TableModel[Any], desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._desk = desk
        self.box = QLineEdit()
        self.box.setPlaceholderText("Find in this table")
        self.box.setAccessibleName("Find in this table")
        self.box.setClearButtonEnabled(True)
        self.box.setMaximumWidth(300)
        self._count = QLabel()
        self._count.setProperty("look", "secondary")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.box, 2)
        layout.addLayout(self._chips)
        layout.addWidget(self._count)
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._find)
        self.box.textChanged.connect(self._typed)
        model.arranged.connect(self._told)
        self.hide()

    def open(self) -> None:
        """Show the line and let words be typed."""
        self.show()
        self.box.setFocus()
        self.box.selectAll()

    def close_line(self) -> None:
        """Show all rows again and go out of sight."""
        self.box.clear()
        self._find()
        self._model.arrange(chips={})
        self._show_chips()
        self.hide()
        self.left.emit()

    def keep(self, key: str, value: str) -> None:
        """Show only rows that have this value, as written, in a column."""
        self._model.arrange(chips={**self._model.arrangement.chips, key: value})
        self._show_chips()
        self.show()

    def look_for(self, words: str) -> None:
        """Show only rows that hold these words."""
        self.box.setText(words)
        self._find()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_line()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._find()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _typed(self) -> None:
        self._pause.start(PAUSE_MS)

    def _find(self) -> None:
        self._pause.stop()
        if self.box.text() != self._model.arrangement.words:
            self._model.arrange(words=self.box.text())

    def _told(self) -> None:
        if self._model.arrangement.is_filtered:
            shown, all_rows = len(self._model.shown), len(self._model.rows)
            self._count.setText(f"{shown:,} of {all_rows:,} shown")
        else:
            self._count.clear()

    def _drop(self, key: str) -> None:
        chips = dict(self._model.arrangement.chips)
        chips.pop(key, None)
        self._model.arrange(chips=chips)
        self._show_chips()

    def _show_chips(self) -> None:
        while (old := self._chips.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for key, value in self._model.arrangement.chips.items():
            column = self._model.columns[self._model.column_at(key)]
            chip = QPushButton(f"{column.title}: {value or 'blank'}  ×")
            chip.setAccessibleName(f"Stop keeping to {column.title} {value or 'blank'}")
            chip.clicked.connect(partial(self._drop, key))
            self._chips.addWidget(chip)
