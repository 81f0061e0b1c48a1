"""A full-size chart, its finding above, its table behind a switch (Ctrl+T).

The chart is a matplotlib figure, drawn by Agg into a picture at the screen's
own density, or one of the small drawings at full size. matplotlib is imported
by whoever makes the figure, when it is first looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.reports.table import Column
from pch_desktop.ui import chart_paint
from pch_desktop.ui.chart_facts import Drawing
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.parts import button, icon_button, label
from pch_desktop.ui.table_model import TableModel

MakeFigure = Callable[[bool], Any]
"""Makes a matplotlib Figure; told whether the window is dark."""
PAPER_INCHES = (10.9, 5.6)
"""The size of a saved picture: as wide as a landscape A4 page."""
PAPER_DPI = 200


@dataclass(frozen=True, slots=True)
class FullChart:
    """A chart with all that is told about it."""

    finding: str
    """The title: one sentence of what it shows."""
    subtitle: str
    """Measure, unit, place and period."""
    alt_text: str
    """The finding and its numbers, 40 to 400 characters."""
    columns: tuple[Column[Any], ...]
    rows: Sequence[Any]
    """The figures it is drawn from, for the table."""
    make: MakeFigure | None = None
    drawing: Drawing | None = None


class Canvas(QWidget):
    """The picture of a chart; it is drawn again when the window changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paints = Paints(desk)
        self.chart: FullChart | None = None
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: FullChart) -> None:
        """Show a chart."""
        self.chart = chart
        self.forget()

    def forget(self) -> None:
        """Draw it afresh when it is next in sight."""
        self._image = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.chart is not None and self.chart.drawing is not None:
            space = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            chart_paint.draw(painter, self._paints, space, self.chart.drawing)
        elif self.chart is not None and self.chart.make is not None:
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


class ChartView(QFrame):
    """A chart on a card, or the table of its figures."""

    def __init__(self, desk: Desk, key: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._key = key
        self._finding = label("", "card_title", wrap=True)
        self._subtitle = label("", "secondary", wrap=True)
        self.canvas = Canvas(desk)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.canvas)
        self._grid: Grid | None = None
        self.switch = button("Show as table", self.toggle)
        self.switch.setToolTip("Ctrl+T")
        self._lay_out()
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle)
        desk.theme_changed.connect(self._theme_changed)
        self.setFocusProxy(self.canvas)

    @property
    def is_table(self) -> bool:
        """Whether the figures are shown as a table."""
        return self._stage.currentIndex() == 1

    def show_chart(self, chart: FullChart) -> None:
        """Show a chart; the table, if it is in sight, takes its figures."""
        self._finding.setText(chart.finding)
        self._subtitle.setText(chart.subtitle)
        self.canvas.show_chart(chart)
        self.canvas.setAccessibleName(chart.finding)
        self.canvas.setAccessibleDescription(chart.alt_text)
        if self._grid is not None:
            was_table = self.is_table
            self._stage.removeWidget(self._grid)
            self._grid.deleteLater()
            self._grid = None
            if was_table:
                self._show_table(chart)

    def toggle(self) -> None:
        """Show the table instead of the chart, or the chart again."""
        chart = self.canvas.chart
        if chart is None:
            return
        if self.is_table:
            self._stage.setCurrentIndex(0)
        else:
            self._show_table(chart)
        self.switch.setText("Show as chart" if self.is_table else "Show as table")
        shown = self._grid if self.is_table and self._grid is not None else self.canvas
        shown.setFocus()

    def copy(self) -> None:
        """Copy the picture, and its text for programs that take only that."""
        chart = self.canvas.chart
        if chart is None:
            return
        mime = QMimeData()
        mime.setImageData(self.picture())
        mime.setText(f"{chart.finding}\n{chart.subtitle}\n{chart.alt_text}")
        QGuiApplication.clipboard().setMimeData(mime)
        self._desk.say("The chart was copied as a picture.")

    def choose_and_save(self) -> None:
        """Ask where, and save the picture there as PNG or SVG."""
        chart = self.canvas.chart
        if chart is None:
            return
        kinds = "Picture (*.png);;Drawing (*.svg)" if chart.make else "Picture (*.png)"
        name, _ = QFileDialog.getSaveFileName(self, "Save the chart", chart.finding[:60], kinds)
        if name and self._desk.attempt(lambda: self.save(Path(name))):
            self._desk.say(f"The chart was saved as {name}.")

    def save(self, path: Path) -> None:
        """Save the picture: as a drawing where the name ends in .svg, else as PNG."""
        chart = self.canvas.chart
        if chart is None:
            return
        if path.suffix.lower() == ".svg" and chart.make is not None:
            figure = chart.make(False)
            figure.set_size_inches(*PAPER_INCHES)
            figure.savefig(path, format="svg", metadata={"Title": chart.finding})
            return
        target = path if path.suffix.lower() == ".png" else path.with_suffix(".png")
        picture = self.picture()
        picture.setText("Title", chart.finding)
        picture.setText("Description", chart.alt_text)
        if not picture.save(str(target)):
            raise OSError(f"{target} cannot be written to")

    def picture(self) -> QImage:
        """Return the chart as it is printed: light, at 200 dots to the inch."""
        chart = self.canvas.chart
        size = QSize(*(round(inches * PAPER_DPI) for inches in PAPER_INCHES))
        if chart is not None and chart.make is not None:
            return rendered(chart.make(False), size, PAPER_DPI)
        image = self.canvas.grab().toImage()
        return image.convertToFormat(QImage.Format.Format_ARGB32)

    def _show_table(self, chart: FullChart) -> None:
        if self._grid is None:
            model: TableModel[Any] = TableModel(chart.columns, parent=self)
            model.show(chart.rows)
            key = f"{self._key} as a table" if self._key else ""
            self._grid = Grid(self._desk, model, chart.finding, key=key)
            self._stage.addWidget(self._grid)
        self._stage.setCurrentIndex(1)

    def _theme_changed(self, _theme: object) -> None:
        self.canvas.forget()

    def _lay_out(self) -> None:
        style = self._desk.style
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._finding)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addLayout(words, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        for icon, said, press in (
            ("copy", "Copy the chart", self.copy),
            ("export", "Save the chart", self.choose_and_save),
        ):
            made = icon_button(style, icon, said, press)
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 13, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stage, 1)
