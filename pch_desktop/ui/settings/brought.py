"""The files that were brought in, and what each adds up to as a whole."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.reports.locality import BATCHES, CONTROLS
from pch_desktop.reports.words import plural
from pch_desktop.store import locality
from pch_desktop.store.locality import BatchRow, ControlRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

READS = frozenset({"import_batch", "control_total"})
PURPOSE = (
    "Every file brought in is listed here, with how many of its rows were kept and left out. "
    "Bring in an official file or your own workbook."
)


class BroughtView(Sheet):
    """The files, newest first, over the control totals of the one chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        files: TableModel[BatchRow] = TableModel(BATCHES, noun="file")
        totals: TableModel[ControlRow] = TableModel(CONTROLS, noun="total")
        self.files = Grid(desk, files, "Files brought in", key="files brought in")
        self.totals = Grid(desk, totals, "Control totals", key="control totals")
        self._of = label("", "card_title", wrap=True)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.files, 3)
        column.addWidget(self._of)
        column.addWidget(self.totals, 2)
        both.setFocusProxy(self.files)
        super().__init__(desk, both)
        self._empty = EmptyState(
            desk, "import", PURPOSE, ("Bring in a file", lambda: desk.command("import"))
        )
        self.toolbar.add("Filter", "filter", self.files.open_filter, "Find files (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.files.columns.menu)
        self.files.row_changed.connect(self._show_totals)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what was brought in."""
        rows = self._desk.file.read(locality.batches)
        self._controls = self._desk.file.read(locality.control_totals)
        self.files.model.show(rows)
        self.show_empty(self._empty, is_empty=not rows)
        self.toolbar.set_aside(plural(len(rows), "file") if rows else "")
        if rows and self.files.current_row is None:
            self.files.select_record(rows[0].id)
        self._show_totals(self.files.current_row)

    def _show_totals(self, row: BatchRow | None) -> None:
        found = [one for one in self._controls if row is not None and one.batch_id == row.id]
        self.totals.model.show(found)
        self.totals.setVisible(bool(found))
        if row is None:
            self._of.setText("")
        elif found:
            self._of.setText(f"What {row.file_name} adds up to as a whole")
        else:
            self._of.setText(f"{row.file_name} has no totals of its own to compare with.")
