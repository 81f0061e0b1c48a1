"""The small tables beside the practices: groups, sites and list transfers."""

from __future__ import annotations

from dataclasses import replace

from pch_desktop.reports.population import GROUPS, SITES, TRANSFERS
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural
from pch_desktop.store import population
from pch_desktop.store.population import GroupRow, SiteRow, TransferRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.population import asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet


class GroupsView(TableSheet):
    """The groups; a practice may be in several."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[GroupRow] = Edits(desk, asks.GROUP_ASKS, asks.add_group, asks.remove_groups)
        self.model: TableModel[GroupRow] = TableModel(GROUPS, edits, noun="group")
        super().__init__(Grid(desk, self.model, "Groups of practices", key="population groups"))
        self.add_adding("Add group")
        self.offer_beginning(
            "group",
            "Put practices together: a home, a cluster, a federation, a network. Tables and "
            "charts can then be kept to one of them.",
            "Add the first group",
        )
        desk.listen({"practice", "practice_group", "group_member", "list_snapshot"},
                    self.read, self)  # fmt: skip
        self.read()

    def read(self) -> None:
        """Show the groups of the month."""
        rows = self._desk.file.read(population.groups, self._desk.month)
        self.show_rows(rows)
        self.toolbar.set_aside(plural(len(rows), "group"))


class SitesView(TableSheet):
    """The buildings care is given from."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[SiteRow] = Edits(desk, asks.SITE_ASKS, asks.add_site, asks.remove_sites)
        self.model: TableModel[SiteRow] = TableModel(SITES, edits, noun="site")
        super().__init__(Grid(desk, self.model, "Sites", key="population sites"))
        self.add_adding("Add site")
        self.offer_beginning(
            "population",
            "List the buildings care is given from: surgeries and their branches, the community "
            "hospital, a hub.",
            "Add the first site",
        )
        desk.listen({"practice", "site"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the buildings, offering the practices by name."""
        file = self._desk.file
        names = tuple(row.name for row in file.read(population.practices, self._desk.month))
        self.model.columns = tuple(
            replace(column, kind=Kind.WORD, words=names) if column.key == "practice" else column
            for column in self.model.columns
        )
        rows = file.read(population.sites)
        self.show_rows(rows)
        hubs = sum(row.is_hub for row in rows)
        self.toolbar.set_aside(f"{plural(len(rows), 'site')}, {plural(hubs, 'hub')}")


class TransfersView(TableSheet):
    """People moved between lists at once, who must not be read as growth."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[TransferRow] = Edits(
            desk, asks.TRANSFER_ASKS, asks.add_transfer, asks.remove_transfers
        )
        self.model: TableModel[TransferRow] = TableModel(TRANSFERS, edits, noun="transfer")
        super().__init__(Grid(desk, self.model, "List transfers", key="population transfers"))
        self.add_adding("Add transfer")
        self.offer_beginning(
            "population",
            "Note when a list was merged, closed or dispersed and how many people moved. Charts "
            "then show that jump apart from growth.",
            "Add the first transfer",
        )
        desk.listen({"practice", "list_transfer"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the transfers, offering the practices by their codes."""
        file = self._desk.file
        codes = tuple(row.code for row in file.read(population.practices, self._desk.month))
        self.model.columns = tuple(
            replace(column, kind=Kind.WORD, words=codes) if column.key == "to_code" else column
            for column in self.model.columns
        )
        rows = file.read(population.transfers)
        self.show_rows(rows)
        self.toolbar.set_aside(plural(len(rows), "transfer"))
