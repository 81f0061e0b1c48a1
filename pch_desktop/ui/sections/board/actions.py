"""The action log: what is overdue on top, numbered by the meeting it came from."""

from __future__ import annotations

from pch_desktop.reports import board_actions as report
from pch_desktop.reports.words import plural
from pch_desktop.store import board, partners
from pch_desktop.store.board import ActionRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import action_asks as asks
from pch_desktop.ui.sections.board.action_side import ActionSide
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board actions"
READS = frozenset({"board_action", "action_update", "meeting", "agenda_line", "partner"})
HIDDEN = ("partner", "closed_on", "line", "held_on", "latest")
PURPOSE = (
    "Write down who was asked to do what by when. Each action is numbered by its meeting's month, "
    "and stays in the pack until it is done."
)


class ActionsView(FoundSheet):
    """Every action, with what was told of it at the side."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk = desk
        edits: Edits[ActionRow] = Edits(
            desk,
            {key: asks.of_action(key) for key in asks.ACTION},
            asks.adding_action(at.since),
            asks.removing_actions,
        )
        self._model = TableModel(report.action_columns(desk.month.last), edits, noun="action")
        self.side = ActionSide(desk)
        super().__init__(Grid(desk, self._model, report.VIEW, key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, *HIDDEN)
        self.add_groups(
            {
                "standing": lambda row: report.standing(row, desk.month.last),
                "owner": lambda row: row.owner or "Nobody yet",
                "partner": lambda row: row.partner or "No partner",
            }
        )
        self.add_columns()
        self.add_adding("Add action")
        self.offer_beginning("check", PURPOSE, "Add the first action")
        self.grid.row_changed.connect(self.side.show_action)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the log as it stands at the month's end."""
        read, on = self._desk.file.read, self._desk.month.last
        self._model.columns = worded(report.action_columns(on), partner=read(partners.names))
        rows = report.in_turn(read(board.actions), on)
        self.show_rows(rows)
        self.tell(report.actions_sentence(rows, on))
        self.toolbar.set_aside(plural(len(rows), "action") if rows else "")
        self.side.show_action(self.grid.current_row)
