"""The register of interests, and what was declared at the meeting at hand."""

from __future__ import annotations

from pch_desktop.reports import board_interests as report
from pch_desktop.reports.words import plural
from pch_desktop.store import board, partners
from pch_desktop.store.board import InterestRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import interest_asks as asks
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand, MeetingChoice, last
from pch_desktop.ui.sections.board.interest_side import InterestSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board interests"
READS = frozenset({"meeting", "agenda_line", "interest", "interest_declared", "partner"})
PURPOSE = (
    "Keep the register of interests: whose, of what nature, and what is done about it. Whoever "
    "has an interest in a line of the agenda is then told there."
)


class InterestsView(FoundSheet):
    """The register, with what was declared at a meeting at the side."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk = desk
        edits: Edits[InterestRow] = Edits(
            desk,
            {key: asks.of_interest(key) for key in asks.INTEREST},
            asks.adding_interest,
            asks.removing_interests,
        )
        self._model = TableModel(report.INTERESTS, edits, noun="interest")
        self.side = InterestSide(desk)
        super().__init__(Grid(desk, self._model, "Interests", key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, "from_on", "to_on")
        self.choice = MeetingChoice(desk, at, self, last)
        self.add_groups({"nature": lambda row: row.nature.value.capitalize()})
        self.add_columns()
        self.add_adding("Add interest")
        self.offer_beginning("check", PURPOSE, "Add the first interest")
        self.grid.row_changed.connect(self.side.show_interest)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the register as it stands at the month's end."""
        meeting, read = self.choice.read(), self._desk.file.read
        rows = read(board.interests)
        self._model.columns = worded(report.INTERESTS, partner=read(partners.names))
        lines = read(board.agenda, meeting.id) if meeting else []
        self.side.know(meeting, lines, read(board.declared, meeting.id) if meeting else [])
        self.show_rows(rows)
        self.tell(report.interests_sentence(rows, self._desk.month.last))
        self.tell_notes(report.SOURCE)
        self.toolbar.set_aside(plural(len(rows), "interest") if rows else "")
        self.side.show_interest(self.grid.current_row)
