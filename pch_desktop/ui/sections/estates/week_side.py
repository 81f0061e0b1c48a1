"""The side of the week: what is chosen, and booking what is free."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from pch_desktop.domain import opening
from pch_desktop.domain.estates import Repeat
from pch_desktop.domain.opening import DAY_MINUTES, clock
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.estates_week import HOUR
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store import estates
from pch_desktop.store.estates import BookingRow, Place, Slot, Terms
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import LineBox
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button
from pch_desktop.ui.pill import Standing
from pch_desktop.ui.sections.estates import booking_asks as asks
from pch_desktop.ui.sections.estates.booking_side import WAYS, repetition_of
from pch_desktop.ui.sections.estates.told import AnyBox, Told
from pch_desktop.ui.sections.estates.week_plan import Plan, Spot

HINT = "Choose an hour of a room: Enter opens the booking there, or books the room."


class WeekSide(Inspector):
    """Tells of the booking chosen, or takes a new one for the hours that are free."""

    booked = Signal(str)
    """A room was booked, in a sentence."""

    def __init__(self, desk: Desk, open_booking: Callable[[int], object]) -> None:
        super().__init__(desk, HINT, 270)
        self._desk, self._open = desk, open_booking
        self._room_id, self._room = 0, ""
        self._slot: Slot | None = None
        self._row: BookingRow | None = None
        self._facts = self.add_facts("When", "Service", "Charge", "Used", "Note")
        self.opening = self.add(button("Open the booking", self.go, "", "Change or cancel it"))
        self.starts = self.add(Told("From", LineBox()))
        self.ends = self.add(Told("Until", LineBox()))
        self._names, self._offers = AnyBox("Nobody yet", ()), AnyBox("None", ())
        self.partner = self.add(Told("Book it for", self._names))
        self.service = self.add(Told("For which service", self._offers))
        self.again = self.add(Told("Comes again", AnyBox("No", listed(Repeat))))
        self.until = self.add(Told("Until which day, blank for 31 March", LineBox()))
        self.booking = self.add(button("Book", self.book))
        self.booking.setEnabled(not desk.is_read_only)
        self._form = (self.starts, self.ends, self.partner, self.service, self.again, self.until,
                      self.booking)  # fmt: skip

    def offer(self, partners: Sequence[str], services: Sequence[str]) -> None:
        """Offer these names in the boxes."""
        self._names.offer(partners)
        self._offers.offer(services)

    def show_spot(self, plan: Plan | None, spot: Spot) -> None:
        """Show who has a room at a spot, or the boxes to book it."""
        if plan is None:
            self.show_nothing()
            return
        room, day = plan.week.rows[spot.line].room, plan.week.days[spot.day]
        self._row = plan.booking(spot)
        self._room_id, self._room = room.id, room.title
        self._slot = Slot(day, spot.hour * HOUR, (spot.hour + 1) * HOUR)
        for part in self._form:
            part.setVisible(self._row is None)
        for part in (self._facts, self.opening):
            part.setVisible(self._row is not None)
        if self._row is not None:
            self._show_booking(self._row)
            return
        self.show_record(f"{room.name}, {day:%a} {day.day} {day:%b}: free")
        self.starts.put(clock(self._slot.starts_minute))
        self.ends.put(clock(self._slot.ends_minute))

    def begin(self) -> None:
        """Go on with what is chosen: open the booking, or choose whom to book for."""
        if self._row is not None:
            self.go()
        else:
            self.partner.box.setFocus()

    def go(self) -> None:
        """Open the booking chosen."""
        if self._row is not None:
            self._open(self._row.id)

    def book(self) -> None:
        """Book the room for the hours, partner and repetition told."""
        if self._slot is None:
            return
        try:
            starts, ends = _time(self.starts), _time(self.ends) or DAY_MINUTES
            repetition = repetition_of(self.again.text, self.until.text, self._slot.day)
        except Refusal as refusal:
            self._desk.refused(str(refusal))
            return
        partner = self.partner.text
        self.partner.refuse("" if partner else "Choose the partner the room is for.")
        if not partner:
            self.partner.box.setFocus()
            return
        slot = Slot(self._slot.day, starts, ends)
        terms = Terms({"partner": partner, "service": self.service.text or None}, repetition)
        place, label = Place(room_id=self._room_id), f"Book {self._room} for {partner}"
        room = self._room
        done = self._desk.edit(label, estates.book, place, slot, terms)
        if done is not None:
            self.again.put("")
            said = asks.booked_words(done.result, room)
            self._desk.say(said)
            self.booked.emit(said)

    def _show_booking(self, row: BookingRow) -> None:
        standing = Standing(WAYS[row.status], shown(row.status.value))
        self.show_record(f"{row.room}: {row.partner or row.who}", standing)
        used = f"{shown(row.used.value)}, {row.used_minutes} minutes" if row.used else ""
        when = f"{row.day:%a} {row.day.day} {row.day:%b}, {row.starts}-{row.ends}"
        self._facts.show_facts(when, row.service or "", written(row.charge_pence, Kind.EXACT),
                               used, row.note or "None")  # fmt: skip


def _time(told: Told) -> int:
    told.refuse("")
    try:
        minute = opening.minute(told.text)
        if minute is None:
            raise Refusal("Enter a time such as 09:00 or 2 pm.")
    except Refusal as refusal:
        told.refuse(str(refusal))
        raise
    return minute
