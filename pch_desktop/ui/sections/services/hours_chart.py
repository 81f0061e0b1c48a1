"""The chart of demand by weekday and hour, site by site."""

from __future__ import annotations

from pch_desktop.charts.services_pictures import ALL, hours_chart
from pch_desktop.store import services
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.room import roomy
from pch_desktop.ui.sections.services.chosen import Chosen
from pch_desktop.ui.sheet import Sheet

LEAST, WIDE = 420, 820
"""Pixels at 100 percent below which it scrolls rather than being squeezed."""


class HoursChart(Sheet):
    """The week's map: appointments by site, and over all of them asked less appointments."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chart = ChartView(desk, "service demand")
        super().__init__(desk, roomy(desk, self.chart, LEAST, WIDE))
        self.service = Chosen(self.toolbar, "services", ALL, self.read)
        desk.listen({"hour_count", "service", "site"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Draw the month at hand."""
        month = self._desk.month
        rows = self._desk.file.read(services.hours, month)
        told = {row.service_id for row in rows}
        names = self._desk.file.read(services.service_names)
        self.service.offer({each.id: each.name for each in names if each.id in told})
        mine = [row for row in rows if self.service.has(row.service_id)]
        self.chart.show_chart(hours_chart(mine, self.service.name, month))

    def show_record(self, record_id: int) -> None:
        """Draw one service; 0 for all together."""
        self.service.choose(record_id)
