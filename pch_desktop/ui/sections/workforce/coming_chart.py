"""The chart of starters and leavers by month, and of why people left."""

from __future__ import annotations

from pch_desktop.charts import workforce_flow as charts
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.domain.workforce_flow import year_before
from pch_desktop.reports import workforce_flow_words as words
from pch_desktop.reports.workforce_flow import flow_rows
from pch_desktop.reports.workforce_flow_months import MONTHS, flow_months, reasons
from pch_desktop.store import locality
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sheet import Sheet

READS = frozenset({"post", "assignment", "role", "locality", "setting"})
MEASURE = "People, each counted once. Roles in training, cover and volunteers are left out."

EMPTY = (
    "Who starts and who leaves is drawn here, month by month. Nobody has come or gone in these "
    "twelve months."
)
LEAST = 330
"""Where there is less room, as with large letters, the page scrolls."""
LISTED = "People/Starters and leavers"


class ComingChart(Sheet):
    """Twelve months of starters, up, and leavers, down; leavers by reason beside."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "workforce starters and leavers")
        super().__init__(desk, roomy(desk, self.chart, LEAST))
        self.toolbar.hide()
        action = ("Record a starter", lambda: desk.visit("workforce", LISTED))
        self._empty = EmptyState(desk, "population", EMPTY, action)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the twelve months up to the one at hand."""
        file, month = self._desk.file, self._desk.month
        months = flow_months(file, month)
        why = reasons(flow_rows(file, year_before(month.last), month.last))
        has_come = any(row.started or row.left or row.moved for row in months)
        self.show_empty(self._empty, is_empty=not has_come)
        name = file.read(locality.locality).name
        self.chart.show_chart(
            FullChart(
                finding=words.months_finding(months),
                subtitle=f"Team of {name}, {months[0].month.words} to {month.words}. People.",
                alt_text=fitting(words.months_alt_text(months, why)),
                columns=MONTHS,
                rows=months,
                make=lambda is_dark: charts.coming_and_going(months, why, is_dark=is_dark),
                source=f"Source: who holds which post. {MEASURE}",
            )
        )
