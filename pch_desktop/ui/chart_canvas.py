"""The picture of a full chart, drawn again when the window changes.

The chart is a matplotlib figure, drawn by Agg into a picture at the screen's
own density, or one of the small drawings at full size. matplotlib is imported
by whoever makes the figure, when it is first looked at.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pch_desktop.charts.full_chart import FullChart, MakeFigure
from pch_desktop.ui import chart_paint
from pch_desktop.ui.chart_facts import Drawing
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paints import Paints


class Canvas(QWidget):
    """The picture of a chart; it is drawn again when the window changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paints = Paints(desk)
        self.chart: FullChart | None = None
        self.drawing: Drawing | None = None
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: FullChart, drawing: Drawing | None = None) -> None:
        """Show a chart, in the window as a small drawing where there is one."""
        self.chart, self.drawing = chart, drawing
        self.setAccessibleName(chart.finding)
        self.setAccessibleDescription(chart.alt_text)
        self.forget()

    def forget(self) -> None:
        """Draw it afresh when it is next in sight."""
        self._image = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 330)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.drawing is not None:
            space = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            chart_paint.draw(painter, self._paints, space, self.drawing)
        elif self.chart is not None:
            painter.drawImage(0, 0, self._picture(self.chart.make))
        painter.end()

    def _picture(self, make: MakeFigure) -> QImage:
        if self._image is None:
            ratio = self.devicePixelRatioF()
            size = QSize(round(self.width() * ratio), round(self.height() * ratio))
            figure = make(self._desk.theme.is_dark)
            self._image = rendered(figure, size, 100 * ratio * self._desk.theme.text_percent / 100)
            self._image.setDevicePixelRatio(ratio)
        return self._image


def rendered(figure: Any, size: QSize, dpi: float) -> QImage:
    """Return a matplotlib figure as a picture of so many pixels."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    figure.set_size_inches(max(size.width(), 1) / dpi, max(size.height(), 1) / dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height(physical=True)
    buffer = bytes(canvas.buffer_rgba())
    return QImage(buffer, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
