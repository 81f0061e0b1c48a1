"""What stops on 31 March."""

from __future__ import annotations

from pch_desktop.reports.budget_stops import STOPS, StopRow, read_stops, stops_finding
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel


class StopsView:
    """Lines, parts, services and posts whose funding ends in the year; read only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[StopRow] = TableModel(STOPS, noun="end")
        self.grid = Grid(desk, self._model, "What stops on 31 March", key="budget stops")
        self.sheet = Sheet(desk, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the rows that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        toolbar.add("Open", "right", self.open, "Go to the line, service or post")
        self.finding = label("", "body", wrap=True)
        layout = self.sheet.layout()
        if layout is not None:
            layout.addWidget(self.finding)

    def show_figures(self, figures: Figures) -> None:
        """Show what stops by the end of the year at hand."""
        rows = read_stops(self._desk.file, figures.month)
        self._model.show(rows)
        self.finding.setText(stops_finding(rows, figures.month.financial_year))

    def open(self) -> None:
        """Go to the record behind the row chosen."""
        row: StopRow | None = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a row first.")
        else:
            self._desk.go(row.section, row.record_id)
