"""The directory of services and partners: to look through, print and export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.reports import partners_directory as report
from pch_desktop.reports.table import Table
from pch_desktop.reports.words import plural
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page_saving import PageSaving
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import plain_grid

READS = frozenset(
    {"partner", "contact", "service", "service_partner", "service_site", "service_setting",
     "site", "opening", "locality"}
)  # fmt: skip
PURPOSE = (
    "The directory tells where each service is, when it is open, how to get in and whom to "
    "ring. Add services and partners, and it fills by itself."
)
SERVICES, PARTNERS = "services", "partners"


class DirectoryView(Sheet):
    """The services, or the partners, as the directory prints them; names of people left out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.shown = SERVICES
        self.grids: dict[str, Grid] = {
            SERVICES: plain_grid(desk, report.service_columns(with_names=False),
                                 report.SERVICES, "directory services", "service"),
            PARTNERS: plain_grid(desk, report.partner_columns(with_names=False),
                                 report.PARTNERS, "directory partners", "partner"),
        }  # fmt: skip
        self._stage = QStackedWidget()
        for grid in self.grids.values():
            self._stage.addWidget(grid)
        super().__init__(desk, self._stage)
        self._choice = self.toolbar.add_menu("Of: services", "group", self.menu)
        self.toolbar.add("Filter", "filter", self._find, "Show the rows that hold words (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self._columns)
        self.saving = PageSaving(desk, self, report.TITLE, self.tables)
        visit = ("Go to the services", lambda: desk.go("services"))
        self._empty = EmptyState(desk, "services", PURPOSE, visit)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the directory as it is now."""
        services, partners = report.directory(self._desk.file)
        for grid, table in zip(self.grids.values(), (services, partners), strict=True):
            grid.model.show(table.rows)
        count = f"{plural(len(services.rows), 'service')}, {plural(len(partners.rows), 'partner')}"
        self.toolbar.set_aside(count)
        self.show_empty(self._empty, is_empty=not services.rows and not partners.rows)
        self.show_of(self.shown)

    def show_of(self, which: str) -> None:
        """Show the services, or the partners."""
        self.shown = which
        show_choice(self._choice, f"Of: {which}")
        self._stage.setCurrentWidget(self.grids[which])
        self._stage.setFocusProxy(self.grids[which])

    def menu(self) -> QMenu:
        """Return the menu of what the directory is of."""
        names = [(each, each.capitalize()) for each in self.grids]
        return choice_menu(self, names, self.shown, self.show_of)

    def tables(self, *, with_names: bool) -> Sequence[Table[Any]]:
        """Return what is to be printed: services and partners both."""
        return report.directory(self._desk.file, with_names=with_names)

    def _find(self) -> None:
        self.grids[self.shown].open_filter()

    def _columns(self) -> QMenu:
        return self.grids[self.shown].columns.menu()
