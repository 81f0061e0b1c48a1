"""The sites and the rooms, where they are added and described."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from pch_desktop.reports.estates_places import ROOMS, SITES, ending, finding
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import estates
from pch_desktop.store.estates import RoomRow, SiteRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates import place_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

SITES_KEY, ROOMS_KEY = "estates sites", "estates rooms"
READS = frozenset({"practice", "room", "site", "site_opening"})
SITES_PURPOSE = (
    "List the buildings care is given from: whose they are, until when, and their opening hours. "
    "Paste from a spreadsheet, or add the first site."
)
ROOMS_PURPOSE = (
    "List the rooms that can be booked, with what is in them and what an hour costs. Add the "
    "site first, then its first room."
)
HIDDEN = ("day_6", "day_7", "practice", "postcode", "note", "open_week")


class SitesView(TableSheet):
    """The buildings with their terms and hours."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[SiteRow] = Edits(
            desk, asks.site_cells(), asks.adding_site, asks.removing_sites
        )
        self._model = TableModel(SITES, edits, noun="site")
        super().__init__(Grid(desk, self._model, "Sites", key=SITES_KEY))
        if not desk.layout(SITES_KEY):
            self.grid.columns.hide(*HIDDEN)
        self.add_groups({"owner": lambda row: shown(row.owner.value) if row.owner else "Not told"})
        self.add_columns()
        self.add_adding("Add site")
        self.offer_beginning("estates", SITES_PURPOSE, "Add the first site")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the sites."""
        rows = self._desk.file.read(estates.sites)
        self.show_rows(rows)
        soon = len(ending(rows, self._desk.month.last))
        verb = "lease ends" if soon == 1 else "leases end"
        self.toolbar.set_aside(f"{soon} {verb} within a year" if soon else "")
        self._desk.tell_rows(plural(len(rows), "site"))

    def show_record(self, record_id: int) -> None:
        """Select a site."""
        self.grid.select_record(record_id, "name")
        self.grid.setFocus()


class RoomsView(TableSheet):
    """The rooms of the sites."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[RoomRow] = Edits(
            desk,
            {key: asks.of_room(key) for key in asks.ROOM},
            asks.adding_room,
            asks.removing_rooms,
        )
        self._model = TableModel(ROOMS, edits, noun="room")
        super().__init__(Grid(desk, self._model, "Rooms", key=ROOMS_KEY))
        self.add_groups({"site": lambda row: row.site, "kind": lambda row: shown(row.kind.value)})
        self.add_columns()
        self.add_adding("Add room")
        self.offer_beginning("estates", ROOMS_PURPOSE, "Add the first room")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the rooms, and offer the sites by name."""
        sites = self._desk.file.read(estates.sites)
        rows = self._desk.file.read(estates.rooms)
        names = tuple(row.name for row in sites)
        first, *others = ROOMS
        self._model.columns = (replace(first, kind=Kind.WORD, words=names), *others)
        self.show_rows(rows)
        self.toolbar.set_aside(finding(sites, rows).rstrip(".") if rows else "")
        self._desk.tell_rows(plural(len(rows), "room"))

    def show_record(self, record_id: int) -> None:
        """Select a room."""
        self.grid.select_record(record_id, "name")
        self.grid.setFocus()


def place_views(desk: Desk) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes the views of the tab Rooms, by title."""
    return {"Sites": lambda: SitesView(desk), "Rooms": lambda: RoomsView(desk)}
