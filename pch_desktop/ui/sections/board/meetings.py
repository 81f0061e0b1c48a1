"""The meetings: the forward plan, a year of it planned at once, and the days of each."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from pch_desktop.reports import board_meetings as report
from pch_desktop.reports.board_attendance import quorums
from pch_desktop.reports.words import plural
from pch_desktop.store import board, partners
from pch_desktop.store.board import MeetingRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import meeting_asks as asks
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand
from pch_desktop.ui.sections.board.meeting_side import MeetingSide
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board meetings"
READS = frozenset({"meeting", "agenda_line", "attendance", "forum", "forum_member", "forum_need"})
HIDDEN = ("forum", "place", "figures", "issued_on", "minutes_agreed_on", "chair", "secretary",
          "note", "out_on")  # fmt: skip
PURPOSE = (
    "Plan the board's meetings: the days for papers, agenda and minutes follow from each, in "
    "working days. Add the first, then the rest of the year in one step."
)
PLANS = {
    "Monthly, twelve meetings": (1, 12),
    "Every two months, six meetings": (2, 6),
    "Every three months, four meetings": (3, 4),
}
"""How often, and how many with the first among them."""


class MeetingsView(FoundSheet):
    """Every meeting by its day, with the days of its cycle at the side."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk, self._at = desk, at
        edits: Edits[MeetingRow] = Edits(
            desk,
            {key: asks.of_meeting(key) for key in asks.MEETING},
            asks.adding_meeting,
            asks.removing_meetings,
        )
        self._model = TableModel(report.meeting_columns({}), edits, noun="meeting")
        self.side = MeetingSide(desk)
        grid = Grid(desk, self._model, "Meetings", key=KEY)
        super().__init__(grid, self.side)
        hide_at_first(desk, grid, KEY, *HIDDEN)
        self.add_columns()
        self.add_adding("Add meeting")
        self.plan = self.toolbar.add_menu("Plan a year", "history", self._plan_menu)
        self.offer_beginning("pack", PURPOSE, "Add the first meeting")
        grid.row_changed.connect(self._choose)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show every meeting, quorate as its forum's rules are at the month's end."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(board.meetings)
        columns = report.meeting_columns(quorums(self._desk.file, rows, month))
        names = [row.name for row in read(partners.forums, month.last)]
        self._model.columns = worded(columns, forum=names)
        self.show_rows(rows)
        self.tell(report.meetings_finding(rows, month) if rows else "")
        self.toolbar.set_aside(plural(len(rows), "meeting") if rows else "")
        self.side.show_meeting(self.grid.current_row)

    def plan_year(self, words: str) -> None:
        """Plan the meetings that follow the chosen one on its weekday, in one step."""
        row: MeetingRow | None = self.grid.current_row
        if row is None:
            self.strip.tell("Choose the first meeting of the year in the table.", Tone.NOTE)
            return
        label = f"Plan the meetings after {row.called}"
        done = self._desk.edit(label, board.plan_year, row.id, *PLANS[words])
        if done is not None:
            self.strip.tell(f"{plural(done.result, 'meeting')} planned.", Tone.NOTE)

    def _plan_menu(self) -> QMenu:
        menu = QMenu(self)
        for words in PLANS:
            menu.addAction(words, lambda words=words: self.plan_year(words))
        menu.setEnabled(not self._desk.is_read_only)
        return menu

    def _choose(self, row: MeetingRow | None) -> None:
        self.side.show_meeting(row)
