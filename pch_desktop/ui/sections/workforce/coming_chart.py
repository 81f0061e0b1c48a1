"""The chart of starters and leavers by month, and of why people left."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.charts import workforce_flow as charts
from pch_desktop.domain.workforce_flow import year_before
from pch_desktop.reports import workforce_flow_words as words
from pch_desktop.reports.workforce_flow import flow_rows
from pch_desktop.reports.workforce_flow_months import MONTHS, flow_months, reasons
from pch_desktop.store import locality
from pch_desktop.ui.chart_view import ChartView, FullChart
from pch_desktop.ui.desk import Desk

READS = frozenset({"post", "assignment", "role", "locality", "setting"})
MEASURE = "People, each counted once. Roles in training, cover and volunteers are left out."


class ComingChart(QWidget):
    """Twelve months of starters, up, and leavers, down; leavers by reason beside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.chart = ChartView(desk, "workforce starters and leavers")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        self.setFocusProxy(self.chart)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the twelve months up to the one at hand."""
        file, month = self._desk.file, self._desk.month
        months = flow_months(file, month)
        why = reasons(flow_rows(file, year_before(month.last), month.last))
        name = file.read(locality.locality).name
        self.chart.show_chart(
            FullChart(
                finding=words.months_finding(months),
                subtitle=f"Team of {name}, {months[0].month.words} to {month.words}. {MEASURE}",
                alt_text=words.months_alt_text(months, why),
                columns=MONTHS,
                rows=months,
                make=lambda is_dark: charts.coming_and_going(months, why, is_dark=is_dark),
            )
        )
