"""The practices: a table to work in, the one chosen at its side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.reports.population import PRACTICES
from pch_desktop.reports.table import Column
from pch_desktop.store.population import PracticeRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.mini_charts import ChartCard
from pch_desktop.ui.sections.population import asks, practice_bars
from pch_desktop.ui.sections.population.practice_side import PracticeSide
from pch_desktop.ui.sections.population.scope import Scope
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

READS = frozenset(
    {
        *("practice", "practice_group", "group_member", "list_snapshot", "weighted_population"),
        *("baseline_part", "budget_version"),
    }
)
PURPOSE = (
    "List the practices whose patients this locality answers for. Import the official lists, "
    "paste from a workbook, or add the first practice."
)
KEY = "population practices"
TALL = 178
HIDDEN = ("groups", "operator", "closed_on", "registered")
"""What the record's side shows too, or what is seldom needed."""


def _first_by_name() -> tuple[Column[PracticeRow], ...]:
    """Return the columns with the name in front, which may grow and shrink with the window."""
    first = [column for column in PRACTICES if column.key == "name"]
    rest = [
        replace(column, width=max(column.width, LEAST.get(column.key, 0)))
        for column in PRACTICES
        if column.key != "name"
    ]
    return (*first, *rest)


LEAST = {"year": 9, "code": 9}
"""How many characters some columns need on the screen."""
COLUMNS = _first_by_name()


class PracticesView(TableSheet):
    """The practices with the lists that serve the month."""

    def __init__(self, desk: Desk, scope: Scope) -> None:
        self._desk, self._scope = desk, scope
        edits: Edits[PracticeRow] = Edits(
            desk,
            asks.practice_asks(lambda: desk.month),
            lambda values: asks.add_practice(values, desk.month),
            asks.remove_practices,
        )
        self.model: TableModel[PracticeRow] = TableModel(COLUMNS, edits, noun="practice")
        grid = Grid(desk, self.model, "Practices", key=KEY)
        if not desk.layout(KEY):
            grid.columns.hide(*HIDDEN)
        self.side = PracticeSide(desk)
        super().__init__(grid, self.side)
        self.sizes, self.old = ChartCard(desk), ChartCard(desk)
        self._put_charts_under()
        self.add_adding("Add practice")
        self.add_columns()
        bring = self.toolbar.add(
            "Import lists", "import", lambda: desk.command("import"), "Official files (Ctrl+I)"
        )
        bring.setEnabled(not desk.is_read_only)
        scope.add_to(self.toolbar, self)
        self.offer_beginning("population", PURPOSE, "Add the first practice")
        grid.row_changed.connect(self.side.show_practice)
        scope.changed.connect(self.read)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the practices of the month."""
        rows = self._scope.practices()
        self.show_rows(rows)
        self.side.show_practice(self.grid.current_row)
        practice_bars.show_sizes(self.sizes, rows)
        practice_bars.show_old(self.old, rows)

    def _put_charts_under(self) -> None:
        """Let the table stand over two charts of the same rows."""
        box = QWidget()
        self._body.replaceWidget(self.grid, box)
        self._body.setStretchFactor(box, 1)
        self.master = box
        charts = QHBoxLayout()
        charts.setSpacing(12)
        for card in (self.sizes, self.old):
            card.setFixedHeight(self._desk.theme.px(TALL))
            charts.addWidget(card, 1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.grid, 1)
        column.addLayout(charts)

    def show_record(self, practice_id: int) -> None:
        """Go to a practice, letting all be shown where it is not among those in view."""
        if all(row.id != practice_id for row in self.model.rows):
            self._scope.choose(None)
        self.grid.filter.close_line()
        self.grid.select_record(practice_id, "list_size")
        self.grid.view.setFocus()
