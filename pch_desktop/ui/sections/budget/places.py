"""Going to where something of a budget line is seen or changed."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.focusing import focus_on
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.sections.budget.entries import EntriesView
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.months import MonthsView


def go(view: Any, leaf: str, line_id: int | None) -> None:
    """Go to a line in a view, or in one of its leaves; to the view where it has no such line.

    Args:
        view: a tab of the budget.
        leaf: the title of the view under that tab, or nothing.
        line_id: the line.
    """
    if isinstance(view, Leaves):
        under = cast("Leaves[Figures]", view)
        view = under.shown(leaf if leaf in under.titles else under.title)
    if isinstance(view, EntriesView) and line_id is not None:
        view.show_line(line_id)
    elif isinstance(view, MonthsView):
        _select(view.grid, line_id)
    else:
        _select_in(view.sheet, line_id)


def _select_in(sheet: QWidget, line_id: int | None) -> None:
    """Select the line in the first table of a sheet that has it."""
    grids = [grid for grid in sheet.findChildren(Grid) if grid.isVisible()]
    if not any(_select(grid, line_id) for grid in grids):
        focus_on(sheet)


def _select(grid: Grid, line_id: int | None) -> bool:
    """Select the line's own row, or the first of its rows: a part, a change of service."""
    row = next((row for row in grid.model.rows if line_id is not None and _is_of(row, line_id)),
               None)  # fmt: skip
    if row is None or not grid.select_record(row.id):
        return False
    grid.setFocus()
    return True


def _is_of(row: Any, line_id: int) -> bool:
    return getattr(row, "line_id", row.id) == line_id
