"""Lines with the steps their budgets are built by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pch_desktop.reports import budget_build as report
from pch_desktop.reports.budget_build import RATE_TITLES, BuildRow
from pch_desktop.reports.budget_build_checks import build_checks
from pch_desktop.reports.budget_explained_build import explain_build
from pch_desktop.reports.explained import Explanation
from pch_desktop.reports.table import Column
from pch_desktop.store import budget
from pch_desktop.store.budget import BuildRateRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.explaining import Explains
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget import ready
from pch_desktop.ui.sections.budget.columns import wider
from pch_desktop.ui.sections.budget.explained import goes_by
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "A capitated sum is built line by line: what each cost before, grown by dated rates, with the "
    "changes of service. Start from the ready lines and put in what you know."
)
ROOM = {"build": 21, "demographic": 18, "non_demographic": 18, "uplift": 18, "efficiency": 18}
SELDOM = (*(f"{key}_share" for key, _ in RATE_TITLES.values()), "otherwise")


def roomy(columns: tuple[Column[BuildRow], ...]) -> tuple[Column[BuildRow], ...]:
    """Return the columns as wide as the words in them are long."""
    return tuple(
        replace(column, width=ROOM.get(column.key, column.width)) for column in wider(columns)
    )


class BuildView:
    """One line for each budget line, from its baseline to what it is a head."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rates: Sequence[BuildRateRow] = ()
        self._model: TableModel[BuildRow] = TableModel(
            roomy(report.build_columns({}, is_net=False)), Edits(desk, self._cells()), noun="line"
        )
        self.grid = Grid(desk, self._model, "How the lines are built", key="budget build")
        self.grid.explains = Explains(self._explain, goes_by(desk))
        if not desk.layout("budget build"):
            self.grid.columns.hide(*SELDOM)
        self.sheet = Sheet(desk, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        begin = ("Start from the ready lines", lambda: ready.add_standard(desk))
        self._empty = EmptyState(desk, "budget", PURPOSE, begin, imports="Import a workbook")
        self._model.done.connect(self._told)

    def show_figures(self, figures: Figures) -> None:
        """Show how the lines of the year at hand are built."""
        file = self._desk.file
        total = file.read(budget.annual_sum, figures.month)
        self._rates = file.read(budget.build_rates, figures.month.financial_year)
        rows = report.build_rows(figures.lines, self._rates, total.people if total else None)
        is_net = file.read(budget.is_net_uplift)
        columns = report.build_columns(report.offered(self._rates), is_net=is_net)
        self._model.columns = roomy(columns)
        self._model.show(rows)
        self.grid.view.header.viewport().update()
        self.sheet.show_empty(self._empty, is_empty=not rows)
        self.sheet.toolbar.set_aside(report.build_finding(rows) if rows else "")
        self._check(rows)

    def _explain(self, row: BuildRow, key: str) -> Explanation | None:
        return explain_build(self._desk.file, self._desk.month, row, key)

    def _check(self, rows: Sequence[BuildRow]) -> None:
        found = build_checks(rows)
        if not found:
            self.sheet.strip.hide()
            return
        count = f"1 of {len(found)}: " if len(found) > 1 else ""
        show = ("Show the line", lambda: self.grid.select_record(found[0].line_id, "build"))
        self.sheet.strip.tell(f"{count}{found[0].sentence}", Tone.WARNING, show)

    def _told(self, label: str, _result: object) -> None:
        if label.endswith(asks.BY_HAND):
            self.grid.say(f"{label}. Say where it was read under Rates.")

    def _cells(self) -> dict[str, CellEdit[BuildRow]]:
        cells: dict[str, CellEdit[BuildRow]] = {
            key: asks.rate(kind, lambda: self._rates) for kind, (key, _) in RATE_TITLES.items()
        }
        return cells | {
            "build": asks.build,
            "baseline": asks.baseline,
            "non_recurrent": asks.money("non_recurrent_pence"),
            "as_set": asks.money("annual_pence"),
        }
