"""The range of forecasts: what each method makes of each line."""

from __future__ import annotations

from pch_desktop.domain.budget import Method
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.budget_forecast import FORECASTS, ForecastRow, forecast_rows
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.usual import UsualMethods
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel


class ForecastView:
    """Lines with their outturn by each method, the one in use, and how far they lie apart."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[ForecastRow] = TableModel(
            FORECASTS, Edits(desk, {"method": _method, "manual": _by_hand}), noun="line"
        )
        self.grid = Grid(desk, self._model, "Forecasts by method", key="budget forecasts")
        if not desk.layout("budget forecasts"):
            self.grid.columns.hide("known")
        self.sheet = Sheet(desk, self.grid)
        self.usual = UsualMethods(desk, self.sheet.strip, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        propose = toolbar.add("Usual methods", "check", self.usual.propose,
                              "Propose the usual way of looking ahead for each line")  # fmt: skip
        propose.setEnabled(not desk.is_read_only)

    def show_figures(self, figures: Figures) -> None:
        """Show what each method makes of the months known."""
        risks = self._desk.file.read(budget.risks, figures.month.financial_year)
        rows = forecast_rows(figures.rows, figures.month, risks)
        self._model.show(rows)
        self.usual.show_rows(figures.rows)
        known = [row.spread for row in rows if row.spread is not None]
        words = f"Forecast in doubt by {written(sum(known), Kind.MONEY)}: highest less lowest"
        self.sheet.toolbar.set_aside(words if known else "")


def _method(row: ForecastRow, value: Value) -> Change:
    return asks.word("method", Method)(_of_line(row), value)


def _by_hand(row: ForecastRow, value: Value) -> Change:
    return asks.outturn(_of_line(row), value)


def _of_line(row: ForecastRow) -> StandingRow:
    """Return a row's line.

    Raises:
        Refusal: it stands for the risks of no one line.
    """
    if row.row is None:
        raise Refusal("These risks are of no one line. Change them in Risks.")
    return row.row
