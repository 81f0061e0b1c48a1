"""The week of a site's rooms on one page: a board, its table, and the printed page."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QScrollArea, QStackedWidget, QVBoxLayout

from pch_desktop.domain.estates_bookings import WEEK, monday
from pch_desktop.reports import estates_week as report
from pch_desktop.reports.words import plural
from pch_desktop.store import estates, locality, partners
from pch_desktop.store.estates import SiteRow
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sections.estates.bookings import READS
from pch_desktop.ui.sections.estates.days import DayAtHand, DayBar, by_days
from pch_desktop.ui.sections.estates.week_board import KeyLine, WeekBoard
from pch_desktop.ui.sections.estates.week_pdf import write_week
from pch_desktop.ui.sections.estates.week_plan import Spot
from pch_desktop.ui.sections.estates.week_side import WeekSide
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_parts import plain_grid

PURPOSE = (
    "The week shows who has which room, hour by hour. Add a site's rooms first, then book them."
)
TABLE, BOARD = "Show as table", "Show as board"
MOST_WORDS = 24
"""A site's name is cut to so many letters on its button."""


class WeekView(Sheet):
    """One site's rooms in the week of the day at hand."""

    def __init__(self, desk: Desk, at: DayAtHand) -> None:
        self._desk, self._at = desk, at
        self._site_id = 0
        self._sites: dict[int, SiteRow] = {}
        self._shown: report.Week | None = None
        self.board = WeekBoard(desk)
        self.grid = plain_grid(
            desk, report.week_columns(_seven(at.day)), "Week of rooms", "", "room"
        )
        self._stage = QStackedWidget()
        self._stage.addWidget(_scrolled(self.board))
        self._stage.addWidget(self.grid)
        self._stage.setFocusProxy(self.board)
        self.side = WeekSide(desk, lambda key: desk.visit("estates", "Bookings/Bookings", key))
        super().__init__(desk, self._stage, self.side)
        self._choice = self.toolbar.add_menu("Site", "estates", self._site_menu)
        self._switch = self.toolbar.add(TABLE, "table", self.turn, "Ctrl+T")
        self._print = self.toolbar.add("Save as PDF", "print", self.choose_and_save,
                                       "One page to print (Ctrl+P)")  # fmt: skip
        self.bar = DayBar(desk, at, by_days(WEEK), "week")
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.bar)
            place.insertWidget(3, KeyLine(desk))
        self._nothing = EmptyState(desk, "estates", PURPOSE, ("Rooms", self._rooms))
        self._join()
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    @property
    def is_table(self) -> bool:
        """Whether the week is shown as a table."""
        return self._stage.currentWidget() is self.grid

    def read(self) -> None:
        """Show the week of the day at hand."""
        read = self._desk.file.read
        sites = read(estates.sites)
        self._sites = {site.id: site for site in sites if site.room_count}
        site = self._sites.get(self._site_id) or report.main_site(sites)
        self.show_empty(self._nothing, is_empty=site is None)
        if site is None:
            return
        self._site_id = site.id
        shown = self._shown = report.week(self._desk.file, site, self._at.day)
        self.side.offer(read(partners.names), read(estates.service_names))
        self.board.setAccessibleName(f"Week of rooms, {shown.title}")
        self.board.show_week(shown)
        show_choice(self._choice, _short(site.name))
        self.bar.words.setText(f"{shown.dates}: {report.week_finding(shown).rstrip('.')}")
        self._desk.tell_rows(plural(len(shown.rows), "room"))
        if self.is_table:
            self._show_table()

    def turn(self) -> None:
        """Show the table instead of the board, or the board again."""
        if self.is_table:
            self._stage.setCurrentIndex(0)
            self._stage.setFocusProxy(self.board)
        else:
            self._show_table()
            self._stage.setCurrentWidget(self.grid)
            self._stage.setFocusProxy(self.grid)
        self._stage.setFocus()
        show_choice(self._switch, BOARD if self.is_table else TABLE)

    def choose_site(self, site_id: int) -> None:
        """Show another site's week."""
        self._site_id = site_id
        self.read()

    def choose_and_save(self) -> None:
        """Ask where, and write the week there as a PDF of one page."""
        if self._shown is None:
            return
        name = f"Week of rooms {self._shown.monday.isoformat()}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the week", name, "PDF (*.pdf)")
        if chosen and self._desk.attempt(lambda: self.save(Path(chosen))):
            self._desk.say(f"The week was saved as {chosen}.")

    def print_itself(self) -> None:
        """Save it as one page: a table of the week would not be read as one."""
        self.choose_and_save()

    def save(self, path: Path) -> None:
        """Write the week as a PDF of one page of A4, on its side."""
        if self._shown is not None:
            place = self._desk.file.read(locality.locality).name
            write_week(path.with_suffix(".pdf"), self._shown, place)

    def _join(self) -> None:
        self.board.moved.connect(self._moved)
        self.board.pressed.connect(self._pressed)
        self.board.turned.connect(self._turned)
        self.side.booked.connect(self._booked)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.turn)

    def _moved(self, spot: Spot) -> None:
        self.side.show_spot(self.board.plan, spot)

    def _pressed(self, _spot: Spot) -> None:
        self.side.begin()

    def _booked(self, sentence: str) -> None:
        """Say it whole, and go back to the board, where the next hours are chosen."""
        self.strip.tell(sentence, Tone.NOTE)
        self.master.setFocus()

    def _turned(self, weeks: int) -> None:
        day: date = self._at.day + timedelta(days=WEEK * weeks)
        self._at.choose(day)

    def _show_table(self) -> None:
        if self._shown is None:
            return
        model = self.grid.model
        model.columns = report.week_columns(self._shown.all_days)
        model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WEEK)
        model.show(self._shown.rows)

    def _site_menu(self) -> QMenu:
        names = [(key, site.name) for key, site in self._sites.items()]
        return choice_menu(self, names, self._site_id, self.choose_site)

    def _rooms(self) -> None:
        self._desk.visit("estates", "Rooms/Rooms")


def _scrolled(board: WeekBoard) -> QFrame:
    area = QScrollArea()
    area.setProperty("look", "card")
    area.setWidgetResizable(True)
    area.setFocusProxy(board)
    area.setWidget(board)
    return area


def _seven(day: date) -> tuple[date, ...]:
    return tuple(monday(day) + timedelta(days=at) for at in range(WEEK))


def _short(name: str) -> str:
    return name if len(name) <= MOST_WORDS else name[: MOST_WORDS - 1].rstrip() + "…"
