"""The page of the estates."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports.estates_places import finding
from pch_desktop.store import estates
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page, Views
from pch_desktop.ui.section import Screen, ShowsRecords
from pch_desktop.ui.sections.estates.booking_views import booking_views
from pch_desktop.ui.sections.estates.days import DayAtHand
from pch_desktop.ui.sections.estates.places import place_views
from pch_desktop.ui.sections.estates.premises import premises_views
from pch_desktop.ui.sections.estates.systems import system_views
from pch_desktop.ui.sections.estates.units import unit_views
from pch_desktop.ui.sections.estates.use import use_views
from pch_desktop.ui.sections.estates.week import WeekView

READS = frozenset({"room", "site"})


class EstatesScreen(Page):
    """The estates: the week, bookings, rooms and their use, units, premises and systems."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Estates")
        self._desk = desk
        self._at = DayAtHand(desk)
        for title, views in self._tabs().items():
            self.add_views(title, views)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Say in the line of context what there is to work in."""
        read = self._desk.file.read
        self.set_context(finding(read(estates.sites), read(estates.rooms)).rstrip("."))

    def show_record(self, record_id: int) -> None:
        """Select a room; a number below nought is a site's."""
        shown_view = self.view("Rooms/Sites" if record_id < 0 else "Rooms/Rooms")
        if isinstance(shown_view, ShowsRecords):
            shown_view.show_record(abs(record_id))

    def _tabs(self) -> Mapping[str, Views]:
        """Return the views of each tab: new ones are added here, each to its tab."""
        desk = self._desk
        return {
            "Week": {"Week": lambda: WeekView(desk, self._at)},
            "Bookings": booking_views(desk, self._at),
            "Rooms": {**place_views(desk)},
            "Use": use_views(desk),
            "Mobile units": unit_views(desk),
            "Premises": premises_views(desk),
            "Systems": system_views(desk),
        }


SCREEN = Screen(EstatesScreen)
