"""Pictures of every screen, light and dark, 1x and 2x, to look at and to compare."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pch_desktop.ui.backups_page import BackupsPage
from pch_desktop.ui.furniture import LULL_MS
from pch_desktop.ui.import_page import ImportPage
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.new_locality import NewLocalityPage
from pch_desktop.ui.page import Page
from pch_desktop.ui.shell import Shell

SIZE = QSize(1366, 768)
THEMES = ("Light", "Dark")
DENSITIES = (1, 2)
SETTLING_MS = 60
PASTED = "Y01001\tOrchard Lane Surgery\t9,840\nY01002\tMill Street Practice\t12,105"
IMPORTED = "Partner\tKind\tStatus\nReed Street Pharmacy\tCommunity pharmacy\tEngaged"
SOUGHT = "practice"
LOOKING_MS = 1500
"""Reading what is brought in, and making a backup, happen beside the window."""


def take(window: Shell, file_path: Path, folder: Path) -> list[Path]:
    """Write a picture of each screen of a file into a folder; return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    window.resize(SIZE)
    window.show()
    made: list[Path] = []
    for theme in THEMES:
        window.furniture.doings.choose_theme(theme)
        for name in _screens(window, file_path):
            made += _taken(window, folder / f"{name}_{theme.lower()}")
        window.furniture.doings.close_file()
    return made


def _screens(window: Shell, file_path: Path) -> Iterator[str]:
    """Bring one screen after the other on show, and yield its name."""
    window.preferences.opened(file_path)
    window.start_page.show_recent()
    yield "start"
    window.furniture.doings.new_locality()
    page = window.stage.currentWidget()
    if isinstance(page, NewLocalityPage):
        page.name.setText("Marsh Valley")
        page.practices.pasted.setPlainText(PASTED)
        page.practices.take_pasted()
        yield "new_locality"
        page.choose_way("Site")
        page.sites.list.setCurrentRow(0)
        yield "new_locality_site"
        window.leave_page(page)
    window.furniture.doings.open_file(file_path)
    QTest.qWait(LULL_MS + SETTLING_MS)
    for name in window.sections:
        window.go(name)
        yield from _views(name, window.stage.currentWidget())
    window.go(next(iter(window.sections), ""))
    window.furniture.doings.toggle_history()
    yield "history"
    window.furniture.doings.open_help("shortcuts")
    yield "help"
    window.furniture.side.hide()
    window.activateWindow()
    QTest.qWait(SETTLING_MS)
    window.furniture.doings.search()
    window.top.search.setText(SOUGHT)
    yield "search"
    window.furniture.palette.close_and_return()
    yield from _pages(window)


def _pages(window: Shell) -> Iterator[str]:
    """Bring on show what is not a section: bringing a table in, and going back."""
    window.furniture.doings.import_file()
    page = window.stage.currentWidget()
    if isinstance(page, ImportPage):
        yield "import"
        page.paste(IMPORTED)
        QTest.qWait(LOOKING_MS)
        yield "import_seen"
    window.furniture.doings.back_up()
    QTest.qWait(LOOKING_MS)
    window.furniture.doings.restore()
    QTest.qWait(LOOKING_MS)
    page = window.stage.currentWidget()
    if isinstance(page, BackupsPage):
        yield "backups"
        window.leave_page(page)
    window.furniture.strip.hide()
    window.go(next(iter(window.sections), ""))


def _views(name: str, screen: QWidget | None) -> Iterator[str]:
    pages = screen.findChildren(Page) if screen is not None else []
    page = screen if isinstance(screen, Page) else next(iter(pages), None)
    if page is None or page.tabs.count() < 2:
        yield name
        return
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        title = _plain(page.tabs.tabText(at))
        found = cast("list[Leaves[Any]]", page.findChildren(Leaves))
        leaves = [each for each in found if each.isVisible()]
        if not leaves:
            yield f"{name}_{title}"
        for each in leaves:
            for leaf in each.titles:
                each.shown(leaf)
                yield f"{name}_{title}_{_plain(leaf)}"


def _plain(title: str) -> str:
    return title.lower().replace(" ", "_")


def _taken(window: Shell, stem: Path) -> Iterator[Path]:
    QTest.qWait(SETTLING_MS)
    for density in DENSITIES:
        drawn = QPixmap(window.size() * density)
        drawn.setDevicePixelRatio(density)
        window.render(drawn)
        path = stem.with_name(f"{stem.name}_{density}x.png")
        drawn.save(str(path))
        yield path
