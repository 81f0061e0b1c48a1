"""How long people wait, service by service: typed in bands, or day by day at the side."""

from __future__ import annotations

from functools import partial

from pch_desktop.reports import service_diverted, service_diverted_table, service_waits_table
from pch_desktop.reports.service_diverted import DivertedRow
from pch_desktop.reports.service_waits import CLOCK, METHOD
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.store.services import WaitRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import wait_asks as asks
from pch_desktop.ui.sections.services.wait_side import WaitSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, switch

KEY, DIVERTED_KEY = "service waits", "service diverted"
READS = frozenset({"wait_count", "service", "locality"})
PURPOSE = (
    "Waits are told here service by service, from referral received to first contact. "
    "Add a service first, then type people into the bands or each person's days."
)


class WaitsView(FoundSheet):
    """The waits of the month, those who were told and those still to tell."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[WaitRow] = Edits(desk, asks.BANDS, fixed=asks.fixed)
        self.model = TableModel(service_waits_table.WAITS, edits, noun="service")
        self.side = WaitSide(desk)
        super().__init__(Grid(desk, self.model, "Waits of the month", key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, "median_rank", "ninety_second_rank", "longest")
        self.all = switch(self.toolbar, "All services", "services", lambda _on: self.read())
        self.add_columns()
        self.toolbar.add("Chart", "chart", self._draw, "How this service's waits are spread")
        self.offer_beginning("services", PURPOSE, "Add a service")
        self.grid.row_changed.connect(self.side.show_service)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the month at hand."""
        rows = self._desk.file.read(services.waits, self._desk.month)
        told = [row for row in rows if row.kind]
        running = [row for row in rows if row.is_running or row.kind]
        self.show_rows(running if self.all.isChecked() or not told else told)
        self.tell(service_waits_table.finding(rows, self._desk.month))
        self.tell_notes(METHOD, CLOCK)
        missing = sum(row.is_running and row.kind is None for row in rows)
        self.toolbar.set_aside(f"{plural(missing, 'service')} without waits" if missing else "")
        self.side.show_service(self.grid.current_row)

    def begin(self) -> None:
        """Go to the list, where a service is added."""
        self._desk.visit("services", "List/List")

    def _draw(self) -> None:
        row = self.grid.current_row
        self._desk.visit("services", "Charts/Waits", row.id if row is not None else None)


class DivertedView(FoundSheet):
    """The share diverted from hospital and, apart from it, the wait."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[DivertedRow] = Edits(desk, asks.HERE)
        self.model = TableModel(service_diverted_table.DIVERTED, edits, noun="service")
        super().__init__(Grid(desk, self.model, "Instead of hospital", key=DIVERTED_KEY))
        self.all = switch(self.toolbar, "All services", "services", lambda _on: self.read())
        self.add_columns()
        self.toolbar.add("Waits", "history", partial(self._desk.visit, "services", "Waits/Waits"),
                         "Enter how long people waited")  # fmt: skip
        self.offer_beginning("services", PURPOSE, "Add a service")
        desk.listen(READS | {"service_month"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the month at hand: services that told, and all that run where none did."""
        file, month = self._desk.file, self._desk.month
        rows = service_diverted.diverted(
            file.read(services.queues, month), file.read(services.waits, month)
        )
        told = [row for row in rows if row.is_told]
        running = [row for row in rows if row.is_running or row.is_told]
        self.show_rows(running if self.all.isChecked() or not told else told)
        self.tell(service_diverted.finding(rows, month))
        self.tell_notes(service_diverted.APART, CLOCK, METHOD)
        self.toolbar.set_aside(plural(len(told), "service"))

    def begin(self) -> None:
        """Go to the list, where a service is added."""
        self._desk.visit("services", "List/List")
