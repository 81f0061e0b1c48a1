"""The finance table: month, year to date and full year, line by line."""

from __future__ import annotations

from pch_desktop.domain.partners import Sector
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.budget_groups import group_of
from pch_desktop.reports.words import meant, plural
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks, ready
from pch_desktop.ui.sections.budget.columns import lines_columns
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.side import LineSide
from pch_desktop.ui.sections.budget.strip import CheckStrip, Ways
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "A shadow budget shows what the locality's care costs against what it may cost, line by "
    "line, before any money moves. Paste your budget lines, or add the first."
)

SELDOM = ("sector", "date_share", "date_rating", "rating", "commentary")
"""What a screen has no room for beside the side, which tells it of the line chosen."""
NARROW = 1100
"""Below so many pixels the finance table needs the whole page, that no column is cut off."""


class LinesView:
    """The lines of the budget with the side of the one chosen."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._model = TableModel(lines_columns(desk.month), self._edits(), noun="line")
        self.grid = Grid(
            desk, self._model, "Budget lines", key="budget lines", bars=frozenset({"bar"})
        )
        self.side = LineSide(desk, ways)
        self.sheet = Sheet(desk, self.grid, self.side.inspector)
        self.checks = CheckStrip(desk, self.sheet.strip, ways)
        if not desk.layout("budget lines"):
            self.grid.columns.hide(*SELDOM)
        begin = ("Paste or add budget lines", self._begin)
        start = ("Start from the ready lines", lambda: ready.add_standard(desk))
        self._empty = EmptyState(
            desk, "budget", PURPOSE, begin, imports="Import a workbook", also=start
        )
        self._is_begun = self._is_narrow = False
        self._verbs(ways)
        self._group()
        self.grid.row_changed.connect(self._chosen)

    def show_figures(self, figures: Figures) -> None:
        """Show the lines as they stand at the month's end."""
        is_new_month = self._figures is None or self._figures.month != figures.month
        self._figures = figures
        if is_new_month:
            self._model.columns = lines_columns(figures.month)
            self.grid.view.header.viewport().update()
        self._model.show(figures.rows)
        self._is_begun = self._is_begun and not figures.rows
        self.sheet.show_empty(self._empty, is_empty=not figures.rows and not self._is_begun)
        self.sheet.toolbar.set_aside(figures.count if figures.rows else "")
        groups = len({group_of(row) for row in figures.rows})
        told = plural(len(figures.rows), "line")
        self._desk.tell_rows(f"{told} in {plural(groups, 'group')}" if self._is_grouped else told)
        self._mark(figures)
        self._chosen(self.grid.current_row)

    def show_line(self, line_id: int, column: str = "") -> None:
        """Select a line, and a column of it."""
        self.grid.select_record(line_id, column or "name")
        self.grid.setFocus()

    def fit(self, width: int) -> None:
        """Let the side go where a page is too narrow for it, and come back where there is room.

        Only when that changes, so that F4 has the last word.
        """
        is_narrow = width < self._desk.theme.px(NARROW)
        if is_narrow != self._is_narrow and self._figures is not None and self._figures.rows:
            self._is_narrow = is_narrow
            self.side.inspector.setVisible(not is_narrow)

    @property
    def _is_grouped(self) -> bool:
        return self._model.arrangement.group_by is not None

    def _verbs(self, ways: Ways) -> None:
        add = self.sheet.toolbar.add
        add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words (Ctrl+F)")
        self._grouping = add("Group: sector", "group", self._turn_groups, "Group by sector, or not")
        self.sheet.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        add("Enter actuals", "pencil", ways.show_months, "Actuals by month, typed or pasted")
        add("Entries", "table", self._show_entries, "What is behind the line's actuals")
        add("Add line", "plus", self._begin, "A new line at the end (Ctrl++)")
        self._ways = ways

    def _show_entries(self) -> None:
        row = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a budget line first.")
        else:
            self._ways.show_entries(row.id)

    def _turn_groups(self) -> None:
        if self._is_grouped:
            self.grid.group(None)
        else:
            self._group()
        words = "sector" if self._is_grouped else "none"
        self._grouping.setText(f" Group: {words}")
        self._grouping.setAccessibleName(f"Group: {words}")

    def _group(self) -> None:
        self.grid.group(group_of)

    def _begin(self) -> None:
        self._is_begun = True
        self.sheet.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def _mark(self, figures: Figures) -> None:
        found = self.checks.show_checks(figures)
        self.grid.show_troubles({(one.line_id, one.column): one.sentence for one in found})

    def _chosen(self, row: StandingRow | None) -> None:
        if self._figures is not None:
            self.side.show_line(row, self._figures)

    def _edits(self) -> Edits[StandingRow]:
        return Edits(
            self._desk,
            {
                "name": asks.field("name"),
                "sector": asks.word("sector", Sector),
                "month_actual": lambda row, value: asks.month_actual(row, self._desk.month, value),
                "annual": asks.annual,
                "outturn": asks.outturn,
                "commentary": asks.field("commentary"),
            },
            lambda values: asks.adding(self._desk.month.financial_year, values, self._last_sector),
            asks.removing,
        )

    @property
    def _last_sector(self) -> Sector:
        """The sector a new line is put in: that of the last line, under which it is typed."""
        rows = self._model.shown
        return (meant(Sector, rows[-1].sector) if rows else None) or Sector.PRIMARY
