"""One table on one sheet: title, headings, rows, live totals, notes and charts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.board import Picture
from pch_desktop.exports.cell import Live, Stored, legible, stored, write
from pch_desktop.exports.lines import height, lines_of
from pch_desktop.exports.native import height_of, insert_charts
from pch_desktop.exports.page import (
    FIRST,
    HEAD,
    ROOM_ACROSS,
    ROOM_DOWN,
    Frame,
    fit,
    head,
    points_across,
    set_page,
)
from pch_desktop.exports.placing import height_of_pictures, insert_pictures, rows_of
from pch_desktop.exports.series import Drawn
from pch_desktop.exports.style import RATINGS, WORSE, Styles
from pch_desktop.reports.laid import Totals, is_headed_left, notes, totals
from pch_desktop.reports.table import LEFT, Block, Column, Kind, Table, Total, Worse

Row = TypeVar("Row")
LEAST_WIDTH = 8
NARROW = 0.8
"""How broad a letter of running words is, in characters of a column's width."""
FEW = 25
"""How many rows are seen at once, so that buttons to filter them would only be in the way."""
NOTE_HEIGHT, TOTAL_HEIGHT = 15, 20
LONGEST_LIST = 255
"""How many characters a list of words offered in a cell may have."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table's totals stand, for other sheets to point at."""

    sheet: Worksheet
    totals: Mapping[str, str]
    """The cell of each column's total, by the column's key."""


@dataclass(frozen=True, slots=True)
class Below:
    """What stands under a table: what the board should see to, charts and pictures."""

    asked: Sequence[str] = ()
    charts: Sequence[Drawn] = ()
    pictures: Sequence[Picture] = ()


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a column, by the place of the row."""

    letters: str

    def __getitem__(self, place: int) -> str:
        return f"{self.letters}{FIRST + place + 1}"

    def __str__(self) -> str:
        """Return the cell of the row at hand, with {0} where its number goes."""
        return f"{self.letters}{{0}}"


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of sums: what it is called, the first row it adds up, and where it stands."""

    title: str
    first: int
    at_row: int
    is_total: bool = True
    is_given: bool = False
    """Whether its sums are told and not worked out from the rows above."""


@dataclass(frozen=True, slots=True)
class Printed(Generic[Row]):
    """A column ready to be written."""

    column: Column[Row]
    at: int
    width: int
    style: Format
    starts_band: bool
    live: str
    """Its formula with {0} where the row's number goes, or nothing."""
    cells: Mapping[str, _Cells]
    """The cells of each column by its key, for a row's own formula."""


def write_table(
    book: Workbook, styles: Styles, table: Table[Row], frame: Frame, below: Below
) -> Placed:
    """Write a table to a sheet of its own, named by its title."""
    sheet = book.add_worksheet(table.title)
    set_page(sheet, frame, table.title)
    columns = _printed(styles, table)
    link = _link_column(table, columns) if frame.back else None
    head(sheet, styles, (table.title, table.subtitle), link)
    for column in columns:
        sheet.set_column(column.at, column.at, column.width + 1)
    down = 52.0 + _write_headings(sheet, styles, columns)
    down += _write_rows(sheet, styles, columns, table)
    summed = totals(table)
    line = SumLine(table.total_title, FIRST, FIRST + table.depth, is_given=table.given is not None)
    placed = _write_sums(sheet, styles, columns, summed, line)
    _mark(sheet, styles, table, columns)
    end = FIRST + table.depth + bool(placed)
    down += _write_beside(sheet, styles, columns, table.beside, end)
    end += len(table.beside)
    start = end
    end = _write_notes(sheet, styles, notes(table, summed), end)
    end = _write_asked(sheet, styles, below.asked, end)
    down += bool(placed) * TOTAL_HEIGHT + (end - start) * NOTE_HEIGHT
    across = points_across([column.width + 1 for column in columns])
    insert_charts(book, sheet, below.charts, end + 1, across)
    charts_down = height_of(below.charts) if below.charts else 0.0
    under = end + 1 + rows_of(charts_down)
    insert_pictures(sheet, styles, below.pictures, under, across)
    under_down = charts_down + height_of_pictures(below.pictures, across)
    fit(sheet, down + under_down, _breaks(below, end, under, under_down, across))
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(0, HEAD)
    return Placed(sheet, placed)


