"""Every figure of the PDF is the workbook's: the cached value of each cell, as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.exports.board import Pack
from pch_desktop.exports.page import FIRST
from pch_desktop.exports.pdf_letters import BREAK
from pch_desktop.reports.laid import Part, lines
from pch_desktop.reports.table import MONEYS, Kind, Table
from pch_desktop.reports.words import written
from tests.exports import pdfs

Cells = Sequence[Sequence[Any]]


@pytest.fixture(scope="module")
def cells(workbook: Path) -> dict[str, Cells]:
    """The results in each sheet's cells, row by row."""
    book = load_workbook(workbook, data_only=True, read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_every_line_of_every_sheet_stands_in_the_pdf_as_the_workbook_has_it(
    board: Pack, pdf: Path, paper: list[str], cells: dict[str, Cells]
) -> None:
    starts = pdfs.starts(pdf)
    counted = 0
    for table in board.tables:
        page = starts[table.title]
        told = "".join(paper[page : page + 12]).replace(BREAK, "").replace(" ", "")
        for line in _lines(table, cells[table.title]):
            assert line.replace(" ", "") in told, (table.title, line)
            counted += 1
    assert counted > 1_500


def test_every_total_is_the_workbooks(board: Pack, cells: dict[str, Cells]) -> None:
    for table in board.tables:
        found = [line for line in lines(table) if line.part is Part.TOTAL]
        row = cells[table.title][FIRST + table.depth] if found else ()
        for total, value, column in zip(
            found[0].cells[1:] if found else (), row[1:], table.printed[1:], strict=False
        ):
            assert total.words == _words(value, column.kind)


def _lines(table: Table[Any], rows: Cells) -> Iterator[str]:
    """Return the words of a sheet's lines, cell after cell, as the PDF ought to have them."""
    kinds = [[column.kind_for(row) for column in table.printed] for row in _rows(table)]
    sums = [column.kind for column in table.printed]
    at = FIRST
    for line in lines(table):
        of_line = kinds.pop(0) if line.part in {Part.ROW, Part.BESIDE} else sums
        words = zip(rows[at], of_line, strict=False)
        yield " ".join(_words(value, kind) for value, kind in words)
        at += 1


def _rows(table: Table[Any]) -> list[Any]:
    inside = [row for block in table.blocks for row in block.rows] or list(table.rows)
    return [*inside, *table.beside]


def _words(value: Any, kind: Kind) -> str:
    """Return a cell of a workbook as people read it; it holds pounds, and binary numbers."""
    match value:
        case None:
            return ""
        case bool() | str():
            return " ".join(str(value).split())
        case datetime():
            return written(value.date(), kind)
        case _ if kind in MONEYS:
            return written(round(value * 100), kind)
        case float():
            return written(Decimal(repr(value)), kind)
        case _:
            return written(value, kind)
