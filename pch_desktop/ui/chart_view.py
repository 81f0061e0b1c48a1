"""A full-size chart: its finding above, its source below, its table behind a switch (Ctrl+T)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.charts.framed import framed, saved
from pch_desktop.charts.full_chart import FullChart
from pch_desktop.store.whole import write_whole
from pch_desktop.ui.chart_canvas import Canvas, rendered
from pch_desktop.ui.chart_facts import Drawing
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import button, icon_button, label
from pch_desktop.ui.table_model import TableModel

PAPER_INCHES = (10.9, 5.6)
"""The size of a saved picture: as wide as a landscape A4 page."""
PAPER_DPI = 200
KINDS = "Picture (*.png);;Drawing (*.svg)"
LONGEST_NAME = 60
ROOM = 200
"""From so many pixels at 100 percent on there is room for the source under the chart."""


class ChartView(QFrame):
    """A chart on a card, or the table of its figures."""

    def __init__(self, desk: Desk, key: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._key = key
        self._finding = label("", "card_title", wrap=True)
        self._subtitle = label("", "secondary", wrap=True)
        self._source = label("", "small", wrap=True)
        self.canvas = Canvas(desk)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.canvas)
        self._grid: Grid | None = None
        self.switch = button("Show as table", self.toggle)
        self.switch.setToolTip("Ctrl+T")
        self._lay_out()
        for keys, of, press in (
            ("Ctrl+T", self, self.toggle),
            ("Ctrl+C", self.canvas, self.copy),
        ):
            shortcut = QShortcut(QKeySequence(keys), of)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press)
        desk.theme_changed.connect(self._theme_changed)
        self.setFocusProxy(self.canvas)

    @property
    def is_table(self) -> bool:
        """Whether the figures are shown as a table."""
        return self._stage.currentIndex() == 1

    @property
    def grid(self) -> Grid | None:
        """The table of the figures, once it was looked at."""
        return self._grid

    def show_chart(self, chart: FullChart, drawing: Drawing | None = None) -> None:
        """Show a chart, or a small drawing of it; the table, if in sight, takes its figures."""
        self._finding.setText(chart.finding)
        self._subtitle.setText(chart.subtitle)
        self._source.setText(chart.source)
        self._subtitle.setToolTip(chart.source)
        self._fit()
        self.canvas.show_chart(chart, drawing)
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
        words = (chart.finding, chart.subtitle, chart.alt_text, chart.source)
        mime.setText("\n".join(filter(None, words)))
        QGuiApplication.clipboard().setMimeData(mime)
        self._desk.say("The chart was copied as a picture.")

    def choose_and_save(self) -> None:
        """Ask where, and save the picture there as PNG or SVG."""
        chart = self.canvas.chart
        if chart is None:
            return
        said = "".join(each for each in chart.finding if each.isalnum() or each in " -£.,")
        start = str(Path.home() / said[:LONGEST_NAME].strip(" ."))
        name, _ = QFileDialog.getSaveFileName(self, "Save the chart", start, KINDS)
        done = self._desk.attempt(lambda: self.save(Path(name))) if name else None
        if done:
            self._desk.say(f"The chart was saved as {done.result}.")

    def save(self, path: Path) -> Path:
        """Save the picture: as a drawing where the name ends in .svg, else as PNG.

        Raises:
            Refusal: the place cannot be written to; the former file is as it was.
        """
        chart = self.canvas.chart
        if chart is None:
            return path
        kind = "svg" if path.suffix.lower() == ".svg" else "png"
        target = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.png")
        made = saved(chart, kind)
        return write_whole(target, lambda temporary: temporary.write_bytes(made))

    def picture(self) -> QImage:
        """Return the chart as it is printed: light, with its words, 200 dots to the inch."""
        chart = self.canvas.chart
        return QImage() if chart is None else picture_of(chart)

    def menu(self) -> QMenu:
        """Return what can be done with the chart, each verb with its keys."""
        menu = QMenu(self)
        for words, press in (
            ("Copy the chart\tCtrl+C", self.copy),
            ("Save the chart…", self.choose_and_save),
            ("Print…\tCtrl+P", lambda: self._desk.command("print")),
            (f"{self.switch.text()}\tCtrl+T", self.toggle),
        ):
            menu.addAction(words, press)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def _show_table(self, chart: FullChart) -> None:
        if self._grid is None:
            model: TableModel[Any] = TableModel(chart.columns, parent=self)
            model.show(chart.rows)
            key = f"{self._key} as a table" if self._key else ""
            self._grid = Grid(self._desk, model, chart.finding, key=key)
            self._stage.addWidget(self._grid)
        self._stage.setCurrentIndex(1)

    def _fit(self) -> None:
        """Keep the source to the subtitle's hint where there is little room for the chart."""
        has_room = self.height() >= self._desk.theme.px(ROOM)
        self._source.setVisible(has_room and bool(self._source.text()))

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
            made: QWidget = icon_button(style, icon, said, press)
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 13, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stage, 1)
        column.addWidget(self._source)


def picture_of(chart: FullChart) -> QImage:
    """Return a chart with its words around it: light, 200 dots to the inch."""
    figure = framed(chart)
    wide, tall = (round(float(side) * PAPER_DPI) for side in figure.get_size_inches())
    return rendered(figure, QSize(wide, tall), PAPER_DPI)
