"""The papers of a meeting: who owes which by when, and their front sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QApplication

from pch_desktop.reports import board_papers as report
from pch_desktop.reports.board_front_sheet import call_table, call_words, front_sheet
from pch_desktop.reports.table import Table
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import MeetingRow, PaperRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page_saving import PageSaving
from pch_desktop.ui.sections.board import paper_asks as asks
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand, MeetingChoice, coming
from pch_desktop.ui.sections.board.paper_side import PaperSide
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first

KEY = "board papers"
READS = frozenset({"meeting", "paper"})
FIRST = ("title", "author", "purpose", "status", "due_on", "received_on", "is_confidential")
PURPOSE = (
    "Call for papers: who writes which, by when. Each has a front sheet with its summary, what "
    "is recommended and what it means for money, risk, equality and patients."
)
CALL_HINT = "Who owes which paper by when, to paste into an e-mail"


class PapersView(FoundSheet):
    """The papers of one meeting, with the front sheet of the one chosen at the side."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk, self._at = desk, at
        edits: Edits[PaperRow] = Edits(
            desk,
            {key: asks.of_paper(key) for key in asks.PAPER},
            asks.adding_paper(self._meeting),
            asks.removing_papers,
        )
        self._model = TableModel(report.PAPERS, edits, noun="paper")
        self.side = PaperSide(desk)
        super().__init__(Grid(desk, self._model, "Papers", key=KEY), self.side)
        others = [column.key for column in report.PAPERS if column.key not in FIRST]
        hide_at_first(desk, self.grid, KEY, *others)
        self.choice = MeetingChoice(desk, at, self, coming)
        self.add_columns()
        self.add_adding("Add paper")
        self.toolbar.add("Copy the call", "copy", self.copy_call, CALL_HINT)
        self.saving = PageSaving(desk, self, "Papers", self.tables)
        self.offer_beginning("file", PURPOSE, "Call for the first paper")
        self.grid.row_changed.connect(self.side.show_paper)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the papers of the meeting at hand."""
        meeting = self.choice.read()
        rows = self._desk.file.read(board.papers, meeting.id) if meeting else []
        self.show_rows(rows)
        self.tell(report.papers_sentence(rows, self._desk.month.last))
        self.toolbar.set_aside(plural(len(rows), "paper") if rows else "")
        self.side.show_paper(self.grid.current_row)

    def show_record(self, record_id: int) -> None:
        """Go to a paper, among those of its meeting."""
        self._at.choose(self._desk.file.read(board.meeting_of_paper, record_id))
        super().show_record(record_id)

    def copy_call(self) -> None:
        """Put the call for papers on the clipboard, as the words of an e-mail."""
        meeting = self.choice.row
        if meeting is None:
            self.strip.tell("Plan a meeting first, among the meetings.", Tone.NOTE)
            return
        QApplication.clipboard().setText(call_words(meeting, self._rows()))
        self.strip.tell("The call for papers is copied. Paste it into an e-mail.", Tone.NOTE)

    def tables(self, *, with_names: bool) -> Sequence[Table[Any]]:
        """Return what is printed: the front sheet of the paper chosen, or all; and the call."""
        chosen: PaperRow | None = self.grid.current_row
        rows = self._rows()
        told = [chosen] if chosen is not None else rows
        sheets = [front_sheet(row, with_names=with_names) for row in told]
        return (*sheets, call_table(rows, with_names=with_names))

    def _rows(self) -> Sequence[PaperRow]:
        return self._model.rows

    def _meeting(self) -> MeetingRow | None:
        return self.choice.row
