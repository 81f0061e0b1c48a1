"""Counts of social prescribing by name: a table of names by months for each kind of count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QMenu

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import CountKind
from pch_desktop.reports.service_social import people_by_month, social_year
from pch_desktop.reports.service_social_names import (
    COUNTED,
    NameRow,
    name_columns,
    name_rows,
    names_finding,
    offered,
)
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import social_asks as asks
from pch_desktop.ui.sections.services.social_choice import (
    READS,
    ServiceChoice,
    add_years,
    nothing_yet,
)
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import Finding, switch

KEY = "services social counts"


class SocialNamesView(Sheet):
    """The names of one kind over a year; a name without counts is offered, and not kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.kind = CountKind.SOURCE
        self._told = social_year(desk.file, desk.month)
        self.model = TableModel(name_columns(self._told, self.kind), self._edits(), noun="name")
        self.grid = Grid(desk, self.model, "Counts by name", key=KEY)
        super().__init__(desk, self.grid)
        self.finding = Finding(self)
        self.choice = ServiceChoice(self, self.toolbar, self.read)
        self._kind = self.toolbar.add_menu(COUNTED[self.kind][0], "group", self.kind_menu)
        self._kind.setToolTip("What people are counted by")
        self.usual = switch(self.toolbar, "Usual names", "table", lambda _is_on: self.read())
        self.usual.setToolTip("Offer the usual names that nobody is counted by yet, too")
        add = self.toolbar.add("Add name", "plus", self.grid.add, "A new line at the end (Ctrl++)")
        add.setEnabled(not desk.is_read_only)
        add_years(desk, self.toolbar)
        self._empty = nothing_yet(desk)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the financial year of the month at hand."""
        file = self._desk.file
        self._told = told = social_year(file, self._desk.month)
        service = self.choice.show(told.services)
        self.show_empty(self._empty, is_empty=service is None)
        if service is None:
            return
        is_begun = bool(people_by_month(told, self.kind, service.id))
        names = offered(self.kind, file.read(services.voluntary_partners))
        also = names if self.usual.isChecked() or not is_begun else ()
        rows = name_rows(told, service.id, self.kind, also)
        self.model.columns = name_columns(told, self.kind)
        self.model.edits = self._edits()
        self.model.show(rows)
        self.grid.view.header.viewport().update()
        self.finding.tell(names_finding(rows))
        show_choice(self._kind, COUNTED[self.kind][0])
        self.toolbar.set_aside(f"April {told.year.start} to March {told.year.start + 1}")

    def show_kind(self, kind: CountKind) -> None:
        """Show what another kind of count adds up to."""
        self.kind = kind
        self.read()

    def kind_menu(self) -> QMenu:
        """Return the menu of what people are counted by."""
        choices = [(kind, words) for kind, (words, _) in COUNTED.items()]
        return choice_menu(self, choices, self.kind, self.show_kind)

    def _edits(self) -> Edits[NameRow]:
        return Edits(self._desk, asks.name_cells(self._told.year), self._adding, self._removing)

    def _adding(self, values: Mapping[str, Value]) -> Change:
        return asks.adding((self._service(), self.kind), self._told.year, values)

    def _removing(self, rows: Sequence[NameRow]) -> Change:
        return asks.removing(self._service(), self._told.year, rows)

    def _service(self) -> int:
        if self.choice.service_id is None:
            raise Refusal("Add a service of the category social prescribing first.")
        return self.choice.service_id
