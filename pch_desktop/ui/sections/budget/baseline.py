"""What the baselines are made of, practice by practice, with their sources."""

from __future__ import annotations

from dataclasses import replace

from pch_desktop.reports import budget as report
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.store.budget import PartRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import capitation_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "A baseline is what a line cost before. Import the payments to practices and it is made "
    "line by line, or enter one sum for a line in Set-up."
)


class BaselineView:
    """The parts of the baselines; one entered as a sum says its year and where it was read."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk = desk
        self._names: dict[int, str] = {}
        practice, code, *others = sorted(report.PARTS, key=lambda column: column.key != "practice")
        cells = {
            "amount": asks.of_part("amount_pence"),
            "year": asks.of_part("year"),
            "source": asks.of_part("source"),
        }
        part = replace(practice, title="Budget line and part", value=_part, width=36)
        self._model: TableModel[PartRow] = TableModel(
            (part, code, *others), Edits(desk, cells), noun="part"
        )
        self.grid = Grid(desk, self._model, "Parts of the baselines", key="budget baseline")
        self.sheet = Sheet(desk, self.grid)
        toolbar = self.sheet.toolbar
        toolbar.add("Filter", "filter", self.grid.open_filter, "Show the parts that hold words")
        toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        toolbar.add("Change in Set-up", "pencil", ways.show_setup, "Sums that were not imported")
        self._empty = EmptyState(desk, "budget", PURPOSE, ("Enter it in Set-up", ways.show_setup))
        self.grid.group(lambda part: self._names.get(part.line_id, ""))

    def show_figures(self, figures: Figures) -> None:
        """Show the parts that count for the version at hand."""
        year = figures.year
        rows = self._desk.file.read(budget.parts, year.version_id) if year else []
        self._names.clear()
        self._names.update({line.id: line.name for line in figures.lines})
        self._model.show(rows)
        self.sheet.show_empty(self._empty, is_empty=not rows)
        lines = len({part.line_id for part in rows})
        paid = f"payments of {year.baseline_year}" if year and year.baseline_year else "by hand"
        words = f"{plural(len(rows), 'part')} of {plural(lines, 'line')}, {paid}"
        self.sheet.toolbar.set_aside(words if rows else "")


def _part(part: PartRow) -> str:
    return part.practice or "One sum"
