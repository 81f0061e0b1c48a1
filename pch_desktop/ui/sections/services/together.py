"""The columns of a month that are looked at together, chosen by what they are about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu, QPushButton

from pch_desktop.reports.service_counts import ALL, MODES
from pch_desktop.reports.service_months import COUNTS
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.grid import Grid

MAIN = "main counts"
TOGETHER: Mapping[str, tuple[str, ...]] = {
    MAIN: (*COUNTS, "fill_share", "is_provisional"),
    "sessions and appointments": (
        "planned_sessions", "sessions", "per_session", "slots", "booked", "attended",
        "not_attended", "cancelled_by_patient", "cancelled_by_service",
    ),
    "rates": (
        "slots", "booked", "attended", "fill_share", "not_attended_share", "utilisation_share",
        "lost_slots", "unfilled_slots", "overbooked",
    ),
    "referrals and waiting": (
        "referrals", "accepted", "rejected", "waiting", "first_contacts", "is_provisional",
    ),
    "ways of contact": (*MODES, "contacts", "is_provisional"),
    "hospital": (
        "instead_of_hospital", "still_to_hospital", "admissions_avoided", "is_provisional",
        "source",
    ),
}  # fmt: skip
"""The columns that are looked at together, by what they are about."""
EVERYTHING = "all counts"
OWN = "your own choice"


def group_with(key: str) -> str:
    """Return the first name under which a column is shown."""
    return next((name for name, keys in TOGETHER.items() if key in keys), EVERYTHING)


class Together:
    """Which columns of a grid are in sight; the first always is."""

    def __init__(self, grid: Grid, key: str) -> None:
        """Show the main counts, unless somebody on this PC has chosen what to see."""
        self._grid = grid
        self.verb: QPushButton | None = None
        """What opens the menu, where there is such a verb."""
        if grid.desk.layout(key):
            self.name = self._in_sight()
        else:
            self.show(MAIN)

    @property
    def words(self) -> str:
        """What the verb says."""
        return f"Show: {self.name}"

    def show(self, name: str) -> None:
        """Show the columns of one name, or every count there is."""
        self.name = name
        model = self._grid.model
        keys = TOGETHER.get(name) or (*ALL, "is_provisional", "source")
        self._grid.columns.show_only(model.columns[0].key, *keys)
        if self.verb is not None:
            show_choice(self.verb, self.words)

    def menu(self) -> QMenu:
        """Return the menu of what may be shown together."""
        names = [(name, name.capitalize()) for name in (*TOGETHER, EVERYTHING)]
        return choice_menu(self._grid, names, self._in_sight(), self.show)

    def _in_sight(self) -> str:
        """Return the name of the columns in sight; they may be somebody's own choice."""
        model, view = self._grid.model, self._grid.view
        keys = {model.columns[at].key for at in view.columns} - {model.columns[0].key}
        found = (name for name, together in TOGETHER.items() if set(together) == keys)
        return next(found, EVERYTHING if keys >= set(ALL) else OWN)
