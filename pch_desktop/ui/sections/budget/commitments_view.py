"""What the locality bound itself to spend, and what that leaves of a line."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports import budget_delegation as report
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.budget import commitments, delegation
from pch_desktop.store.budget.commitments import CommitmentRow, LeftRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.budget import register_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.moved_view import line_names, partner_names
from pch_desktop.ui.sections.budget.register_view import Register, RegisterView

PURPOSE = (
    "From the delegated phase on, write down what the locality has bound itself to spend, so that "
    "each line shows what is really left. An office commits up to its limit and no further."
)


class CommitmentsView(RegisterView):
    """The commitments by line, with what is left of the line chosen."""

    def __init__(self, desk: Desk) -> None:
        hint = "Choose a commitment to see what is left of its line."
        self.inspector = Inspector(desk, hint, 260)
        self.facts = self.inspector.add_facts("Budget", "Actual to date", "Still to come", "Left")
        self._left: Mapping[int, LeftRow] = {}
        super().__init__(desk, REGISTER, asks.edits(desk, "commitments"), self.inspector)
        self.add_groups({"line": lambda row: row.line})
        self.grid.row_changed.connect(self._show_left)

    def show_figures(self, figures: Figures) -> None:
        """Show the commitments of the year at hand."""
        rows = self._desk.file.read(commitments.lines_left, figures.month)
        self._left = {row.id: row for row in rows}
        super().show_figures(figures)
        self._show_left(self.grid.current_row)

    def _show_left(self, row: CommitmentRow | None) -> None:
        left = None if row is None else self._left.get(row.line_id)
        if left is None:
            self.inspector.show_nothing()
            return
        self.inspector.show_record(left.name, standing_of(left))
        pence = (left.budget_pence, left.spent_pence, left.to_come_pence, left.left_pence)
        *parts, rest = (written(each, Kind.MONEY) for each in pence)
        shown = f"{rest} = {' − '.join(parts)}" if rest else ""
        self.facts.show_facts(*parts, shown)


def standing_of(row: LeftRow) -> Standing:
    """Return whether a line has something left, in a shape and words."""
    if row.left_pence is None:
        return Standing(UNKNOWN, "Not known")
    amount = written(abs(row.left_pence), Kind.MONEY)
    if row.left_pence < 0:
        return Standing(WORSE, f"{amount} too much")
    return Standing(BETTER, f"{amount} left")


def _offices(desk: Desk, _figures: Figures) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.holder for row in desk.file.read(delegation.delegation)))


REGISTER = Register(
    name="Commitments",
    key="commitments",
    noun="commitment",
    columns=lambda _figures: report.COMMITMENTS,
    read=lambda desk, figures: desk.file.read(commitments.commitments, figures.month),
    finding=lambda rows, _figures: report.commitments_finding(rows),
    purpose=PURPOSE,
    first="Add the first commitment",
    hidden=("to_come", "partner", "reference"),
    choices={"line": line_names, "holder": _offices, "partner": partner_names},
)
