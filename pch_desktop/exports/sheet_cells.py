"""Cells of a sheet somebody else made, given values with not a byte of the rest touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from xlsxwriter.utility import xl_rowcol_to_cell

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.cell import Stored, number
from pch_desktop.exports.scan import Edit, Element, edited, text
from pch_desktop.exports.sheet_boxes import Place
from pch_desktop.exports.sheet_rows import Row, Rows, rows_of

LONGEST = 32_767
"""How many characters a cell holds."""
DROPPED = re.compile(rb"\s(?:t|cm|vm)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
"""What is said of a cell's former value."""
READ_AS_CODE = re.compile("_(?=x[0-9a-fA-F]{4}_)")
"""What a workbook would read as a character's number."""
Values = Mapping[int, Stored]
"""What is to stand in a row, by column."""


def fill_cells(name: str, xml: bytes, values: Mapping[Place, Stored]) -> bytes:
    """Return a sheet with values in some of its cells; each keeps its look.

    Raises:
        Refusal: a cell holds a formula, is hidden by merged cells or cannot hold
            so much, or the sheet is damaged.
    """
    by_row: dict[int, dict[int, Stored]] = {}
    for (at, column), value in sorted(values.items(), key=lambda each: each[0]):
        by_row.setdefault(at, {})[column] = value
    rows = rows_of(name, xml, by_row)
    rows.check(values)
    edits = [
        edit
        for at, told in by_row.items()
        if at in rows.rows
        for edit in _in_row(xml, rows.rows[at], at, told)
    ]
    fresh = {at: told for at, told in by_row.items() if at not in rows.rows}
    return edited(xml, [*edits, *_new_rows(xml, rows, fresh)])


def _in_row(xml: bytes, row: Row, at: int, values: Values) -> Iterator[Edit]:
    """Yield what changes in a row that is there: cells of it, and cells it lacks."""
    style = row.element.said.get("s", "") if "customFormat" in row.element.said else ""
    lacking: list[tuple[int, bytes]] = []
    for column, value in values.items():
        cell = row.cells.get(column)
        if cell is None:
            later = [each.start for place, each in row.cells.items() if place > column]
            words = _fresh(row.element.prefix, (at, column), value, style)
            lacking.append((min(later, default=row.element.inner_end), words))
        else:
            said = DROPPED.sub(b"", xml[cell.start : cell.inner]).rstrip(b"/>").rstrip()
            yield Edit(cell.start, cell.end, _cell(said, cell.prefix, value))
    yield from _inserted(xml, row.element, lacking)


def _new_rows(xml: bytes, rows: Rows, missing: Mapping[int, Values]) -> Iterator[Edit]:
    """Yield rows that are not there, each before the first that comes after it."""
    prefix = rows.sheet.prefix
    spots: list[tuple[int, bytes]] = []
    for at, values in missing.items():
        later = [row.element.start for place, row in rows.rows.items() if place > at]
        cells = b"".join(_fresh(prefix, (at, column), value) for column, value in values.items())
        words = f'<{prefix}row r="{at + 1}">'.encode() + cells + f"</{prefix}row>".encode()
        spots.append((min(later, default=rows.sheet.inner_end), words))
    yield from _inserted(xml, rows.sheet, spots)


def _inserted(xml: bytes, within: Element, spots: list[tuple[int, bytes]]) -> Iterator[Edit]:
    """Yield what is put into an element; one that is closed where it begins is opened."""
    if within.end != within.inner or not spots:
        yield from (Edit(at, at, words) for at, words in spots)
        return
    said = xml[within.start : within.inner].rstrip(b"/>").rstrip()
    words = b"".join(each for _, each in spots)
    yield Edit(within.start, within.end, said + b">" + words + f"</{within.tag}>".encode())


def _fresh(prefix: str, place: Place, value: Stored, style: str = "") -> bytes:
    look = f' s="{style}"' if style else ""
    return _cell(f'<{prefix}c r="{xl_rowcol_to_cell(*place)}"{look}'.encode(), prefix, value)


def _cell(said: bytes, prefix: str, value: Stored) -> bytes:
    """Return a cell: how it begins, without what ends that, and its value."""
    end = f"</{prefix}c>".encode()
    match value:
        case None | "":
            return said + b"/>"
        case str() if len(value) > LONGEST:
            raise Refusal(f"A workbook cell cannot hold “{value[:40]}…”; shorten it.")
        case str():
            opened, closed = f"<{prefix}is><{prefix}t xml:space", f"</{prefix}t></{prefix}is>"
            words = text(READ_AS_CODE.sub("_x005F_", value))
            return (
                said + b' t="inlineStr">' + opened.encode() + b'="preserve">' + words
                + closed.encode() + end
            )  # fmt: skip
        case _:
            figure = f"<{prefix}v>{number(value):.16G}</{prefix}v>".encode()
            return said + b">" + figure + end
