"""Who is covered: each service that runs, and the agreement that binds all who take part."""

from __future__ import annotations

from pch_desktop.reports.partners_cover import (
    COVERS,
    VIEW,
    cover_finding,
    cover_word,
    gap,
    worst_first,
)
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import CoverRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.table_model import TableModel

KEY = "partners cover"
READS = frozenset(
    {"agreement", "agreement_party", "agreement_service", "partner", "service", "service_partner"}
)
NOTHING = (
    "No service is live or on trial yet. Once one is, it stands here with the agreement that "
    "covers its lead and all who deliver it."
)


class CoverView(FoundSheet):
    """The services that run with what covers each, the gaps marked; read only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._model: TableModel[CoverRow] = TableModel(COVERS, noun="service")
        super().__init__(Grid(desk, self._model, VIEW, key=KEY))
        if not desk.layout(KEY):
            self.grid.columns.hide("status", "delivering")
        self.add_groups({"cover": cover_word}, "cover")
        self.toolbar.add("Open service", "services", self.open_service, "See who delivers it")
        self.toolbar.add("Open agreement", "file", self.open_agreement, "See who is party to it")
        self.add_columns()
        way = ("Open the services", lambda: desk.go("services"))
        self._empty = EmptyState(desk, "services", NOTHING, way)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what covers each service at the month's end."""
        rows = worst_first(self._desk.file.read(partners.covers, self._desk.month.last))
        self.show_rows(rows)
        self.grid.show_troubles({(row.id, "cover"): gap(row) for row in rows if gap(row)})
        self._desk.tell_rows(plural(len(rows), "service"))
        self.tell(cover_finding(rows))
        bare = sum(not row.is_covered for row in rows)
        self.toolbar.set_aside(f"{bare} not wholly covered" if bare else "")

    def open_service(self) -> None:
        """Go to the service chosen, or the first."""
        row = self._chosen()
        if row is not None:
            self._desk.go("services", row.id)

    def open_agreement(self) -> None:
        """Go to the agreement that covers the service chosen, or to the register."""
        row = self._chosen()
        if row is None or row.agreement_id is None:
            self._desk.visit("partners", "Agreements")
        else:
            self._desk.go("partners", -row.agreement_id)

    def _chosen(self) -> CoverRow | None:
        return self.grid.current_row or next(iter(self._model.rows), None)
