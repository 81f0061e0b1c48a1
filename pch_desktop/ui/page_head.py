"""The head of a page: its title, what it is about now, and how its figures are read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pch_desktop.ui.parts import label

GAP = 12
LEAST = 40
BOTTOM = Qt.AlignmentFlag.AlignBottom


class PageHead(QWidget):
    """One line; what does not fit beside the title stands under it, whole."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = label(title, "title")
        self.context = label("", "secondary")
        self.aside = label("", "status_strong")
        self._beside: list[QWidget] = []
        self._is_under = False
        self._line, self._under = QHBoxLayout(), QHBoxLayout()
        for line in (self._line, self._under):
            line.setSpacing(GAP)
        for words in (self.context, self.aside):
            words.setContentsMargins(0, 0, 0, 3)
            words.setMinimumWidth(LEAST)
        self._line.addWidget(self.title)
        self._put(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addLayout(self._under)

    def add_beside(self, widget: QWidget) -> None:
        """Put something of the section's own at the right end of the first line."""
        self._beside.append(widget)
        self._line.addWidget(widget, 0, BOTTOM)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = [self.title, *self._beside]
        needed = sum(each.sizeHint().width() + GAP for each in wanted)
        needed += sum(_width(each) + GAP for each in (self.context, self.aside) if each.text())
        is_under = needed - GAP > self.width()
        if is_under == self._is_under:
            return
        self._is_under = is_under
        for words in (self.context, self.aside):
            (self._line if is_under else self._under).removeWidget(words)
            words.setWordWrap(is_under)
        self._put(self._under if is_under else self._line, 0 if is_under else 1)

    def _put(self, line: QHBoxLayout, at: int) -> None:
        line.insertWidget(at, self.context, 1, BOTTOM)
        line.insertWidget(at + 1, self.aside, int(self._is_under), BOTTOM)


def _width(words: QLabel) -> int:
    return words.fontMetrics().horizontalAdvance(words.text())
