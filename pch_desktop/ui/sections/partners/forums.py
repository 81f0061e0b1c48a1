"""The forums: a chain from the top down, how each decides, and who sits in it."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports import partners_forums as report
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import ForumRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import forum_asks as asks
from pch_desktop.ui.sections.partners.forum_side import ForumSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "partner forums"
READS = frozenset({"forum", "forum_member", "forum_need", "partner", "practice", "list_snapshot"})
PURPOSE = (
    "Write down who decides: boards, steering groups, the health and wellbeing board, how each "
    "decides, who must be there and where it reports. Add the one on top first."
)
CELLS = (*asks.FORUM, "needs")
HIDDEN = ("kind", "chair", "threshold", "needs", "votes", "frequency", "purpose", "source")


class ForumsView(FoundSheet):
    """The forums as an indented list, with the seats of the one chosen at the side."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[ForumRow] = Edits(
            desk,
            {key: asks.of_forum(key) for key in CELLS},
            asks.adding_forum,
            asks.removing_forums,
        )
        self._model = TableModel(report.FORUMS, edits, noun="forum")
        self.side = ForumSide(desk)
        grid = Grid(desk, self._model, "Forums", key=KEY)
        super().__init__(grid, self.side)
        hide_at_first(desk, grid, KEY, *HIDDEN)
        self.add_columns()
        self.add_adding("Add forum")
        self.offer_beginning("group", PURPOSE, "Add the first forum")
        grid.row_changed.connect(self.side.show_forum)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the forums as they stand at the end of the month at hand."""
        read, day = self._desk.file.read, self._desk.month.last
        rows = read(partners.forums, day)
        self._model.columns = worded(self._model.columns, reports_to=[row.name for row in rows])
        self.side.know(rows, read(partners.names))
        self.show_rows(rows)
        self.tell(report.finding(rows))
        self.toolbar.set_aside(plural(len(rows), "forum") if rows else "")
        self._mark(rows)

    def _mark(self, rows: Sequence[ForumRow]) -> None:
        told = {(row.id, "quorum"): report.unable(row) for row in rows}
        self.grid.show_troubles({place: words for place, words in told.items() if words})
