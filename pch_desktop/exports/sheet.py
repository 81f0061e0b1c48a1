"""One table on one sheet: title, headings, rows, live totals, notes and charts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.cell import Live, Stored, stored, write
from pch_desktop.exports.native import insert_charts
from pch_desktop.exports.style import RATINGS, WORSE, Styles
from pch_desktop.reports.table import LEFT, Column, Kind, Table, Total
from pch_desktop.reports.totals import Totalled, total_of

Row = TypeVar("Row")
HEAD, FIRST = 3, 4
"""The rows of the headings and of the first record; title and subtitle stand above."""
A4, NARROW = 9, 0.5
LINE_HEIGHT = 13


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table's totals stand, for other sheets to point at."""

    sheet: Worksheet
    totals: Mapping[str, str]
    """The cell of each column's total, by the column's key."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every sheet of a workbook has around it."""

    place: str
    pack: str
    marking: str
    contents: bool = True
    """Whether there is a sheet of contents to go back to."""


def write_table(book: Workbook, styles: Styles, table: Table[Row], frame: Frame) -> Placed:
    """Write a table to a sheet of its own, named by its title."""
    sheet = book.add_worksheet(table.title)
    set_page(sheet, frame, table.title)
    head(sheet, styles, table.title, table.subtitle, max(1, len(table.columns) - 1), frame)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, max(column.width, 8) + 1)
    _write_headings(sheet, styles, table)
    for offset, row in enumerate(table.rows):
        _write_row(sheet, styles, table, FIRST + offset, row)
    totals = _write_totals(sheet, styles, table) if table.rows else {}
    _mark(sheet, styles, table)
    end = FIRST + len(table.rows) + bool(totals)
    end = _write_notes(sheet, styles, table, end)
    insert_charts(book, sheet, table, end + 1)
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(0, HEAD)
    return Placed(sheet, totals)


def head(
    sheet: Worksheet, styles: Styles, title: str, subtitle: str, last: int, frame: Frame
) -> None:
    """Write a sheet's title and subtitle, and the way back to the contents."""
    sheet.set_row(0, 26)
    sheet.set_row(1, 17)
    write(sheet, 0, 0, title, styles.title())
    write(sheet, 1, 0, subtitle or None, styles.quiet(font_size=11))
    if frame.contents:
        sheet.write_url(2, 0, "internal:'Contents'!A1", styles.link(), "Contents")