def _breaks(below: Below, end: int, under: int, down: float, across: float) -> list[int]:
    """Return the rows before which a new page begins: charts, and pictures without room there."""
    if not below.charts and not below.pictures:
        return []
    room = ROOM_DOWN * max(1.0, across / ROOM_ACROSS)
    return [end, under] if below.charts and below.pictures and down > room else [end]


def _link_column(table: Table[Row], columns: Sequence[Printed[Row]]) -> int:
    """Return where the way back stands: above the last column, or beside a narrow table."""
    last = len(columns) - 1
    room = sum(printed.width for printed in columns[:last])
    return last if len(table.subtitle) * NARROW < room else last + 1


def _printed(styles: Styles, table: Table[Row]) -> list[Printed[Row]]:
    letters = {column.key: xl_col_to_name(at) for at, column in enumerate(table.printed)}
    cells = {key: _Cells(name) for key, name in letters.items()}
    found: list[Printed[Row]] = []
    before = ""
    for at, column in enumerate(table.printed):
        starts_band = bool(column.band) and column.band != before
        before = column.band
        style = styles.cell(column.kind, starts_band=starts_band, is_first=at == 0)
        live = column.formula.format_map(cells) if column.formula else ""
        width = max(column.width, LEAST_WIDTH)
        found.append(Printed(column, at, width, style, starts_band, live, cells))
    return found


def _write_headings(sheet: Worksheet, styles: Styles, columns: Sequence[Printed[Row]]) -> float:
    lines = 1
    for printed in columns:
        title = printed.column.title
        write(sheet, HEAD, printed.at, title, _heading(styles, printed))
        lines = max(lines, lines_of(title, printed.width, is_bold=True))
    return _set_height(sheet, HEAD, height(lines) + 2)


def _heading(styles: Styles, printed: Printed[Any]) -> Format:
    return styles.heading(is_left=is_headed_left(printed.column), is_first=printed.at == 0)


def _write_rows(
    sheet: Worksheet, styles: Styles, columns: Sequence[Printed[Row]], table: Table[Row]
) -> float:
    """Write the rows, block by block with its subtotal where a table has blocks."""
    down, at_row = 0.0, FIRST
    for block in table.blocks or (Block("", table.rows),):
        first = at_row
        for row in block.rows:
            down += _write_row(sheet, styles, columns, at_row, row)
            at_row += 1
        if table.blocks:
            line = SumLine(
                f"{block.title}, subtotal", first, at_row, is_total=False,
                is_given=block.given is not None,
            )  # fmt: skip
            _write_sums(sheet, styles, columns, totals(table, block), line)
            at_row, down = at_row + 1, down + TOTAL_HEIGHT
    return down


def _write_beside(
    sheet: Worksheet,
    styles: Styles,
    columns: Sequence[Printed[Row]],
    rows: Sequence[Row],
    at_row: int,
) -> float:
    """Write what stands under the total and is not in it."""
    return sum(
        _write_row(sheet, styles, columns, at_row + offset, row) for offset, row in enumerate(rows)
    )


def _write_row(
    sheet: Worksheet, styles: Styles, columns: Sequence[Printed[Row]], at_row: int, row: Row
) -> float:
    lines = 1
    for printed in columns:
        column, style = printed.column, printed.style
        kind = column.kind
        if column.kind_of is not None:
            kind = column.kind_of(row)
            style = styles.cell(kind, starts_band=printed.starts_band, is_first=printed.at == 0)
        value = stored(column.value(row), kind)
        live = _live(printed, at_row, row)
        if live and value is not None:
            write(sheet, at_row, printed.at, Live(live, value), style)
            continue
        write(sheet, at_row, printed.at, value, style)
        if kind is Kind.TEXT and isinstance(value, str) and len(value) > printed.width - 2:
            lines = max(lines, lines_of(value, printed.width))
    return _set_height(sheet, at_row, height(lines))


def _live(printed: Printed[Row], at_row: int, row: Row) -> str:
    """Return the formula of a cell, or nothing where its value is entered."""
    own = printed.column.formula_of
    if own is not None:
        return own(row).format_map(printed.cells).format(at_row + 1)
    return printed.live.format(at_row + 1)


def _set_height(sheet: Worksheet, at_row: int, points: float) -> float:
    sheet.set_row(at_row, points)
    return points


