"""Scenarios side by side: the list of them above, what each takes by kind of staff below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.reports.table import Column
from pch_desktop.reports.workforce_demand import Worked
from pch_desktop.reports.workforce_scenarios import (
    SCENARIOS,
    KindComparedRow,
    by_kind_columns,
    by_kind_rows,
)
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.room import Stage, at_least, scrolling
from pch_desktop.ui.sections.workforce import demand_asks
from pch_desktop.ui.sections.workforce.demand_charts import (
    LEAST_COMPARED,
    compared_height,
    scenarios_chart,
)
from pch_desktop.ui.sections.workforce.demand_chosen import READS, Chosen, empty
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import switch

KEY = "workforce scenarios list"
LIST = 152


class CompareView(Sheet):
    """The scenarios, named and noted here, over their figures side by side."""

    def __init__(self, desk: Desk, chosen: Chosen) -> None:
        self._desk, self._chosen = desk, chosen
        cells = {key: demand_asks.of_scenario(key) for key in demand_asks.SCENARIO}
        edits: Edits[Worked] = Edits(
            desk, cells, demand_asks.add_scenario, demand_asks.remove_scenarios
        )
        self.model: TableModel[Worked] = TableModel(SCENARIOS, edits, noun="scenario")
        self.grid = Grid(desk, self.model, "Scenarios", key=KEY)
        self.chart = ChartView(desk, "workforce scenarios")
        self.compared: Grid | None = None
        self._is_begun = False
        self._stage = Stage()
        self._stage.addWidget(self.chart)
        super().__init__(desk, scrolling(self._laid_out(), self.grid))
        self._empty = empty(chosen)
        self._as_table = switch(self.toolbar, "By kind as a table", "table", self.show_table)
        for words, icon, act, hint in (
            ("Copy scenario", "copy", self._copy, "Copy the scenario in the list, whole"),
            ("From our lists", "population", chosen.start, "Begin one with our people by age"),
            ("Worked example", "help", chosen.add_example, "Add an illustration: invented"),
            ("Add scenario", "plus", self._begin, "An empty one (Ctrl++)"),
        ):
            made = self.toolbar.add(words, icon, act, hint)
            made.setEnabled(not desk.is_read_only)
        desk.listen(READS, self.read, self, chosen.moved)
        self.read()

    def read(self) -> None:
        """Show every scenario."""
        self._chosen.read()
        told = self._chosen.told
        self.show_empty(self._empty, is_empty=not told and not self._is_begun)
        self.model.show(told)
        if told:
            at_least(self._stage, self._desk.theme.px(compared_height(told)))
            self.chart.show_chart(scenarios_chart(told))
        self._show_compared(told)

    def show_table(self, is_on: bool) -> None:
        """Show what each scenario takes by kind as a table, or as bars."""
        grid = self.compared
        self._stage.setCurrentWidget(grid if is_on and grid is not None else self.chart)

    def show_record(self, scenario_id: int) -> None:
        """Go to a scenario."""
        self.grid.select_record(scenario_id)

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def _copy(self) -> None:
        row: Worked | None = self.grid.current_row
        self._chosen.copy(row)

    def _show_compared(self, told: Sequence[Worked]) -> None:
        """Lay the scenarios side by side; their columns are made again where they differ."""
        columns, rows = by_kind_columns(told), by_kind_rows(told)
        old = self.compared
        if old is not None and _titles(old.model.columns) == _titles(columns):
            old.model.columns = columns
            old.model.show(rows)
            return
        model: TableModel[KindComparedRow] = TableModel(columns, noun="kind of staff")
        model.show(rows)
        self.compared = Grid(self._desk, model, "Scenarios side by side, required WTE")
        model.setParent(self.compared)
        self._stage.addWidget(self.compared)
        if old is not None:
            self._stage.removeWidget(old)
            old.deleteLater()
        self.show_table(self._as_table.isChecked())

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        px = self._desk.theme.px
        self.grid.setFixedHeight(px(LIST))
        at_least(self._stage, px(LEAST_COMPARED))
        column.addWidget(self.grid)
        column.addWidget(self._stage, 1)
        return whole


def _titles(columns: Sequence[Column[Any]]) -> list[tuple[str, str]]:
    return [(column.key, column.title) for column in columns]
