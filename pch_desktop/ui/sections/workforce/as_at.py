"""The day the workforce is shown at: the month's end, or any other day that is typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, label

HINT = "A day such as 1 Oct 2016; blank goes back to the end of the month"
WIDTH = 112


class AsAt(QWidget):
    """A box for a day; another month puts it back to that month's end."""

    moved = Signal()
    """Another day was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day: date | None = None
        self.box = QLineEdit()
        self.box.setAccessibleName("As at which day")
        self.box.setToolTip(HINT)
        self.box.setFixedWidth(desk.theme.px(WIDTH))
        self._back = button("Month's end", self._go_back, "link", "Back to the end of the month")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for part in (label("As at", "secondary"), self.box, self._back):
            line.addWidget(part)
        self.box.editingFinished.connect(self._commit)
        desk.month_changed.connect(self._month_changed)
        self._tell()

    @property
    def day(self) -> date:
        """The day everything in the section is told for."""
        return self._day or self._desk.month.last

    @property
    def is_month_end(self) -> bool:
        """Whether that is the last day of the month at hand."""
        return self.day == self._desk.month.last

    def choose(self, day: date | None) -> None:
        """Show the workforce at a day; None is the month's end."""
        before = self.day
        self._day = None if day == self._desk.month.last else day
        self._tell()
        if self.day != before:
            self.moved.emit()

    def _commit(self) -> None:
        try:
            self.choose(typed.day(self.box.text()))
        except Refusal as refusal:
            self._desk.refused(str(refusal))
            self._tell()

    def _go_back(self) -> None:
        self.choose(None)
        self.box.setFocus()

    def _month_changed(self, _month: object) -> None:
        self._day = None
        self._tell()

    def _tell(self) -> None:
        self.box.setText(written(self.day, Kind.DATE))
        self.box.setCursorPosition(0)
        self._back.setVisible(not self.is_month_end)
