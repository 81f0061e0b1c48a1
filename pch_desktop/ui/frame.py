"""The window as it is first painted: rail, bar, page and status line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.discovery import gather, one
from pch_desktop.ui import geometry, sections
from pch_desktop.ui.focusing import focus_on
from pch_desktop.ui.rail import Rail
from pch_desktop.ui.section import Screen, Section, ShowsRecords, TellsPlaces
from pch_desktop.ui.start_page import StartPage
from pch_desktop.ui.status_line import StatusLine
from pch_desktop.ui.style import Style
from pch_desktop.ui.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from pch_desktop.domain.period import Month
    from pch_desktop.preferences import PreferenceFile
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.offices import Offices

LEAST_SIZE = QSize(1180, 640)
USUAL_SIZE = QSize(1366, 768)
NARROW_BELOW = 1200
MENUS = ("File", "Edit", "View", "Data", "Reports", "Help")


class Frame(QMainWindow):
    """The window as it is first seen; it knows nothing of what is done in it."""

    shown = Signal(str)
    """A section has come on show."""
    opened = Signal(object)
    """A locality file was opened and is to be looked at."""
    closing_asked = Signal()
    search_asked = Signal()
    dropped = Signal(str)
    """A file was dropped on the window."""

    def __init__(self, style: Style, preferences: PreferenceFile, offices: Offices) -> None:
        super().__init__()
        self.style_in_use, self.preferences, self.offices = style, preferences, offices
        found = gather(sections, Section)
        self.sections = {name.rpartition(".")[2]: section for name, section in found.items()}
        self.desk: Desk | None = None
        self.months: Sequence[Month] = ()
        self.current = ""
        self._screens: dict[str, QWidget] = {}
        self.menu_titles: dict[str, QMenu] = {
            name: self.menuBar().addMenu(f"&{name}") for name in MENUS
        }
        self.rail = Rail(style, self.sections)
        self.top = TopBar(style)
        self.status = StatusLine(style)
        self.stage = QStackedWidget()
        self.notices = QVBoxLayout()
        self.splitter = QSplitter()
        self.start_page = StartPage(style, preferences)
        self._lay_out()
        self.rail.chosen.connect(self.go)
        style.changed.connect(self.fit_rail)
        geometry.restore(self, preferences.now)
        self.show_start()

    def go(self, name: str, record_id: int | None = None) -> None:
        """Show a section by its name on every floor, and one of its records."""
        if self.desk is None or name not in self.sections:
            return
        desk = self.desk
        done = desk.attempt(lambda: self.screen_of(name, desk))
        if done is None:
            return
        screen = done.result
        self.current = name
        self.rail.select(name)
        self.status.clear_rows()
        self.show_page(screen)
        self.preferences.change(section=name)
        if record_id is not None and isinstance(screen, ShowsRecords):
            screen.show_record(record_id)
        else:
            focus_on(screen)
        self.shown.emit(name)

    def screen_of(self, name: str, desk: Desk) -> QWidget:
        """Return a section's screen, building it if nobody has looked at it yet."""
        if name not in self._screens:
            made = one(f"{sections.__name__}.{name}.screen", Screen).build(desk)
            self._screens[name] = made
            self.stage.addWidget(made)
        return self._screens[name]

    def places_of(self, name: str) -> Sequence[str]:
        """Return the titles of a section's views, where its page is built already."""
        page = self._screens.get(name)
        return page.places if isinstance(page, TellsPlaces) else ()

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

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry.keep(self, self.preferences)
        self.forget_file()
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
            self.dropped.emit(paths[0])

    def fit_rail(self) -> None:
        """Show the rail narrow where that was chosen or the window leaves no room."""
        least = self.style_in_use.theme.px(NARROW_BELOW)
        self.rail.set_narrow(self.preferences.now.is_rail_narrow or self.width() < least)

    def show_start(self) -> None:
        """Show the start page, with no file open."""
        self.rail.set_enabled(False)
        self.rail.set_name("PCH Desktop", "Primary Care Home")
        for section in self.rail.buttons.values():
            section.set_badge(0)
        self.setWindowTitle("PCH Desktop")
        self.top.close_file()
        self.status.close_file()
        self.start_page.show_recent()
        self.show_page(self.start_page)
        self.start_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.menuBar().setAccessibleName("Menus")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(USUAL_SIZE)
        self.setAcceptDrops(True)
        self.stage.setProperty("look", "page")
        self.notices.setContentsMargins(20, 8, 20, 0)
        self.notices.setSpacing(6)
        page = QWidget()
        page.setProperty("look", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.notices)
        column.addWidget(self.stage, 1)
        self.splitter.addWidget(page)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(_stacked(self.top, self.splitter, self.status), 1)
        self.setCentralWidget(middle)

    def forget_file(self) -> None:
        """Let go of the file and of the screens on it."""
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
