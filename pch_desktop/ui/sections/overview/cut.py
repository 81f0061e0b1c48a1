"""Words on one line, cut with dots where there is no room; the whole is the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pch_desktop.ui.paints import Dressed, Paints
from pch_desktop.ui.theme import Weight


class Cut(QWidget):
    """One line of words."""

    def __init__(
        self,
        dressed: Dressed,
        *,
        size: float = 12.5,
        weight: Weight = Weight.REGULAR,
        ink: str = "ink",
    ) -> None:
        super().__init__()
        self._paints = Paints(dressed)
        self._look = (size, weight)
        self._ink = ink
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it says, uncut."""
        return self._words

    def say(self, words: str) -> None:
        """Show words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(self._paints.font(*self._look)).height() + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._paints.font(*self._look))
        painter.setPen(self._paints.colour(self._ink))
        cut = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()