def set_page(sheet: Worksheet, frame: Frame, name: str) -> None:
    """Set a sheet up for A4 landscape, one page wide, with its header and footer."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(NARROW, NARROW, 0.75, 0.75)
    plain = '&"Arial,Regular"&9'
    place, pack, marking = (_escaped(words) for words in (frame.place, frame.pack, frame.marking))
    sheet.set_header(f"&L{plain}{place}&R{plain}{marking}  {pack}")
    sheet.set_footer(f"&L{plain}{pack}&C{plain}Page &P of &N&R{plain}{_escaped(name)}")


def _escaped(words: str) -> str:
    """Return words for a header, where & begins a code."""
    return words.replace("&", "&&")


def _write_headings(sheet: Worksheet, styles: Styles, table: Table[Row]) -> None:
    sheet.set_row(HEAD, 32)
    for at, column in enumerate(table.columns):
        write(sheet, HEAD, at, column.title, styles.heading(column.kind))


def _write_row(sheet: Worksheet, styles: Styles, table: Table[Row], at_row: int, row: Row) -> None:
    height = 1
    for at, column in enumerate(table.columns):
        kind = column.kind_of(row) if column.kind_of else column.kind
        value = stored(column.value(row), kind)
        style = styles.cell(kind, starts_band=_starts_band(table, at))
        if column.formula and value is not None:
            formula = _filled(column.formula, table, at_row)
            write(sheet, at_row, at, Live(formula, value), style)
        else:
            write(sheet, at_row, at, value, style)
        if isinstance(value, str) and kind is Kind.TEXT:
            height = max(height, -(-len(value) // max(column.width, 8)))
    sheet.set_row(at_row, max(18, LINE_HEIGHT * min(height, 12) + 5))


def _write_totals(sheet: Worksheet, styles: Styles, table: Table[Row]) -> dict[str, str]:
    """Write the row of totals; return where each stands. No column, no row."""
    totals = {column.key: total_of(column, table.columns, table.rows) for column in table.columns}
    if not any(totals.values()):
        return {}
    at_row = FIRST + len(table.rows)
    sheet.set_row(at_row, 20)
    placed: dict[str, str] = {}
    for at, column in enumerate(table.columns):
        total = totals[column.key]
        style = styles.cell(column.kind, is_total=True, starts_band=_starts_band(table, at))
        value: Stored | Live = "Total" if at == 0 else None
        if total is not None and total.value is not None:
            value = Live(_total_formula(column, table, at), stored(total.value, column.kind))
            placed[column.key] = xl_rowcol_to_cell(at_row, at, row_abs=True, col_abs=True)
        write(sheet, at_row, at, value, style)
    return placed


def _total_formula(column: Column[Row], table: Table[Row], at: int) -> str:
    last = FIRST + len(table.rows) - 1
    if column.total is Total.RATIO:
        return _filled(column.formula, table, last + 1)
    return f"SUBTOTAL(109,{xl_range(FIRST, at, last, at)})"


def _filled(formula: str, table: Table[Any], at_row: int) -> str:
    """Return a formula with the cells of a row put in for its keys."""
    keys = {column.key: at for at, column in enumerate(table.columns)}
    return re.sub(r"\{(\w+)\}", lambda key: xl_rowcol_to_cell(at_row, keys[key[1]]), formula)


def _starts_band(table: Table[Any], at: int) -> bool:
    band = table.columns[at].band
    return bool(band) and band != table.columns[at - 1].band


def _mark(sheet: Worksheet, styles: Styles, table: Table[Row]) -> None:
    """Make the rows a named table, and give ratings and adverse figures their look."""
    if not table.rows:
        return
    last = FIRST + len(table.rows) - 1
    sheet.add_table(
        HEAD,
        0,
        last,
        len(table.columns) - 1,
        {
            "name": "tbl" + re.sub(r"\W", "", table.title.title()),
            "columns": [
                {"header": column.title, "header_format": styles.heading(column.kind)}
                for column in table.columns
            ],
            "style": None,
            "description": table.subtitle or table.title,
        },
    )
    for at, column in enumerate(table.columns):
        cells = xl_range(FIRST, at, last + 1, at)
        if column.kind is Kind.RATING:
            _mark_ratings(sheet, styles, cells)
        elif column.kind not in LEFT:
            adverse = styles.of(font_color=WORSE, bold=True)
            options = {"type": "cell", "criteria": "<", "value": 0, "format": adverse}
            sheet.conditional_format(cells, options)


def _mark_ratings(sheet: Worksheet, styles: Styles, cells: str) -> None:
    for word, fill, ink in RATINGS:
        look = styles.of(bg_color=fill, font_color=ink, bold=True)
        options = {"type": "text", "criteria": "containing", "value": word, "format": look}
        sheet.conditional_format(cells, options)


def _write_notes(sheet: Worksheet, styles: Styles, table: Table[Row], at_row: int) -> int:
    """Write what must be read with the table; return the row after it."""
    notes = (*table.notes, *_incomplete(table))
    for offset, words in enumerate(notes):
        write(sheet, at_row + offset, 0, words, styles.quiet())
    if not table.rows:
        write(sheet, FIRST, 0, "Nothing has been entered yet.", styles.quiet(italic=True))
    return at_row + len(notes) + (not table.rows)


def _incomplete(table: Table[Row]) -> tuple[str, ...]:
    totals: Mapping[str, Totalled | None] = {
        column.title: total_of(column, table.columns, table.rows) for column in table.columns
    }
    blank = [title for title, total in totals.items() if total and total.is_incomplete]
    if not blank or not table.rows:
        return ()
    return (f"Incomplete totals, because a row is not known: {', '.join(blank)}.",)
