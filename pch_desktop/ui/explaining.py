"""Asking a table how one of its figures came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtWidgets import QAbstractItemView

from pch_desktop.reports.explained import Explanation, Fact
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.ui.arrangement import Adding, Group
from pch_desktop.ui.selection import MONEYS

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.table_model import TableModel

NO_FIGURE = "Choose a cell with a figure first. What it rests on is told here."


@dataclass(frozen=True, slots=True)
class Explains:
    """What a screen knows of its figures, and where their facts are kept."""

    tell: Callable[[Any, str], Explanation | None]
    """From a row and a column's key to how that figure came about."""
    go: Callable[[Fact, Any], None]
    """Go to where a fact of a row's figure is kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """An explanation on its way to the panel, with the ways out of it."""

    explanation: Explanation
    go: Callable[[Fact], None]
    back: Callable[[], None]
    """Put the keys back where the figure was asked about."""


class Asking(Protocol):
    """A table whose figures can be asked about."""

    desk: Desk
    model: TableModel[Any]
    explains: Explains | None

    @property
    def view(self) -> QAbstractItemView:
        """What shows the cells."""
        ...

    def refuse(self, sentence: str) -> None:
        """Say what cannot be done, and what can."""
        ...


def explain(table: Asking) -> None:
    """Tell how the figure in a table's current cell came about."""
    if not _tell(table):
        table.refuse(NO_FIGURE)


def follow(table: Asking, *_cells: object) -> None:
    """Tell of the cell that was gone to, while the panel is open."""
    if table.explains is not None and table.desk.is_explaining():
        _tell(table)


def _tell(table: Asking) -> bool:
    index, explains = table.view.currentIndex(), table.explains
    if explains is None or not index.isValid():
        return False
    found = of_cell(table.model, explains, index.row(), index.column())
    if found is None:
        return False
    row = table.model.row_at(index.row())
    told = Told(found, lambda fact: explains.go(fact, row), table.view.setFocus)
    table.desk.explained.emit(told)
    return True


def of_cell(model: TableModel[Any], explains: Explains, line: int, at: int) -> Explanation | None:
    """Return how the figure in a cell came about; on a heading, or the last line, its sum."""
    column = model.columns[at]
    shown: Any = model.line(line)
    if isinstance(shown, Group):
        group = cast("Group[Any]", shown)
        return of_sum(model, column, group.rows, group)
    if isinstance(shown, Adding):
        return of_sum(model, column, model.shown)
    return explains.tell(shown, column.key)


def of_sum(
    model: TableModel[Any],
    column: Column[Any],
    rows: Sequence[Any],
    group: Group[Any] | None = None,
) -> Explanation | None:
    """Return what a total of a column is made of, row by row; None for words and shares."""
    if column.total is not Total.SUM:
        return None
    totalled = model.total(column, group)
    first = model.columns[0]
    kind = Kind.EXACT if column.kind in MONEYS else column.kind
    blank = [str(first.value(row)) for row in rows if column.value(row) is None]
    band = f"{column.band.partition('£')[0].strip()} " if column.band else ""
    named = group.title if group else "Total of what is shown"
    return Explanation(
        f"{named}, {band.casefold()}{column.title.casefold()}",
        totalled.value if totalled else None,
        kind,
        "All the rows below together.",
        facts=[Fact(str(first.value(row)), column.value(row), kind) for row in rows],
        unknown=f"Incomplete: {', '.join(blank[:6])} not known." if blank else "",
    )
