"""Milestones over time above, and in a table below, where their days are typed."""

from __future__ import annotations

from pch_desktop.charts.board import gantt_chart
from pch_desktop.reports.board_milestones import MILESTONES
from pch_desktop.reports.words import plural
from pch_desktop.store import board, locality
from pch_desktop.store.board import MilestoneRow
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import initiative_asks as asks
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board milestones"
READS = frozenset({"initiative", "milestone", "locality"})
PURPOSE = (
    "Write down by when each part of an initiative is to be done. Add the initiative first; then "
    "a milestone with the day it is due. The first day told is kept beside later ones."
)
SIZES = (320, 190)


class MilestonesView(Sheet):
    """The initiatives over time, and every milestone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[MilestoneRow] = Edits(
            desk,
            {key: asks.of_milestone(key) for key in asks.MILESTONE},
            asks.adding_milestone,
            asks.removing_milestones,
        )
        self._model = TableModel(MILESTONES, edits, noun="milestone")
        self.grid = Grid(desk, self._model, "Milestones", key=KEY)
        hide_at_first(desk, self.grid, KEY, "workstream", "note")
        self.chart = ChartView(desk, "board milestones over time")
        self.both = ChartOverTable(desk, self.chart, self.grid, SIZES)
        super().__init__(desk, self.both)
        self.toolbar.add(
            "Filter", "filter", self.grid.open_filter, "Filter the milestones (Ctrl+F)"
        )
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        hint = "A new line at the end (Ctrl++)"
        added = self.toolbar.add("Add milestone", "plus", self.begin, hint)
        added.setEnabled(not desk.is_read_only)
        self.both.add_switch(self.toolbar)
        self._empty = EmptyState(desk, "check", PURPOSE, ("Add the first milestone", self.begin))
        self._is_begun = False
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the milestones as they stand at the end of the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        held = read(board.initiatives, month.last)
        rows = read(board.milestones, month.last)
        self._model.columns = worded(self._model.columns, initiative=[row.name for row in held])
        self._model.show(rows)
        self.show_empty(self._empty, is_empty=not rows and not self._is_begun)
        self.toolbar.set_aside(plural(len(rows), "milestone") if rows else "")
        self.chart.show_chart(gantt_chart(held, read(locality.locality).name, month))

    def begin(self) -> None:
        """Go to the empty line, where a new milestone is typed."""
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def show_record(self, record_id: int) -> None:
        """Select a milestone."""
        self.grid.select_record(record_id)
        self.grid.setFocus()
