"""The line at the foot: saved or not, rows, selection, what the keys do, text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from pch_desktop.ui import icons
from pch_desktop.ui.parts import label, relook
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

HEIGHT = 28


class StatusLine(QFrame):
    """What one may want to know without asking."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self.setAccessibleName("Status")
        self._style = style
        self._picture, self._picture_name = QLabel(), "check"
        self.saved = label("No file open", "status_strong")
        self.said = label("", "status")
        self.backup = label("", "status")
        self.rows = label("", "status")
        self.checks = label("", "status")
        self.hint = label("", "status")
        self.selection = label("", "status_strong")
        self.place = label("", "status")
        self.zoom = label("100%", "status_strong")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(18)
        saved = QHBoxLayout()
        saved.setSpacing(5)
        saved.addWidget(self._picture)
        saved.addWidget(self.saved)
        line.addLayout(saved)
        for part in (self.backup, self.rows, self.checks, self.said):
            line.addWidget(part)
        line.addStretch(1)
        for part in (self.hint, self.selection, self.place, self.zoom):
            line.addWidget(part)
        for part in (self.backup, self.hint, self.said):
            part.setMinimumWidth(1)
        style.changed.connect(self._theme_changed)
        self._theme_changed(style.theme)

    def show_saved(self, at: datetime) -> None:
        """Say when the last change was made; it is in the file since."""
        self.saved.setText(f"All changes saved {at:%H:%M}")
        self._draw("check")

    def show_opened(self, is_read_only: bool) -> None:
        """Say that nothing was changed yet, or cannot be."""
        self.saved.setText("Reading only" if is_read_only else "All changes saved")
        self._draw("lock" if is_read_only else "check")

    def show_backup(self, words: str, problem: str = "") -> None:
        """Say when the file was last backed up, or what kept it from being."""
        self.backup.setText(words)
        self.backup.setToolTip(problem)
        self.backup.setAccessibleName(problem or words)
        relook(self.backup, "look", "error" if problem else "status")

    def clear_rows(self) -> None:
        """Forget the words of the page that was on show."""
        for part in (self.rows, self.selection, self.hint):
            part.clear()

    def close_file(self) -> None:
        """Say that no file is open."""
        self.show_backup("")
        for part in (self.said, self.rows, self.checks, self.hint, self.selection, self.place):
            part.clear()
        self.saved.setText("No file open")
        self._draw("file")

    def _draw(self, name: str) -> None:
        self._picture_name = name
        theme = self._style.theme
        colour = theme.primary if name == "check" else theme.ink2
        self._picture.setPixmap(icons.pixmap(name, colour, theme.px(15), self.devicePixelRatioF()))

    def _theme_changed(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.zoom.setText(f"{theme.text_percent}%")
        self.zoom.setAccessibleName(f"Text size {theme.text_percent} percent")
        self._draw(self._picture_name)
