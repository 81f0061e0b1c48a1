"""The charts of waits, and of capacity against demand."""

from __future__ import annotations

from pch_desktop.charts import services_capacity
from pch_desktop.charts.full_chart import FullChart, fitting
from pch_desktop.charts.services_pictures import longest, waits_chart
from pch_desktop.reports import (
    service_clearing,
    service_clearing_table,
)
from pch_desktop.reports.service_waits import waited
from pch_desktop.store import services
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sections.services.chosen import Chosen
from pch_desktop.ui.sheet import Sheet

LEAST, WIDE = 360, 580
"""Pixels at 100 percent below which they scroll rather than being squeezed."""


class WaitsChart(Sheet):
    """How the waits of one service are spread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "service waits")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        self.service = Chosen(self.toolbar, "services", "The longest wait", self.read)
        desk.listen({"wait_count", "service"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Draw the month at hand: the service chosen, or the one with the longest wait."""
        month = self._desk.month
        told = [row for row in self._desk.file.read(services.waits, month) if waited(row).seen]
        self.service.offer({row.id: row.name for row in told})
        row = next((row for row in told if row.id == self.service.key), longest(told))
        self.chart.show_chart(waits_chart(row, month))

    def show_record(self, record_id: int) -> None:
        """Draw the waits of one service."""
        self.service.choose(record_id)


class CapacityChart(Sheet):
    """Contacts needed beside appointments there were, and weeks to clear."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "service capacity")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        self.toolbar.add("Figures", "table", self._enter, "Where these figures are entered")
        desk.listen({"service", "service_month"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Draw the month at hand."""
        month = self._desk.month
        rows = service_clearing.clearings(self._desk.file.read(services.queues, month), month)
        known = services_capacity.drawn(rows)
        self.chart.show_chart(
            FullChart(
                service_clearing.finding(rows, month).rstrip("."),
                f"Contacts needed and appointments, by service, {month.words}.",
                fitting(service_clearing.alt_text(rows, month)),
                service_clearing_table.CLEARING,
                known,
                make=lambda is_dark: services_capacity.capacity(rows, is_dark=is_dark),
                source=f"Source: months as services told them. {service_clearing.GAP}",
            )
        )

    def _enter(self) -> None:
        self._desk.visit("services", "Demand/Weeks to clear")
