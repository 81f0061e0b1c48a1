"""The initiatives over time: bars by workstream, milestones as diamonds."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pch_desktop.charts.board import gantt_chart
from pch_desktop.charts.board_time import lines_of
from pch_desktop.store import board, locality
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import Roomy, scrolling
from pch_desktop.ui.sheet import Sheet

READS = frozenset({"initiative", "milestone", "locality"})
PURPOSE = "No initiative has a first and a last day yet. Give one its days, and it stands here."
LEAST, WIDE, EACH, WORDS = 300, 700, 30, 160


class OverTimeView(Sheet):
    """Every initiative that has its days, as it stands at the end of the month at hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "board initiatives over time")
        self._room = Roomy(desk, self.chart, LEAST, WIDE)
        area = scrolling(self._room, self.chart)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().__init__(desk, area)
        self.toolbar.add("Milestones", "table", self._edit, "Go to where days are typed")
        self._empty = EmptyState(desk, "chart", PURPOSE, ("Go to the initiatives", self.begin))
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the initiatives at the end of the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(board.initiatives, month.last)
        lines = lines_of(rows)
        self._room.need(max(LEAST, EACH * len(lines) + WORDS))
        self.chart.show_chart(gantt_chart(rows, read(locality.locality).name, month))
        self.show_empty(self._empty, is_empty=not lines)

    def begin(self) -> None:
        """Go to the register of initiatives."""
        self._desk.visit("board", "Initiatives/Initiatives")

    def _edit(self) -> None:
        self._desk.visit("board", "Initiatives/Milestones")
