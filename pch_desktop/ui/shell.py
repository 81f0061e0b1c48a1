"""The window: rail, bar, page, side panel, status line.

It is painted before a file, SQL or a section is there; ``show_file`` brings
the file, and each section is built when first looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.discovery import gather, one
from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.ui import attention, geometry, sections
from pch_desktop.ui.actions import Fact
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.doings import Doings
from pch_desktop.ui.faults import report
from pch_desktop.ui.focus_ring import FocusRing
from pch_desktop.ui.menus import Menus
from pch_desktop.ui.offices import Offices
from pch_desktop.ui.palette import Palette
from pch_desktop.ui.rail import Rail
from pch_desktop.ui.section import Screen, Section, ShowsRecords
from pch_desktop.ui.side import Side
from pch_desktop.ui.start_page import StartPage
from pch_desktop.ui.status_line import StatusLine
from pch_desktop.ui.strip import Strip, Tone
from pch_desktop.ui.style import Style
from pch_desktop.ui.top_bar import TopBar

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

LEAST_SIZE = QSize(1180, 640)
USUAL_SIZE = QSize(1366, 768)
NARROW_BELOW = 1200


class Shell(QMainWindow):
    """The main window."""

    shown = Signal(str)
    """A section has come on show."""

    def __init__(self, style: Style, preferences: PreferenceFile, offices: Offices) -> None:
        super().__init__()
        self.style_in_use, self.preferences, self.offices = style, preferences, offices
        self.sections = {
            name.rpartition(".")[2]: section for name, section in gather(sections, Section).items()
        }
        self.desk: Desk | None = None
        self.months: Sequence[Month] = ()
        self._screens: dict[str, QWidget] = {}
        self.current = ""
        self.doings = Doings(self)
        self.rail = Rail(style, self.sections)
        self.top = TopBar(style)
        self.strip = Strip(style, "message")
        self.banner = Strip(style, "notice")
        self.status = StatusLine(style)
        self.stage = QStackedWidget()
        self.side = Side(self)
        self.palette_box = Palette(self)
        self.start_page = StartPage(self)
        self.menus = Menus(self, self.doings)
        self.menus.add_sections(self.sections, self.go)
        self._lay_out()
        self._ring = FocusRing(style, self)
        self._connect()
        geometry.restore(self, preferences.now)
        self.close_file()

    def show_file(self, file: LocalityFile) -> None:
        """Look at an open file, at the section looked at last."""
        from pch_desktop.store import locality

        self._forget_file()
        found = file.read(locality.locality)
        months = file.read(locality.months)
        month = file.read(locality.latest_month) or Month.of(datetime.now().astimezone().date())
        self.desk = Desk(file, month, self.style_in_use, self.preferences, self)
        self._listen_to(self.desk)
        self.months = months
        self.rail.set_enabled(True)
        self.name_file(found.name, found.is_sample)
        self.top.show_month(month, months)
        self.status.show_opened(file.reason is not None)
        self.status.place.setText(file.path.name)
        self.status.place.setToolTip(str(file.path))
        self._warn(file)
        self._update_facts()
        last = self.preferences.now.section
        self.go(last if last in self.sections else next(iter(self.sections), ""))
        QTimer.singleShot(0, self._count_attention)

    def name_file(self, name: str, is_sample: bool) -> None:
        """Show whose file it is, in the rail and in the title."""
        self.rail.set_name(name, "Sample locality, invented" if is_sample else "Primary Care Home")
        self.setWindowTitle(f"{name} – PCH Desktop")

    def close_file(self) -> None:
        """Let go of the file and show the start page."""
        self._forget_file()
        self.rail.set_enabled(False)
        self.rail.set_name("PCH Desktop", "Primary Care Home")
        self.setWindowTitle("PCH Desktop")
        self.top.close_file()
        self.status.close_file()
        self.strip.hide()
        self.banner.hide()
        self._update_facts()
        self.start_page.show_recent()
        self.show_page(self.start_page)
        self.start_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, name: str, record_id: int | None = None) -> None:
        """Show a section by its name on every floor, and one of its records."""
        if self.desk is None or name not in self.sections:
            return
        screen = self.screen_of(name, self.desk)
        self.current = name
        self.rail.select(name)
        for part in (self.status.rows, self.status.selection, self.status.hint):
            part.clear()
        self.show_page(screen)
        self.preferences.change(section=name)
        if record_id is not None and isinstance(screen, ShowsRecords):
            screen.show_record(record_id)
        self.shown.emit(name)

    def screen_of(self, name: str, desk: Desk) -> QWidget:
        """Return a section's screen, building it if nobody has looked at it yet."""
        if name not in self._screens:
            made = one(f"{sections.__name__}.{name}.screen", Screen).build(desk)
            self._screens[name] = made
            self.stage.addWidget(made)
        return self._screens[name]

    def show_page(self, page: QWidget) -> None:
        """Bring a page on show that is not a section."""
        if self.stage.indexOf(page) < 0:
            self.stage.addWidget(page)
        self.stage.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        """Take such a page away again."""
        self.stage.removeWidget(page)
        page.deleteLater()

    def leave_page(self, page: QWidget) -> None:
        """Take such a page away again and go back to where one was."""
        self.drop_page(page)
        if self.desk is None:
            self.show_page(self.start_page)
        else:
            self.go(self.current)

    def tell(self, sentence: str, tone: Tone = Tone.NOTE) -> None:
        """Say something in the strip over the page."""
        self.strip.tell(sentence, tone)

    def choose_month(self, month: Month) -> None:
        """Make every figure be for a month."""
        if self.desk is not None:
            self.desk.choose_month(month)

    def fail(self, fault: BaseException) -> None:
        """Report a fault of ours; the file is as it was before."""
        report(fault, self, self.offices.log, self.doings.save_copy if self.desk else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry.keep(self, self.preferences)
        self._forget_file()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rail()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and self.desk is not None:
            self.desk.attempt(self.desk.file.refresh)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.doings.take(paths[0])

    def fit_rail(self) -> None:
        """Show the rail narrow where that was chosen or the window leaves no room."""
        least = self.style_in_use.theme.px(NARROW_BELOW)
        self.rail.set_narrow(self.preferences.now.is_rail_narrow or self.width() < least)

    def _lay_out(self) -> None:
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        self.setAcceptDrops(True)
        self.stage.setProperty("look", "page")
        notices = QVBoxLayout()
        notices.setContentsMargins(20, 8, 20, 0)
        notices.setSpacing(6)
        notices.addWidget(self.banner)
        notices.addWidget(self.strip)
        page = QWidget()
        page.setProperty("look", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._notices = QWidget()
        self._notices.setLayout(notices)
        column.addWidget(self._notices)
        column.addWidget(self.stage, 1)
        splitter = QSplitter()
        splitter.addWidget(page)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        right = _stacked(self.top, splitter, self.status)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(right, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.help_asked.connect(self.doings.help_here)
        self.top.month_chosen.connect(self.choose_month)
        self.top.undo_asked.connect(self.doings.undo)
        self.top.redo_asked.connect(self.doings.redo)
        self.top.export_asked.connect(self.doings.export_pack)
        self.style_in_use.changed.connect(self.fit_rail)

    def _listen_to(self, desk: Desk) -> None:
        desk.said.connect(self._said)
        desk.was_refused.connect(self._refused)
        desk.failed.connect(self.fail)
        desk.sent.connect(self.go)
        desk.help_asked.connect(self.side.open_help)
        desk.month_changed.connect(self._month_changed)
        desk.file_changed.connect(self._file_changed)
        desk.rows_told.connect(self.status.rows.setText)
        desk.selection_told.connect(self.status.selection.setText)
        desk.hint_told.connect(self.status.hint.setText)

    def _said(self, sentence: str) -> None:
        self.status.said.setText(sentence)
        self.strip.hide()

    def _refused(self, sentence: str) -> None:
        self.strip.tell(sentence, Tone.ERROR)

    def _month_changed(self, month: Month) -> None:
        self.top.show_month(month, self.months)
        self._count_attention()

    def _file_changed(self, tables: frozenset[str]) -> None:
        from pch_desktop.store import locality

        if self.desk is None:
            return
        self.status.show_saved(datetime.now().astimezone())
        self.months = self.desk.file.read(locality.months)
        self.top.show_month(self.desk.month, self.months)
        if "locality" in tables:
            found = self.desk.file.read(locality.locality)
            self.name_file(found.name, found.is_sample)
        self._update_facts()
        QTimer.singleShot(0, self._count_attention)

    def _update_facts(self) -> None:
        facts = {Fact.ALWAYS}
        to_undo = to_redo = ""
        if self.desk is not None:
            file = self.desk.file
            facts.add(Fact.FILE_OPEN)
            if not self.desk.is_read_only:
                facts.add(Fact.FILE_MAY_CHANGE)
                undo, redo = file.to_undo, file.to_redo
                to_undo, to_redo = undo.label if undo else "", redo.label if redo else ""
                facts |= {Fact.MAY_UNDO} if undo else set()
                facts |= {Fact.MAY_REDO} if redo else set()
        self.facts = frozenset(facts)
        self.menus.allow(self.facts)
        self.menus.name_steps(to_undo, to_redo)
        self.top.show_steps(to_undo, to_redo)

    def _count_attention(self) -> None:
        if self.desk is None:
            return
        counts = attention.counts(self.desk)
        for name, made in self.rail.buttons.items():
            made.set_badge(counts.get(name, 0))
        self.status.checks.setText(attention.in_words(counts))

    def _warn(self, file: LocalityFile) -> None:
        if file.reason:
            self.banner.tell(file.reason, Tone.WARNING, may_close=False)
        elif file.note:
            self.banner.tell(file.note, Tone.NOTE)
        else:
            self.banner.hide()

    def _forget_file(self) -> None:
        self.side.close_file()
        for screen in self._screens.values():
            self.stage.removeWidget(screen)
            screen.deleteLater()
        self._screens.clear()
        if self.desk is not None:
            self.desk.file.close()
            self.desk.deleteLater()
            self.desk = None


def _stacked(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QSplitter) else 0)
    return made
