"""Who did not come, by how long before it was booked, of one service or all together."""

from __future__ import annotations

from pch_desktop.reports import service_lead_times
from pch_desktop.reports.service_lead_times import LeadBand
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.store.services import LeadPlace
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import demand_asks as asks
from pch_desktop.ui.sections.services.chosen import Chosen, offered
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first

KEY = "service lead time"
PURPOSE = (
    "Enter here who came and who did not, by how long before it was booked. Add a service first."
)


class LeadTimeView(FoundSheet):
    """The four bands; over several services they are only read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[LeadBand] = Edits(desk)
        self.model = TableModel(service_lead_times.LEADS, edits, noun="band")
        super().__init__(Grid(desk, self.model, "Lead time", key=KEY))
        hide_at_first(desk, self.grid, KEY, "national_high")
        self.service = Chosen(self.toolbar, "services", "All services", self.read)
        self.offer_beginning("services", PURPOSE, "Add a service")
        desk.listen({"service", "lead_time_count"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the bands of the month at hand."""
        file, month = self._desk.file, self._desk.month
        rows = file.read(services.lead_times, month)
        told = {row.service_id for row in rows}
        self.service.offer(offered(file.read(services.service_names), told))
        cells = asks.lead_cells(LeadPlace(self.service.key, month, 0), self.service.name)
        self.model.edits = Edits(self._desk, cells, fixed=self._fixed)
        bands = service_lead_times.bands([row for row in rows if self.service.has(row.service_id)])
        self.show_rows(bands if self.service.names else ())
        self.tell(service_lead_times.finding(bands, month))
        self.tell_notes(service_lead_times.RULE, service_lead_times.NATIONAL)
        self.toolbar.set_aside(f"{plural(len(told), 'service')} told" if told else "")

    def begin(self) -> None:
        """Go to the list, where a service is added."""
        self._desk.visit("services", "List/List")

    def _fixed(self, _row: LeadBand) -> str:
        return asks.CHOOSE_SERVICE if self.service.is_all else ""
