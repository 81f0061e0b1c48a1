"""Milestones: by when each part of an initiative is to be done, and what is late."""

from __future__ import annotations

from pch_desktop.reports.board_milestones import MILESTONES, finding, told
from pch_desktop.reports.words import plural
from pch_desktop.store import board
from pch_desktop.store.board import MilestoneRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import initiative_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "board milestones"
READS = frozenset({"initiative", "milestone"})
PURPOSE = (
    "Write down by when each part of an initiative is to be done. Add the initiative first; then "
    "a milestone with the day it is due. The first day told is kept beside later ones."
)


class MilestonesView(FoundSheet):
    """Every milestone, the first planned on top."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[MilestoneRow] = Edits(
            desk,
            {key: asks.of_milestone(key) for key in asks.MILESTONE},
            asks.adding_milestone,
            asks.removing_milestones,
        )
        self._model = TableModel(MILESTONES, edits, noun="milestone")
        super().__init__(Grid(desk, self._model, "Milestones", key=KEY))
        hide_at_first(desk, self.grid, KEY, "workstream")
        self.add_groups({"initiative": lambda row: row.initiative, "standing": told})
        self.add_columns()
        self.add_adding("Add milestone")
        self.toolbar.add("Over time", "chart", self._draw, "See the initiatives as bars over time")
        self.offer_beginning("check", PURPOSE, "Add the first milestone")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the milestones as they stand at the end of the month at hand."""
        read, day = self._desk.file.read, self._desk.month.last
        rows = read(board.milestones, day)
        names = [row.name for row in read(board.initiatives, day)]
        self._model.columns = worded(self._model.columns, initiative=names)
        self.show_rows(rows)
        self.tell(finding(rows))
        self.toolbar.set_aside(plural(len(rows), "milestone") if rows else "")

    def _draw(self) -> None:
        self._desk.visit("board", "Initiatives/Over time")
