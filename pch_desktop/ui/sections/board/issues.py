"""Issues for escalation: what is stuck, to whom it is taken, what they are asked, by when."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports.board_issues import ISSUES, finding, standing
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import board, partners
from pch_desktop.store.board import IssueRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import issue_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board issues"
READS = frozenset({"board_issue", "forum", "risk"})
PURPOSE = (
    "Write down what has gone wrong or is stuck: how heavily it weighs, which forum it is taken "
    "to, what that is asked to decide, and by when. Add the first issue."
)
HIDDEN = ("detail", "raised_on", "owner", "closed_on")


class IssuesView(FoundSheet):
    """The issues: what waits for a decision first, the heaviest on top."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[IssueRow] = Edits(
            desk, {key: asks.of_issue(key) for key in asks.ISSUE}, self._add, asks.removing_issues
        )
        self._model = TableModel(ISSUES, edits, noun="issue")
        super().__init__(Grid(desk, self._model, "Issues for escalation", key=KEY))
        hide_at_first(desk, self.grid, KEY, *HIDDEN)
        self.add_groups({"standing": standing, "forum": _forum, "severity": _severity})
        self.add_columns()
        self.add_adding("Add issue")
        self.offer_beginning("warning", PURPOSE, "Add the first issue")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the issues as they stand at the end of the month at hand."""
        read, day = self._desk.file.read, self._desk.month.last
        rows = read(board.issues, day)
        self._model.columns = worded(
            self._model.columns,
            forum=[row.name for row in read(partners.forums, day)],
            risk=[row.reference for row in read(board.risks, day) if row.is_open],
        )
        self.show_rows(rows)
        self.tell(finding(rows))
        self.toolbar.set_aside(plural(len(rows), "issue") if rows else "")

    def _add(self, values: Mapping[str, Value]) -> Change:
        return asks.adding_issue(self._desk.month.last, values)


def _forum(row: IssueRow) -> str:
    return row.forum or "To no forum yet"


def _severity(row: IssueRow) -> str:
    return shown(row.severity.value)
