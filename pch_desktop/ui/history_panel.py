"""Who changed what, when, from what to what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from pch_desktop.reports.words import plural
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, label

A_PAGE = 100
STEP = Qt.ItemDataRole.UserRole


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
        from pch_desktop.store import trail

        step_id = line.data(0, STEP)
        waiting = line.child(0)
        if not isinstance(step_id, int) or waiting is None or waiting.text(0) != "…":
            return
        line.takeChildren()
        for row in self._desk.file.read(trail.step_rows, step_id, A_PAGE):
            words = f"{row.subject}: {row.change}"
            told = QTreeWidgetItem([f"{words} ({row.table_name.replace('_', ' ')})"])
            for change in row.columns:
                name = change.column.replace("_", " ")
                told.addChild(
                    QTreeWidgetItem([f"{name}: {_said(change.before)} → {_said(change.after)}"])
                )
            line.addChild(told)
            told.setExpanded(True)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        for at in range(self.steps.topLevelItemCount()):
            line = self.steps.topLevelItem(at)
            if line is not None:
                line.setHidden(wanted not in line.text(0).casefold())


def _said(value: object) -> str:
    return "blank" if value is None or value == "" else str(value)
