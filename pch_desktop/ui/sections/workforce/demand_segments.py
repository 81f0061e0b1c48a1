"""The segments of a scenario: how many, how often they come, for how long, and who sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QMenu, QStackedWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Column, Value
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_demand import SegmentRow, Worked, what_is_open
from pch_desktop.reports.workforce_demand_inputs import (
    OWN_MINUTES,
    SHARE,
    segment_columns,
    troubles,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import demand_asks
from pch_desktop.ui.sections.workforce.demand_chosen import READS, Chosen, ScenarioVerb, empty
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import switch

NAME = "Segments"


class SegmentsView(Sheet):
    """Segments, a column for each kind of staff; what does not add up to 100% is marked."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._desk, self._chosen = desk, chosen
        self._of = SHARE
        self._stage = QStackedWidget()
        self.grid = self._made(None)
        super().__init__(desk, self._stage)
        self._empty = empty(chosen)
        self._verb = ScenarioVerb(chosen, self.toolbar)
        self.toolbar.add("Filter", "filter", self._filter,
                         "Find segments (Ctrl+F)")  # fmt: skip
        self._own = switch(self.toolbar, "Minutes by kind", "pencil", self.show_minutes)
        self._own.setToolTip("Minutes of a kind of staff, where they are not the segment's")
        self.toolbar.add_menu("Columns", "columns", self._columns)
        self._add_verb = self.toolbar.add(
            "Add segment", "plus", self._begin, "Add segment (Ctrl++)"
        )
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show the segments of the scenario chosen."""
        told = self._chosen.read()
        self.show_empty(self._empty, is_empty=told is None)
        self._verb.tell()
        self._add_verb.setEnabled(told is not None and not self._desk.is_read_only)
        self._lay(told)
        rows: Sequence[SegmentRow] = told.segments if told else ()
        self.grid.model.show(rows)
        self.grid.show_troubles(troubles(rows))
        words = what_is_open(told) if told and rows else ""
        if words and told and told.open_segments:
            self.strip.tell(words, Tone.WARNING, may_close=False)
        else:
            self.strip.hide()
        self.toolbar.set_aside(plural(len(rows), "segment") if rows else "")

    def show_minutes(self, is_on: bool) -> None:
        """Show each kind of staff's own minutes instead of its share, or the shares again."""
        self._of = OWN_MINUTES if is_on else SHARE
        self.read()

    def show_record(self, segment_id: int) -> None:
        """Go to a segment."""
        self.grid.select_record(segment_id)

    def _filter(self) -> None:
        self.grid.open_filter()

    def _begin(self) -> None:
        self.grid.add()

    def _columns(self) -> QMenu:
        return self.grid.columns.menu()

    def _lay(self, told: Worked | None) -> None:
        """Make the table afresh where the scenario has other kinds of staff than the last."""
        columns = segment_columns(told.scenario.staff if told else (), self._of)
        if _titles(columns) == _titles(self.grid.model.columns):
            return
        old, had_focus = self.grid, self.grid.view.hasFocus()
        self.grid = self._made(told)
        self._stage.removeWidget(old)
        old.deleteLater()
        if had_focus:
            self.grid.setFocus()

    def _made(self, told: Worked | None) -> Grid:
        columns = segment_columns(told.scenario.staff if told else (), self._of)
        model = TableModel(columns, self._edits(told), noun="segment")
        grid = Grid(self._desk, model, NAME)
        model.setParent(grid)
        grid.columns.hide("source")
        self._stage.addWidget(grid)
        self._stage.setFocusProxy(grid)
        return grid

    def _edits(self, told: Worked | None) -> Edits[SegmentRow]:
        prefix = "k" if self._of == SHARE else "m"
        cells: dict[str, CellEdit[SegmentRow]] = {
            key: demand_asks.of_segment(key) for key in demand_asks.SEGMENT
        }
        for staff in told.scenario.staff if told else ():
            cells[f"{prefix}{staff.id}"] = demand_asks.of_mix(staff, self._of)
        return Edits(self._desk, cells, self._add, demand_asks.remove_segments)

    def _add(self, values: Mapping[str, Value]) -> Change:
        now = self._chosen.now
        if now is None:
            raise Refusal("Add a scenario first.")
        return demand_asks.add_segment(now.id, values)


def _titles(columns: Sequence[Column[Any]]) -> list[tuple[str, str]]:
    return [(column.key, column.title) for column in columns]
