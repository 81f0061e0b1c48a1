"""Finding a free room: what it is wanted for at the side, the rooms that fit, one press to book."""

from __future__ import annotations

from pch_desktop.domain.opening import clock
from pch_desktop.domain.working_days import bank_holidays
from pch_desktop.reports.estates_free import FREE
from pch_desktop.reports.words import plural
from pch_desktop.store import estates, partners
from pch_desktop.store.estates import FreeRow, Place, Slot, Terms
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.sections.estates import booking_asks as asks
from pch_desktop.ui.sections.estates.bookings import READS
from pch_desktop.ui.sections.estates.days import DayAtHand
from pch_desktop.ui.sections.estates.wanted import WantedSide
from pch_desktop.ui.table_parts import plain_grid


class FreeView(FoundSheet):
    """The free rooms of a day; the one chosen is booked with one press."""

    def __init__(self, desk: Desk, at: DayAtHand) -> None:
        self._desk, self._at = desk, at
        self.side = WantedSide(desk, at)
        grid = plain_grid(desk, FREE, "Free rooms", "estates free", "room")
        super().__init__(grid, self.side)
        self.add_columns()
        self.booking = self.toolbar.add(
            "Book it", "plus", self.book, "Book the room chosen (Ctrl+B)"
        )
        self.booking.setShortcut("Ctrl+B")
        self.booking.setEnabled(not desk.is_read_only)
        self.side.asked.connect(self.read)
        desk.listen(READS, self._read_anew, self, at.moved)
        self._read_anew()

    def read(self) -> None:
        """Show the rooms that fit what is wanted."""
        wanted = self.side.wanted()
        done = None
        if wanted is not None:
            done = self._desk.attempt(lambda: self._desk.file.read(estates.free_rooms, wanted))
        rows = done.result if done is not None else []
        self.show_rows(rows)
        if done is None:  # What was asked cannot be read: nothing is known of free rooms.
            self.tell("")
            self._desk.tell_rows("")
            self.toolbar.set_aside("")
            return
        rooms = len({row.room.id for row in rows})
        day = self._at.day
        shut = " It is a bank holiday." if day in bank_holidays(day.year) else ""
        said = f"{plural(rooms, 'room')} free on {day:%A} {day.day} {day:%B %Y}.{shut}"
        self.tell(said)
        self._desk.tell_rows(plural(len(rows), "free time"))
        self.toolbar.set_aside(said if not rows else "")

    def book(self) -> None:
        """Book the room chosen for the partner told, on every day wanted."""
        row: FreeRow | None = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a free room first, or ask for other hours.")
            return
        partner = self.side.partner.text
        if not partner:
            self.side.partner.refuse("Choose the partner the room is for.")
            self.side.partner.box.setFocus()
            return
        wanted = self.side.wanted()
        slot = Slot(self._at.day, row.starts_minute, row.ends_minute)
        fields = {"partner": partner, "service": self.side.service.text or None}
        terms = Terms(fields, wanted.repetition if wanted else None)
        label = f"Book {row.room.title} for {partner}"
        done = self._desk.edit(label, estates.book, Place(room_id=row.room.id), slot, terms)
        if done is not None:
            hours = f"{clock(slot.starts_minute)}-{clock(slot.ends_minute)}"
            self.grid.say(asks.booked_words(done.result, f"{row.room.title}, {hours}"))

    def _read_anew(self) -> None:
        read = self._desk.file.read
        self.side.offer(read(estates.sites), read(partners.names), read(estates.service_names))
        self.read()
