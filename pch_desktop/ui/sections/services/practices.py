"""Practices beside each other: one measure drawn by name, and all of them in a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from pch_desktop.charts import services_practices as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.reports.service_beside import beside_columns, beside_rows
from pch_desktop.reports.service_compared_measures import (
    COMPARED,
    MEASURES,
    compared_rows,
    median_row,
)
from pch_desktop.reports.service_compared_read import Compared, compared
from pch_desktop.reports.service_compared_words import measure_alt_text, measure_finding
from pch_desktop.reports.words import plural
from pch_desktop.ui.chart_over_table import ChartOverTable
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import hide_at_first, plain_grid

KEY = "services practices"
READS = frozenset(
    {
        *("practice", "list_snapshot", "weighted_population", "site", "site_opening", "service"),
        *("service_site", "activity_part", "practice_month", "practice_rating", "assignment"),
        *("post", "person", "role", "deployment", "setting"),
    }
)
EMPTY = (
    "Practices are set beside each other here: staff, access, activity, incidents and praise, "
    "inspections. Add the practices first."
)
MONTH, SO_FAR = "In the month", "Since April"


class ComparedView(Sheet):
    """A measure of every practice, by name, over the table of all measures."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.measure, self.span = MEASURES["gps"], SO_FAR
        self._told = compared(desk.file, desk.month)
        self.grid = plain_grid(desk, COMPARED, "Practices compared", KEY, "practice")
        self.chart = ChartView(desk, KEY)
        both = ChartOverTable(desk, self.chart, self.grid, (268, 262))
        super().__init__(desk, both)
        hide_at_first(desk, self.grid, KEY, "extended_services", "rated_by")
        self._which = self.toolbar.add_menu(self.measure.title, "chart", self.measure_menu)
        self._which.setToolTip("Which measure is drawn")
        self._span = self.toolbar.add_menu(SO_FAR, "history", self.span_menu)
        self._span.setToolTip("Of the month at hand, or since April")
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find practices (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        both.add_switch(self.toolbar)
        action = ("Go to practices", partial(desk.go, "population"))
        self._empty = EmptyState(desk, "population", EMPTY, action)
        desk.listen(READS, self.read, self)
        self._show(self._told)

    def read(self) -> None:
        """Show the practices of the month at hand."""
        self._told = compared(self._desk.file, self._desk.month)
        self._show(self._told)

    def show_measure(self, key: str) -> None:
        """Draw another measure."""
        self.measure = MEASURES[key]
        self._show(self._told)

    def show_span(self, span: str) -> None:
        """Show the month at hand, or the months since April."""
        self.span = span
        self._show(self._told)

    def measure_menu(self) -> QMenu:
        """Return the menu of what may be drawn."""
        choices = [(key, each.title) for key, each in MEASURES.items()]
        return choice_menu(self, choices, self.measure.key, self.show_measure)

    def span_menu(self) -> QMenu:
        """Return the menu of the month and the year so far."""
        return choice_menu(self, [(each, each) for each in (MONTH, SO_FAR)], self.span,
                           self.show_span)  # fmt: skip

    def _show(self, told: Compared) -> None:
        measure, rows = self.measure, told.now if self.span == MONTH else told.so_far
        lines = [*compared_rows(rows), median_row(rows)] if rows else []
        self.show_empty(self._empty, is_empty=not rows)
        self.grid.model.show(lines)
        show_choice(self._which, measure.title)
        show_choice(self._span, self.span)
        self.toolbar.set_aside(f"{plural(len(rows), 'practice')}, by name")
        when = told.month.words if self.span == MONTH else f"April to {told.month.words}"
        self.chart.show_chart(
            FullChart(
                measure_finding(rows, measure),
                f"{measure.help} {when}.",
                fitting(measure_alt_text(rows, measure)),
                beside_columns(measure),
                beside_rows(told, measure),
                make=lambda is_dark: charts.beside(rows, measure, is_dark=is_dark),
                source="Source: figures of the practices, by name. A difference is a question, "
                "no judgement.",
            )
        )
