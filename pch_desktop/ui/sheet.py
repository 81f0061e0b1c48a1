"""A view of a section: verbs, a table or chart, a record's side, and a strip."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.strip import Strip
from pch_desktop.ui.toolbar import Toolbar


class Sheet(QWidget):
    """What a tab shows, the same way on every page."""

    def __init__(self, desk: Desk, master: QWidget, inspector: Inspector | None = None) -> None:
        super().__init__()
        self.toolbar = Toolbar(desk)
        self.strip = Strip(desk.style, "check", master)
        """For what does not add up: a sentence and the verbs that put it right."""
        self.master = master
        self.inspector = inspector
        self._body = QHBoxLayout()
        self._body.setSpacing(12)
        self._body.addWidget(master, 1)
        if inspector is not None:
            self._body.addWidget(inspector)
            inspector.answer_f4(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.toolbar)
        column.addLayout(self._body, 1)
        column.addWidget(self.strip)
        self.setFocusProxy(master)

    def show_empty(self, empty: QWidget, *, is_empty: bool) -> None:
        """Show an empty state instead of the table, or the table again."""
        if empty.parentWidget() is None:
            self._body.insertWidget(1, empty, 1)
        if empty.isHidden() != is_empty and self.master.isHidden() == is_empty:
            return
        empty.setVisible(is_empty)
        self.master.setVisible(not is_empty)
        if self.inspector is not None:
            self.inspector.setVisible(not is_empty)
