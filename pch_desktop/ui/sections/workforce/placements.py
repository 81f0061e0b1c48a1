"""Placements: learners at the practices, who they are and who supervises them."""

from __future__ import annotations

from pch_desktop.reports import workforce_training as report
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import population, workforce
from pch_desktop.store.workforce import PlacementRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import training_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.names import Names
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "workforce placements"
READS = frozenset({"placement", "practice", "person", "assignment"})
PURPOSE = (
    "Write down who learns at the practices: from which college, for how many weeks, and who "
    "supervises them. Who the learners are is not kept."
)


class PlacementsView(FoundSheet):
    """Learners on placement, the latest first."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._names = Names()
        edits = asks.placement_edits(desk, self._names, lambda _value: desk.month.first)
        self._model: TableModel[PlacementRow] = TableModel(
            report.PLACEMENTS, edits, noun="placement"
        )
        super().__init__(Grid(desk, self._model, "Placements", key=KEY))
        hide_at_first(desk, self.grid, KEY, "learner_weeks")
        if not desk.layout(KEY):
            self._model.arrange(sorts=(("starts_on", True),))
        self.add_groups({"learner": lambda row: shown(row.learner_kind.value),
                         "practice": lambda row: row.practice or "No practice named"})  # fmt: skip
        self.add_columns()
        self.add_adding("Add placement")
        self.offer_beginning("population", PURPOSE, "Add the first placement")
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show all placements."""
        read = self._desk.file.read
        self._names.know(read(workforce.workers, self._at.day))
        practices = [row.name for row in read(population.practices, self._desk.month)]
        self._model.columns = worded(
            self._model.columns, practice=practices, supervisor=self._names.offered
        )
        rows = read(workforce.placements)
        self.show_rows(rows)
        self.tell(report.placements_finding(rows, self._at.day))
        self.toolbar.set_aside(plural(len(rows), "placement") if rows else "")
