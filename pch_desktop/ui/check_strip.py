"""A strip of one sentence with the buttons that put things right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from pch_desktop.ui.desk import Desk

Fix = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""
ICONS = {"error": "warning", "warning": "warning", "note": "check"}
INKS = {"error": "error", "warning": "worse", "note": "accent"}


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence without moving the focus."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class CheckStrip(QFrame):
    """Says what was refused, what does not add up, or what was done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = "note"
        self._picture = QLabel()
        self._sentence = QLabel()
        self._sentence.setProperty("look", "body")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton()
        self._close.setAccessibleName("Close this message")
        self._close.clicked.connect(self.hide)
        self._fixes: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 3, 6, 3)
        self._layout.addWidget(self._picture)
        self._layout.addWidget(self._sentence, 1)
        self._layout.addWidget(self._close)
        desk.theme_changed.connect(self._dress)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence it shows; empty while it is out of sight."""
        return "" if self.isHidden() else self._sentence.text()

    def show_sentence(self, sentence: str, kind: str = "error", fixes: Sequence[Fix] = ()) -> None:
        """Show a sentence of a kind (error, warning, note) and its buttons."""
        self._kind = kind
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        for old in self._fixes:
            old.deleteLater()
        self._fixes = [self._button(words, act) for words, act in fixes]
        for at, button in enumerate(self._fixes):
            self._layout.insertWidget(2 + at, button)
        self._dress()
        self.setVisible(bool(sentence))
        announce(self, sentence)

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("look", "strong")
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _dress(self, *_theme: object) -> None:
        self.setProperty("strip", self._kind)
        self.style().unpolish(self)
        self.style().polish(self)
        ink = str(getattr(self._desk.theme, INKS[self._kind]))
        self._picture.setPixmap(self._desk.icon(ICONS[self._kind], ink, 17).pixmap(17, 17))
        self._close.setIcon(self._desk.icon("close", size=14))
