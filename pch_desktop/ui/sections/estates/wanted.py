"""What a free room is wanted for: the boxes at the side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from pch_desktop.domain import opening
from pch_desktop.domain.estates import Repeat, RoomKind
from pch_desktop.domain.estates_bookings import Repetition, days
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, meant, written
from pch_desktop.store.estates import SiteRow, Wanted
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import LineBox
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.sections.estates.booking_side import repetition_of
from pch_desktop.ui.sections.estates.days import DayAtHand
from pch_desktop.ui.sections.estates.told import AnyBox, Told

LONGEST = 24 * 60


class WantedSide(Inspector):
    """Asks for the day, the time, and what the room must be and have."""

    asked = Signal()
    """Something else is wanted."""

    def __init__(self, desk: Desk, at: DayAtHand) -> None:
        super().__init__(desk, "", 290)
        self._at = at
        self._sites: Sequence[SiteRow] = ()
        self.day = self._line("Day", Kind.DATE)
        self.starts = self._line("From, blank for any time")
        self.ends = self._line("Until")
        self.minutes = self._line("Or how many minutes", Kind.COUNT)
        self.kind = self._word("Kind of room", AnyBox("Any", listed(RoomKind)))
        self.features = self._line("What must be in it, such as couch, sink")
        site, partner, service = AnyBox("Any", ()), AnyBox("Nobody yet", ()), AnyBox("None", ())
        self._choices = (site, partner, service)
        self.site = self._word("Site", site)
        self.again = self._word("Comes again", AnyBox("No", listed(Repeat)))
        self.until = self._line("Until which day, blank for 31 March", Kind.DATE)
        self.partner = self._word("Book it for", partner)
        self.service = self._word("For which service", service)
        self.show_record("Find a free room")
        self.day.put(written(at.day, Kind.DATE))

    def offer(
        self, sites: Sequence[SiteRow], partners: Sequence[str], services: Sequence[str]
    ) -> None:
        """Offer these names in the boxes, and show the day at hand."""
        self._sites = sites
        names = [site.name for site in sites if site.room_count]
        for box, words in zip(self._choices, (names, partners, services), strict=True):
            box.offer(words)
        self.day.put(written(self._at.day, Kind.DATE))

    def wanted(self) -> Wanted | None:
        """Return what is wanted; None where something cannot be read, which is said there."""
        try:
            day = self.day.value()
            if isinstance(day, date):
                self._at.choose(day)
            return Wanted(
                self._at.day,
                _minute(self.starts),
                _minute(self.ends),
                _length(self.minutes),
                meant(RoomKind, self.kind.text),
                self.features.text,
                next((each.id for each in self._sites if each.name == self.site.text), None),
                self._repetition(),
            )
        except Refusal:
            return None

    def _repetition(self) -> Repetition | None:
        """Return on which days it is wanted; its last day may be refused."""
        try:
            found = repetition_of(self.again.text, self.until.text, self._at.day)
            if found is not None:
                days(self._at.day, found)
        except Refusal as refusal:
            self.until.refuse(str(refusal))
            raise
        self.until.refuse("")
        return found

    def _line(self, name: str, kind: Kind = Kind.TEXT) -> Told:
        return self._joined(Told(name, LineBox(), kind))

    def _word(self, name: str, box: AnyBox) -> Told:
        return self._joined(Told(name, box))

    def _joined(self, told: Told) -> Told:
        told.told.connect(self.asked)
        return self.add(told)


def _minute(told: Told) -> int | None:
    """Return a time of the day; what cannot be read is said under its box."""
    told.refuse("")
    try:
        return opening.minute(told.text)
    except Refusal as refusal:
        told.refuse(str(refusal))
        raise


def _length(told: Told) -> int | None:
    """Return how many minutes are wanted."""
    value = told.value()
    if value is not None and not (isinstance(value, int) and 0 < value <= LONGEST):
        told.refuse("Enter how many minutes, such as 90.")
        raise Refusal("Enter how many minutes, such as 90.")
    return value if isinstance(value, int) else None
