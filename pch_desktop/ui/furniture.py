"""What the window needs only once it has been seen: imported after the first picture."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from pch_desktop.domain.period import Month
from pch_desktop.ui import attention
from pch_desktop.ui.actions import Fact
from pch_desktop.ui.closed_strip import ClosedStrip
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.doings import Doings
from pch_desktop.ui.faults import report
from pch_desktop.ui.focus_ring import FocusRing
from pch_desktop.ui.menus import Menus
from pch_desktop.ui.month_choice import MonthChoice
from pch_desktop.ui.palette import Palette
from pch_desktop.ui.reading_only import ReadingOnly
from pch_desktop.ui.side import Side
from pch_desktop.ui.strip import Strip, Tone

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.ui.frame import Frame


MONTHLY = frozenset({"actual", "budget_year", "list_snapshot", "service_month"})
"""The tables that say which months the file knows."""
LULL_MS = 300
"""What needs attention is counted when the figures are painted and nobody types."""
QUIET_MS = 2000
"""After so long with a file open, what can be searched for is read before anybody asks."""


class Furniture:
    """Menus, deeds, strips, side panel and search box; they follow the open file."""

    def __init__(self, window: Frame) -> None:
        self._window = window
        style = window.style_in_use
        self.facts = frozenset({Fact.ALWAYS})
        self.strip = Strip(style, "message")
        self.banner = Strip(style, "notice")
        self.closed = ClosedStrip(style)
        for strip in (self.banner, self.closed, self.strip):
            window.notices.addWidget(strip)
        self.side = Side(style)
        window.splitter.addWidget(self.side)
        self.doings = Doings(window, self.strip, self.side, self.fail)
        self.reading = ReadingOnly(window, self.banner, self.doings)
        self.menus = Menus(window, self.doings)
        self.menus.add_sections(window.sections, window.go)
        self.palette = Palette(window, self.menus, self.doings, lambda: self.facts)
        self.month_choice = MonthChoice(style, window.top)
        self.ring = FocusRing(style, window)
        self._counting = QTimer(window)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count_attention)
        self._preparing = QTimer(window)
        self._preparing.setSingleShot(True)
        self._preparing.timeout.connect(self.palette.prepare)
        self._connect()

    def fail(self, fault: BaseException) -> None:
        """Report a fault of ours; the file is as it was before."""
        save_copy = self.doings.save_copy if self._window.desk else None
        report(fault, self._window, self._window.offices.log, save_copy)

    def desk_for(self, file: LocalityFile) -> Desk:
        """Return the desk of an open file, at the month it was last told about."""
        from pch_desktop.store import locality

        window = self._window
        self._window.months = file.read(locality.months)
        month = file.read(locality.latest_month) or Month.of(datetime.now().astimezone().date())
        return Desk(file, month, window.style_in_use, window.preferences, window)

    def greet(self, desk: Desk) -> None:
        """Show whose file it is, and follow what becomes of it."""
        file, status = desk.file, self._window.status
        self._listen_to(desk)
        self._name(desk)
        self._show_month(desk)
        status.show_opened(file.reason is not None)
        status.place.setText(file.path.name)
        status.place.setToolTip(str(file.path))
        self.reading.begin(file)
        self.doings.backing_up.follow(desk)
        self.update_facts()
        self._counting.start(LULL_MS)
        self._preparing.start(QUIET_MS)

    def part(self) -> None:
        """Let go of what belonged to the file."""
        self._preparing.stop()
        self.side.close_file()
        self.strip.hide()
        self.closed.leave()
        self.reading.end()
        self.update_facts()

    def update_facts(self) -> None:
        """Let those commands be given that can be, and name the steps to undo and redo."""
        facts = {Fact.ALWAYS}
        to_undo = to_redo = ""
        desk = self._window.desk
        if desk is not None:
            facts.add(Fact.FILE_OPEN)
        if desk is not None and not desk.is_read_only:
            undo, redo = desk.file.to_undo, desk.file.to_redo
            to_undo, to_redo = undo.label if undo else "", redo.label if redo else ""
            facts.add(Fact.FILE_MAY_CHANGE)
            facts |= {Fact.MAY_UNDO} if undo else set()
            facts |= {Fact.MAY_REDO} if redo else set()
        self.facts = frozenset(facts)
        self.menus.allow(self.facts)
        self.menus.name_steps(to_undo, to_redo)
        self._window.top.show_steps(to_undo, to_redo)

    def offer_months(self) -> None:
        """Drop the list of the months of the file's years."""
        window = self._window
        if window.desk is not None:
            self.month_choice.offer(window.desk.month, window.months, self._closed_months())
            self.month_choice.open_under(window.top.month_button)

    def _connect(self) -> None:
        top = self._window.top
        top.months_asked.connect(self.offer_months)
        self.month_choice.chosen.connect(self._choose_month)
        top.undo_asked.connect(self.doings.undo)
        top.redo_asked.connect(self.doings.redo)
        top.export_asked.connect(self.doings.export_pack)
        start = self._window.start_page
        start.new_asked.connect(self.doings.new_locality)
        start.choosing_asked.connect(self.doings.choose_file)
        start.sample_asked.connect(self.doings.open_sample)
        start.file_asked.connect(self.doings.open_file)
        self._window.dropped.connect(self.doings.take)
        self._window.shown.connect(self._let_go)
        self._window.search_asked.connect(self.palette.begin)
        self._window.rail.help_asked.connect(self.doings.help_here)
        self._window.rail.settings_asked.connect(self.doings.settings)

    def _listen_to(self, desk: Desk) -> None:
        status = self._window.status
        desk.said.connect(self._said)
        desk.was_refused.connect(self._refused)
        desk.failed.connect(self.fail)
        desk.sent.connect(self._window.go)
        desk.visited.connect(self.doings.visit)
        desk.pointed.connect(self.doings.point_at)
        desk.help_asked.connect(self.side.open_help)
        desk.explained.connect(self.side.explain)
        desk.is_explaining = lambda: self.side.is_explaining
        desk.file_changed.connect(self.side.tell_again)
        desk.month_changed.connect(self.side.tell_again)
        desk.command_asked.connect(self.menus.give)
        desk.month_changed.connect(self._month_changed)
        desk.file_changed.connect(self._file_changed)
        desk.rows_told.connect(status.rows.setText)
        desk.selection_told.connect(status.selection.setText)
        desk.hint_told.connect(status.hint.setText)

    def _choose_month(self, month: Month) -> None:
        if self._window.desk is not None:
            self._window.desk.choose_month(month)

    def _said(self, sentence: str) -> None:
        self._window.status.said.setText(sentence)
        self.strip.hide()

    def _let_go(self, *_told: object) -> None:
        """Take a refusal away once something else was done: it is no longer what is meant."""
        if self.strip.is_refusal:
            self.strip.hide()

    def _refused(self, sentence: str) -> None:
        self.strip.tell(sentence, Tone.ERROR)

    def _month_changed(self, _month: Month) -> None:
        if self._window.desk is not None:
            self._show_month(self._window.desk)
        self._count_attention()

    def _show_month(self, desk: Desk) -> None:
        """Show which month the figures are for, and whether it is closed."""
        self._window.top.show_month(desk.month, is_closed=self.closed.show_month(desk))

    def _closed_months(self) -> frozenset[Month]:
        from pch_desktop.store import budget

        desk, years = self._window.desk, {month.financial_year for month in self._window.months}
        if desk is None:
            return frozenset()
        found = (desk.file.read(budget.closed_months, year) for year in years)
        return frozenset[Month]().union(*found)

    def _file_changed(self, tables: frozenset[str]) -> None:
        from pch_desktop.store import locality

        desk = self._window.desk
        if desk is None:
            return
        self._let_go()
        if not desk.is_read_only:
            self._window.status.show_saved(datetime.now().astimezone())
        if not tables or tables & MONTHLY:
            self._window.months = desk.file.read(locality.months)
        self._show_month(desk)
        if "locality" in tables:
            self._name(desk)
        self.update_facts()
        self._counting.start(LULL_MS)

    def _name(self, desk: Desk) -> None:
        from pch_desktop.store import locality

        found = desk.file.read(locality.locality)
        under = "Sample locality, invented" if found.is_sample else "Primary Care Home"
        self._window.rail.set_name(found.name, under)
        self._window.setWindowTitle(f"{found.name} – PCH Desktop")

    def _count_attention(self) -> None:
        desk = self._window.desk
        if desk is None:
            return
        counts = attention.counts(desk)
        for name, made in self._window.rail.buttons.items():
            made.set_badge(counts.get(name, 0))
        self._window.status.checks.setText(attention.in_words(counts))