def _write_sums(
    sheet: Worksheet,
    styles: Styles,
    columns: Sequence[Printed[Row]],
    sums: Totals,
    line: SumLine,
) -> dict[str, str]:
    """Write a line of sums; return where each stands. No row or no column, no sums."""
    at_row = line.at_row
    if at_row == line.first or not any(sums.values()):
        return {}
    sheet.set_row(at_row, TOTAL_HEIGHT)
    placed: dict[str, str] = {}
    for printed in columns:
        at, column, total = printed.at, printed.column, sums[printed.at]
        style = styles.sum(
            column.kind,
            is_total=line.is_total,
            starts_band=printed.starts_band,
            is_first=at == 0,
        )
        value: Stored | Live = line.title if at == 0 else None
        if total is not None and total.value is not None:
            value = stored(total.value, column.kind)
            if not line.is_given:
                value = Live(_sum_formula(printed, line), value)
            placed[column.key] = xl_rowcol_to_cell(at_row, at, row_abs=True, col_abs=True)
        write(sheet, at_row, at, value, style)
    return placed


def _sum_formula(printed: Printed[Any], line: SumLine) -> str:
    """Return the formula of a sum; SUBTOTAL leaves the subtotals it spans out of the total."""
    if printed.column.total is Total.RATIO:
        return printed.live.format(line.at_row + 1)
    return f"SUBTOTAL(109,{xl_range(line.first, printed.at, line.at_row - 1, printed.at)})"


def _mark(
    sheet: Worksheet, styles: Styles, table: Table[Row], columns: Sequence[Printed[Row]]
) -> None:
    """Make the rows a named table, and give ratings and adverse figures their look."""
    if not table.rows:
        return
    last = FIRST + table.depth - 1
    styled = [_heading(styles, printed) for printed in columns]
    facts = {
        "name": "tbl" + re.sub(r"\W", "", table.title.title()),
        "columns": [
            {"header": printed.column.title, "header_format": style}
            for printed, style in zip(columns, styled, strict=True)
        ],
        "style": None,
        "autofilter": len(table.rows) > FEW and not table.blocks,
        "description": legible(table.subtitle or table.title),
    }
    sheet.add_table(HEAD, 0, last, len(columns) - 1, facts)
    for printed in columns:
        cells = xl_range(FIRST, printed.at, last + 1 + len(table.beside), printed.at)
        if printed.column.kind is Kind.RATING:
            _mark_ratings(sheet, styles, cells)
        elif printed.column.kind not in LEFT:
            adverse = styles.of(font_color=WORSE, bold=True)
            side = ">" if printed.column.worse is Worse.ABOVE else "<"
            options = {"type": "cell", "criteria": side, "value": 0, "format": adverse}
            sheet.conditional_format(cells, options)
        if table.is_worked_on:
            _offer_words(sheet, printed.column, cells)


def _offer_words(sheet: Worksheet, column: Column[Any], cells: str) -> None:
    """Let a cell hold one of its column's words only, where a workbook can hold the list."""
    if column.words and not column.is_open and len(",".join(column.words)) <= LONGEST_LIST:
        sheet.data_validation(cells, {"validate": "list", "source": list(column.words)})


def _mark_ratings(sheet: Worksheet, styles: Styles, cells: str) -> None:
    for word, fill, ink in RATINGS:
        look = styles.of(bg_color=fill, font_color=ink, bold=True)
        options = {"type": "text", "criteria": "containing", "value": word, "format": look}
        sheet.conditional_format(cells, options)


def _write_notes(sheet: Worksheet, styles: Styles, told: Sequence[str], at_row: int) -> int:
    """Write what must be read with the table; return the row after it."""
    for offset, words in enumerate(told):
        sheet.set_row(at_row + offset, NOTE_HEIGHT)
        write(sheet, at_row + offset, 0, words, styles.quiet())
    return at_row + len(told)


def _write_asked(sheet: Worksheet, styles: Styles, asked: Sequence[str], at_row: int) -> int:
    """Write what the board should see to; return the row after it."""
    if not asked:
        return at_row
    write(sheet, at_row + 1, 0, "For the board's attention", styles.title(11))
    for number, words in enumerate(asked, start=1):
        sheet.set_row(at_row + 1 + number, NOTE_HEIGHT)
        write(sheet, at_row + 1 + number, 0, f"{number}. {words}", styles.of())
    return at_row + 2 + len(asked)
