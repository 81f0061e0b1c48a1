"""The scenario of demand that all its views show, and the verbs that make scenarios."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pch_desktop.imports import demand as beginnings
from pch_desktop.reports import workforce_demand
from pch_desktop.reports.workforce_demand import Worked
from pch_desktop.store.workforce import demand_copies
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.toolbar import Toolbar

READS = frozenset(
    {"demand_scenario", "demand_segment", "demand_staff", "demand_staff_role", "demand_mix",
     "demand_shift", "demand_shift_to", "post", "assignment", "role", "pay_point", "pay_rate",
     "on_cost_rate", "reference_value"}
)  # fmt: skip
PURPOSE = (
    "Say who comes, how often and for how long, and who sees them: the program works out how many "
    "of each kind of staff that takes. A scenario changes nothing real."
)
FROM_LISTS, EXAMPLE, COPY = "Start from our lists", "Add the worked example", "Copy this scenario"
LONGEST = 34
"""So many letters of a scenario's name stand on its verb."""


class Chosen(QObject):
    """The scenario in sight; it stays chosen while the window is open."""

    moved = Signal()
    """Another scenario, or another day, was chosen."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        super().__init__(at)
        self.desk, self.at = desk, at
        self.scenario_id: int | None = None
        self.told: tuple[Worked, ...] = ()
        at.moved.connect(self.moved)

    def read(self) -> Worked | None:
        """Work out every scenario afresh; return the one chosen, the first unless told."""
        self.told = workforce_demand.scenarios(self.desk.file, self.at.day)
        return self.now

    @property
    def now(self) -> Worked | None:
        """The scenario chosen, as it was last read."""
        by_id = {one.id: one for one in self.told}
        first = next(iter(self.told), None)
        return first if self.scenario_id is None else by_id.get(self.scenario_id, first)

    def choose(self, scenario_id: int) -> None:
        """Show a scenario in every view."""
        self.scenario_id = scenario_id
        self.moved.emit()

    def start(self) -> None:
        """Begin a scenario with the people on our lists, and show it."""
        kinds = beginnings.kinds()
        month = self.desk.month
        done = self.desk.edit(FROM_LISTS, demand_copies.start_demand, month, kinds)
        if done:
            self.choose(done.result)

    def add_example(self) -> None:
        """Add the worked example, and show it."""
        rows = beginnings.example()
        if self.desk.edit(EXAMPLE, demand_copies.add_demand_example, rows):
            self.read()
            self.choose(self.told[-2].id)

    def copy(self, scenario: Worked | None = None) -> None:
        """Copy a scenario whole, the one chosen unless told, and show the copy."""
        old = scenario or self.now
        if old is None:
            self.desk.refused("Add a scenario first.")
            return
        label = f"Copy scenario {old.name}"
        done = self.desk.edit(label, demand_copies.copy_demand_scenario, old.id)
        if done:
            self.choose(done.result)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the scenarios to choose from, and what makes another."""
        now = self.now
        names = [(one.id, one.name) for one in self.told]
        menu = choice_menu(parent, names, now.id if now else 0, self.choose)
        if not self.desk.is_read_only:
            menu.addSeparator()
            for words, act in ((COPY, self.copy), (FROM_LISTS, self.start),
                               (EXAMPLE, self.add_example)):  # fmt: skip
                menu.addAction(words, partial(_press, act))
        return menu


class ScenarioVerb:
    """The verb of a view that says which scenario is in sight, and lets another be chosen."""

    def __init__(self, chosen: Chosen, toolbar: Toolbar) -> None:
        self._chosen = chosen
        self.button: QPushButton = toolbar.add_menu(
            "Scenario: none", "chart", lambda: chosen.menu(self.button)
        )

    def tell(self) -> None:
        """Say which scenario is in sight."""
        now = self._chosen.now
        name = now.name if now else "none"
        show_choice(self.button, f"Scenario: {cut(name)}")
        self.button.setToolTip(f"Scenario: {name}. Choose another, or make one")


def empty(chosen: Chosen) -> EmptyState:
    """Return what is said while there is no scenario."""
    return EmptyState(chosen.desk, "chart", PURPOSE, (FROM_LISTS, chosen.start),
                      also=(EXAMPLE, chosen.add_example))  # fmt: skip


def cut(name: str) -> str:
    """Return a name short enough to stand on a verb."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _press(act: Callable[[], None], _is_checked: bool = False) -> None:
    act()
