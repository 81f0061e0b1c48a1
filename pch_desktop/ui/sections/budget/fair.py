"""Each line's fair share of its board's money."""

from __future__ import annotations

from pch_desktop.reports.budget_explained_build import explain_fair
from pch_desktop.reports.budget_fair import FAIR, FairRow, fair_finding, fair_rows
from pch_desktop.reports.explained import Explanation
from pch_desktop.reports.population import need_rows
from pch_desktop.store import locality, population
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.explaining import Explains
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks as line_asks
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget import ready
from pch_desktop.ui.sections.budget.columns import wider
from pch_desktop.ui.sections.budget.explained import goes_by
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "A fair share is what a line would be if the board shared its money by weighted people. It "
    "needs budget lines, the weighted populations and what the board has for each line."
)


class FairView:
    """One line for each budget line: both indices, the target, the distance, the way there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        cells = {
            "weighting": line_asks.weighting,
            "board_total": asks.fair("board_total_pence", "board's total"),
            "board_source": asks.fair("board_total_source", "source of the board's total"),
            "pace": asks.fair("pace_share", "pace"),
            "method": asks.build,
        }
        self._model: TableModel[FairRow] = TableModel(wider(FAIR), Edits(desk, cells), noun="line")
        self.grid = Grid(desk, self._model, "Fair shares", key="budget fair")
        self.grid.explains = Explains(self._explain, goes_by(desk))
        if not desk.layout("budget fair"):
            self.grid.columns.hide("board_source")
        self.sheet = Sheet(desk, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        bring = toolbar.add("Import weighted people", "import", self._bring, "NHS England's file")
        bring.setEnabled(not desk.is_read_only)
        begin = ("Start from the ready lines", lambda: ready.add_standard(desk))
        self._empty = EmptyState(desk, "budget", PURPOSE, begin)

    def show_figures(self, figures: Figures) -> None:
        """Show the fair shares of the lines of the year at hand."""
        file = self._desk.file
        need = need_rows(file.read(population.weights), file.read(locality.control_totals))
        rows = fair_rows(figures.lines, need, figures.month.financial_year)
        self._model.show(rows)
        self.sheet.show_empty(self._empty, is_empty=not rows)
        self.sheet.toolbar.set_aside(fair_finding(rows) if rows else "")

    def _explain(self, row: FairRow, key: str) -> Explanation | None:
        return explain_fair(self._desk.file, self._desk.month, row, key)

    def _bring(self) -> None:
        self._desk.command("import")
