"""The packs that were issued: what, when, by whom; each can be made again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from pch_desktop.exports.issuing import remade
from pch_desktop.exports.making import FORMATS, Wanted, make
from pch_desktop.reports import board_issued as report
from pch_desktop.store import board
from pch_desktop.store.board import IssuedRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.jobs import Job
from pch_desktop.ui.sections.board.changes import Changes
from pch_desktop.ui.table_model import TableModel

PURPOSE = "No pack has been issued yet. An issued pack is kept for ever and can be made again."
AGAIN = "Write the pack as it was issued, in Excel, PDF and Word"


class IssuedView(FoundSheet):
    """Every issued pack, the newest first."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        self._desk, self._changes = desk, changes
        self.job: Job[tuple[Path, ...]] | None = None
        edits: Edits[IssuedRow] = Edits(desk)
        model = TableModel(report.ISSUED, edits, noun="pack")
        super().__init__(Grid(desk, model, "Issued packs", key="board issued"))
        self.again = self.toolbar.add("Make again", "export", self.make_again, AGAIN)
        self.compare = self.toolbar.add(
            "Compare with now", "columns", self.compare_now, "What differs from this pack now"
        )
        verb = ("Make the pack", lambda: desk.command("export_pack"))
        self._none = EmptyState(desk, "pack", PURPOSE, verb)
        desk.listen({"issued_pack"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what was issued."""
        rows = self._desk.file.read(board.issued)
        self.grid.model.show(rows)
        self.show_empty(self._none, is_empty=not rows)
        self.tell(report.issued_finding(rows))
        for verb in (self.again, self.compare):
            verb.setEnabled(bool(rows))

    def make_again(self) -> None:
        """Ask for a folder and write the chosen pack there."""
        row = self._chosen()
        if row is None:
            return
        start = self._desk.preferences.now.pack_folder or str(self._desk.file.path.parent)
        folder = QFileDialog.getExistingDirectory(self, "Choose a folder", start)
        if folder:
            self.write(row, Path(folder))

    def write(self, row: IssuedRow, folder: Path) -> None:
        """Write an issued pack into a folder, in every format."""
        made = self._desk.attempt(lambda: remade(self._desk.file, row.id))
        if made is None or self.job is not None:
            return
        pack = made.result
        wanted = Wanted(FORMATS, pack.audience, with_names=True, left_out=pack.left_out)
        desk = self._desk
        self.again.setEnabled(False)
        self.job = Job(
            self, lambda: make(pack, wanted, folder), self._tell, desk.refused, desk.failed.emit
        )
        self.job.finished.connect(self._over)

    def compare_now(self) -> None:
        """Show what differs between the chosen pack and the figures now."""
        row = self._chosen()
        if row is not None:
            self._changes.choose(row)
            self._desk.visit("board", "Pack/What changed")

    def _chosen(self) -> IssuedRow | None:
        row = self.grid.current_row or next(iter(self.grid.model.rows), None)
        return row if isinstance(row, IssuedRow) else None

    def _tell(self, paths: tuple[Path, ...]) -> None:
        self._desk.say(f"Made again: {', '.join(path.name for path in paths)}.")

    def _over(self) -> None:
        self.job = None
        self.again.setEnabled(True)
