"""A table in a document: a real one, its headings again on each page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from pch_desktop.exports.cell import legible
from pch_desktop.exports.style import BAND, DARK, HAIR, RATINGS, WORSE
from pch_desktop.exports.word_columns import LETTER, columns_of
from pch_desktop.exports.word_look import colour
from pch_desktop.reports.laid import Cell, Line, Look, Part, is_headed_left
from pch_desktop.reports.table import Column, Table

WHITE = "#FFFFFF"
LOOKS = {word: (fill, ink) for word, fill, ink in RATINGS} | {Look.WORSE.value: ("", WORSE)}


def add_table(document: Document, table: Table[Any], lines: Sequence[Line]) -> None:
    """Add lines of a table with its headings; the columns that fit the page."""
    places = columns_of(table, lines)
    made: Any = document.add_table(1 + len(lines), len(places))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _describe(made, table)
    printed = table.printed
    for row, line in zip(made.rows, (None, *lines), strict=True):
        _keep(row, "w:cantSplit")
        for cell, (at, width) in zip(row.cells, places, strict=True):
            cell.width = Pt(width)
            if line is None:
                _write(cell, _heading(printed[at]), DARK, WHITE, is_bold=True)
            else:
                _fill(cell, line.cells[at], is_total=line.part is Part.TOTAL)
    _keep(made.rows[0], "w:tblHeader")
    for column, (_, width) in zip(made.columns, places, strict=True):
        column.width = Pt(width)


def _heading(column: Column[Any]) -> Cell:
    return Cell(column.title, is_left=is_headed_left(column))


def _fill(cell: Any, told: Cell, *, is_total: bool) -> None:
    fill, ink = LOOKS.get(told.look.value, ("", ""))
    _write(cell, told, BAND if is_total else fill, ink, is_bold=is_total or bool(ink))


def _write(cell: Any, told: Cell, fill: str, ink: str, *, is_bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1.5)
    paragraph.paragraph_format.space_before = Pt(1.5)
    if not told.is_left:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(legible(told.words))
    run.font.size, run.bold = Pt(LETTER), is_bold
    if ink:
        run.font.color.rgb = colour(ink)
    if fill:
        _append(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=fill[1:])


def _describe(made: Any, table: Table[Any]) -> None:
    """Set a table's rules, and its words for those who do not see it."""
    facts = made._tbl.tblPr
    borders = _append(facts, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        _append(borders, f"w:{side}", val="single", sz="4", space="0", color=HAIR[1:])
    margins = _append(facts, "w:tblCellMar")
    for side in ("left", "right"):
        _append(margins, f"w:{side}", w="80", type="dxa")
    look = facts.find(qn("w:tblLook"))
    if look is not None:
        facts.append(look)
    _append(facts, "w:tblCaption", val=legible(table.title))
    _append(facts, "w:tblDescription", val=legible(table.subtitle or table.title)[:400])


def _keep(row: Any, what: str) -> None:
    _append(row._tr.get_or_add_trPr(), what)


def _append(parent: Any, name: str, **facts: str) -> Any:
    made: Any = OxmlElement(name)
    for key, value in facts.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made
