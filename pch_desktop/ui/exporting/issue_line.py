"""Whether a pack is issued or stays a draft, and why an issued one is corrected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from pch_desktop.domain.board_pack import FIRST, Edition

MEANT = (
    "Issuing keeps all its figures for ever, prints a fingerprint on it and closes the month. "
    "Without it the pack is a draft, and says so on every page."
)
WHY = "Why it is corrected"


class IssueLine(QWidget):
    """A tick; with it, for a correction, its reason."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edition = FIRST
        self.issue = QCheckBox()
        self.issue.setToolTip(MEANT)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(f"{WHY}; it is printed on the cover")
        self.reason.setAccessibleName(WHY)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.issue)
        line.addWidget(self.reason, 1)
        self.issue.toggled.connect(self._turned)
        self.show_edition(FIRST)

    @property
    def is_wanted(self) -> bool:
        """Whether the pack is to be issued."""
        return self.issue.isChecked()

    def show_edition(self, edition: Edition) -> None:
        """Offer the edition that comes next."""
        self.edition = edition
        self.issue.setText(f"Issue it as {edition}")
        self.issue.setAccessibleName(self.issue.text())
        self._turned()

    def _turned(self) -> None:
        self.reason.setVisible(self.is_wanted and self.edition != FIRST)
        self.changed.emit()
