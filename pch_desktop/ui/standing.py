"""Standing on a record, or on one of its cells, in whatever view shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.grid import Grid
from pch_desktop.ui.section import ShowsColumns, ShowsRecords


def show_in(view: QWidget, record_id: int) -> None:
    """Go to a record: as the view itself does, or in the first of its tables that has it."""
    if isinstance(view, ShowsRecords):
        view.show_record(record_id)
        return
    for grid in grids_in(view):
        if grid.select_record(record_id):
            grid.setFocus()
            return


def stand_on(screen: QWidget, column: str) -> None:
    """Make a column's cell of the chosen record the current one, where a table shows it."""
    if isinstance(screen, ShowsColumns) and screen.show_column(column):
        return
    for grid in grids_in(screen):
        row = grid.current_row
        if row is not None and column in shown_columns(grid):
            grid.select_record(row.id, column)
            grid.setFocus()
            return


def shown_columns(grid: Grid) -> list[str]:
    """Return the keys of the columns a table shows."""
    return [grid.model.columns[at].key for at in grid.view.columns]


def grids_in(screen: QWidget) -> list[Grid]:
    """Return the tables in sight, the one that has the keys first."""
    found = [grid for grid in screen.findChildren(Grid) if grid.isVisible()]
    return sorted(found, key=lambda grid: not grid.view.hasFocus())
