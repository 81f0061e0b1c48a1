"""Who was at a meeting, and whether it was quorate."""

from __future__ import annotations

from pch_desktop.reports import board_attendance as report
from pch_desktop.reports.words import plural
from pch_desktop.store import board, partners
from pch_desktop.store.board import AttendanceRow, MeetingRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import agenda_asks as asks
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand, MeetingChoice, last
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "board attendance"
READS = frozenset({"meeting", "attendance", "partner", "forum", "forum_member", "forum_need"})
PURPOSE = (
    "Write down who was there. Begin with all members of the forum, then say who sent apologies "
    "or a deputy; whether the meeting was quorate follows from the forum's rule."
)
MEMBERS = "All members"
MEMBERS_HINT = "Write down the members of the forum who are not in the list yet, as present"


class AttendanceView(FoundSheet):
    """The people of one meeting."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk = desk
        edits: Edits[AttendanceRow] = Edits(
            desk,
            {key: asks.of_part(key) for key in asks.PART},
            asks.adding_part(self._meeting),
            asks.removing_parts,
        )
        self._model = TableModel(report.ATTENDANCE, edits, noun="person")
        super().__init__(Grid(desk, self._model, "Attendance", key=KEY))
        self.choice = MeetingChoice(desk, at, self, last)
        self.add_groups({"part": lambda row: row.presence.value.capitalize()})
        self.add_columns()
        self.add_adding("Add person")
        self.toolbar.add(MEMBERS, "group", self.all_members, MEMBERS_HINT)
        self.offer_beginning("group", PURPOSE, "Add the first person")
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show who was at the meeting at hand."""
        meeting, read, month = self.choice.read(), self._desk.file.read, self._desk.month
        rows = read(board.attendance, meeting.id) if meeting else []
        self._model.columns = worded(report.ATTENDANCE, partner=read(partners.names))
        self.show_rows(rows)
        found = report.quorums(self._desk.file, [meeting], month)[meeting.id] if meeting else None
        self.tell(report.attendance_sentence(rows, found))
        self.toolbar.set_aside(plural(len(rows), "person", "people") if rows else "")

    def all_members(self) -> None:
        """Write down the members of the forum who are not in the list yet."""
        if self.choice.row is not None and not self._desk.is_read_only:
            label = f"All members at {self.choice.row.called}"
            self._desk.edit(label, board.all_members, self.choice.row.id)

    def _meeting(self) -> MeetingRow | None:
        return self.choice.row
