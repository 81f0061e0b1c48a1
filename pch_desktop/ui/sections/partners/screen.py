"""The page of the partners."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.in_sight import InSight
from pch_desktop.ui.page import Page, Views
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.partners.agreements import AgreementsView
from pch_desktop.ui.sections.partners.contacts import ContactsView
from pch_desktop.ui.sections.partners.figures import READS, read
from pch_desktop.ui.sections.partners.governance import (
    directory_views,
    flow_views,
    governance_views,
    maturity_views,
)
from pch_desktop.ui.sections.partners.map import MapView
from pch_desktop.ui.sections.partners.register import RegisterView
from pch_desktop.ui.sections.partners.views import own_views


class PartnersScreen(Page):
    """The partners: their list, agreements, contacts and the map."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Partners")
        self._desk = desk
        self._figures = read(desk)
        self._in_sight = InSight(self, self._figures)
        for title, views in self._tabs().items():
            self.add_views(title, views)
        self.set_context(self._figures.context)
        desk.listen(READS, self.read, self)

    def read(self) -> None:
        """Show what the file has at the end of the month at hand."""
        self._figures = read(self._desk)
        self.set_context(self._figures.context)
        self._in_sight.show(self._figures)

    def show_record(self, record_id: int) -> None:
        """Select a partner; a number below nought is an agreement's."""
        if record_id < 0:
            agreed = cast("AgreementsView", self.view("Agreements"))
            agreed.grid.select_record(-record_id, "title")
            agreed.grid.setFocus()
            return
        register = cast("RegisterView", self.view("List"))
        register.grid.select_record(record_id, "name")
        register.grid.setFocus()

    def _tabs(self) -> Mapping[str, Views]:
        """Return the views of each tab: new ones are added here, each to its tab."""
        desk = self._desk
        own = own_views(desk)
        return {
            "List": {
                "List": lambda: self._shown(RegisterView(desk)),
                "Contacts": lambda: self._shown(ContactsView(desk)),
                **own["List"],
            },
            "Engagement": own["Engagement"],
            "Agreements": {
                "Agreements": lambda: self._shown(AgreementsView(desk)),
                **own["Agreements"],
            },
            "Governance": governance_views(desk),
            "Maturity": maturity_views(desk),
            "Map": {
                "Map": lambda: self._shown(MapView(desk, self._begin)),
                **flow_views(desk),
            },
            "Directory": directory_views(desk),
        }

    def _begin(self) -> None:
        cast("RegisterView", self.view("List")).begin()

    def _shown(self, view: QWidget) -> QWidget:
        return self._in_sight.add(view)


SCREEN = Screen(PartnersScreen)
