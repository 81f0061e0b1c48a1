"""The list of services, where they are added and described."""

from __future__ import annotations

from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import asks, more_asks
from pch_desktop.ui.sections.services.columns import GROUPS, HIDDEN, list_columns
from pch_desktop.ui.sections.services.cover_watch import CoverWatch
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sections.services.side import ServiceSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

KEY = "services"
PURPOSE = (
    "List what the locality offers to people: who leads it, when it is open, who pays for it "
    "and how many it sees. Paste from a spreadsheet, or add the first service."
)

TICKS = "Tick the settings that the words of services without ticks name"


class CatalogueView(TableSheet):
    """The services with the side of the one chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        cells = {**asks.CELLS, **more_asks.CELLS}
        edits: Edits[ServiceRow] = Edits(desk, cells, asks.adding, asks.removing)
        self._model = TableModel(list_columns(()), edits, noun="service")
        self.side = ServiceSide(desk)
        super().__init__(Grid(desk, self._model, "Services", key=KEY), self.side.inspector)
        if not desk.layout(KEY):
            self.grid.columns.hide(*HIDDEN)
        self.add_groups(GROUPS)
        self.add_columns()
        self.add_adding("Add service")
        ticks = self.toolbar.add("Tick from words", "check", self.tick_from_words, TICKS)
        ticks.setEnabled(not desk.is_read_only)
        self.offer_beginning("services", PURPOSE, "Add the first service")
        self.grid.row_changed.connect(self._show_side)
        self._cover = CoverWatch(desk, self.strip)

    def show_figures(self, figures: Figures) -> None:
        """Show the services as they stand in the month at hand."""
        self._figures = figures
        self._model.columns = list_columns(figures.partners)
        self.show_rows(figures.rows)
        self._cover.watch(figures.rows)
        told = sum(row.month is not None for row in figures.rows if row.is_running)
        running = sum(row.is_running for row in figures.rows)
        words = f"{told} of {running} have figures for {figures.month.words}" if running else ""
        self.toolbar.set_aside(words)
        self._desk.tell_rows(plural(len(figures.rows), "service"))

    def tick_from_words(self) -> None:
        """Tick the settings that the words of services without ticks name."""
        self._desk.edit("Tick where services are given", services.tick_named_settings)

    def _show_side(self, row: ServiceRow | None) -> None:
        if self._figures is not None:
            self.side.show_service(row, self._figures)
