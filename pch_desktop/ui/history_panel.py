"""Who changed what, when, from what to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from pch_desktop.reports.history import column_words, subject_words, table_words, value_words
from pch_desktop.reports.words import plural
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, label

if TYPE_CHECKING:
    from pch_desktop.store.trail import RowChangeRow

A_PAGE = 100
STEP = Qt.ItemDataRole.UserRole
LAST = Qt.ItemDataRole(Qt.ItemDataRole.UserRole + 1)
"""On the line that shows more rows of a step: the number of the last row shown."""


class HistoryPanel(QFrame):
    """Every step of the file, newest first; opened, what it did row by row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter by words or by person")
        self.filter.setAccessibleName("Filter the history by words or by person")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.steps = QTreeWidget()
        self.steps.setHeaderHidden(True)
        self.steps.setAccessibleName("Changes, newest first")
        self.steps.setWordWrap(True)
        self.steps.setIndentation(16)
        self.steps.itemExpanded.connect(self._open)
        self.steps.itemClicked.connect(self._show_more)
        self.steps.itemActivated.connect(self._show_more)
        self._nothing = label("Nothing has been changed in this file yet.", "secondary", wrap=True)
        self._more = button("Show earlier changes", self._read_more, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 12, 10)
        column.setSpacing(8)
        for part in (self.filter, self._nothing):
            column.addWidget(part)
        column.addWidget(self.steps, 1)
        column.addWidget(self._more)
        column.addStretch(0)
        self.setFocusProxy(self.steps)
        desk.file_changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self.steps.clear()
        self._oldest: int | None = None
        self._read_more()

    def _read_more(self) -> None:
        found = self._desk.file.changes(A_PAGE, self._oldest)
        for step in found:
            at = step.at.astimezone()
            when = f"{at.day} {at:%b %Y %H:%M}"  # Windows knows no %-d
            line = QTreeWidgetItem([f"{step.label}\n{when}, {step.who}"])
            line.setData(0, STEP, step.id)
            line.setToolTip(0, f"{step.label}: {plural(step.rows_changed, 'row')}")
            if step.rows_changed and not step.is_thinned:
                line.addChild(QTreeWidgetItem(["…"]))
            self.steps.addTopLevelItem(line)
            self._oldest = step.id
        self._more.setVisible(len(found) == A_PAGE)
        self._nothing.setVisible(self.steps.topLevelItemCount() == 0)
        self._filter(self.filter.text())

    def _open(self, line: QTreeWidgetItem) -> None:
        waiting = line.child(0)
        if waiting is not None and waiting.text(0) == "…":
            line.takeChildren()
            self._read_rows(line, 0)

    def _show_more(self, line: QTreeWidgetItem) -> None:
        """Read further rows of a step; the line that asks for them moves on behind them."""
        last, step = line.data(0, LAST), line.parent()
        if isinstance(last, int) and step is not None:
            # It is kept and put out of sight: it may be pressed a second time by now.
            line.setData(0, LAST, None)
            line.setHidden(True)
            self._read_rows(step, last)

    def _read_rows(self, line: QTreeWidgetItem, after: int) -> None:
        from pch_desktop.store import trail

        step_id = line.data(0, STEP)
        if not isinstance(step_id, int):
            return
        rows = self._desk.file.read(trail.step_rows, step_id, A_PAGE + 1, after)
        for row in rows[:A_PAGE]:
            told = _told(row)
            line.addChild(told)
            told.setExpanded(True)
        if len(rows) > A_PAGE:
            more = QTreeWidgetItem(["Show more rows"])
            more.setData(0, LAST, rows[A_PAGE - 1].id)
            line.addChild(more)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for at in range(self.steps.topLevelItemCount()):
            line = self.steps.topLevelItem(at)
            if line is not None:
                line.setHidden(wanted not in line.text(0).casefold())


def _told(row: RowChangeRow) -> QTreeWidgetItem:
    subject = subject_words(row.subject)
    told = QTreeWidgetItem([f"{subject}: {row.change} ({table_words(row.table_name)})"])
    for change in row.columns:
        before, after = (value_words(change.column, one) for one in (change.before, change.after))
        told.addChild(QTreeWidgetItem([f"{column_words(change.column)}: {before} → {after}"]))
    return told
