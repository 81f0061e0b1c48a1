"""The page of the services."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.in_sight import InSight
from pch_desktop.ui.page import Page, Views
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.services.access_views import access_charts, demand_views, wait_views
from pch_desktop.ui.sections.services.activity import ActivityView
from pch_desktop.ui.sections.services.catalogue import CatalogueView
from pch_desktop.ui.sections.services.catalogue_views import (
    home_views,
    hospital_views,
    list_views,
)
from pch_desktop.ui.sections.services.figures import READS, read
from pch_desktop.ui.sections.services.month import MonthView
from pch_desktop.ui.sections.services.month_views import month_views
from pch_desktop.ui.sections.services.practice_views import practice_views
from pch_desktop.ui.sections.services.social import social_views
from pch_desktop.ui.sections.services.week import WeekView
from pch_desktop.ui.sections.services.year import YearView


class ServicesScreen(Page):
    """The services: their list, months, week and charts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Services")
        self._desk = desk
        self._figures = read(desk)
        self._in_sight = InSight(self, self._figures)
        for title, views in self._tabs().items():
            self.add_views(title, views)
        self.set_context(self._figures.context)
        desk.listen(READS, self.read, self)

    def read(self) -> None:
        """Show what the file has for the month at hand."""
        self._figures = read(self._desk)
        self.set_context(self._figures.context)
        self._in_sight.show(self._figures)

    def show_record(self, record_id: int) -> None:
        """Select a service in the list."""
        catalogue = cast("CatalogueView", self.view("List"))
        catalogue.grid.select_record(record_id, "name")
        catalogue.grid.setFocus()

    def _tabs(self) -> Mapping[str, Views]:
        """Return the views of each tab: new ones are added here, each to its tab."""
        desk = self._desk
        return {
            "List": {
                "List": lambda: self._shown(CatalogueView(desk)),
                "Weekly pattern": lambda: self._shown(WeekView(desk, self._begin)),
                **list_views(desk),
            },
            "Months": {
                "Month": lambda: self._shown(MonthView(desk, self._begin)),
                "Year": lambda: self._shown(YearView(desk, self._begin)),
                **month_views(desk),
            },
            "Waits": wait_views(desk),
            "Demand": demand_views(desk),
            "From hospital": hospital_views(desk),
            "Social prescribing": social_views(desk),
            "Care homes": home_views(desk),
            "Practices": practice_views(desk),
            "Charts": {
                "Activity": lambda: self._shown(ActivityView(desk, self._enter)),
                **access_charts(desk),
            },
        }

    def _begin(self) -> None:
        cast("CatalogueView", self.view("List")).begin()

    def _enter(self) -> None:
        self.view("Month")

    def _shown(self, view: QWidget) -> QWidget:
        return self._in_sight.add(view)


SCREEN = Screen(ServicesScreen)
