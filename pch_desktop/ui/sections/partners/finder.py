"""A line to type a code or part of a name in, and what the register has of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pch_desktop.reports.partners_codes import found_words
from pch_desktop.store import partners
from pch_desktop.store.partners import OrganisationRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import label

SHORT, TALL = 46, 132
NONE_HELD = (
    "No register has been brought in. Import the ODS files of trusts (etr), commissioners (eccg) "
    "or, as organisations to look up, practices (epraccur) and networks (ePCN)."
)
NONE_FOUND = "Nothing in the register has this code or these words."


class Finder(QWidget):
    """Finds organisations in the register as a code or words are typed."""

    looked = Signal()
    taken = Signal()
    """Enter, in the line or on an organisation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.found: list[OrganisationRow] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText("ODS code, or part of a name")
        self.line.setAccessibleName("Code or part of a name to look up")
        self.list = QListWidget()
        self.list.setAccessibleName("Organisations found in the register")
        self.list.setMinimumHeight(desk.theme.px(SHORT))
        self.list.setMaximumHeight(desk.theme.px(TALL))
        self.said = label("", "secondary", wrap=True)
        self.line.textChanged.connect(self.look)
        self.line.returnPressed.connect(self.taken)
        self.list.itemActivated.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.line, self.list, self.said):
            column.addWidget(part)

    @property
    def chosen(self) -> OrganisationRow | None:
        """The organisation chosen of those found."""
        at = self.list.currentRow()
        return self.found[at] if 0 <= at < len(self.found) else None

    def begin(self) -> None:
        """Be ready to be typed in."""
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def look(self) -> None:
        """Show what the register has of what was typed."""
        text = self.line.text()
        self.found = self._desk.file.read(partners.organisations, text)
        self.list.clear()
        self.list.addItems([found_words(row) for row in self.found])
        self.list.setCurrentRow(0 if self.found else -1)
        is_held = bool(self.found) or bool(self._desk.file.read(partners.registered))
        nothing = NONE_FOUND if text.strip() and not self.found else ""
        self.said.setText(nothing if is_held else NONE_HELD)
        self.said.setVisible(bool(self.said.text()))
        self.list.setVisible(is_held)
        self.looked.emit()

    def _activated(self, _line: QListWidgetItem) -> None:
        self.taken.emit()
