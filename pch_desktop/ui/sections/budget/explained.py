"""What the tables of the shadow budget tell of their figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from pch_desktop.domain.budget import Method
from pch_desktop.reports import budget_explained as report
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.explained import Explanation, Fact
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.explaining import Explains
from pch_desktop.ui.sections.budget.strip import Ways

METHODS: Mapping[str, int] = {method.name.lower(): at for at, method in enumerate(Method)}
SAME = frozenset({"annual", "outturn", "outturn_variance"})
"""Columns of the forecasts that are those of the finance table."""
SCREENS = {"Population": "population"}
"""Facts that another section keeps."""


class BudgetExplains:
    """Explains the figures of the views of the budget; each view says which rows it shows."""

    def __init__(
        self,
        desk: Desk,
        rows: Callable[[], Sequence[StandingRow]],
        ways: Ways,
        show_tab: Callable[[str], None],
    ) -> None:
        """Take what is needed.

        Args:
            desk: the file and the month.
            rows: the lines of the finance table as they are shown.
            ways: the ways to the other views.
            show_tab: brings a view into sight by its title.
        """
        self._desk, self._rows, self._ways, self._show_tab = desk, rows, ways, show_tab
        self.of_lines = Explains(self._line, self._go)
        self.of_actuals = Explains(partial(self._month, is_actual=True), self._go)
        self.of_budgets = Explains(partial(self._month, is_actual=False), self._go)
        self.of_forecasts = Explains(self._forecast, self._go)

    def _line(self, row: StandingRow, key: str) -> Explanation | None:
        key = "outturn_variance" if key == "bar" else key
        return report.explain(self._desk.file, self._desk.month, row, key)

    def _month(self, line: LineRow, key: str, *, is_actual: bool) -> Explanation | None:
        row = self._row(line.id)
        if row is None:
            return None
        if key in {"so_far", "year"}:
            told = "date_actual" if key == "so_far" else "annual"
            return report.explain(self._desk.file, self._desk.month, row, told)
        if not key.startswith("m") or not key[1:].isdecimal():
            return None
        month = self._desk.month.financial_year.months[int(key[1:])]
        return report.explain_month(self._desk.file, month, row, is_actual=is_actual)

    def _forecast(self, row: Any, key: str) -> Explanation | None:
        line = self._row(row.id)
        if line is None:
            return None
        if key in METHODS:
            return report.explain_method(self._desk.file, self._desk.month, line, METHODS[key])
        if key in SAME:
            return report.explain(self._desk.file, self._desk.month, line, key)
        risks = self._desk.file.read(budget.risks, self._desk.month.financial_year)
        return report.explain_forecast(row, risks, key)

    def _row(self, line_id: int) -> StandingRow | None:
        return next((row for row in self._rows() if row.id == line_id), None)

    def _go(self, fact: Fact, row: Any) -> None:
        if fact.goes == "Entries" and row is not None:
            self._ways.show_entries(row.id)
        elif fact.goes in SCREENS:
            self._desk.go(SCREENS[fact.goes])
        else:
            self._show_tab(fact.goes)
