"""Whose figures are shown: all practices', or those of one group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from pch_desktop.reports.words import shown
from pch_desktop.store import population
from pch_desktop.store.population import GroupRow, PracticeRow
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.toolbar import Toolbar

EVERYBODY = "All practices"


class Scope(QObject):
    """The group chosen; every view of the page keeps to it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group_id: int | None = None

    @property
    def group(self) -> GroupRow | None:
        """The group chosen, while it is still there."""
        return next((row for row in self._groups() if row.id == self._group_id), None)

    @property
    def name(self) -> str:
        """What is shown, in words."""
        group = self.group
        return group.name if group else EVERYBODY

    def practices(self) -> Sequence[PracticeRow]:
        """Return the practices shown."""
        rows = self._desk.file.read(population.practices, self._desk.month)
        group = self.group
        if group is None:
            return rows
        codes = group.members.split(", ")
        return [row for row in rows if row.code in codes]

    def choose(self, group_id: int | None) -> None:
        """Show the practices of a group, or all."""
        if group_id != self._group_id:
            self._group_id = group_id
            self.changed.emit()

    def add_to(self, toolbar: Toolbar, screen: QWidget) -> QPushButton:
        """Put the choice of a group among a view's verbs."""

        def choices() -> list[tuple[int | None, str]]:
            rows = self._groups()
            return [(None, EVERYBODY), *((row.id, f"{row.name}, {row.kind}") for row in rows)]

        verb = toolbar.add_menu(
            EVERYBODY,
            "population",
            lambda: choice_menu(screen, choices(), self._group_id, self.choose),
        )
        verb.setToolTip("Show all practices, or those of one group")
        show_choice(verb, shown(self.name))
        self.changed.connect(lambda: show_choice(verb, shown(self.name)))
        return verb

    def _groups(self) -> Sequence[GroupRow]:
        return self._desk.file.read(population.groups, self._desk.month)
