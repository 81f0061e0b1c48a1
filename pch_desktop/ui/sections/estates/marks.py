"""What was used: the bookings of the days gone by, marked with a key each."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from pch_desktop.domain.estates import Used
from pch_desktop.reports import estates_bookings as report
from pch_desktop.reports.words import plural
from pch_desktop.store import estates
from pch_desktop.store.estates import BookingRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates import booking_asks as asks
from pch_desktop.ui.sections.estates.booking_model import BookingModel
from pch_desktop.ui.sections.estates.bookings import GROUPS, READS
from pch_desktop.ui.sections.estates.days import today
from pch_desktop.ui.table_parts import switch

KEY = "estates marks"
NOTHING = "Nothing has been booked in the days of this month gone by. Book a room first."
PART = "Enter the minutes that were used: fewer than booked marks it as used in part."


class MarksView(FoundSheet):
    """The bookings of the month at hand up to today, to be marked as used, in part or not.

    Those of the months before that nobody has marked stand with them, until they are.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        cells = {key: asks.of_booking(key) for key in asks.MARKS}
        edits: Edits[BookingRow] = Edits(desk, cells)
        self._model = BookingModel(report.MARKED, edits, noun="booking")
        super().__init__(Grid(desk, self._model, "What was used", key=KEY))
        self._open = switch(self.toolbar, "Only not marked", "check", lambda _is_on: self.read())
        for words, icon, used, keys in (
            ("Used", "check", Used.YES, "Alt+U"),
            ("Not used", "close", Used.NO, "Alt+N"),
        ):
            self._add(words, icon, keys, partial(self.mark, used))
        self._add("Part", "pencil", "Alt+P", self.mark_part)
        self.add_groups(GROUPS)
        self._nothing = EmptyState(desk, "estates", NOTHING, ("Bookings", self._book))
        desk.listen(READS, self.read, self)
        self.read()

    @property
    def last(self) -> date:
        """The last day that has gone by of the month at hand."""
        return min(self._desk.month.last, today())

    def read(self) -> None:
        """Show the bookings of the days gone by, those not marked or all."""
        file, month = self._desk.file, self._desk.month
        before = file.read(estates.left_over, month)
        found = [row for row in file.read(estates.bookings, month.first, self.last)
                 if not row.is_cancelled]  # fmt: skip
        found = [*before, *found]
        left = [row for row in found if row.used is None]
        self.show_rows(left if self._open.isChecked() else found)
        self.show_empty(self._nothing, is_empty=not found)
        self.tell(report.marked_finding(len(found), len(left), len(before)))
        self._desk.tell_rows(plural(len(found), "booking"))

    def mark(self, used: Used) -> None:
        """Mark the bookings chosen, and go on to the next line."""
        rows = self._chosen()
        if not rows:
            self.grid.refuse("Choose the bookings that were used or not first.")
            return
        change = asks.marking(rows, used)
        line = max(self._model.line_of(row.id) for row in rows)
        if self._desk.edit(change.label, change.command, *change.args) is not None:
            # Where only the others stand, what was marked goes: the next takes its place.
            gone = self._open.isChecked() or rows[-1].day < self._desk.month.first
            self.grid.view.go(min(line + (0 if gone else 1), max(self._model.rowCount() - 1, 0)),
                              self._model.column_at("used"))  # fmt: skip

    def mark_part(self) -> None:
        """Go to the minutes of the booking chosen, where the part is typed."""
        row = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose the booking that was used in part first.")
            return
        self.grid.select_record(row.id, "used_minutes")
        self.grid.view.setFocus()
        self.grid.say(PART)

    def _chosen(self) -> list[BookingRow]:
        lines = self.grid.view.area().lines
        return [row for at in lines if (row := self._model.row_at(at)) is not None]

    def _add(self, words: str, icon: str, keys: str, press: object) -> None:
        if not callable(press):
            return
        made = self.toolbar.add(
            words, icon, press, f"Mark what is chosen as {words.lower()} ({keys})"
        )
        made.setEnabled(not self._desk.is_read_only)
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setEnabled(not self._desk.is_read_only)
        shortcut.activated.connect(press)

    def _book(self) -> None:
        self._desk.visit("estates", "Bookings/Bookings")
