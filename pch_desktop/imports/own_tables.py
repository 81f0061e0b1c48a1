"""The tables on a sheet: where each begins, what heads it, which rows are its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pch_desktop.imports.matching import in_thousands
from pch_desktop.imports.own_grid import Cells, Sheet
from pch_desktop.imports.own_headings import (
    Heading,
    Region,
    heading_at,
    is_figure,
    starts_table,
)
from pch_desktop.imports.own_rows import Row, Sorted, sorted_rows

FIRST_ROWS = 30
"""The heading row is looked for in so many rows of a region."""
FIRST = 4
"""How much it counts for a row that no row of several cells stands above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet, as it stands there."""

    sheet: str
    title: str
    headings: Cells
    columns: tuple[int, ...]
    """Where each heading's column stands in the sheet, from 0."""
    heading_row: int
    """The number of the heading row, from 1."""
    found: Sorted
    is_hidden: bool = False
    in_thousands: bool = False
    """Whether the title or a row of units says that all its money is in thousands."""
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows proper, without totals, blanks and footnotes."""
        return self.found.rows


def tables(sheet: Sheet) -> tuple[Table, ...]:
    """Return the tables of a sheet, from the top, of those side by side the left one first."""
    found = [table for region in _regions(sheet) for table in _stacked(sheet, region)]
    return tuple(sorted(found, key=lambda table: (table.heading_row, table.columns[0])))


def _regions(sheet: Sheet) -> list[Region]:
    """Return the parts of a sheet that blank columns keep apart.

    A part whose first column is figures or that is one column wide goes with
    the part to its left: the blank column is only there for looks.
    """
    last = len(sheet.rows) - 1
    used = _used_columns(sheet)
    runs: list[list[int]] = []
    for column in used:
        if runs and column == runs[-1][-1] + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    regions: list[list[int]] = []
    for run in runs:
        if regions and not _stands_alone(sheet, run):
            regions[-1].extend(run)
        else:
            regions.append(run)
    return [Region(sheet, tuple(columns), 0, last) for columns in regions]


def _used_columns(sheet: Sheet) -> list[int]:
    """Return the columns that rows of several cells use; titles alone make no column."""
    several = [cells for cells in sheet.rows if sum(map(bool, cells)) > 1] or list(sheet.rows)
    return sorted({at for cells in several for at, text in enumerate(cells) if text})


def _stands_alone(sheet: Sheet, run: Sequence[int]) -> bool:
    region = Region(sheet, tuple(run), 0, len(sheet.rows) - 1)
    if len(run) < 2 or (found := _first_heading(region, 0)) is None:
        return False
    below = [sheet.cell(row, run[0]) for row in range(found.last + 1, region.last + 1)]
    words = [text for text in below if text and any(mark.isalpha() for mark in text)]
    filled = [text for text in below if text]
    return bool(found.cells[0]) and len(words) * 2 > len(filled)


def _first_heading(region: Region, start: int) -> Heading | None:
    """Return the best heading among a region's first rows from one on.

    Of two that look alike the upper one heads the other.
    """
    best: Heading | None = None
    most, above = 0.0, -FIRST
    rows = [row for row in range(start, region.last + 1) if region.is_filled(row)]
    for row in rows[:FIRST_ROWS]:
        found = heading_at(region, row)
        if found is not None and found.weight - above > most:
            best, most = found, found.weight - above
        if region.is_several(row):
            above = max(above, 0) + 1
    return best


def _stacked(sheet: Sheet, region: Region) -> Iterator[Table]:
    """Yield the tables that stand one under the other in a region."""
    heading = _first_heading(region, 0)
    title_from = 0
    while heading is not None:
        following = _next_heading(region, heading)
        last = region.last if following is None else following.first - 1
        yield _table(sheet, region, heading, (title_from, last))
        title_from = heading.last + 1
        heading = following


def _next_heading(region: Region, above: Heading) -> Heading | None:
    """Return the heading of the next table below, if there is another."""
    for row in range(above.last + 2, region.last + 1):
        if not region.is_several(row) or region.is_several(row - 1):
            continue
        if any(map(is_figure, region.cells(row))):
            continue
        found = heading_at(region, row)
        if found is not None and starts_table(region, found, above):
            return found
    return None


def _table(sheet: Sheet, region: Region, heading: Heading, rows: tuple[int, int]) -> Table:
    title_from, last = rows
    above = _titles(region, title_from, heading.first)
    columns = tuple(
        column for column, text in zip(region.columns, heading.cells, strict=True)
        if text or _is_used(sheet, column, heading.last + 1, last)
    )  # fmt: skip
    named = dict(zip(region.columns, heading.cells, strict=True))
    headings = tuple(named[column] for column in columns)
    found = sorted_rows(sheet, columns, headings, (heading.last + 1, last))
    hidden = [named[column] for column in columns if column in sheet.hidden_columns]
    notes = (f"Hidden columns were read too: {', '.join(hidden)}.",) if any(hidden) else ()
    return Table(
        sheet.name,
        above[-1] if above else "",
        headings,
        columns,
        heading.last + 1,
        found,
        sheet.is_hidden,
        any(map(in_thousands, [*above, *heading.units])),
        (*sheet.notes, *notes, *found.notes),
    )


def _titles(region: Region, first: int, end: int) -> list[str]:
    """Return the lines above a heading that stand alone in their row, the nearest last."""
    found: list[str] = []
    for row in range(first, end):
        texts = [text for text in region.sheet.rows[row] if text] if region.is_filled(row) else []
        if len(texts) in {1, 2}:
            found.append(" ".join(texts))
    return found


def _is_used(sheet: Sheet, column: int, first: int, last: int) -> bool:
    return any(sheet.cell(row, column) for row in range(first, last + 1))
