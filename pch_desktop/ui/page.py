"""A section's page: title, a line of context, tabs, and what each tab shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pch_desktop.ui.focusing import focus_on
from pch_desktop.ui.leaves import Leaf, Leaves, Own
from pch_desktop.ui.page_head import PageHead
from pch_desktop.ui.standing import show_in

Build = Callable[[], QWidget]
Views = Mapping[str, Build]
"""What makes each view of a tab, by its title, in their order."""


class Page(QWidget):
    """A page with a title; with more than one tab, a row of tabs under it.

    A tab is built when first looked at. ``Ctrl+Tab`` goes round the tabs.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._builds: list[Build | None] = []
        self._leaved_tabs: dict[str, Leaves[None]] = {}
        self._leaf_builds: dict[str, Views] = {}
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(f"Views of {title}")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tabs.hide()
        self._stage = QStackedWidget()
        self._head = PageHead(title)
        self._lay_out()
        self.tabs.currentChanged.connect(self._show)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def set_title(self, title: str) -> None:
        """Change the title: How is Marsh Valley this month?"""
        self._head.title.setText(title)

    def set_context(self, words: str) -> None:
        """Say in one line what the page is about now: 2016/17, version 14."""
        self._head.context.setText(words)
        self._head.context.setToolTip(words)

    def set_aside(self, words: str) -> None:
        """Say at the right how the figures are to be read."""
        self._head.aside.setText(words)

    @property
    def aside(self) -> str:
        """How the figures are to be read; a print of them says it too."""
        return self._head.aside.text()

    def add_beside(self, widget: QWidget) -> None:
        """Put something of the section's own at the right end of the line of context."""
        self._head.add_beside(widget)

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

    def add_views(self, title: str, views: Views) -> None:
        """Add a tab of several views, which read the file by themselves."""
        self._leaf_builds[title] = views
        self.add_tab(title, partial(self._leaved, title))

    def view(self, title: str) -> QWidget:
        """Return a view by its title, building it if nobody has looked at it yet.

        One within a tab may be told with the tab's title and a stroke before it.
        """
        tab, _, leaf = title.rpartition("/")
        for each, views in self._leaf_builds.items():
            if leaf in views and tab in ("", each):
                self.show_tab(each)
                return self._leaved_tabs[each].shown(leaf).sheet
        self.show_tab(title)
        return self._stage.currentWidget() or self

    @property
    def places(self) -> list[str]:
        """The titles of its views; one under a tab stands behind the tab's title and a stroke."""
        found: list[str] = []
        for at in range(self.tabs.count()):
            tab = self.tabs.tabText(at)
            shown = self._stage.widget(at)
            under = shown.titles if isinstance(shown, Leaves) else ()
            leaves = tuple(self._leaf_builds.get(tab, under))
            found += [f"{tab}/{leaf}" for leaf in leaves] or [tab]
        return found

    def show_place(self, view: str, record_id: int | None) -> None:
        """Bring a view into sight by its title, and a record in it."""
        shown = self.view(view)
        if record_id is not None:
            show_in(shown, record_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(7)
        column.addWidget(self._head)
        column.addWidget(self.tabs)
        column.addWidget(self._stage, 1)

    def _leaved(self, title: str) -> QWidget:
        builds: dict[str, Callable[[], Leaf[None]]] = {
            each: partial(_own, build) for each, build in self._leaf_builds[title].items()
        }
        made: Leaves[None] = Leaves(title, builds)
        self._leaved_tabs[title] = made
        made.shown(next(iter(builds)))
        return made

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


def _own(build: Build) -> Own:
    return Own(build())
