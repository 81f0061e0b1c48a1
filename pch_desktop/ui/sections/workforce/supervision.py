"""Supervision: who supervises whom, how often, and when it is next due."""

from __future__ import annotations

from pch_desktop.reports import workforce_training as report
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import workforce
from pch_desktop.store.workforce import SupervisionRow
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import training_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.names import Names
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "workforce supervision"
READS = frozenset({"supervision", "person", "assignment"})
PURPOSE = (
    "Write down who supervises whom and how often. What is overdue comes first, and is counted "
    "among the things that need attention."
)


class SupervisionView(FoundSheet):
    """Who supervises whom, what is overdue first."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._names = Names()
        edits = asks.supervision_edits(desk, self._names)
        columns = report.supervision_columns(at.day)
        self._model: TableModel[SupervisionRow] = TableModel(columns, edits, noun="supervision")
        super().__init__(Grid(desk, self._model, "Supervision", key=KEY))
        self.add_groups({"supervisor": lambda row: row.supervisor,
                         "what it is in": lambda row: shown(row.kind.value)})  # fmt: skip
        self.add_columns()
        self.add_adding("Add supervision")
        hint = "The lines selected took place on the day shown"
        self._held = self.toolbar.add("Was held", "check", self.hold, hint)
        self._held.setEnabled(not desk.is_read_only)
        self.offer_beginning("workforce", PURPOSE, "Add the first supervision")
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show supervision as it stands on the day."""
        day = self._at.day
        self._names.know(self._desk.file.read(workforce.workers, day))
        offered = self._names.offered
        columns = report.supervision_columns(day)
        self._model.columns = worded(columns, supervisee=offered, supervisor=offered)
        rows = self._desk.file.read(workforce.supervisions, day)
        self.show_rows(rows)
        self.tell(report.supervision_finding(rows, day))
        self.toolbar.set_aside(plural(len(rows), "supervision") if rows else "")

    def hold(self) -> None:
        """Say that what is selected took place on the day shown, as one step."""
        lines = [self._model.row_at(at) for at in self.grid.view.area().lines]
        rows = [row for row in lines if row is not None]
        if rows:
            change = asks.hold(rows, self._at.day)
            self._desk.attempt(lambda: carry_out(self._desk, change.label, [change]))
