"""Load between practices: whose patients are seen where, and what is charged for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.reports.service_load import load, load_finding
from pch_desktop.reports.service_load_rows import Load
from pch_desktop.reports.service_load_table import RECHARGES, charged, matrix, notes
from pch_desktop.reports.service_periods import PERIODS, YEAR, first_of, words_of
from pch_desktop.reports.words import plural
from pch_desktop.store import population, services
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import Finding, plain_grid, switch

KEY = "service load"
READS = frozenset({"activity_part", "service", "practice", "site", "list_snapshot"})
PURPOSE = (
    "How many of each practice's patients are seen at another, and what practices owe each other "
    "for it, is worked out here from the months by place."
)
ALL = "All services"
LONGEST = 15
"""So many letters of a place's name head its column; its tip says it whole."""


class LoadView(Sheet):
    """Who is seen where, or what that costs and brings each practice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._service_id: int | None = None
        self._names: dict[int, str] = {}
        self.period = YEAR
        self._places: tuple[str, ...] | None = None
        self.grid: Grid | None = None
        self.money = plain_grid(desk, RECHARGES, "What practices owe each other",
                                f"{KEY} recharge", "practice")  # fmt: skip
        self._stage = QStackedWidget()
        self._stage.addWidget(self.money)
        super().__init__(desk, self._stage)
        self.finding = Finding(self)
        self.notes = Finding(self, is_under=True)
        self._which = self.toolbar.add_menu(ALL, "services", self.service_menu)
        self._period = self.toolbar.add_menu(self.period.capitalize(), "history", self.period_menu)
        self.charges = switch(self.toolbar, "Recharge", "budget", lambda _on: self._turn())
        enter = ("Enter a month by place", partial(desk.visit, "services", "By place"))
        self._empty = EmptyState(desk, "services", PURPOSE, enter)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the load of the months and services that are chosen."""
        read, month = self._desk.file.read, self._desk.month
        parts = read(services.parts, first_of(self.period, month), month)
        self._names = {part.service_id: part.service for part in parts}
        if self._service_id not in self._names:
            self._service_id = None
        chosen = [part for part in parts if self._service_id in (None, part.service_id)]
        found = load(chosen, read(population.practices, month))
        self._matrix(found).model.show(found.rows)
        self.money.model.show(charged(found))
        self.show_empty(self._empty, is_empty=not found.rows)
        self.finding.tell(load_finding(found) if found.rows else "")
        self.notes.tell(" ".join(notes(found)) if found.rows else "")
        show_choice(self._which, self._names.get(self._service_id or 0, ALL))
        show_choice(self._period, words_of(self.period, month))
        self.toolbar.set_aside(plural(len(found.rows), "practice") if found.rows else "")
        self._turn()

    def show_service(self, service_id: int | None) -> None:
        """Show the load of one service; None for all."""
        self._service_id = service_id
        self.read()

    def show_period(self, period: str) -> None:
        """Show the month at hand, the year so far, or twelve months."""
        self.period = period
        self.read()

    def service_menu(self) -> QMenu:
        """Return the menu of services that were told by place."""
        names = sorted(self._names.items(), key=lambda name: name[1])
        choices: list[tuple[int | None, str]] = [(None, ALL), *names]
        return choice_menu(self, choices, self._service_id, self.show_service)

    def period_menu(self) -> QMenu:
        """Return the menu of how many months are added up."""
        words = [(period, period.capitalize()) for period in PERIODS]
        return choice_menu(self, words, self.period, self.show_period)

    def _matrix(self, found: Load) -> Grid:
        """Return the table with a column for each place, made anew where the places differ."""
        if self.grid is None or found.places != self._places:
            if self.grid is not None:
                self._stage.removeWidget(self.grid)
                self.grid.deleteLater()
            columns, self._places = matrix(found, LONGEST), found.places
            self.grid = plain_grid(self._desk, columns, "Load between practices", "", "practice")
            self._stage.addWidget(self.grid)
        return self.grid

    def _turn(self) -> None:
        shown = self.money if self.charges.isChecked() or self.grid is None else self.grid
        self._stage.setCurrentWidget(shown)
        self._stage.setFocusProxy(shown)
