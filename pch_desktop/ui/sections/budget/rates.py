"""The rates the lines are built with: growth of baselines, and so much for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.reports.budget_rates import BY_PEOPLE, RATES, rates_finding
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import budget, locality
from pch_desktop.store.budget import BuildRateRow, LineRateRow, LineRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import relook
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

POUNDS = "£"
"""The unit of a rate for each person begins so."""


class RatesView:
    """Two grids: the dated rates of growth, and what lines are paid for each person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines: Sequence[LineRow] = ()
        self._rows: Sequence[BuildRateRow] = ()
        growth = {key: asks.of_build_rate(key) for key in asks.RATE_FIELDS}
        self._growth: TableModel[BuildRateRow] = TableModel(
            RATES, Edits(desk, growth, self._adding, asks.removing_rates), noun="rate"
        )
        self._people: TableModel[LineRateRow] = TableModel(
            BY_PEOPLE,
            Edits(
                desk,
                {"base": asks.line_rate_base},
                asks.adding_line_rate(lambda: self._lines),
                asks.removing_line_rates,
            ),
            noun="rate by people",
        )
        self.growth = Grid(desk, self._growth, "Rates of growth", key="budget rates")
        self.people = Grid(desk, self._people, "Rates by people", key="budget people rates")
        self._stage = QStackedWidget()
        for grid in (self.growth, self.people):
            self._stage.addWidget(grid)
        self.sheet = Sheet(desk, self._stage)
        self._verbs()

    @property
    def grid(self) -> Grid:
        """The grid in sight."""
        return self.people if self._stage.currentWidget() is self.people else self.growth

    def show_figures(self, figures: Figures) -> None:
        """Show the rates, and those of them that count this year."""
        year = figures.month.financial_year
        file = self._desk.file
        self._lines = figures.lines
        self._rows = file.read(budget.build_rates, year)
        self._growth.show(self._rows)
        self._offer()
        self._people.show(file.read(budget.line_rates, year))
        is_net = file.read(budget.is_net_uplift)
        words = f"Net uplift: {'yes' if is_net else 'no'}"
        self._net.setText(f" {words}")
        self._net.setAccessibleName(words)
        self._tell()

    def show_growth(self) -> None:
        """Show the rates that baselines grow by."""
        self._turn(self.growth)

    def show_people(self) -> None:
        """Show what lines are paid for each person."""
        self._turn(self.people)

    def turn_net(self) -> None:
        """Take cost uplift and efficiency as one net rate, or as two again."""
        change = asks.net_uplift(not self._desk.file.read(budget.is_net_uplift))
        self._desk.edit(change.label, change.command, *change.args)

    def _offer(self) -> None:
        """Offer the lines there are, and the rates of so many pounds."""
        known = self._desk.file.read(locality.reference_values)
        rates = tuple(dict.fromkeys(row.words for row in known if row.unit.startswith(POUNDS)))
        words = {"line": tuple(line.name for line in self._lines), "words": rates}
        self._people.columns = tuple(
            replace(column, words=words.get(column.key, column.words)) for column in BY_PEOPLE
        )

    def _tell(self) -> None:
        count = plural(len(self._people.rows), "rate by people", "rates by people")
        said = rates_finding(self._rows) if self.grid is self.growth else count
        self.sheet.toolbar.set_aside(said)

    def _turn(self, grid: Grid) -> None:
        self._stage.setCurrentWidget(grid)
        for made, each in zip(self._switch, (self.growth, self.people), strict=True):
            made.setChecked(each is grid)
            relook(made, "look", "strong" if each is grid else "")
        self.sheet.setFocusProxy(grid)
        self._tell()

    def _verbs(self) -> None:
        toolbar = self.sheet.toolbar
        self._switch = (
            toolbar.add("Growth", "chart", self.show_growth, "What baselines are changed by"),
            toolbar.add("By people", "population", self.show_people, "So much for each person"),
        )
        for made in self._switch:
            made.setCheckable(True)
        toolbar.add("Filter", "filter", self._filter, "Show those with words")
        toolbar.add_menu("Columns", "columns", self._columns)
        toolbar.add("Add rate", "plus", self._add, "A new line at the end (Ctrl++)")
        hint = "Whether cost uplift less efficiency is one rate, as national guidance prints it"
        self._net = toolbar.add("Net uplift: no", "check", self.turn_net, hint)
        self._net.setEnabled(not self._desk.is_read_only)
        self._turn(self.growth)

    def _columns(self) -> QMenu:
        return self.grid.columns.menu()

    def _filter(self) -> None:
        self.grid.open_filter()

    def _add(self) -> None:
        self.grid.add()

    def _adding(self, values: Mapping[str, Value]) -> Change:
        return asks.adding_rate(self._desk.month.financial_year)(values)
