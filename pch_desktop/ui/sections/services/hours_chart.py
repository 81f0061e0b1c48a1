"""The chart of demand by weekday and hour, site by site."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.charts import services_hours
from pch_desktop.reports import service_demand, service_demand_table
from pch_desktop.store import services
from pch_desktop.store.services import HourRow
from pch_desktop.ui.chart_view import ChartView, FullChart
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
        self.service = Chosen(self.toolbar, "services", "All services", self.read)
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
        whole, sites = service_demand.days_of(mine), panels(mine)
        self.chart.show_chart(
            FullChart(
                service_demand.finding(whole, month).rstrip("."),
                f"{self.service.name} by weekday and hour (start of hour), {month.words}, all days "
                "of the month together. A dot: not known.",
                service_demand.alt_text(whole, month),
                service_demand_table.HOUR_SUMS,
                service_demand_table.hour_sums(whole),
                make=lambda is_dark: services_hours.demand_map(sites, whole, is_dark=is_dark),
            )
        )

    def show_record(self, record_id: int) -> None:
        """Draw one service; 0 for all together."""
        self.service.choose(record_id)


def panels(rows: Sequence[HourRow]) -> list[services_hours.Panel]:
    """Return the week of each site, those most asked for first."""
    by_site: dict[str, list[HourRow]] = {}
    for row in rows:
        by_site.setdefault(row.site or "No site named", []).append(row)
    asked = sorted(by_site, key=lambda site: -sum(row.asked or 0 for row in by_site[site]))
    return [(site, service_demand.days_of(by_site[site])) for site in asked]
