"""The verbs over a table: six at most, words with pictures, the count at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, dress, label

MOST_VERBS = 6


class Toolbar(QWidget):
    """A row of verbs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verbs: list[QPushButton] = []
        self._aside = label("", "secondary")
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
        made = button(words, press)
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
