"""The bar over the page: which month, the search box, undo and redo, the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton

from pch_desktop.ui import icons
from pch_desktop.ui.parts import button, dress, label
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from pch_desktop.domain.period import Month

HEIGHT = 52
FULL_UP_TO = 140
"""Percent; letters larger than this leave no room for the month's number."""


class SearchBox(QLineEdit):
    """Where one types to find a section, an action, a record or a help page."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setProperty("look", "search")
        self.setPlaceholderText("Search or run a command")
        self.setAccessibleName("Search everything or run a command, Control K")
        self._glass = QLabel(self)
        self._keys = label("Ctrl+K", "key")
        self._keys.setParent(self)
        style.changed.connect(self._dress)
        self._dress(style.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._glass.move(10, (self.height() - self._glass.sizeHint().height()) // 2)
        size = self._keys.sizeHint()
        self._keys.setGeometry(
            self.width() - size.width() - 9,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def _dress(self, theme: Theme) -> None:
        drawn = icons.pixmap("search", theme.ink2, theme.px(17), self.devicePixelRatioF())
        self._glass.setPixmap(drawn)
        self._glass.adjustSize()
        self.setFixedHeight(theme.px(34))
        self.setMaximumWidth(theme.px(330))


class TopBar(QFrame):
    """What holds for every section."""

    months_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    export_asked = Signal()

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self._style = style
        self._month: Month | None = None
        self.month_button = QPushButton("No file open")
        self.month_button.setProperty("look", "period")
        self.month_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.month_button.clicked.connect(lambda _on=False: self.months_asked.emit())
        self.search = SearchBox(style)
        self.undo = self._tool("undo", "Undo", self.undo_asked.emit)
        self.redo = self._tool("redo", "Redo", self.redo_asked.emit)
        self.export = button("Export board pack", self.export_asked.emit, "primary")
        self._is_closed = False
        dress(style, self.undo, "undo")
        dress(style, self.redo, "redo")
        dress(style, self.export, "export", "primary_ink")
        self._lay_out()
        style.changed.connect(self._theme_changed)
        self._theme_changed(style.theme)
        self.close_file()

    def show_month(self, month: Month, *, is_closed: bool = False) -> None:
        """Show the month every figure is for, with a padlock where it is closed."""
        text = _in_full(month)
        self._month, self._is_closed = month, is_closed
        self._write_month()
        self._draw_month(self._style.theme)
        said = f"{text}, closed" if is_closed else text
        self.month_button.setAccessibleName(f"Figures are for {said}. Choose another month")
        self.month_button.setToolTip("Choose the month (Alt+Left and Alt+Right step through them)")
        for one in (self.month_button, self.search, self.export):
            one.setEnabled(True)

    def show_steps(self, to_undo: str, to_redo: str) -> None:
        """Name the step that undo and redo would take; an empty one cannot be taken."""
        for tool, verb, step, keys in (
            (self.undo, "Undo", to_undo, "Ctrl+Z"),
            (self.redo, "Redo", to_redo, "Ctrl+Y"),
        ):
            tool.setEnabled(bool(step))
            words = f"{verb}: {step} ({keys})" if step else f"Nothing to {verb.lower()}"
            tool.setToolTip(words)
            tool.setAccessibleName(words)

    def close_file(self) -> None:
        """Show that no file is open."""
        self._month, self._is_closed = None, False
        self._draw_month(self._style.theme)
        self.month_button.setText("No file open")
        self.month_button.setAccessibleName("No file open")
        self.show_steps("", "")
        for one in (self.month_button, self.export):
            one.setEnabled(False)

    def _tool(self, icon: str, words: str, press: object) -> QToolButton:
        made = QToolButton()
        made.setAccessibleName(words)
        made.clicked.connect(press)
        made.setObjectName(icon)
        return made

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(8)
        line.addWidget(self.month_button)
        line.addStretch(1)
        line.addWidget(self.search, 4)
        line.addStretch(1)
        for part in (self.undo, self.redo, self.export):
            line.addWidget(part)

    def _theme_changed(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        for tool in (self.undo, self.redo):
            tool.setFixedSize(QSize(theme.px(34), theme.px(34)))
        for press in (self.month_button, self.export):
            press.setFixedHeight(theme.px(34))
        self._draw_month(theme)
        self._write_month()

    def _draw_month(self, theme: Theme) -> None:
        """Draw the arrow of the list, and before it a padlock where the month is closed."""
        size, ratio = theme.px(17), self.devicePixelRatioF()
        names = ("lock", "down") if self._is_closed else ("down",)
        wide = QSize(size * len(names) + 4 * (len(names) - 1), size)
        drawn = QPixmap(wide * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        for at, name in enumerate(names):
            painter.drawPixmap(at * (size + 4), 0, icons.pixmap(name, theme.ink2, size, ratio))
        painter.end()
        self.month_button.setIcon(QIcon(drawn))
        self.month_button.setIconSize(wide)

    def _write_month(self) -> None:
        """Write the month in full where letters leave room for it."""
        month = self._month
        if month is not None:
            is_large = self._style.theme.text_percent > FULL_UP_TO
            self.month_button.setText(month.words if is_large else _in_full(month))


def _in_full(month: Month) -> str:
    return f"{month.words}, month {month.number} of {len(month.financial_year.months)}"
