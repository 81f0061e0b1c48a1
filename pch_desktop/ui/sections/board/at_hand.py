"""The meeting the views of a page show, and the verb that chooses another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from pch_desktop.domain.period import Month
from pch_desktop.reports.board_around import Around, around, is_standing
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import board
from pch_desktop.store.board import MeetingRow
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet

NONE = "No meeting"
Usual = Callable[[Around], MeetingRow | None]
"""Which of a month's meetings a view shows as long as none is chosen."""


def day_at_hand(month: Month) -> date:
    """Return the day something is written down: today, or the last day of an earlier month."""
    now = date.today()  # noqa: DTZ011 - this PC's day
    return max(min(now, month.last), month.first)


def coming(found: Around) -> MeetingRow | None:
    """Return the meeting a month's pack is for, or the last where none is planned."""
    return found.meeting or found.last


def last(found: Around) -> MeetingRow | None:
    """Return the last meeting before the pack's, or the pack's where there was none."""
    return found.last or found.meeting


class MeetingAtHand(QObject):
    """One meeting for all views of a page, once it is chosen; another month lets it go."""

    moved = Signal()
    """Another meeting was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.chosen: int | None = None
        desk.month_changed.connect(self._let_go)

    def choose(self, meeting_id: int | None) -> None:
        """Go to a meeting."""
        if meeting_id is not None and meeting_id != self.chosen:
            self.chosen = meeting_id
            self.moved.emit()

    def find(self, usual: Usual) -> MeetingRow | None:
        """Return the meeting that is chosen, or the one a view usually shows."""
        rows = self._desk.file.read(board.meetings)
        found = next((row for row in rows if row.id == self.chosen), None)
        return found or usual(around(rows, self._desk.month))

    def since(self) -> tuple[int | None, date]:
        """Return the meeting something new came from: the last that was held; and the day."""
        on = day_at_hand(self._desk.month)
        rows = [row for row in self._desk.file.read(board.meetings) if is_standing(row)]
        past = [row for row in rows if row.held_on <= on]
        boards = [row for row in past if row.is_board] or past
        return (boards[-1].id if boards else None), on

    def _let_go(self, _month: object) -> None:
        self.chosen = None


class MeetingChoice:
    """The verb of a view that says of which meeting it is, and chooses another."""

    def __init__(self, desk: Desk, at: MeetingAtHand, sheet: FoundSheet, usual: Usual) -> None:
        self._desk, self._at, self._sheet, self._usual = desk, at, sheet, usual
        self.verb = sheet.toolbar.add_menu(NONE, "pack", self.menu)
        self.row: MeetingRow | None = None

    def read(self) -> MeetingRow | None:
        """Return the meeting at hand as the file has it now, and say which it is."""
        self.row = self._at.find(self._usual)
        show_choice(self.verb, written(self.row.held_on, Kind.DATE) if self.row else NONE)
        return self.row

    def menu(self) -> QMenu:
        """Return the menu of every meeting, the latest on top."""
        rows: Sequence[MeetingRow] = self._desk.file.read(board.meetings)
        names = [(row.id, row.called) for row in reversed(rows)]
        return choice_menu(self._sheet, names, self.row.id if self.row else 0, self._at.choose)
