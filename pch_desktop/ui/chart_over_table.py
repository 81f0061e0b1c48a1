"""A chart over a table; where there is room for one of them, the table, or the chart if asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter

from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.table_parts import switch
from pch_desktop.ui.toolbar import Toolbar

ROOM = 330
"""From so many pixels at 100 percent on there is room for both."""
LEAST_CHART, LEAST_TABLE = 170, 110


class ChartOverTable(QSplitter):
    """Both, with a handle between; at twice the text size one of them."""

    def __init__(self, desk: Desk, chart: ChartView, table: Grid, sizes: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._desk = desk
        self._verb: QPushButton | None = None
        self.chart, self.table = chart, table
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.addWidget(chart)
        self.addWidget(table)
        self.setSizes(list(sizes))
        self.setFocusProxy(table)
        self.fit()

    @property
    def has_room(self) -> bool:
        """Whether there is room for both."""
        return self.height() >= self._desk.theme.px(ROOM)

    def add_switch(self, toolbar: Toolbar) -> None:
        """Add a verb that shows the chart in the table's place, while one of them fits."""
        self._verb = switch(toolbar, "Chart", "chart", lambda _is_on: self.fit())
        self._verb.setToolTip("Show the chart in the place of the table")
        self.fit()

    def put_table(self, table: Grid) -> None:
        """Put another table in the place of the one there."""
        self.replaceWidget(1, table)
        self.table.deleteLater()
        self.table = table
        self.setFocusProxy(table)
        self.fit()

    def fit(self) -> None:
        """Show both, or the one that is wanted."""
        has_room, verb = self.has_room, self._verb
        wants_chart = verb is not None and verb.isChecked()
        self.chart.setVisible(has_room or wants_chart)
        self.table.setVisible(has_room or not wants_chart)
        for part, least in ((self.chart, LEAST_CHART), (self.table, LEAST_TABLE)):
            part.setMinimumHeight(self._desk.theme.px(least) if has_room else 1)
        if verb is not None:
            verb.setVisible(not has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
