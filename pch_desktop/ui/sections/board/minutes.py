"""The minutes of a meeting, line by line of its agenda."""

from __future__ import annotations

from pch_desktop.reports import board_minutes as report
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import AgendaRow
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import agenda_asks as asks
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand, MeetingChoice, day_at_hand, last
from pch_desktop.ui.sections.board.meeting_asks import agreed
from pch_desktop.ui.sections.board.minute_side import MinuteSide
from pch_desktop.ui.table_model import TableModel

KEY = "board minutes"
READS = frozenset({"meeting", "agenda_line", "interest_declared", "board_action", "decision"})
PURPOSE = (
    "Write the minutes line by line of the agenda, with the actions and decisions that come of "
    "each. Write the agenda first."
)
AGREE_HINT = "Write down that the board has agreed these minutes, on the day at hand"


class MinutesView(FoundSheet):
    """The lines of one meeting with what was said and agreed."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk, self._at = desk, at
        edits: Edits[AgendaRow] = Edits(desk, {"minute": asks.of_line("minute")})
        self._model = TableModel(report.minute_columns({}), edits, noun="line")
        self.side = MinuteSide(desk)
        super().__init__(Grid(desk, self._model, "Minutes", key=KEY), self.side)
        self.choice = MeetingChoice(desk, at, self, last)
        self.add_columns()
        self.toolbar.add("Agree minutes", "check", self.agree, AGREE_HINT)
        self.offer_beginning("note", PURPOSE, "Write the agenda")
        self.grid.row_changed.connect(self.side.show_line)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def begin(self) -> None:
        """Go to the agenda, of which the minutes are written."""
        self._desk.visit("board", "Agenda")

    def read(self) -> None:
        """Show the minutes of the meeting at hand."""
        meeting, file = self.choice.read(), self._desk.file
        rows = file.read(board.agenda, meeting.id) if meeting else []
        came: report.Came = report.came_of(file, meeting.id) if meeting else {}
        self._model.columns = report.minute_columns(came)
        self.side.know(meeting, came)
        self.show_rows(rows)
        self.tell(report.minutes_sentence(meeting, rows))
        self.toolbar.set_aside(plural(len(rows), "line") if rows else "")
        self.side.show_line(self.grid.current_row)

    def show_record(self, record_id: int) -> None:
        """Go to a line, in the minutes of its meeting."""
        self._at.choose(self._desk.file.read(board.meeting_of_line, record_id))
        super().show_record(record_id)

    def agree(self) -> None:
        """Write down that the board has agreed the minutes."""
        meeting = self.choice.row
        if meeting is not None and not self._desk.is_read_only:
            on = max(day_at_hand(self._desk.month), meeting.held_on)
            change = agreed(meeting, on)
            self._desk.attempt(lambda: carry_out(self._desk, change.label, [change]))
