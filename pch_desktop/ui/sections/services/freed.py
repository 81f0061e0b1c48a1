"""GP appointments that services free, with what each person seen there saves typed in."""

from __future__ import annotations

from pch_desktop.reports import services_freed as report
from pch_desktop.reports.services_freed_rows import FreedRow, freed_rows
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.services import asks
from pch_desktop.ui.table_model import TableModel

READS = frozenset({"service", "service_month"})
PURPOSE = (
    "Say for each service how many GP appointments one person seen there saves; the month's "
    "counts do the rest. Add a service first."
)


class FreedView(FoundSheet):
    """Services with the GP appointments they free, in the month and since April."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[FreedRow] = Edits(desk, {"each": asks.field("gp_freed_each")})
        self.model: TableModel[FreedRow] = TableModel(report.FREED, edits, noun="service")
        super().__init__(Grid(desk, self.model, "GP appointments freed", key="services gp freed"))
        self.add_columns()
        self.method = label(report.METHOD, "secondary", wrap=True)
        place = self.layout()
        if place is not None:
            place.addWidget(self.method)
        action = ("Add a service", lambda: desk.visit("services", "List"))
        self._nothing = EmptyState(desk, "services", PURPOSE, action)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what is freed in the month at hand and in its year."""
        month = self._desk.month
        rows = freed_rows(self._desk.file.read(services.seen_in_year, month), month)
        self.show_empty(self._nothing, is_empty=not rows)
        self.show_rows(rows)
        self.tell(report.finding(rows, month))
        self.toolbar.set_aside(plural(len(rows), "service") if rows else "")
