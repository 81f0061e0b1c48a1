"""The range of forecasts: what each method makes of each line."""

from __future__ import annotations

from pch_desktop.domain.budget import Method
from pch_desktop.reports.budget_forecast import FORECASTS, ForecastRow, forecast_rows
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel


class ForecastView:
    """Lines with their outturn by each method, the one in use, and how far they lie apart."""

    def __init__(self, desk: Desk) -> None:
        cells = {"method": asks.word("method", Method), "manual": _by_hand}
        self._model: TableModel[ForecastRow] = TableModel(
            FORECASTS, Edits(desk, cells), noun="line"
        )
        self.grid = Grid(desk, self._model, "Forecasts by method", key="budget forecasts")
        self.sheet = Sheet(desk, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)

    def show_figures(self, figures: Figures) -> None:
        """Show what each method makes of the months known."""
        rows = forecast_rows(figures.rows, figures.month)
        self._model.show(rows)
        known = [row.spread for row in rows if row.spread is not None]
        words = f"Forecast in doubt by {written(sum(known), Kind.MONEY)}: highest less lowest"
        self.sheet.toolbar.set_aside(words if known else "")


def _by_hand(row: ForecastRow, value: Value) -> Change:
    return asks.outturn(row.row, value)
