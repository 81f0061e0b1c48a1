"""The agenda of a meeting: lines by the running clock, numbered by their order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from pch_desktop.reports import board_agenda as report
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow, MeetingRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import agenda_asks as asks
from pch_desktop.ui.sections.board.agenda_side import AgendaSide
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand, MeetingChoice, coming
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "board agenda"
READS = frozenset({"meeting", "agenda_line", "paper", "interest", "interest_declared"})
CELLS = ("reference", "title", "lead", "minutes", "purpose", "paper", "is_confidential")
PURPOSE = (
    "Write the agenda: what comes up, who leads it, for how many minutes and what the board is "
    "asked to do. The clock and the numbers follow from the order."
)
MOVES = {"Up (Alt+Up)": ("Alt+Up", -1), "Down (Alt+Down)": ("Alt+Down", 1)}


class AgendaView(FoundSheet):
    """The lines of one meeting's agenda."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk, self._at = desk, at
        edits: Edits[AgendaRow] = Edits(
            desk,
            {key: asks.of_line(key) for key in CELLS},
            asks.adding_line(self._meeting),
            asks.removing_lines,
        )
        self._model = TableModel(report.AGENDA, edits, noun="line")
        self.side = AgendaSide(desk)
        super().__init__(Grid(desk, self._model, "Agenda", key=KEY), self.side)
        self.choice = MeetingChoice(desk, at, self, coming)
        self.add_columns()
        self.add_adding("Add line")
        self.toolbar.add_menu("Move", "arrow", self._move_menu)
        self.toolbar.add_menu("Copy from", "copy", self._copy_menu)
        for keys, steps in MOVES.values():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self.move_line(steps))
        self.offer_beginning("pack", PURPOSE, "Add the first line")
        self.grid.row_changed.connect(self.side.show_line)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the agenda of the meeting at hand."""
        meeting, read = self.choice.read(), self._desk.file.read
        rows = read(board.agenda, meeting.id) if meeting else []
        titles = [row.title for row in read(board.papers, meeting.id)] if meeting else []
        self._model.columns = worded(report.AGENDA, paper=titles)
        self.side.know(meeting, read(board.interests))
        self.show_rows(rows)
        self.tell(report.agenda_sentence(meeting, rows))
        self.toolbar.set_aside(plural(len(rows), "line") if rows else "")
        self.side.show_line(self.grid.current_row)

    def show_record(self, record_id: int) -> None:
        """Go to a line, on the agenda of its meeting."""
        self._at.choose(self._desk.file.read(board.meeting_of_line, record_id))
        super().show_record(record_id)

    def move_line(self, steps: int) -> None:
        """Move the chosen line up, or down where positive; the numbers follow."""
        row: AgendaRow | None = self.grid.current_row
        if row is not None and not self._desk.is_read_only:
            self._desk.edit(f"Move {row.title}", board.move_line, row.id, steps)
            self.grid.select_record(row.id)

    def copy_from(self, meeting_id: int) -> None:
        """Put another meeting's lines at the end of this agenda."""
        if self.choice.row is not None:
            label = f"Copy an agenda to {self.choice.row.called}"
            self._desk.edit(label, board.copy_agenda, meeting_id, self.choice.row.id)

    def _move_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, (_, steps) in MOVES.items():
            menu.addAction(words, lambda steps=steps: self.move_line(steps))
        return menu

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        for row in reversed(self._desk.file.read(board.meetings)):
            if row.lines and row != self.choice.row:
                menu.addAction(row.called, lambda key=row.id: self.copy_from(key))
        menu.setEnabled(not menu.isEmpty() and not self._desk.is_read_only)
        return menu

    def _meeting(self) -> MeetingRow | None:
        return self.choice.row
