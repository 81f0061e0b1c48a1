"""What ends: agreements that have ended, end within 90 days, or wait for notice."""

from __future__ import annotations

from pch_desktop.reports.partners_agreed import ENDS, EndRow, ends, ends_finding
from pch_desktop.reports.partners_findings import ENDS_VIEW
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.table_model import TableModel

KEY = "partners ends"
READS = frozenset({"agreement", "agreement_party", "agreement_service", "partner", "service"})
NOTHING = (
    "No agreement in force ends within 90 days or waits for notice within 30. Write the last day "
    "and the days of notice with each agreement, and it will stand here in time."
)


class EndsView(FoundSheet):
    """The agreements to act on, what has ended on top; read only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[EndRow] = TableModel(ENDS, noun="agreement")
        super().__init__(Grid(desk, self._model, ENDS_VIEW, key=KEY))
        if not desk.layout(KEY):
            self.grid.columns.hide("services")
        self.add_groups({"when": lambda row: row.within}, "when")
        self.toolbar.add("Open agreement", "file", self.open_agreement, "Change it in the register")
        self.add_columns()
        way = ("Open the agreements", lambda: desk.visit("partners", "Agreements"))
        self._empty = EmptyState(desk, "file", NOTHING, way)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what ends as seen from the month's end."""
        on = self._desk.month.last
        rows = ends(self._desk.file.read(partners.agreements, on), on)
        self.show_rows(rows)
        self._desk.tell_rows(plural(len(rows), "agreement"))
        self.tell(ends_finding(rows))
        self.toolbar.set_aside(plural(len(rows), "agreement") if rows else "")

    def open_agreement(self) -> None:
        """Go to the agreement chosen, or the first, in the register."""
        row = self.grid.current_row or next(iter(self._model.rows), None)
        if row is not None:
            self._desk.go("partners", -row.id)
