"""What the views of social prescribing have in common: whose it is, which year, how to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from pch_desktop.store.services import ServiceName
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.toolbar import Toolbar

READS = frozenset({"service", "social_month", "social_count", "partner"})
EMPTY = (
    "Social prescribing is told in counts of people, and never of one of them. Add a service of "
    "the category social prescribing first."
)


class ServiceChoice:
    """Whose social prescribing is in sight; nothing is asked where one service does it."""

    def __init__(self, parent: QWidget, toolbar: Toolbar, changed: Callable[[], object]) -> None:
        self._parent = parent
        self._changed = changed
        self._rows: Sequence[ServiceName] = ()
        self.service_id: int | None = None
        self._verb = toolbar.add_menu("Service", "services", self.menu)

    def show(self, rows: Sequence[ServiceName]) -> ServiceName | None:
        """Keep to the service chosen, or to the first there is; return it."""
        self._rows = rows
        chosen = next((row for row in rows if row.id == self.service_id), None)
        chosen = chosen or next(iter(rows), None)
        self.service_id = chosen.id if chosen else None
        self._verb.setVisible(len(rows) > 1)
        show_choice(self._verb, chosen.name if chosen else "Service")
        return chosen

    def choose(self, service_id: int) -> None:
        """Show another service."""
        self.service_id = service_id
        self._changed()

    def menu(self) -> QMenu:
        """Return the menu of services."""
        choices = [(row.id, row.name) for row in self._rows]
        return choice_menu(self._parent, choices, self.service_id or 0, self.choose)


def add_years(desk: Desk, toolbar: Toolbar) -> None:
    """Add the verbs that turn to the year before and the year after."""

    def turn(months: int) -> None:
        desk.choose_month(desk.month.plus(months))

    toolbar.add("Year before", "left", partial(turn, -12), "April to March")
    toolbar.add("Year after", "right", partial(turn, 12), "April to March")


def nothing_yet(desk: Desk) -> EmptyState:
    """Return what is said while no service prescribes socially."""
    action = ("Go to the list of services", partial(desk.visit, "services", "List"))
    return EmptyState(desk, "services", EMPTY, action)
