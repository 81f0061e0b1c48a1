"""The sheets of a pack to tick, each with how it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pch_desktop.exports.preview import FRONT
from pch_desktop.exports.sheet_states import SheetState, Standing
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, label, row

SHAPES = {Standing.READY: "●", Standing.OPEN: "▲", Standing.EMPTY: "○"}
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Sheets(QWidget):
    """Ticked is in; the sheet that is current is looked at beside the list."""

    current_changed = Signal(str)
    """The title of the sheet to look at."""
    ticked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = QTreeWidget()
        self.list.setAccessibleName("Sheets of the pack")
        self.list.setHeaderLabels(["Sheet", "State"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.count = label("", "secondary")
        self.every = button("All", lambda: self._tick(lambda _: True), "link", "Tick all sheets")
        self.full = button(
            "With entries", lambda: self._tick(self._has_rows), "link", "Tick sheets with entries"
        )
        self.none = button("None", lambda: self._tick(lambda _: False), "link", "Tick no sheet")
        self._states: dict[str, SheetState] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addLayout(row(self.count, None, self.every, self.full, self.none))
        self.list.currentItemChanged.connect(self._turned)
        self.list.itemChanged.connect(self._told)
        self.setFocusProxy(self.list)

    @property
    def left_out(self) -> frozenset[str]:
        """The titles of the sheets that are not ticked."""
        return frozenset(line.text(0) for line in self.lines() if line.checkState(0) is UNCHECKED)

    @property
    def current(self) -> str:
        """The title of the sheet looked at; nothing where none is."""
        line = self.list.currentItem()
        return line.text(0) if line is not None else ""

    def show_states(self, states: Sequence[SheetState], left_out: Collection[str]) -> None:
        """List the sheets; the one that was looked at is looked at again."""
        before = self.current
        self._states = {state.title: state for state in states}
        self.list.blockSignals(True)
        self.list.clear()
        for title in FRONT:
            self._add(title, "", may_be_left_out=False, is_in=True)
        for state in states:
            words = f"{SHAPES[state.standing]} {state.words}"
            line = self._add(
                state.title, words, state.may_be_left_out, is_in=state.title not in left_out
            )
            if state.standing is Standing.OPEN:
                line.setForeground(1, QColor(self._desk.theme.worse))
        self.list.blockSignals(False)
        self._told()
        wanted = before or "Summary"
        for line in self.lines():
            if line.text(0) == wanted:
                self.list.setCurrentItem(line)

    def lines(self) -> list[QTreeWidgetItem]:
        """Return the lines of the list, in their order."""
        found = [self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount())]
        return [line for line in found if line is not None]

    def _add(
        self, title: str, words: str, may_be_left_out: bool, *, is_in: bool
    ) -> QTreeWidgetItem:
        line = QTreeWidgetItem(self.list, [title, words])
        line.setCheckState(0, CHECKED if is_in or not may_be_left_out else UNCHECKED)
        if not may_be_left_out:
            line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            line.setToolTip(0, f"{title} is always in the pack.")
        line.setToolTip(1, words)
        return line

    def _has_rows(self, title: str) -> bool:
        return self._states[title].standing is not Standing.EMPTY

    def _tick(self, is_wanted: Callable[[str], bool]) -> None:
        self.list.blockSignals(True)
        for line in self.lines():
            state = self._states.get(line.text(0))
            if state is not None and state.may_be_left_out:
                line.setCheckState(0, CHECKED if is_wanted(state.title) else UNCHECKED)
        self.list.blockSignals(False)
        self._told()

    def _told(self) -> None:
        every = len(self._states)
        self.count.setText(f"{every - len(self.left_out)} of {every} sheets")
        self.ticked.emit()

    def _turned(self, line: QTreeWidgetItem | None) -> None:
        if line is not None:
            self.current_changed.emit(line.text(0))
