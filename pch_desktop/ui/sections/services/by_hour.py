"""Demand by weekday and hour: one count of one service at one site, typed or pasted as a block."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from pch_desktop.reports import service_demand, service_demand_table
from pch_desktop.reports.service_demand import COUNTS, DemandDay
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.store.services import HourPlace, HourRow
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import demand_asks as asks
from pch_desktop.ui.sections.services.chosen import ALL, Chosen, offered
from pch_desktop.ui.table_model import TableModel

KEY = "service hours asked"
READS = frozenset({"hour_count", "service", "site", "opening"})
PURPOSE = (
    "Enter here, hour by hour, how many asked to be seen, how many appointments there were and "
    "how many were seen. Add a service first."
)
NO_SITE = -1
"""In place of a site's key: no site is named."""


class ByHourView(FoundSheet):
    """A week of hours; over several services or sites it is only read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.count = "asked"
        self._is_chosen = False
        edits: Edits[DemandDay] = Edits(desk)
        columns = service_demand_table.week_columns(self.count)
        self.model = TableModel(columns, edits, noun="weekday")
        super().__init__(Grid(desk, self.model, "Demand by hour", key=KEY))
        self.service = Chosen(self.toolbar, "services", "All services", self.read)
        self.site = Chosen(self.toolbar, "overview", "All sites", self.read)
        self._what = self.toolbar.add_menu("Asked", "columns", self.count_menu)
        self.toolbar.add("Map", "chart", self._draw, "The map of the week, site by site")
        self.offer_beginning("services", PURPOSE, "Add a service")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the week of the month at hand."""
        file = self._desk.file
        rows = file.read(services.hours, self._desk.month)
        told = {row.service_id for row in rows}
        self._begin_with(rows)
        self.service.offer(offered(file.read(services.service_names), told))
        self.site.offer({NO_SITE: "No site named", **file.read(services.site_names)})
        hours = [row for row in file.read(services.openings) if row.service_id == self.service.key]
        days = service_demand.days_of([row for row in rows if self._is_mine(row)], hours)
        self._dress()
        self.show_rows(days if self.service.names else ())
        self.tell(self._finding(days, has_hours=bool(hours)))
        self.tell_notes(service_demand_table.ALL_DAYS)
        self.toolbar.set_aside(f"{plural(len(told), 'service')} told" if told else "")

    def show_count(self, key: str) -> None:
        """Show another count of the hours."""
        self.count = key
        self.read()

    def count_menu(self) -> QMenu:
        """Return the menu of counts."""
        counts = [(key, title) for key, (title, _) in COUNTS.items()]
        return choice_menu(self, counts, self.count, self.show_count)

    def begin(self) -> None:
        """Go to the list, where a service is added."""
        self._desk.visit("services", "List/List")

    def _begin_with(self, rows: Sequence[HourRow]) -> None:
        """Choose at first what was told, so that there is something to see."""
        if rows and not self._is_chosen:
            self._is_chosen = True
            self.service.key, self.site.key = rows[0].service_id, rows[0].site_id or NO_SITE

    def _is_mine(self, row: HourRow) -> bool:
        return self.service.has(row.service_id) and self.site.has(row.site_id or NO_SITE)

    def _dress(self) -> None:
        show_choice(self._what, COUNTS[self.count][0])
        self.model.columns = service_demand_table.week_columns(self.count)
        site = None if self.site.key == NO_SITE else self.site.key
        place = HourPlace(self.service.key, site, self._desk.month)
        cells = asks.hour_cells(asks.TypedHours(place, self.count, self.service.name))
        self.model.edits = Edits(self._desk, cells, fixed=self._fixed)

    def _fixed(self, _row: DemandDay) -> str:
        if self.count == "unmet":
            return asks.WORKED_OUT
        return asks.CHOOSE if ALL in (self.service.key, self.site.key) else ""

    def _finding(self, days: Sequence[DemandDay], *, has_hours: bool) -> str:
        said = service_demand.finding(days, self._desk.month)
        if not has_hours or not any(day.total("asked") for day in days):
            return said
        return f"{said} {service_demand.outside(days):,} asked in hours in which it is not open."

    def _draw(self) -> None:
        self._desk.visit("services", "Charts/Hours", self.service.key)
