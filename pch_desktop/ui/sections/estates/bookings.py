"""Who has which room when: the bookings of a day, a week or a month, typed and pasted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QMenu, QVBoxLayout

from pch_desktop.domain.estates_bookings import WEEK, monday
from pch_desktop.domain.period import Month
from pch_desktop.reports import estates_bookings as report
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import estates, partners
from pch_desktop.store.estates import BookingRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates import booking_asks as asks
from pch_desktop.ui.sections.estates.booking_model import BookingModel
from pch_desktop.ui.sections.estates.booking_side import BookingSide
from pch_desktop.ui.sections.estates.days import DayAtHand, DayBar, by_days, by_months
from pch_desktop.ui.table_parts import offered, worded
from pch_desktop.ui.table_sheet import TableSheet

KEY = "estates bookings"
READS = frozenset({"booking", "booking_series", "partner", "room", "service", "site",
                   "site_opening"})  # fmt: skip
PURPOSE = (
    "Write down who has which room, from when until when. Nobody gets a room twice. Add rooms "
    "first, then the first booking."
)
DAY, WHOLE_WEEK, MONTH = "day", "week", "month"
GROUPS: Mapping[str, Callable[[BookingRow], str]] = {
    "room": lambda row: row.title,
    "day": lambda row: f"{row.day:%A} {row.day.day} {row.day:%B}",
    "partner": lambda row: row.partner or "No partner named",
    "status": lambda row: shown(row.status.value),
}


class BookingsView(TableSheet):
    """The bookings of the days at hand, with the side of the one chosen."""

    def __init__(self, desk: Desk, at: DayAtHand) -> None:
        self._desk, self._at, self._shows = desk, at, WHOLE_WEEK
        cells = {key: asks.of_booking(key) for key in asks.CELLS}
        edits: Edits[BookingRow] = Edits(desk, cells, self._adding, asks.removing)
        self._model = BookingModel(report.BOOKINGS, edits, noun="booking")
        self.side = BookingSide(desk)
        super().__init__(Grid(desk, self._model, "Bookings", key=KEY), self.side)
        if not desk.layout(KEY):
            self.grid.columns.hide("service", "repeat", "note")
        self._show = self.toolbar.add_menu(f"Show: {self._shows}", "group", self._show_menu)
        self.add_groups(GROUPS)
        self.add_columns()
        self.add_adding("Add booking")
        self.bar = DayBar(desk, at, self._step, "day, week or month")
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.bar)
        self.offer_beginning("estates", PURPOSE, "Add the first booking")
        self.grid.row_changed.connect(self.side.show_booking)
        self.side.told.connect(self.grid.say)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day in sight."""
        day = self._at.day
        if self._shows == DAY:
            return day, day
        if self._shows == MONTH:
            return Month.of(day).first, Month.of(day).last
        return monday(day), monday(day) + timedelta(days=WEEK - 1)

    def read(self) -> None:
        """Show the bookings of the days in sight; what lies outside a site's hours is marked."""
        read = self._desk.file.read
        rooms = [row.title for row in read(estates.rooms) if row.is_bookable]
        names, offers = read(partners.names), read(estates.service_names)
        columns = worded(report.BOOKINGS, partner=names, service=offers)
        self._model.columns = offered(columns, room=rooms)
        self.side.offer(rooms, names, offers)
        rows = read(estates.bookings, *self.span)
        # An empty week is no empty table: it is one where somebody can be put in.
        self._is_begun = self._is_begun or read(estates.booked_days) is not None
        self.show_rows(rows)
        odd = report.warnings(rows, read(estates.site_hours))
        self.grid.show_troubles(odd)
        self.bar.words.setText(report.finding(rows))
        self.toolbar.set_aside(f"{len(odd)} outside the site's hours" if odd else "")
        self._desk.tell_rows(plural(len(rows), "booking"))

    def choose_span(self, words: str) -> None:
        """Show a day, a week or a month."""
        self._shows = words
        show_choice(self._show, f"Show: {words}")
        self.read()

    def show_record(self, record_id: int) -> None:
        """Go to a booking, on whichever day it is."""
        found = self._desk.file.read(estates.bookings_of, [record_id])
        if found:
            self._at.choose(found[0].day)
            self.read()
            self.grid.select_record(record_id, "day")
            self.grid.setFocus()

    def _adding(self, values: Mapping[str, Value]) -> Change:
        return asks.adding(values, self._at.day if self._shows == DAY else None)

    def _show_menu(self) -> QMenu:
        names = [(words, words.capitalize()) for words in (DAY, WHOLE_WEEK, MONTH)]
        return choice_menu(self, names, self._shows, self.choose_span)

    def _step(self, day: date, steps: int) -> date:
        if self._shows == MONTH:
            return by_months(day, steps)
        return by_days(1 if self._shows == DAY else WEEK)(day, steps)
