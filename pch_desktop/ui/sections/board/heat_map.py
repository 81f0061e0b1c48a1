"""The square of risks on the screen: where each was, and where it is."""

from __future__ import annotations

from pch_desktop.charts.board import risk_chart
from pch_desktop.reports.board_matrix import drawn
from pch_desktop.store import board, locality
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sheet import Sheet

READS = frozenset({"risk", "risk_score", "setting", "locality"})
LEAST, WIDE = 400, 560
PURPOSE = "No open risk is scored yet. Score one, consequence by likelihood, and it stands here."


class HeatMapView(Sheet):
    """Open risks by likelihood and consequence, each where it was and where it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "board risk square")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        self.toolbar.add("Risks", "table", self.begin, "Go to the register, where risks are scored")
        self._empty = EmptyState(desk, "chart", PURPOSE, ("Go to the risks", self.begin))
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the risks at the end of the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(board.risks, month.last)
        place = read(locality.locality).name
        self.chart.show_chart(risk_chart(rows, read(board.bands), place, month))
        self.show_empty(self._empty, is_empty=not drawn(rows))

    def begin(self) -> None:
        """Go to the register of risks."""
        self._desk.visit("board", "Risks/Risks")
