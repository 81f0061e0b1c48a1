"""A section's page: title, a line of context, tabs, and what each tab shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pch_desktop.ui.focusing import focus_on
from pch_desktop.ui.parts import label

Build = Callable[[], QWidget]


class Page(QWidget):
    """A page with a title; with more than one tab, a row of tabs under it.

    A tab is built when first looked at. ``Ctrl+Tab`` goes round the tabs.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._builds: list[Build | None] = []
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(f"Views of {title}")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tabs.hide()
        self._stage = QStackedWidget()
        self._head = QHBoxLayout()
        self._title = label(title, "title")
        self._context = label("", "secondary")
        self._aside = label("", "status_strong")
        self._lay_out()
        self.tabs.currentChanged.connect(self._show)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def set_title(self, title: str) -> None:
        """Change the title: How is Marsh Valley this month?"""
        self._title.setText(title)

    def set_context(self, words: str) -> None:
        """Say in one line what the page is about now: 2016/17, version 14."""
        self._context.setText(words)
        self._context.setToolTip(words)

    def set_aside(self, words: str) -> None:
        """Say at the right how the figures are to be read."""
        self._aside.setText(words)

    def add_beside(self, widget: QWidget) -> None:
        """Put something of the section's own at the right end of the line of context."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)

    def add_tab(self, title: str, build: Build) -> None:
        """Add a view; the first is shown at once."""
        self._builds.append(build)
        self._stage.addWidget(QWidget())
        self.tabs.addTab(title)
        self.tabs.setVisible(self.tabs.count() > 1)

    def show_tab(self, title: str) -> None:
        """Turn to a view by its title."""
        for at in range(self.tabs.count()):
            if self.tabs.tabText(at) == title:
                self.tabs.setCurrentIndex(at)

    def view(self, title: str) -> QWidget:
        """Return a view by its title, building it if nobody has looked at it yet."""
        self.show_tab(title)
        return self._stage.currentWidget() or self

    def _lay_out(self) -> None:
        head = self._head
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._context, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignBottom)
        self._context.setMinimumWidth(40)
        for words in (self._context, self._aside):
            words.setContentsMargins(0, 0, 0, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self._stage, 1)

    def _show(self, at: int) -> None:
        build = self._builds[at]
        if build is not None:
            self._builds[at] = None
            empty = self._stage.widget(at)
            if empty is not None:
                self._stage.removeWidget(empty)
                empty.deleteLater()
            self._stage.insertWidget(at, build())
        self._stage.setCurrentIndex(at)
        self.tabs.updateGeometry()  # The chosen tab is bold, and so wider than it was.

    def _turn(self, step: int) -> None:
        count = self.tabs.count()
        if count:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % count)
            focus_on(self._stage)
