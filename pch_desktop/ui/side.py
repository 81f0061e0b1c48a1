"""The panel at the right: the history of changes, a help page, or how a figure came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

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


class Side(QFrame):
    """Hidden until asked for; its pages are made when first looked at."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.setProperty("look", "side")
        self._title = label("", "card_title")
        self._stage = QStackedWidget()
        self.help: HelpPanel | None = None
        self.history: HistoryPanel | None = None
        self.explained: ExplainPanel | None = None
        self._close = icon_button(style, "close", "Close this panel (Esc)", self.hide)
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

    def close_file(self) -> None:
        """Let go of what belonged to the file."""
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

    def _bring(self, title: str, page: QFrame) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self._stage.setCurrentWidget(page)
        self.show()
        page.setFocus()

    def _theme_changed(self, theme: Theme) -> None:
        self.setMinimumWidth(min(theme.px(WIDTH), 520))
        self.setMaximumWidth(theme.px(WIDTH) * 2)
