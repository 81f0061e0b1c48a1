"""A strip that asks for a line or two, and does one thing with what was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from pch_desktop.ui.aloud import announce
from pch_desktop.ui.parts import button, label, relook

Answer = Callable[[Sequence[str]], object]
"""Does the thing; what it gives back is true where it was done."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Question(QFrame):
    """Hidden until something is asked; Enter answers, Esc leaves all as it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._sentence = label("", "strong", wrap=True)
        self._verb = QPushButton()
        self._answer: Answer = lambda _texts: False
        self._boxes: list[QLineEdit] = []
        self._parts: list[QWidget] = []
        self._back: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 8, 5)
        self._row.setSpacing(8)
        self._row.addWidget(self._sentence, 1)
        relook(self, "strip", "note")
        self.hide()

    @property
    def boxes(self) -> Sequence[QLineEdit]:
        """The fields, in the order asked for."""
        return tuple(self._boxes)

    @property
    def sentence(self) -> str:
        """What it asks."""
        return self._sentence.text()

    def ask(self, sentence: str, fields: Sequence[str], verb: str, answer: Answer) -> None:
        """Ask for some lines by their names; the first has the focus.

        Args:
            sentence: what is asked.
            fields: what each line is called.
            verb: what is done with them.
            answer: does it; what it gives back is true where it was done.
        """
        focused = self.window().focusWidget()
        self._back = focused if focused not in self._boxes else self._back
        self._clear()
        self._sentence.setText(sentence)
        self._answer = answer
        for name in fields:
            box = QLineEdit()
            box.setPlaceholderText(name)
            box.setAccessibleName(name)
            box.setMinimumWidth(box.fontMetrics().horizontalAdvance(name) + 28)
            box.installEventFilter(self)
            self._boxes.append(box)
        self._verb = button(verb, self.answer, "strong")
        leave = button("Leave it", self.leave)
        self._parts = [*self._boxes, self._verb, leave]
        for part in self._parts:
            self._row.addWidget(part, 1 if part in self._boxes else 0)
        self.show()
        (self._boxes[0] if self._boxes else self._verb).setFocus()
        announce(self, sentence)

    def answer(self) -> None:
        """Do what was asked about with what stands in the fields."""
        if self._answer([box.text() for box in self._boxes]):
            self.leave()

    def leave(self) -> None:
        """Go out of sight and leave all as it is."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()
            self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                at = next((at for at, box in enumerate(self._boxes) if box is watched), -1)
                if 0 <= at < len(self._boxes) - 1:
                    self._boxes[at + 1].setFocus()
                else:
                    self.answer()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        for part in self._parts:
            self._row.removeWidget(part)
            part.deleteLater()
        self._parts, self._boxes = [], []
