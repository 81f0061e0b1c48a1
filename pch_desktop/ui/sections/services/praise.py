"""Incidents, complaints and compliments by practice, typed for a month or pasted for a year."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.reports.service_compared import COUNTS
from pch_desktop.reports.service_praise import (
    PraiseRow,
    praise,
    praise_finding,
    praise_year,
)
from pch_desktop.reports.service_praise_columns import PRAISE, TITLES, year_columns
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import practice_asks as asks
from pch_desktop.ui.sections.services.social_choice import add_years
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import Finding

KEY = "services praise"
READS = frozenset({"practice", "practice_month", "list_snapshot", "weighted_population"})
EMPTY = (
    "Enter how many incidents, complaints and compliments each practice told of, month by month, "
    "in counts alone. Add the practices first."
)
ALL = "Month at hand"


class PraiseView(Sheet):
    """All counts of the month at hand, or one of them over the months of its year."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.count = ""
        month: TableModel[PraiseRow] = TableModel(PRAISE, noun="practice")
        self.grid = Grid(desk, month, "Incidents and praise", key=KEY)
        self._year: Grid | None = None
        self._stage = QStackedWidget()
        self._stage.addWidget(self.grid)
        super().__init__(desk, self._stage)
        self.finding = Finding(self)
        self._which = self.toolbar.add_menu(ALL, "table", self.count_menu)
        self._which.setToolTip("All counts of the month, or one over the year")
        self.toolbar.add("Filter", "filter", self._find, "Find practices (Ctrl+F)")
        add_years(desk, self.toolbar)
        action = ("Go to practices", partial(desk.go, "population"))
        self._empty = EmptyState(desk, "population", EMPTY, action)
        desk.listen(READS, self.read, self)
        self.read()

    @property
    def year(self) -> Grid:
        """The table of one count by months; it is made when it is first looked at."""
        if self._year is None:
            model = TableModel(year_columns(self._desk.month), noun="practice")
            self._year = Grid(self._desk, model, "One count by month", key=f"{KEY} by month")
            self._stage.addWidget(self._year)
        return self._year

    @property
    def in_sight(self) -> Grid:
        """The table in sight."""
        return self.year if self.count else self.grid

    def read(self) -> None:
        """Show the counts of the month at hand, or one count of its year."""
        month = self._desk.month
        rows = praise(self._desk.file, month)
        self.show_empty(self._empty, is_empty=not rows)
        if self.count:
            cells = asks.year_cells(month.financial_year, self.count)
            self.year.model.edits = Edits(self._desk, cells)
            self.year.model.columns = year_columns(month)
            self.year.model.show(praise_year(rows, self.count))
            self.year.view.header.viewport().update()
        else:
            self.grid.model.edits = Edits(self._desk, asks.month_cells(month))
            self.grid.model.show(rows)
        self._stage.setCurrentWidget(self.in_sight)
        self._stage.setFocusProxy(self.in_sight)
        self.finding.tell(praise_finding(rows, month) if rows else "")

    def show_count(self, key: str) -> None:
        """Show one count by months; nothing shows all counts of the month at hand."""
        self.count = key
        show_choice(self._which, f"{TITLES[key]} by month" if key else ALL)
        self.read()

    def count_menu(self) -> QMenu:
        """Return the menu of the month and of each count by months."""
        choices = [("", ALL), *((key, f"{TITLES[key]} by month") for key in COUNTS)]
        return choice_menu(self, choices, self.count, self.show_count)

    def show_record(self, record_id: int) -> None:
        """Go to a practice's counts of the month at hand."""
        self.show_count("")
        self.grid.select_record(record_id, "incidents")
        self.grid.setFocus()

    def _find(self) -> None:
        self.in_sight.open_filter()
