"""What is done about every open risk: what is not done on top, the first due first."""

from __future__ import annotations

from pch_desktop.reports.board_mitigations import MITIGATIONS, finding, progress
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import MitigationRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import risk_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

READS = frozenset({"risk", "risk_mitigation"})
PURPOSE = (
    "Write down what is to bring each risk down, by whom and by when. Add the risk first; "
    "then its reference, such as R1, and what is to be done."
)


class MitigationsView(FoundSheet):
    """The mitigations of all open risks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[MitigationRow] = Edits(
            desk,
            {key: asks.of_mitigation(key) for key in asks.PART},
            asks.adding_mitigation,
            asks.removing_mitigations,
        )
        self._model = TableModel(MITIGATIONS, edits, noun="mitigation")
        super().__init__(Grid(desk, self._model, "Mitigations", key="board mitigations"))
        self.add_groups({"risk": lambda row: f"{row.reference} {row.risk}", "standing": progress})
        self.add_columns()
        self.add_adding("Add mitigation")
        self.offer_beginning("check", PURPOSE, "Add the first mitigation")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the mitigations as they stand at the end of the month at hand."""
        read, day = self._desk.file.read, self._desk.month.last
        rows = read(board.mitigations, day)
        references = [row.reference for row in read(board.risks, day) if row.is_open]
        self._model.columns = worded(self._model.columns, reference=references)
        self.show_rows(rows)
        self.tell(finding(rows))
        self.toolbar.set_aside(plural(len(rows), "mitigation") if rows else "")
