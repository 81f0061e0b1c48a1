"""Sickness: a month typed in by group, and the rate month by month over it."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from pch_desktop.charts import workforce_sickness as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.month_pictures import sickness_change
from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.reports import workforce_sickness_table as tables
from pch_desktop.reports.words import shown
from pch_desktop.reports.workforce_sickness import Sickness, read_sickness
from pch_desktop.reports.workforce_sickness_table import EVERYBODY, POINTS, SICKNESS
from pch_desktop.store import partners, population
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import sickness_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.sickness_asks import SicknessModel
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import hide_at_first, switch, worded

KEY = "workforce sickness"
READS = frozenset(
    {
        *("absence_month", "assignment", "post", "role", "partner", "practice", "deployment"),
        *("site", "setting"),
    }
)
EMPTY = (
    "Enter the days lost to sickness of each group of staff, month by month; never of one person. "
    "The rate, and that of twelve months, are worked out."
)


class SicknessView(Sheet):
    """The rate by month as a chart; under it the groups of the month, to be typed in."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.part: StaffGroup | None = None
        self._groups: tuple[StaffGroup, ...] = ()
        edits = Edits(desk, asks.EDITS, lambda values: asks.adding(self.month, values),
                      asks.removing)  # fmt: skip
        self.model = SicknessModel(SICKNESS, edits, noun="return")
        self.grid = Grid(desk, self.model, "Sickness by group", key=KEY)
        self.chart = ChartView(desk, "workforce sickness")
        both = ChartOverTable(desk, self.chart, self.grid, (270, 302))
        super().__init__(desk, both)
        hide_at_first(desk, self.grid, KEY, "practice", "source")
        self._is_begun = False
        self._empty = EmptyState(desk, "population", EMPTY, ("Add the first group", self._begin))
        self._part = self.toolbar.add_menu(EVERYBODY, "group", self.part_menu)
        self._part.setToolTip("Whose rate the chart shows")
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find groups (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        add = self.toolbar.add("Add group", "plus", self._begin, "A new line at the end (Ctrl++)")
        add.setEnabled(not desk.is_read_only)
        self._real = switch(self.toolbar, "Real change", "chart", lambda _is_on: self.read())
        self._real.setToolTip("A control chart: what is chance, and what is not")
        both.add_switch(self.toolbar)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    @property
    def month(self) -> Month:
        """The month the day lies in."""
        return Month.of(self._at.day)

    def read(self) -> None:
        """Show the month's groups and the months up to it."""
        read = self._desk.file.read
        told = read_sickness(self._desk.file, self.month)
        self._groups = told.staff_groups
        if self.part not in self._groups:
            self.part = None
        self.model.columns = worded(
            self.model.columns,
            employer=[row.name for row in read(partners.partners, self.month.last)],
            practice=[row.name for row in read(population.practices, self.month)],
        )
        self.model.show(tables.month_rows(told))
        self.toolbar.set_aside(tables.summary(told))
        is_known = bool(told.returns) or self._is_begun
        self.show_empty(self._empty, is_empty=not is_known)
        self._draw(told)

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def show_part(self, part: StaffGroup | None) -> None:
        """Let the chart show a staff group's rate, or everybody's."""
        self.part = part
        self.read()

    def part_menu(self) -> QMenu:
        """Return the menu of whose rate the chart shows."""
        words = [(None, EVERYBODY), *((each, shown(each.value)) for each in self._groups)]
        return choice_menu(self, words, self.part, self.show_part)

    def _draw(self, told: Sickness) -> None:
        name = EVERYBODY if self.part is None else shown(self.part.value)
        show_choice(self._part, name)
        rows = tables.points(told, self.part)
        if self._real.isChecked():
            self.chart.show_chart(sickness_change(rows, name))
            return
        self.chart.show_chart(
            FullChart(
                finding=tables.finding(rows, name),
                subtitle="Days lost to sickness of days available, by month, and over the twelve "
                "months up to each (dashed).",
                alt_text=fitting(tables.alt_text(rows, name)),
                columns=POINTS,
                rows=rows,
                make=lambda is_dark: charts.by_month(rows, is_dark=is_dark),
                source="Source: returns by group of staff, never of one person.",
            )
        )
