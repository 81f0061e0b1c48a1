"""The verbs over a table: six at most, words with pictures, the count at the right.

Where there is no room for the words the pictures stand alone; what each does is
said by its tooltip, and to a screen reader, all the same.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import dress, label

MOST_VERBS = 6
NARROWEST = 1


class Verb(QPushButton):
    """A button whose words may stand aside for its picture; ``text`` is always the words."""

    def __init__(self, words: str, press: Callable[[], object]) -> None:
        super().__init__(words)
        self._words = words
        self._is_short = False
        self.setAccessibleName(words)
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _checked=False: press())

    def setText(self, text: str) -> None:
        self._words = text
        super().setText("" if self._is_short else text)

    def text(self) -> str:
        return self._words

    def shorten(self, is_short: bool) -> None:
        """Show the picture alone, or the words with it."""
        if is_short != self._is_short:
            self._is_short = is_short
            super().setText("" if is_short else self._words)


class Toolbar(QWidget):
    """A row of verbs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verbs: list[Verb] = []
        self._aside = label("", "secondary")
        self.setMinimumWidth(NARROWEST)  # Its words must not keep the window wide.
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._row.addWidget(self._aside)

    def add(
        self, words: str, icon: str, press: Callable[[], object], hint: str = ""
    ) -> QPushButton:
        """Add a verb with its picture; the hint says more, its keys too."""
        if len(self._verbs) == MOST_VERBS:
            raise ValueError(f"a toolbar holds {MOST_VERBS} verbs; {words} is one too many")
        made = Verb(words, press)
        made.setToolTip(hint or words)
        dress(self._desk.style, made, icon)
        self._verbs.append(made)
        self._row.insertWidget(len(self._verbs) - 1, made)
        return made

    def add_menu(self, words: str, icon: str, menu: Callable[[], QMenu]) -> QPushButton:
        """Add a verb that opens a menu, made when it is asked for."""

        def open_menu() -> None:
            menu().popup(made.mapToGlobal(made.rect().bottomLeft()))

        made = self.add(words, icon, open_menu)
        return made

    def set_aside(self, words: str) -> None:
        """Say at the right what is in view: 13 lines, 4 over by more than £50k."""
        self._aside.setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Let the count at the right go where there is no room, and then the verbs' words."""
        self._shorten(False)
        self._aside.show()
        self._aside.setVisible(self._needed() <= self.width() or not self.isVisible())
        self._shorten(self._needed() > self.width() and self.isVisible())

    def _shorten(self, is_short: bool) -> None:
        for verb in self._verbs:
            verb.shorten(is_short)

    def _needed(self) -> int:
        return self._row.sizeHint().width()
