"""Asking a table how one of its figures came about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QAbstractItemView, QApplication
from shiboken6 import isValid

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.explained import Explanation, Fact, of_column, of_total
from pch_desktop.reports.table import Total
from pch_desktop.ui.arrangement import Adding, Group

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.table_model import TableModel

NO_FIGURE = "Choose a cell with a figure first. What it rests on is told here."
NO_TOTAL = "This column has no total. Choose a column of figures."


SETTINGS = "Settings"
NOWHERE_ELSE: Mapping[str, str] = {}
Go = Callable[[Fact, Any], None]


def everywhere(_fact: Fact) -> bool:
    """Say that a fact's place can be gone to."""
    return True


@dataclass(frozen=True, slots=True)
class Explains:
    """What a screen knows of its figures, and where their facts are kept."""

    tell: Callable[[Any, str], Explanation | None]
    """From a row and a column's key to how that figure came about; None leaves it to the column."""
    go: Callable[[Fact, Any], None]
    """Go to where a fact of a row's figure is kept."""
    leads: Callable[[Fact], bool] = everywhere
    """Whether there is a way to where a fact is kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """An explanation on its way to the panel, with the ways out of it."""

    explanation: Explanation | None
    """None where what was gone to is no figure."""
    go: Callable[[Fact], None]
    back: Callable[[], None]
    """Put the keys back where the figure was asked about."""
    again: Callable[[], Told | None]
    """Tell it as it is now; None where it can no longer be told."""
    leads: Callable[[Fact], bool] = everywhere


@runtime_checkable
class ExplainsHere(Protocol):
    """Something with a figure in it that can be asked about."""

    def explain_here(self) -> None:
        """Tell how the figure one stands on came about; asked again, go back to it."""
        ...


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


def goes_in(desk: Desk, section: str, others: Mapping[str, str] = NOWHERE_ELSE) -> Go:
    """Return what leads to where a fact is kept: a view of a section, another one, the settings.

    Args:
        desk: the way there.
        section: the section whose figures are explained.
        others: the sections that keep some of its facts, by what those facts name.
    """

    def go(fact: Fact, row: Any) -> None:
        if fact.goes == SETTINGS:
            desk.visit(SETTINGS.lower(), "")
        elif fact.goes in others:
            desk.visit(others[fact.goes], "")
        else:
            line_id = getattr(row, "line_id", None)
            desk.visit(section, fact.goes, line_id or getattr(row, "id", None))

    return go


def explain_focused() -> bool:
    """Tell how the figure that has the keys came about; say whether there is one to ask."""
    part = QApplication.focusWidget()
    while part is not None and not isinstance(part, ExplainsHere):
        part = part.parentWidget()
    if isinstance(part, ExplainsHere):
        part.explain_here()
        return True
    return False


def explain(table: Asking) -> None:
    """Tell how the figure in a table's current cell came about."""
    told = _told(table)
    if told.explanation is None:
        table.refuse(NO_FIGURE)
    else:
        table.desk.explained.emit(told)


def explain_total(table: Asking, at: int = -1) -> None:
    """Tell how the total of a column came about; of the current one unless told."""
    at = table.view.currentIndex().column() if at < 0 else at
    told = _total(table, at) if at >= 0 else None
    if told is None:
        table.refuse(NO_TOTAL)
    else:
        table.desk.explained.emit(told)


def follow(table: Asking, *_cells: object) -> None:
    """Tell of the cell that was gone to, while the panel is open."""
    if table.desk.is_explaining() and table.view.isVisible():
        table.desk.explained.emit(_told(table))


def _told(table: Asking) -> Told:
    """Return the current cell's figure explained."""
    index = table.view.currentIndex()
    if not index.isValid() or index.row() >= table.model.rowCount():
        return _way_out(table, None, None, lambda: None)
    row, key = table.model.row_at(index.row()), table.model.columns[index.column()].key
    found = of_cell(table.model, table.explains, index.row(), index.column())
    return _way_out(table, found, row, partial(_again, table, row, key))


def _again(table: Asking, row: Any, key: str) -> Told | None:
    """Tell the current cell again; out of sight, the row that was asked about."""
    if not isValid(table):
        return None
    if table.view.isVisible():
        return _told(table)
    if row is None or table.explains is None:
        return None
    try:
        found = table.explains.tell(row, key)
    except Refusal:  # The record has gone since.
        return None
    return None if found is None else _way_out(table, found, row, partial(_again, table, row, key))


def _total(table: Asking, at: int) -> Told | None:
    if not isValid(table) or at >= len(table.model.columns):
        return None
    found = of_sum(table.model, at)
    return found and _way_out(table, found, None, partial(_total, table, at))


def _way_out(
    table: Asking, found: Explanation | None, row: Any, again: Callable[[], Told | None]
) -> Told:
    explains = table.explains
    if explains is None:
        return Told(found, lambda _fact: None, table.view.setFocus, again, lambda _fact: False)
    go = partial(_go, explains, row)
    return Told(found, go, table.view.setFocus, again, explains.leads)


def _go(explains: Explains, row: Any, fact: Fact) -> None:
    explains.go(fact, row)


def of_cell(
    model: TableModel[Any], explains: Explains | None, line: int, at: int
) -> Explanation | None:
    """Return how the figure in a cell came about; on a heading, or the last line, its sum.

    What the screen does not explain, the column does by what it says of itself.
    """
    shown: Any = model.line(line)
    if isinstance(shown, Group):
        return of_sum(model, at, cast("Group[Any]", shown))
    if isinstance(shown, Adding):
        return of_sum(model, at)
    found = explains.tell(shown, model.columns[at].key) if explains is not None else None
    return found or of_column(model.columns, at, shown, model.rows)


def of_sum(model: TableModel[Any], at: int, group: Group[Any] | None = None) -> Explanation | None:
    """Return what a total of a column is made of, row by row; None for a column without one."""
    column = model.columns[at]
    if column.total is Total.NONE:
        return None
    rows: Sequence[Any] = group.rows if group else model.shown
    named = group.title if group else "Total of what is shown"
    return of_total(model.columns, at, rows, named)
