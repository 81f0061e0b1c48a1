"""Lines by months: what each month cost, and what it was to cost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.reports.table import Value
from pch_desktop.store.budget import LineRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import relook
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.columns import actual_columns, budget_columns
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel


class MonthsView:
    """Two grids of the same lines, one in sight at a time."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk = desk
        self._ways = ways
        self._month: Month | None = None
        self._actuals = TableModel(
            actual_columns(desk.month), Edits(desk, self._cells(is_actual=True)), noun="line"
        )
        self._budgets = TableModel(
            budget_columns(desk.month), Edits(desk, self._cells(is_actual=False)), noun="line"
        )
        self.actuals = Grid(desk, self._actuals, "Actuals by month", key="budget actuals")
        self.budgets = Grid(desk, self._budgets, "Budget by month", key="budget months")
        if not desk.layout("budget actuals"):
            self.actuals.columns.hide("so_far")
        self._stage = QStackedWidget()
        for grid in (self.actuals, self.budgets):
            self._stage.addWidget(grid)
        self.sheet = Sheet(desk, self._stage)
        self._verbs()

    def show_figures(self, figures: Figures) -> None:
        """Show the months of the year at hand."""
        if self._month != figures.month:
            self._month = figures.month
            self._actuals.columns = actual_columns(figures.month)
            self._budgets.columns = budget_columns(figures.month)
            for grid in (self.actuals, self.budgets):
                grid.view.header.viewport().update()
        lines = [row.line for row in figures.rows]
        self._actuals.show(lines)
        self._budgets.show(lines)
        late = sum(line.standing.month_actual is None for line in lines)
        complete = f"{figures.month.words} is complete" if lines else ""
        missing = f"{late} of {len(lines)} lines without an actual for {figures.month.words}"
        self.sheet.toolbar.set_aside(missing if late else complete)

    def show_actuals(self) -> None:
        """Show what each month cost."""
        self._turn(self.actuals)

    def show_budgets(self) -> None:
        """Show what each month was to cost."""
        self._turn(self.budgets)

    @property
    def grid(self) -> Grid:
        """The grid in sight."""
        return self.budgets if self._stage.currentWidget() is self.budgets else self.actuals

    def show_month(self, line_id: int, month: Month) -> None:
        """Go to a month of a line in the grid in sight."""
        self.grid.select_record(line_id, f"m{month.number - 1}")
        self.grid.setFocus()

    def _turn(self, grid: Grid) -> None:
        self._stage.setCurrentWidget(grid)
        self._switch[0].setChecked(grid is self.actuals)
        self._switch[1].setChecked(grid is self.budgets)
        for made in self._switch:
            relook(made, "look", "strong" if made.isChecked() else "")
        self.sheet.setFocusProxy(grid)

    def _verbs(self) -> None:
        add = self.sheet.toolbar.add
        self._switch = (
            add("Actuals", "check", self.show_actuals, "What each month cost"),
            add("Budget", "budget", self.show_budgets, "What each month was to cost"),
        )
        for made in self._switch:
            made.setCheckable(True)
        add("Filter", "filter", self._filter, "Show the lines that hold words")
        self.sheet.toolbar.add_menu("Columns", "columns", self._columns)
        add("Entries", "table", self._show_entries, "What is behind the line's actuals")
        bring = add("Import actuals", "import", self._bring, "A workbook or a block (Ctrl+I)")
        bring.setEnabled(not self._desk.is_read_only)
        self._turn(self.actuals)

    def _bring(self) -> None:
        self._desk.command("import")

    def _filter(self) -> None:
        self.grid.open_filter()

    def _columns(self) -> QMenu:
        return self.grid.columns.menu()

    def _show_entries(self) -> None:
        line: LineRow | None = self.grid.current_row
        if line is None:
            self.grid.refuse("Choose a budget line first.")
        else:
            self._ways.show_entries(line.id)

    def _cells(self, *, is_actual: bool) -> Mapping[str, CellEdit[LineRow]]:
        return {f"m{at}": self._of_month(at, is_actual=is_actual) for at in range(MONTHS)}

    def _of_month(self, at: int, *, is_actual: bool) -> CellEdit[LineRow]:
        ask = asks.actual if is_actual else asks.month_budget

        def edit(line: LineRow, value: Value) -> Change:
            month = self._desk.month.financial_year.months[at]
            return ask(line, month, asks.held(line, value))

        return edit
