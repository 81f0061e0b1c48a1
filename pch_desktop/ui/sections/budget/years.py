"""What changed from last year: by line, and by practice."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from pch_desktop.reports.budget_years import ChangeRow, PracticeChange, YearChange, year_change
from pch_desktop.reports.budget_years_table import (
    BY_PRACTICE,
    CHANGE,
    change_notes,
    change_subtitle,
    practice_rows,
)
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "With a budget of this year and of the year before, every line shows what changed: how much "
    "of it is more people, and how much is more for each of them."
)
LINES, PRACTICES = "By line", "By practice"
SELDOM = ("counted_by", "last_source", "this_source")
"""What a screen has no room for; the sentences below the table tell of it."""


class YearsView:
    """The lines against last year's, or their practices; read only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.lines: TableModel[ChangeRow] = TableModel(CHANGE, noun="line")
        self.practices: TableModel[PracticeChange] = TableModel(BY_PRACTICE, noun="payment")
        self.grid = Grid(desk, self.lines, "Change from last year", key="budget years")
        self.by_practice = Grid(
            desk, self.practices, "Change by practice", key="budget years by practice"
        )
        if not desk.layout("budget years"):
            self.grid.columns.hide(*SELDOM)
        self._stage = QStackedWidget()
        for grid in (self.grid, self.by_practice):
            self._stage.addWidget(grid)
        self._stage.setFocusProxy(self.grid)
        self.sheet = Sheet(desk, self._stage)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self._filter, "Show the rows that hold words (Ctrl+F)")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self._turn = toolbar.add(
            PRACTICES, "population", self.turn, "The practices behind the lines"
        )
        self.finding, self._read = label("", "body", wrap=True), label("", "secondary", wrap=True)
        layout = self.sheet.layout()
        if layout is not None:
            layout.addWidget(self.finding)
            layout.addWidget(self._read)
        brings = ("Import payments to practices", lambda: desk.command("import"))
        self._empty = EmptyState(desk, "budget", PURPOSE, brings)

    def show_figures(self, figures: Figures) -> None:
        """Show the year at hand against the year before."""
        found = year_change(self._desk.file, figures.month)
        self.lines.show(found.rows if found else [])
        self.practices.show(practice_rows(found.rows) if found else [])
        self._tell(found)
        self.sheet.show_empty(self._empty, is_empty=found is None)

    def turn(self) -> None:
        """Show the practices in place of the lines, or the lines again."""
        is_by_line = self._stage.currentWidget() is self.grid
        shown = self.by_practice if is_by_line else self.grid
        self._stage.setCurrentWidget(shown)
        self._stage.setFocusProxy(shown)
        self._turn.setText(LINES if is_by_line else PRACTICES)
        shown.setFocus()

    def _filter(self) -> None:
        grid = self.grid if self._stage.currentWidget() is self.grid else self.by_practice
        grid.open_filter()

    def _tell(self, found: YearChange | None) -> None:
        finding, *sources = change_notes(found) if found else ("",)
        self.finding.setText(finding)
        key = change_subtitle(found).removeprefix("£. ") if found else ""
        self._read.setText(" ".join((key, *sources)).strip())
