"""The risk register: each risk with its scores, and the whole of it at the side."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports import board_risks as report
from pch_desktop.reports.board_risk_words import finding
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import board, partners
from pch_desktop.store.board import RiskRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import risk_asks as asks
from pch_desktop.ui.sections.board.risk_side import RiskSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board risks"
READS = frozenset({"risk", "risk_score", "risk_mitigation", "partner", "setting"})
PURPOSE = (
    "Write down what could go wrong: cause, event, effect, and how it scores, 1 to 5 by 1 to 5, "
    "with nothing done, now, and aimed at. Add the first risk."
)
SEEN = frozenset(
    {"reference", "title", "current_consequence", "current_likelihood", "current",
     "band", "trend", "target", "appetite", "mitigations", "owner", "review_on"}
)  # fmt: skip
"""The columns to begin with; the others are in the menu of columns."""


class RisksView(FoundSheet):
    """The risks, the heaviest first, with all about the one chosen at the side."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[RiskRow] = Edits(
            desk, {key: asks.of_risk(key) for key in asks.RISK}, self._add, asks.removing_risks
        )
        columns = report.in_bands(each for each in report.RISKS if each.key != "words")
        self._model = TableModel(columns, edits, noun="risk")
        self.side = RiskSide(desk)
        super().__init__(Grid(desk, self._model, "Risks", key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, *(each.key for each in columns if each.key not in SEEN))
        self.add_groups({"category": _category, "band": _band, "status": _status})
        self.add_columns()
        self.add_adding("Add risk")
        self.toolbar.add("Looked at", "check", self.review, "Write down that it was reviewed")
        self.offer_beginning("warning", PURPOSE, "Add the first risk")
        self.grid.row_changed.connect(self.side.show_risk)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the risks as they stand at the end of the month at hand."""
        read = self._desk.file.read
        rows = read(board.risks, self._desk.month.last)
        self._model.columns = worded(self._model.columns, partner=read(partners.names))
        self.show_rows(rows)
        self.tell(finding(rows))
        late = sum(row.is_review_late for row in rows)
        self.toolbar.set_aside(f"{plural(late, 'review')} due" if late else "")

    def review(self) -> None:
        """Write down that the chosen risk was looked at by the end of the month at hand."""
        row, day = self.grid.current_row, self._desk.month.last
        if isinstance(row, RiskRow):
            label = f"Look at {row.reference} again"
            self._desk.edit(label, board.set_risk, row.id, "reviewed_on", day, day)

    def _add(self, values: Mapping[str, Value]) -> Change:
        return asks.adding_risk(self._desk.month.last, values)


def _category(row: RiskRow) -> str:
    return shown(row.category.value)


def _band(row: RiskRow) -> str:
    return row.band.value if row.band else "Not scored"


def _status(row: RiskRow) -> str:
    return shown(row.status.value)
