"""The initiatives: what is under way, at what cost, how sure, and all about one at the side."""

from __future__ import annotations

from pch_desktop.reports.board_initiatives import INITIATIVES, finding
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import board, budget, partners, services
from pch_desktop.store.board import InitiativeRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.board import initiative_asks as asks
from pch_desktop.ui.sections.board.initiative_side import InitiativeSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, offered, worded

KEY = "board initiatives"
READS = frozenset(
    {"initiative", "milestone", "initiative_measure", "partner", "service", "budget_line"}
)
PURPOSE = (
    "Write down the work that is to change something: its aim, who leads it, when, at what cost "
    "and saving, and how sure its lead is. Add the first initiative."
)
HIDDEN = ("workstream", "lead", "sponsor", "aim", "partner", "service", "line", "starts_on",
          "ends_on", "saving", "saved", "next", "progress")  # fmt: skip


class InitiativesView(FoundSheet):
    """The initiatives by workstream, with milestones and measures of one at the side."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[InitiativeRow] = Edits(
            desk,
            {key: asks.of_initiative(key) for key in asks.INITIATIVE},
            asks.adding_initiative,
            asks.removing_initiatives,
        )
        self._model = TableModel(INITIATIVES, edits, noun="initiative")
        self.side = InitiativeSide(desk)
        super().__init__(Grid(desk, self._model, "Initiatives", key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, *HIDDEN)
        self.add_groups({"workstream": _stream, "status": _status}, "workstream")
        self.add_columns()
        self.add_adding("Add initiative")
        self.offer_beginning("compass", PURPOSE, "Add the first initiative")
        self.grid.row_changed.connect(self.side.show_initiative)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the initiatives as they stand at the end of the month at hand."""
        read, month = self._desk.file.read, self._desk.month
        rows = read(board.initiatives, month.last)
        streams = sorted({row.workstream for row in rows if row.workstream})
        columns = worded(
            self._model.columns,
            partner=read(partners.names),
            service=[row.name for row in read(services.services, month)],
            line=[row.name for row in read(budget.lines, month)],
        )
        self._model.columns = offered(columns, workstream=streams)
        self.show_rows(rows)
        self.tell(finding(rows))
        self.toolbar.set_aside(plural(len(rows), "initiative") if rows else "")


def _stream(row: InitiativeRow) -> str:
    return row.workstream or "Of no workstream"


def _status(row: InitiativeRow) -> str:
    return shown(row.status.value)
