"""Weeks to clear: the queue of each service, and whether its appointments are enough."""

from __future__ import annotations

from pch_desktop.reports import service_clearing, service_clearing_table
from pch_desktop.reports.service_clearing import ClearingRow
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import demand_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import switch

KEY = "service weeks to clear"
PURPOSE = (
    "Weeks to clear tells how long it takes until nobody waits, at the pace of a month. "
    "Add a service first."
)


class ClearingView(FoundSheet):
    """The queue of each service, and whether its appointments are enough."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[ClearingRow] = Edits(desk, asks.QUEUE)
        self.model = TableModel(service_clearing_table.CLEARING, edits, noun="service")
        super().__init__(Grid(desk, self.model, "Weeks to clear", key=KEY))
        self.all = switch(self.toolbar, "All services", "services", lambda _on: self.read())
        self.add_columns()
        self.toolbar.add("Chart", "chart",
                         lambda: desk.visit("services", "Charts/Capacity and demand"))  # fmt: skip
        self.offer_beginning("services", PURPOSE, "Add a service")
        desk.listen({"service", "service_month"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the queues of the month at hand."""
        month = self._desk.month
        rows = service_clearing.clearings(self._desk.file.read(services.queues, month), month)
        told = [row for row in rows if row.is_told]
        running = [row for row in rows if row.is_running or row.is_told]
        self.show_rows(running if self.all.isChecked() or not told else told)
        self.tell(service_clearing.finding(rows, month))
        self.tell_notes(service_clearing.METHOD, service_clearing.GAP)
        known = sum(row.pace is not None for row in rows)
        self.toolbar.set_aside(f"{known} of {plural(len(told), 'queue')} known whole")

    def begin(self) -> None:
        """Go to the list, where a service is added."""
        self._desk.visit("services", "List/List")
