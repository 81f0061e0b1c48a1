"""What-ifs: a list of them, what the chosen one supposes, and all of them side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pch_desktop.domain.budget_plan import ScenarioKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget_scenarios import (
    SUPPOSALS,
    TOTALS,
    ComparedRow,
    ScenarioTotal,
    SupposedRow,
    compared_columns,
    compared_rows,
    scenario_total,
    supposed_rows,
)
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.store.budget import ScenarioRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label, relook
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.budget import risk_asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "Ask what the year would cost if something were so: a line with a sum added, changed by a "
    "share, or set. The real figures stay as they are, and several answers stand side by side."
)
LIST_HEIGHT = 168
"""Three what-ifs, their headings and the empty line are seen at once."""
LIST_LEAST, LINES_LEAST = 116, 224
"""Where there is less room, as with large letters, the page scrolls."""


class WhatIfView:
    """The what-ifs of a year over the lines of the one chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._scenarios: Sequence[ScenarioRow] = ()
        self._shown: ScenarioRow | None = None
        self._is_begun = False
        self._totals = TableModel(TOTALS, self._scenario_edits(), noun="what-if")
        self.list = Grid(desk, self._totals, "What-ifs", key="budget what-ifs")
        self._lines = TableModel(SUPPOSALS, self._line_edits(), noun="line")
        self.grid = Grid(desk, self._lines, "What is supposed of each line", key="budget supposals")
        self.compared: Grid | None = None
        self._title = label("", "card_title")
        self._stage = QStackedWidget()
        self._stage.addWidget(self.grid)
        self.sheet = Sheet(desk, self._laid_out())
        self._verbs()
        self._empty = EmptyState(desk, "chart", PURPOSE, ("Add the first what-if", self._begin))
        self.list.row_changed.connect(self._chosen)

    @property
    def is_compared(self) -> bool:
        """Whether the what-ifs stand side by side."""
        return self._stage.currentWidget() is self.compared

    def show_figures(self, figures: Figures) -> None:
        """Show the what-ifs of the year at hand, on the lines as they are."""
        self._figures = figures
        self._scenarios = self._desk.file.read(budget.scenarios, figures.month.financial_year)
        self._totals.show([scenario_total(figures.rows, each) for each in self._scenarios])
        self._is_begun = self._is_begun and not self._scenarios
        self.sheet.show_empty(self._empty, is_empty=not self._scenarios and not self._is_begun)
        self.sheet.toolbar.set_aside(
            plural(len(self._scenarios), "what-if") if self._scenarios else ""
        )
        by_id = {each.id: each for each in self._scenarios}
        kept = by_id.get(self._shown.id) if self._shown else None
        self._shown = kept or next(iter(self._scenarios), None)
        self._show_lines()

    def show_changes(self) -> None:
        """Show what the chosen what-if supposes of each line."""
        self._turn(self.grid)

    def compare(self) -> None:
        """Show all what-ifs side by side, beside the real figures."""
        self._show_compared()
        if self.compared is not None:
            self._turn(self.compared)

    def _chosen(self, total: ScenarioTotal | None) -> None:
        found = next((each for each in self._scenarios if total and each.id == total.id), None)
        if found is not None and found is not self._shown:
            self._shown = found
            self._show_lines()

    def _show_lines(self) -> None:
        rows = self._figures.rows if self._figures else ()
        self._lines.show(supposed_rows(rows, self._shown) if self._shown else ())
        if self.is_compared:
            self._show_compared()
        self._name_stage()

    def _show_compared(self) -> None:
        """Lay the what-ifs side by side; their columns are made again where they differ."""
        columns = compared_columns(self._scenarios)
        rows = compared_rows(self._figures.rows if self._figures else (), self._scenarios)
        old = self.compared
        if old is not None and _titles(old.model.columns) == _titles(columns):
            old.model.columns = columns
            old.model.show(rows)
            return
        model: TableModel[ComparedRow] = TableModel(columns, noun="line")
        model.show(rows)
        self.compared = Grid(self._desk, model, "What-ifs side by side")
        self._stage.addWidget(self.compared)
        if old is not None:
            was_in_sight = self._stage.currentWidget() is old
            self._stage.removeWidget(old)
            old.deleteLater()
            if was_in_sight:
                self._stage.setCurrentWidget(self.compared)

    def _turn(self, grid: Grid) -> None:
        self._stage.setCurrentWidget(grid)
        for made, is_on in zip(self._switch, (not self.is_compared, self.is_compared), strict=True):
            made.setChecked(is_on)
            relook(made, "look", "strong" if is_on else "")
        self._name_stage()

    def _name_stage(self) -> None:
        name = self._shown.name if self._shown else ""
        is_side = self.is_compared
        self._title.setText("All what-ifs, outturn £000" if is_side else f"If: {name}")
        self._title.setVisible(is_side or bool(name))

    def _begin(self) -> None:
        self._is_begun = True
        self.sheet.show_empty(self._empty, is_empty=False)
        self.list.add()

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        px = self._desk.theme.px
        self.list.setMinimumHeight(px(LIST_LEAST))
        self.list.setMaximumHeight(px(LIST_HEIGHT))
        self._stage.setMinimumHeight(px(LINES_LEAST))
        column.addWidget(self.list)
        column.addWidget(self._title)
        column.addWidget(self._stage, 1)
        return scrolling(whole, self.list)

    def _verbs(self) -> None:
        add = self.sheet.toolbar.add
        self._switch = (
            add("Lines", "table", self.show_changes, "What the chosen what-if supposes"),
            add("Side by side", "columns", self.compare, "All what-ifs beside the real figures"),
        )
        for made in self._switch:
            made.setCheckable(True)
        add("Filter", "filter", self._filter, "Show the lines that hold words (Ctrl+F)")
        made = add("Add what-if", "plus", self._begin, "A new what-if at the end of the list")
        made.setEnabled(not self._desk.is_read_only)
        self._turn(self.grid)

    def _filter(self) -> None:
        (self.compared if self.is_compared and self.compared else self.grid).open_filter()

    def _scenario_edits(self) -> Edits[ScenarioTotal]:
        return Edits(
            self._desk,
            {"name": risk_asks.of_scenario("name"), "note": risk_asks.of_scenario("note")},
            lambda values: risk_asks.adding_scenario(self._desk.month.financial_year, values),
            risk_asks.removing_scenarios,
        )

    def _line_edits(self) -> Edits[SupposedRow]:
        kinds = {
            "add": ScenarioKind.ADD,
            "share": ScenarioKind.SHARE,
            "set": ScenarioKind.SET,
        }
        cells: dict[str, Callable[[SupposedRow, Value], Change]] = {
            key: partial(self._supposing, kind) for key, kind in kinds.items()
        }
        return Edits(self._desk, {**cells, "words": self._words})

    def _supposing(self, kind: ScenarioKind, row: SupposedRow, value: Value) -> Change:
        return risk_asks.supposing(self._scenario_id, kind, row, value)

    def _words(self, row: SupposedRow, value: Value) -> Change:
        return risk_asks.supposed_words(self._scenario_id, row, value)

    @property
    def _scenario_id(self) -> int:
        if self._shown is None:
            raise Refusal("Add a what-if first.")
        return self._shown.id


def _titles(columns: Sequence[object]) -> list[tuple[str, str]]:
    return [(getattr(column, "key", ""), getattr(column, "title", "")) for column in columns]
