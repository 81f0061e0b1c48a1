"""The strip over every page of a closed month: that it is closed, and the way to open it again."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from pch_desktop.domain.period import Month
from pch_desktop.ui import icons
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.parts import button, label, relook
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme

REASON = "Reason, to open it again"


class ClosedStrip(QFrame):
    """Out of sight while the month is open; a reason and one press open it again."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._desk: Desk | None = None
        self._month: Month | None = None
        self._picture = QLabel()
        self._sentence = label("", "strong")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(REASON)
        self.reason.setAccessibleName(REASON)
        self.reason.returnPressed.connect(self.press)
        self.verb = button("Reopen", self.press)
        self.setAccessibleName("closed month")
        relook(self, "strip", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._sentence)
        row.addWidget(self.reason, 1)
        row.addWidget(self.verb)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.reason)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.reason.clear)
        style.changed.connect(self._dress)
        self._dress(style.theme)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_month(self, desk: Desk) -> bool:
        """Show the strip where the desk's month is closed; return whether it is."""
        from pch_desktop.store import budget  # SQLAlchemy comes with it

        is_closed = desk.file.read(budget.is_closed, desk.month)
        if self._month != desk.month:
            self.reason.clear()
        self._desk, self._month = desk, desk.month
        self._sentence.setText(f"{desk.month.words} is closed.")
        for part in (self.reason, self.verb):
            part.setVisible(not desk.is_read_only)
        self.setVisible(is_closed)
        return is_closed

    def press(self) -> None:
        """Open the month again, with the reason that was given."""
        desk, month = self._desk, self._month
        if desk is not None and month is not None and not reopen(desk, month, self.reason.text()):
            self.reason.setFocus()

    def leave(self) -> None:
        """Let go of the file."""
        self._desk = self._month = None
        self.hide()

    def _dress(self, theme: Theme) -> None:
        drawn = icons.pixmap("lock", theme.accent, theme.px(18), self.devicePixelRatioF())
        self._picture.setPixmap(drawn)


def reopen(desk: Desk, month: Month, reason: str) -> Done[None] | None:
    """Open a closed month again as a step that tells why; a refusal is shown."""
    from pch_desktop.store import budget

    said = " ".join(reason.split())
    label_ = f"Reopen {month.words}: {said}" if said else f"Reopen {month.words}"
    return desk.edit(label_, budget.reopen_month, month, said, datetime.now(UTC))
