"""Several views under one tab: a row of buttons chooses which is in sight.

Where the row does not fit, as at twice the text size, a list takes its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.ui.focusing import focus_on
from pch_desktop.ui.parts import button, relook

Shown = TypeVar("Shown")
Figures_contra = TypeVar("Figures_contra", contravariant=True)


NARROWEST = 1


class Leaf(Protocol[Figures_contra]):
    """A view of a section's figures."""

    @property
    def sheet(self) -> QWidget:
        """What stands in the window."""
        ...

    def show_figures(self, figures: Figures_contra) -> None:
        """Show these figures."""
        ...


class Own:
    """A view that reads the file by itself."""

    def __init__(self, sheet: QWidget) -> None:
        self.sheet = sheet

    def show_figures(self, figures: object) -> None:
        """Leave it as it is."""


class Leaves(QWidget, Generic[Shown]):
    """Views of the same figures, one in sight; each is built when first looked at.

    Ctrl+PgDown and Ctrl+PgUp go round them.
    """

    def __init__(self, name: str, builds: Mapping[str, Callable[[], Leaf[Shown]]]) -> None:
        """Put the buttons in a row.

        Args:
            name: what the tab is about, for a screen reader.
            builds: what makes each view, by its title, in their order.
        """
        super().__init__()
        self._builds = builds
        self._views: dict[str, Leaf[Shown]] = {}
        self._stale: set[str] = set()
        self._figures: Shown | None = None
        self._title = next(iter(builds))
        self._stage = QStackedWidget()
        self._choices: dict[str, QPushButton] = {}
        self._row, self._list = QWidget(), QComboBox()
        self.setAccessibleName(name)
        self._lay_out()
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn, step))

    @property
    def sheet(self) -> QWidget:
        """What stands in the window."""
        return self

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the views, in their order."""
        return tuple(self._builds)

    @property
    def title(self) -> str:
        """The title of the view in sight."""
        return self._title

    def show_figures(self, figures: Shown) -> None:
        """Show these figures in the view in sight, and in the others when they come in sight."""
        self._figures = figures
        self._stale = set(self._views)
        self.shown(self._title)

    def shown(self, title: str) -> Leaf[Shown]:
        """Return a view by its title, brought into sight."""
        view = self._views.get(title)
        if view is None:
            view = self._views[title] = self._builds[title]()
            self._stage.addWidget(view.sheet)
            self._stale.add(title)
        if title in self._stale and self._figures is not None:
            self._stale.discard(title)
            view.show_figures(self._figures)
        self._title = title
        self._stage.setCurrentWidget(view.sheet)
        self._list.setCurrentText(title)
        self.setFocusProxy(view.sheet)
        for each, made in self._choices.items():
            made.setChecked(each == title)
            relook(made, "look", "strong" if each == title else "")
        return view

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._row.setMinimumWidth(NARROWEST)  # It must not keep the window wide.
        for title in self._builds:
            made = button(title, partial(self.shown, title))
            made.setCheckable(True)
            self._choices[title] = made
            row.addWidget(made)
        row.addStretch(1)
        self._list.addItems(list(self._builds))
        self._list.setAccessibleName(f"Views of {self.accessibleName()}")
        self._list.textActivated.connect(self.shown)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._row)
        column.addWidget(self._list)
        column.addWidget(self._stage, 1)

    def _fit(self) -> None:
        is_wide = self._row.sizeHint().width() <= self.width()
        has_choice = len(self._builds) > 1
        self._row.setVisible(has_choice and is_wide)
        self._list.setVisible(has_choice and not is_wide)

    def _turn(self, step: int) -> None:
        titles = self.titles
        self.shown(titles[(titles.index(self._title) + step) % len(titles)])
        focus_on(self._stage)
