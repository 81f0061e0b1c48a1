"""Small charts of a page, drawn at once and read out with their finding."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from pch_desktop.ui import chart_paint
from pch_desktop.ui.chart_facts import Drawing, Lines
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paints import Dressed, Paints
from pch_desktop.ui.parts import label


class MiniChart(QWidget):
    """A drawing in the colours of the theme."""

    def __init__(self, dressed: Dressed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paints = Paints(dressed)
        self.drawing: Drawing = Lines((), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawing(self, drawing: Drawing, finding: str, numbers: str = "") -> None:
        """Draw something; the finding and its numbers are for those who do not see it."""
        self.drawing = drawing
        self.setAccessibleName(finding)
        self.setAccessibleDescription(numbers)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.paints.px(320), self.paints.px(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.paints.px(180), self.paints.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chart_paint.draw(
            painter, self.paints, QRectF(self.rect()).adjusted(2, 2, -2, -2), self.drawing
        )
        painter.end()


class ChartCard(QFrame):
    """A small chart on a card: what it shows, in which unit, and the drawing."""

    def __init__(self, desk: Desk, title: str = "", subtitle: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label(title, "card_title", wrap=True)
        self._subtitle = label(subtitle, "secondary", wrap=True)
        self.chart = MiniChart(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 13, 9)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        column.addWidget(self.chart, 1)

    def show_chart(self, title: str, subtitle: str, drawing: Drawing, numbers: str) -> None:
        """Show a drawing under its finding; the numbers are read out."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.chart.show_drawing(drawing, f"{title}. {subtitle}", numbers)
