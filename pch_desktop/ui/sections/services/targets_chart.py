"""The chart of readings against targets, service by service."""

from __future__ import annotations

from pch_desktop.charts.bullets import targets_chart
from pch_desktop.reports.services_targets import missed
from pch_desktop.reports.words import plural
from pch_desktop.store import locality, services
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sheet import Sheet

LEAST, WIDE = 380, 760
"""Pixels at 100 percent below which it scrolls rather than being squeezed."""


class TargetsChart(Sheet):
    """Every target with its reading of the month at hand, from worse to better."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "service targets drawn")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        self.toolbar.add("Targets", "table", self._enter, "Where targets and readings are entered")
        desk.listen({"service", "service_target", "target_reading"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Draw the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(services.targets, month)
        place = read(locality.locality).name
        self.chart.show_chart(targets_chart(rows, f"{place}, {month.words}."))
        self.toolbar.set_aside(f"{plural(len(missed(rows)), 'target')} missed")

    def _enter(self) -> None:
        self._desk.visit("services", "List/Targets")
