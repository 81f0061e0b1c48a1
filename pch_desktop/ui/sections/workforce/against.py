"""The posts against the lines of the budget that pay for them."""

from __future__ import annotations

from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_budget import AGAINST, against, against_finding
from pch_desktop.store import workforce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import Finding, plain_grid

READS = frozenset(
    {"post", "assignment", "role", "pay_rate", "on_cost_rate", "reference_value", "budget_line",
     "budget_version", "virement", "budget_adjustment", "baseline_part", "line_month"}
)  # fmt: skip
EMPTY = (
    "What posts cost is set here against the lines of the budget that pay for them. No post is "
    "funded in this year."
)
CHOOSE = "Choose a budget line first; posts without one are given theirs under Posts."


class AgainstView(Sheet):
    """One line for each line of the budget that posts are paid from."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        name, key = "Posts against the budget", "workforce against"
        self.grid = plain_grid(desk, AGAINST, name, key, "budget line")
        super().__init__(desk, self.grid)
        self.finding = Finding(self)
        action = ("Go to posts", lambda: desk.visit("workforce", "Posts"))
        self._empty = EmptyState(desk, "budget", EMPTY, action)
        self.toolbar.add("Open the line", "budget", self._open, "Show it under Shadow budget")
        self.toolbar.add("Filter", "filter", self.grid.open_filter, "Find lines (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        self.grid.view.doubleClicked.connect(self._open)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the lines of the month's year, with the posts of the day."""
        month, file = self._desk.month, self._desk.file
        rows = against(file, month, file.read(workforce.posts, self._at.day))
        self.grid.model.show(rows)
        self.show_empty(self._empty, is_empty=not rows)
        self.finding.tell(against_finding(rows, month.financial_year) if rows else "")
        self.toolbar.set_aside(plural(sum(row.posts for row in rows), "post") if rows else "")

    def _open(self, *_index: object) -> None:
        row = self.grid.current_row
        if row is None or not row.is_line:
            self.grid.refuse(CHOOSE)
            return
        self._desk.go("budget", row.id)
