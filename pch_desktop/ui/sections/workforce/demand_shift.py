"""Contacts that others could meet: whose they are above, who takes them on below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports import workforce_shift
from pch_desktop.reports.table import Value
from pch_desktop.reports.workforce_demand import Worked
from pch_desktop.reports.workforce_shift import FREED, TAKEN, FreedRow, TakenRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.workforce import demand_asks
from pch_desktop.ui.sections.workforce.demand_chosen import READS, Chosen, ScenarioVerb, empty
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "workforce shift"
HINT = (
    "About a quarter of contacts with GPs could be met in a more effective way, says NAPC. In the "
    "empty line choose whose contacts, then below who would meet them."
)
NONE = (
    "About a quarter of contacts with GPs could be met in a more effective way, says NAPC. Say "
    "whose contacts others could meet, and who: both sides are worked out."
)
FREED_LEAST, FREED_MOST, TAKEN_LEAST = 128, 148, 196


class ShiftView(Sheet):
    """Both sides of a shift: what is freed, and what it takes elsewhere."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._desk, self._chosen = desk, chosen
        self._shown: FreedRow | None = None
        freed = {key: demand_asks.of_freed(key) for key in demand_asks.FREED}
        taken = {key: demand_asks.of_taken(key) for key in demand_asks.TAKEN}
        self.freed_model: TableModel[FreedRow] = TableModel(
            FREED, Edits(desk, freed, self._add_freed, demand_asks.remove_freed), noun="shift"
        )
        self.taken_model: TableModel[TakenRow] = TableModel(
            TAKEN, Edits(desk, taken, self._add_taken, demand_asks.remove_taken),
            noun="kind of staff",
        )  # fmt: skip
        self.freed = Grid(desk, self.freed_model, "What is freed", key=f"{KEY} freed")
        self.taken = Grid(desk, self.taken_model, "Who takes it on", key=f"{KEY} taken")
        self.finding = label("", "strong", wrap=True)
        self.finding.setAccessibleName("Finding: shift")
        self._title = label("", "card_title", wrap=True)
        super().__init__(desk, scrolling(self._laid_out(), self.freed))
        hide_at_first(desk, self.freed, f"{KEY} freed", "each")
        self._empty = empty(chosen)
        self._none = EmptyState(desk, "chart", NONE, ("Add a shift", self._begin))
        self._is_begun = False
        self._verb = ScenarioVerb(chosen, self.toolbar)
        self._add_verb = self.toolbar.add(
            "Add shift", "plus", self._begin, "Whose contacts (Ctrl++)"
        )
        self._meets_verb = self.toolbar.add(
            "Add who meets them", "plus", self.taken.add,
            "Who takes on the contacts of the shift chosen",
        )  # fmt: skip
        self.freed.row_changed.connect(self._choose)
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show the shifts of the scenario chosen."""
        told = self._chosen.read()
        rows = workforce_shift.freed_rows(told) if told else []
        self._show_emptiness(told, has_rows=bool(rows))
        self._verb.tell()
        names = [row.name for row in told.kinds] if told else []
        self.freed_model.columns = worded(self.freed_model.columns, kind=names)
        self.taken_model.columns = worded(self.taken_model.columns, kind=names)
        by_id = {row.id: row for row in rows}
        kept = by_id.get(self._shown.id) if self._shown else None
        self._shown = kept or next(iter(rows), None)
        self.freed_model.show(rows)
        words = workforce_shift.finding(told, rows) if told and rows else HINT
        self._enable(has_scenario=told is not None)
        self.finding.setText(words)
        self.freed.view.setAccessibleDescription(words)
        self._show_taken(told)

    def show_record(self, shift_id: int) -> None:
        """Go to a shift."""
        self.freed.select_record(shift_id)

    def _show_emptiness(self, told: Worked | None, *, has_rows: bool) -> None:
        """Say what to do while there is no scenario, or no shift in the one chosen."""
        if told is not None and not has_rows and not self._is_begun:
            self._empty.hide()
            self.show_empty(self._none, is_empty=True)
            return
        self._none.hide()
        self.show_empty(self._empty, is_empty=told is None)

    def _enable(self, *, has_scenario: bool) -> None:
        """Let contacts be shifted where there is a scenario, and be met where some are shifted."""
        can_change = has_scenario and not self._desk.is_read_only
        self._add_verb.setEnabled(can_change)
        self._meets_verb.setEnabled(can_change and self._shown is not None)

    def _begin(self) -> None:
        self._is_begun = True
        self._none.hide()
        self.show_empty(self._empty, is_empty=False)
        self.freed.add()

    def _choose(self, row: FreedRow | None) -> None:
        if row is not None and row != self._shown:
            self._shown = row
            self._show_taken(self._chosen.now)

    def _show_taken(self, told: Worked | None) -> None:
        shown = self._shown
        rows: Sequence[TakenRow] = ()
        if told is not None and shown is not None:
            rows = workforce_shift.taken_rows(told, shown)
        self.taken_model.show(rows)
        self._title.setText(f"Who meets the contacts freed from {shown.kind}" if shown else "")
        is_open = shown is not None and not shown.row.shift.is_whole
        self._title.setVisible(shown is not None)
        self.taken.setVisible(shown is not None)
        words = "The shares do not add up to 100%."
        self.taken.show_troubles({(row.id, "share"): words for row in rows} if is_open else {})

    def _add_freed(self, values: Mapping[str, Value]) -> Change:
        now = self._chosen.now
        if now is None:
            raise Refusal("Add a scenario first.")
        return demand_asks.add_freed(now.id, values)

    def _add_taken(self, values: Mapping[str, Value]) -> Change:
        if self._shown is None:
            raise Refusal("Add first whose contacts others could meet.")
        return demand_asks.add_taken(self._shown.id, values)

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        px = self._desk.theme.px
        self.freed.setMinimumHeight(px(FREED_LEAST))
        self.freed.setMaximumHeight(px(FREED_MOST))
        self.taken.setMinimumHeight(px(TAKEN_LEAST))
        column.addWidget(self.finding)
        column.addWidget(self.freed)
        column.addWidget(self._title)
        column.addWidget(self.taken, 1)
        column.addStretch(0)
        return whole
