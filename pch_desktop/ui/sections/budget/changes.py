"""Changes of service that are proposed or approved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pch_desktop.reports.budget_build_checks import proposals
from pch_desktop.reports.budget_changes import CHANGES, changes_finding
from pch_desktop.store import budget
from pch_desktop.store.budget import AdjustmentRow, LineRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = (
    "A change of service adds to a line's budget or takes from it: a clinic that opens, beds that "
    "close. It counts from the day it was approved."
)


class ChangesView:
    """One line for each change; what comes from the double-payment register is read only."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk = desk
        self._lines: Sequence[LineRow] = ()
        cells: dict[str, CellEdit[AdjustmentRow]] = {
            key: asks.of_change(key) for key in asks.CHANGE_FIELDS
        }
        cells["line"] = asks.change_line(lambda: self._lines)
        adding = asks.adding_change(lambda: self._lines)
        edits = Edits(desk, cells, adding, asks.removing_changes)
        self._model: TableModel[AdjustmentRow] = TableModel(CHANGES, edits, noun="change")
        self.grid = Grid(desk, self._model, "Changes of service", key="budget changes")
        self.sheet = TableSheet(self.grid)
        self.sheet.add_columns()
        self.sheet.add_adding("Add change")
        hint = "Where the savings of services moved from hospital are kept"
        self.sheet.toolbar.add("Double-payment register", "right", ways.show_registers, hint)
        self.sheet.offer_beginning("budget", PURPOSE, "Add the first change")

    def show_figures(self, figures: Figures) -> None:
        """Show the changes of the version at hand."""
        self._lines = figures.lines
        names = tuple(line.name for line in figures.lines)
        self._model.columns = tuple(
            replace(column, words=names) if column.key == "line" else column for column in CHANGES
        )
        year = figures.year
        rows = self._desk.file.read(budget.adjustments, year.version_id) if year else []
        self.sheet.show_rows(rows)
        self.sheet.toolbar.set_aside(changes_finding(rows) if rows else "")
        waiting = proposals(rows)
        if waiting:
            self.sheet.strip.tell(waiting[0].sentence, Tone.WARNING)
        else:
            self.sheet.strip.hide()
