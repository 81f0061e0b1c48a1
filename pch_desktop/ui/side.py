"""The panel at the right: the history of changes, a help page, or how a figure came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from pch_desktop.ui.explain_panel import ExplainPanel
from pch_desktop.ui.help_panel import HelpPanel
from pch_desktop.ui.history_panel import HistoryPanel
from pch_desktop.ui.parts import icon_button, label
from pch_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.explaining import Told
    from pch_desktop.ui.style import Style

WIDTH = 372
PAUSE_MS = 60
"""Figures are painted first; what explains them can wait."""


class Side(QFrame):
    """Hidden until asked for; its pages are made when first looked at.

    Esc hides it, and the keys go back to where they were.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.setProperty("look", "side")
        self._title = label("", "card_title")
        self._stage = QStackedWidget()
        self.help: HelpPanel | None = None
        self.history: HistoryPanel | None = None
        self.explained: ExplainPanel | None = None
        self._close = icon_button(style, "close", "Close this panel (Esc)", self.leave)
        self._before: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell_again)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stage, 1)
        style.changed.connect(self._theme_changed)
        self._theme_changed(style.theme)
        self.hide()

    def open_help(self, topic: str) -> None:
        """Show a help page, or hide the panel where that page is open already."""
        if self.help is None:
            self.help = HelpPanel(self._style)
            self._stage.addWidget(self.help)
        is_there = self.isVisible() and self._stage.currentWidget() is self.help
        if is_there and self.help.topic == topic:
            self.hide()
            return
        self.help.open(topic)
        self._bring("Help", self.help)

    def toggle_history(self, desk: Desk) -> None:
        """Show the history of changes, or hide it."""
        if self.history is not None and self.history.isVisible():
            self.hide()
            return
        if self.history is None:
            self.history = HistoryPanel(desk)
            self._stage.addWidget(self.history)
        self._bring("History of changes", self.history)

    @property
    def is_explaining(self) -> bool:
        """Whether it tells how a figure came about, and so follows the cell that is chosen."""
        return self.explained is not None and self.explained.isVisible()

    def explain(self, told: Told) -> None:
        """Tell how a figure came about; the keys stay where the figure is while it is open."""
        if self.explained is None:
            self.explained = ExplainPanel()
            self._stage.addWidget(self.explained)
        was_open = self.is_explaining
        self.explained.show_told(told)
        if not was_open:
            self._bring("How this figure came about", self.explained)

    def tell_again(self, *_changed: object) -> None:
        """Tell how the figure came about as it is now, once the figures are painted."""
        if self.is_explaining:
            self._pause.start(PAUSE_MS)

    def leave(self) -> None:
        """Hide; the keys go back to the figure that was explained, else to where they were."""
        self.hide()
        if self.explained is not None and self._stage.currentWidget() is self.explained:
            self.explained.go_back()
        elif self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_file(self) -> None:
        """Let go of what belonged to the file."""
        self._before = None
        self._pause.stop()
        if self.explained is not None:
            self._stage.removeWidget(self.explained)
            self.explained.deleteLater()
            self.explained = None
            self.hide()
        if self.history is not None:
            self._stage.removeWidget(self.history)
            self.history.deleteLater()
            self.history = None
            self.hide()

    def _tell_again(self) -> None:
        if self.explained is not None and self.is_explaining:
            self.explained.tell_again()

    def _bring(self, title: str, page: QFrame) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused
        self._title.setText(title)
        self.setAccessibleName(title)
        self._stage.setCurrentWidget(page)
        self.show()
        page.setFocus()

    def _theme_changed(self, theme: Theme) -> None:
        self.setMinimumWidth(min(theme.px(WIDTH), 520))
        self.setMaximumWidth(theme.px(WIDTH) * 2)
