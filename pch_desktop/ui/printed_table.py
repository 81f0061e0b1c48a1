"""A grid as it is printed: the rows and columns in sight, in their order, as plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pch_desktop.reports.words import plural
from pch_desktop.ui.arrangement import Adding, Group
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.table_model import TableModel

LONGEST_CELL = 1_500
"""So many letters of a cell are printed; the rest is in the program."""


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column on paper."""

    title: str
    width: int
    """Pixels it has on the screen at 100 percent."""
    is_number: bool


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of the table: one text for each column."""

    cells: tuple[str, ...]
    is_bold: bool = False
    """Whether it is a heading over rows that belong together."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table to be printed."""

    title: str
    where: str
    """Place, section and month: at the foot of each page."""
    notes: tuple[str, ...]
    """What is kept to, how it is sorted, how many rows there are."""
    columns: tuple[PaperColumn, ...]
    lines: Sequence[PaperLine]
    total: tuple[str, ...] | None = None


def printed_table(grid: Grid, title: str, where: str) -> PaperTable:
    """Return what of a grid is in sight.

    Args:
        grid: the table.
        title: what it is called.
        where: place, section and month.
    """
    model, header = grid.model, grid.view.header
    shown, factor = header.visible, grid.desk.theme.px(100) / 100
    return PaperTable(
        title,
        where,
        (_arranged(model),),
        tuple(_column(model, at, round(header.sectionSize(at) / factor)) for at in shown),
        [_line(model, line, shown) for line in range(model.rowCount())
         if not isinstance(model.line(line), Adding)],
        None if grid.totals.isHidden() else _total(grid, shown),
    )  # fmt: skip


def _column(model: TableModel[Any], at: int, width: int) -> PaperColumn:
    column = model.columns[at]
    title = f"{column.band}\n{column.title}" if column.band else column.title
    return PaperColumn(title, width, column.is_number)


def _line(model: TableModel[Any], line: int, shown: Sequence[int]) -> PaperLine:
    cells = tuple(_cut(str(model.index(line, at).data() or "")) for at in shown)
    group = model.line(line)
    if isinstance(group, Group):
        return PaperLine((group.title, *cells[1:]), is_bold=True)
    return PaperLine(cells)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_CELL else f"{words[:LONGEST_CELL]}…"


def _total(grid: Grid, shown: Sequence[int]) -> tuple[str, ...]:
    return (grid.totals.words, *(grid.totals.text(at) for at in shown[1:]))


def _arranged(model: TableModel[Any]) -> str:
    """Return how many rows there are, what they are kept to and how they are sorted."""
    asked, titles = model.arrangement, {column.key: column.title for column in model.columns}
    many = plural(len(model.rows), model.noun)
    said = [f"{len(model.shown):,} of {many} shown" if asked.is_filtered else many]
    if asked.words.strip():
        said.append(f"Filter: “{asked.words.strip()}”")
    said += [f"Filter: {titles[key]} is {value or 'blank'}" for key, value in asked.chips.items()]
    if asked.sorts:
        order = [f"{titles[key]}, {'down' if down else 'up'}" for key, down in asked.sorts]
        said.append(f"Sorted by {'; '.join(order)}")
    return ". ".join(said) + "."
