"""What the tables of the shadow budget tell of their figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from pch_desktop.domain.budget import Method
from pch_desktop.reports import budget_explained as report
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.explained import Explanation
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.explaining import Explains, Go, goes_in

METHODS: Mapping[str, int] = {method.name.lower(): at for at, method in enumerate(Method)}
SAME = frozenset({"annual", "outturn", "outturn_variance"})
"""Columns of the forecasts that are those of the finance table."""
SCREENS = {"Population": "population"}
"""Facts that another section keeps."""
SECTION = "budget"


def goes_by(desk: Desk) -> Go:
    """Return what leads to where a fact of the budget is kept."""
    return goes_in(desk, SECTION, SCREENS)


class BudgetExplains:
    """Explains the figures of the views of the budget; each view says which rows it shows."""

    def __init__(
        self,
        desk: Desk,
        rows: Callable[[], Sequence[StandingRow]],
    ) -> None:
        """Take the file and the month, and the lines of the finance table as they are now."""
        self._desk, self._rows = desk, rows
        self._go = goes_by(desk)
        self.of_lines = self._explains(self._line)
        self.of_actuals = self._explains(partial(self._month, is_actual=True))
        self.of_budgets = self._explains(partial(self._month, is_actual=False))
        self.of_forecasts = self._explains(self._forecast)

    def _explains(self, tell: Callable[[Any, str], Explanation | None]) -> Explains:
        return Explains(tell, self._go)

    def _line(self, row: StandingRow, key: str) -> Explanation | None:
        key = "outturn_variance" if key == "bar" else key
        now = self._row(row.id) or row  # A view out of sight holds its rows of before.
        return report.explain(self._desk.file, self._desk.month, now, key)

    def _month(self, line: LineRow, key: str, *, is_actual: bool) -> Explanation | None:
        row = self._row(line.id)
        if row is None:
            return None
        if key in {"so_far", "year"}:
            return report.explain_year(
                self._desk.file, self._desk.month, row, is_actual=key == "so_far"
            )
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
