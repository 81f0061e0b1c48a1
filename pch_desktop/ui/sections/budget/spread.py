"""How the lines are spread over the months, as percentages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.reports.budget_build_checks import BuildCheck, BuildTrouble, spread_checks
from pch_desktop.reports.budget_spread import SpreadRow, spread_columns, spread_rows
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone, Verb
from pch_desktop.ui.table_model import TableModel


class SpreadView:
    """Lines by months: the share of the year each month has."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        columns = spread_columns(desk.month.financial_year)
        edits = Edits(desk, self._cells())
        self._model: TableModel[SpreadRow] = TableModel(columns, edits, noun="line")
        self.grid = Grid(desk, self._model, "Shares of the year by month", key="budget spread")
        self.sheet = Sheet(desk, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)

    def show_figures(self, figures: Figures) -> None:
        """Show how the lines of the year at hand are spread."""
        year = figures.month.financial_year
        version = figures.year
        file = self._desk.file
        shares = file.read(budget.month_shares_set, version.version_id) if version else []
        rows = spread_rows(figures.lines, shares, year)
        self._model.columns = spread_columns(year)
        self._model.show(rows)
        self.grid.view.header.viewport().update()
        self.sheet.toolbar.set_aside(plural(len(rows), "line"))
        self._check(rows, spread_checks(file, figures.month))

    def _check(self, rows: Sequence[SpreadRow], found: Sequence[BuildCheck]) -> None:
        self.grid.show_troubles({(check.line_id, "total"): check.sentence for check in found})
        if not found:
            self.sheet.strip.hide()
            return
        first = found[0]
        verbs: list[Verb] = []
        row = next((row for row in rows if row.id == first.line_id), None)
        if first.trouble is BuildTrouble.SHARES and row is not None:
            verbs = [("Scale to 100%", lambda: self._fit(row))]
        count = f"1 of {len(found)}: " if len(found) > 1 else ""
        self.sheet.strip.tell(f"{count}{first.sentence}", Tone.WARNING, *verbs)

    def _fit(self, row: SpreadRow) -> None:
        change = asks.fit(row)
        self._desk.edit(change.label, change.command, *change.args)

    def _cells(self) -> dict[str, CellEdit[SpreadRow]]:
        cells: dict[str, CellEdit[SpreadRow]] = {
            f"m{at}": asks.month_share(self._month(at)) for at in range(MONTHS)
        }
        return {**cells, "profile": asks.spread}

    def _month(self, at: int) -> Callable[[], Month]:
        return lambda: self._desk.month.financial_year.months[at]
