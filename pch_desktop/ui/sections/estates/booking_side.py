"""The side of a booking: what it is, its series, and how far a change reaches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from pch_desktop.domain.estates import BookingStatus, Repeat
from pch_desktop.domain.estates_bookings import Repetition, year_end
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, meant, shown, written
from pch_desktop.store import estates
from pch_desktop.store.estates import BookingRow, Reach
from pch_desktop.ui import reading
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, LineBox, WordBox, line_field, text_field, word_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, Standing
from pch_desktop.ui.sections.estates import booking_asks as asks
from pch_desktop.ui.sections.estates.told import Told

HINT = "Choose a booking to change it, cancel it or let it come again."
WAYS = {
    BookingStatus.CONFIRMED: BETTER,
    BookingStatus.PROVISIONAL: NEAR,
    BookingStatus.CANCELLED: UNKNOWN,
}
LINES = (
    ("starts", "From", Kind.TEXT),
    ("ends", "Until", Kind.TEXT),
    ("charge", "Charge, blank to go by the room's rate", Kind.EXACT),
)


class BookingSide(Inspector):
    """Shows one booking; a change is for it alone, it and later, or the whole series."""

    told = Signal(str)
    """Something was done, in a sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HINT, 290)
        self._desk = desk
        self._row: BookingRow | None = None
        self._facts = self.add_facts("When", "Charge", "Used", "Comes again")
        self.reach = self.add(Told("A change is for", WordBox(listed(Reach), may_be_blank=False)))
        self.fields: dict[str, Field[Any]] = {}
        for key, name, kind in LINES:
            self._add(key, line_field(desk, name, self._ask(key), kind))
        for key, name in (("room", "Room"), ("partner", "Partner"), ("service", "Service")):
            self._add(key, word_field(desk, name, (), self._ask(key), may_be_blank=key != "room"))
        words = listed(BookingStatus)
        self._add("status", word_field(desk, "Status", words, self._ask("status"),
                                       may_be_blank=False))  # fmt: skip
        self._add("note", text_field(desk, "Note", self._ask("note"), 2))
        self.cancelling = self.add(button("Cancel", self.cancel, "", "Cancel what a change is for"))
        self.again = self.add(Told("Comes again", WordBox(listed(Repeat), may_be_blank=False)))
        self.until = self.add(Told("Until, blank for 31 March", LineBox()))
        self.repeating = self.add(button("Let it come again", self.repeat))

    def offer(self, rooms: Sequence[str], partners: Sequence[str], services: Sequence[str]) -> None:
        """Offer these names in the boxes."""
        for key, names in (("room", rooms), ("partner", partners), ("service", services)):
            box = self.fields[key].box
            blank = [] if key == "room" else [box.itemText(0)]
            if [box.itemText(at) for at in range(box.count())] != [*blank, *names]:
                box.clear()
                box.addItems([*blank, *names])

    def show_booking(self, row: BookingRow | None) -> None:
        """Show a booking; nothing is shown on headings and the empty line."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        standing = Standing(WAYS[row.status], shown(row.status.value))
        self.show_record(row.title, standing, changed(self._desk, "booking", row.id))
        used = shown(row.used.value) if row.used else ""
        self._facts.show_facts(
            f"{row.day:%A} {row.day.day} {row.day:%B %Y}, {row.starts}-{row.ends}",
            written(row.charge_pence, Kind.EXACT),
            f"{used}, {row.used_minutes} minutes" if used else "",
            _again(row),
        )
        values = {"room": row.title, "status": shown(row.status.value), "charge": row.typed_pence}
        for key, field in self.fields.items():
            field.show_value(row, values[key] if key in values else getattr(row, key))
        may = not self._desk.is_read_only
        is_series = row.series_id is not None
        self.reach.setVisible(is_series)
        self.reach.put(shown(Reach.ONE.value))
        self.cancelling.setVisible(not row.is_cancelled)
        self.cancelling.setEnabled(may)
        for part in (self.again, self.until, self.repeating):
            part.setVisible(not is_series and not row.is_cancelled)
            part.setEnabled(may)

    @property
    def far(self) -> Reach:
        """How far a change reaches."""
        is_series = self._row is not None and self._row.series_id is not None
        return (meant(Reach, self.reach.text) if is_series else None) or Reach.ONE

    def cancel(self) -> None:
        """Cancel the booking, it and later, or the whole series."""
        row, far = self._row, self.far
        if row is None:
            return
        more = "" if far is Reach.ONE else f", {far.value}"
        done = self._desk.edit(f"Cancel {row.name}{more}", estates.cancel, row.id, far)
        if done is not None:
            self._say(asks.cancelled_words(done.result))

    def repeat(self) -> None:
        """Let the booking come again until the day typed, or the year's end."""
        row = self._row
        if row is None:
            return
        try:
            repetition = repetition_of(self.again.text, self.until.text, row.day)
        except Refusal as refusal:
            self.until.refuse(str(refusal))
            return
        if repetition is None:
            return
        label = f"Let {row.name} come again, {repetition.repeat.value}"
        done = self._desk.edit(label, estates.repeat_booking, row.id, repetition)
        if done is not None:
            self._say(asks.booked_words(done.result, row.title))

    def _say(self, sentence: str) -> None:
        """Say what was done at the foot of the window, and whole under the table."""
        self._desk.say(sentence)
        self.told.emit(sentence)

    def _ask(self, key: str) -> Any:
        return asks.of_reach(key, lambda: self.far)

    def _add(self, key: str, field: Field[Any]) -> None:
        self.fields[key] = self.add_field(field)


def repetition_of(words: str, until: str, first: date) -> Repetition | None:
    """Return how a booking comes again, by the boxes; None where it does not.

    Raises:
        Refusal: the last day cannot be read.
    """
    repeat = meant(Repeat, words)
    if repeat is None:
        return None
    last = reading.read(until, Kind.DATE)
    return Repetition(repeat, last if isinstance(last, date) else year_end(first))


def _again(row: BookingRow) -> str:
    if row.repeat is None:
        return "No"
    until = f" until {written(row.until_on, Kind.DATE)}" if row.until_on else ""
    return f"{shown(row.repeat.value)}{until}"
