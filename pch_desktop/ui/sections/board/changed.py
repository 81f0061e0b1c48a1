"""What changed since the last pack, and who did what, on the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent

from pch_desktop.reports import pack_changes, pack_work
from pch_desktop.reports.table import Column
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board.changes import Changes
from pch_desktop.ui.table_model import TableModel

TITLES = (pack_changes.TITLE, pack_work.TITLE)
COLUMNS = (pack_changes.CHANGED, pack_work.WORK)
NOUNS = ("change", "section")
READING = "Reading the figures of then and now…"
NONE_YET = "No pack has been issued up to this month, so there is nothing to compare with."
NOTHING = "Nothing differs from {}."


class ChangedView(FoundSheet):
    """One of the two tables of what changed."""

    def __init__(self, desk: Desk, changes: Changes, which: int) -> None:
        self._desk, self._changes, self._which = desk, changes, which
        edits: Edits[Any] = Edits(desk)
        columns: tuple[Column[Any], ...] = COLUMNS[which]
        model = TableModel(columns, edits, noun=NOUNS[which])
        title = TITLES[which]
        super().__init__(Grid(desk, model, title, key=f"board {title.lower()}"))
        self.add_columns()
        self.toolbar.add("Last issued", "history", self._last, "Compare with the pack issued last")
        self._none = EmptyState(
            desk, "pack", NONE_YET, ("Make the pack", lambda: desk.command("export_pack"))
        )
        changes.told.connect(self._show)
        desk.listen((), self.read, self)

    def read(self) -> None:
        """Have what changed read beside the window."""
        self._changes.read()
        if self._changes.is_reading:
            self.toolbar.set_aside(READING)
        else:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    def _show(self) -> None:
        last, tables = self._changes.last, self._changes.tables
        title = TITLES[self._which]
        table = next((each for each in tables if each.title == title), None)
        self.toolbar.set_aside("")
        if table is not None:
            self.grid.model.columns = table.columns
        self.grid.model.show(table.rows if table is not None else ())
        self.show_empty(self._none, is_empty=last is None)
        words = f"{last.edition} of {last.month.words}" if last else ""
        told = table.notes or (table.subtitle,) if table else (NOTHING.format(words),)
        self.tell(told[0])
        self.tell_notes(*told[1:])

    def _last(self) -> None:
        self._changes.choose(None)
        self.read()
