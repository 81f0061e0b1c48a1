"""What is to tell whether initiatives work: where each began, is, and is to go."""

from __future__ import annotations

from pch_desktop.reports.board_milestones import MEASURES, measured
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import MeasureRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import initiative_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

READS = frozenset({"initiative", "milestone", "initiative_measure"})
PURPOSE = (
    "Write down what is to tell whether an initiative works: where it began, where it is to go, "
    "and what was measured last. Add the initiative first."
)


class MeasuresView(FoundSheet):
    """The measures of every initiative."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[MeasureRow] = Edits(
            desk,
            {key: asks.of_measure(key) for key in asks.MEASURE},
            asks.adding_measure,
            asks.removing_measures,
        )
        self._model = TableModel(MEASURES, edits, noun="measure")
        super().__init__(Grid(desk, self._model, "Measures of initiatives", key="board measures"))
        self.add_groups({"initiative": lambda row: row.initiative})
        self.add_columns()
        self.add_adding("Add measure")
        self.offer_beginning("chart", PURPOSE, "Add the first measure")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the measures as last told."""
        read = self._desk.file.read
        rows = read(board.measures)
        held = [row.name for row in read(board.initiatives, self._desk.month.last)]
        self._model.columns = worded(self._model.columns, initiative=held)
        self.show_rows(rows)
        self.tell(measured(rows))
        self.toolbar.set_aside(plural(len(rows), "measure") if rows else "")
