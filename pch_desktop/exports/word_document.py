"""A board pack's document, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.shared import Pt

from pch_desktop.exports.board import Pack, Picture, Step
from pch_desktop.exports.cell import legible
from pch_desktop.exports.word_columns import ACROSS
from pch_desktop.exports.word_front import add_agenda, add_front
from pch_desktop.exports.word_look import dress
from pch_desktop.exports.word_pictures import pictures
from pch_desktop.exports.word_table import add_table
from pch_desktop.reports.brief import MOST_ROWS, brief
from pch_desktop.reports.drawn import drawing
from pch_desktop.reports.laid import notes, totals
from pch_desktop.reports.table import Table

ALSO = ("Risks", "Actions", "Decisions", "Initiatives", "Issues")
"""What of the board's own registers has a page, although it does not lead its section."""
MOST_NOTES = 3
HIGHEST = 250.0
"""How high a picture may be, in points, for table and commentary to have room."""


def fill(path: Path, pack: Pack, step: Step) -> None:
    """Write a pack's document to a path."""
    document = docx.Document()
    dress(document, pack)
    add_front(document, pack)
    add_agenda(document, pack)
    tables = [
        pack.summary,
        *pack.sections,
        *(each for each in pack.appendices if each.title in ALSO),
    ]
    shown = [table for table in tables if table.title not in pack.left_out]
    drawn = _pictures(pack, shown)
    for table in shown:
        step(table.title)
        _add_page(document, pack, table, drawn.get(table.title))
    document.save(str(path))


def _pictures(pack: Pack, tables: list[Table[Any]]) -> Mapping[str, Picture]:
    """Return the one picture that stands on each page: the table's chart, else a picture of it."""
    found = {picture.on: picture for picture in reversed(pack.pictures)}
    charts = {
        (chart.on or owner.title): (owner, chart)
        for owner in reversed(pack.tables)
        for chart in reversed(owner.charts)
    }
    wanted = [table.title for table in tables if table.title in charts]
    made = pictures([drawing(*charts[title]) for title in wanted])
    for title, png in zip(wanted, made, strict=True):
        chart = charts[title][1]
        found[title] = Picture(title, chart.finding, chart.alt_text, b"", png)
    return found


def _add_page(document: Document, pack: Pack, table: Table[Any], picture: Picture | None) -> None:
    """Add one section's page: finding, chart, table in brief, commentary."""
    heading = document.add_heading(legible(table.title), 1)
    heading.paragraph_format.page_break_before = True
    said = document.add_paragraph(legible(table.subtitle), style="Caption")
    if table.marking:
        said.add_run(f"  {legible(table.marking)}").bold = True
    told = brief(table, len(table.rows) if table is pack.summary else MOST_ROWS)
    if picture is not None:
        document.add_heading(legible(picture.finding), 2)
        add_picture(document, picture.png, picture.alt_text)
    if table.rows:
        add_table(document, table, told.lines)
    _add_said(document, told.note, told.commentary)
    for note in notes(table, totals(table))[:MOST_NOTES]:
        document.add_paragraph(legible(note), style="Caption")


def _add_said(document: Document, note: str, commentary: tuple[tuple[str, str], ...]) -> None:
    if note:
        document.add_paragraph(note, style="Caption")
    if commentary:
        document.add_heading("Commentary", 3)
    for name, words in commentary:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{legible(name)}. ").bold = True
        paragraph.add_run(legible(words))


def add_picture(document: Document, png: bytes, alt_text: str) -> None:
    """Add a picture as wide as the page, or as high as may be, with its words."""
    shape: Any = document.add_picture(BytesIO(png), width=Pt(ACROSS))
    if shape.height > Pt(HIGHEST):
        shape.width, shape.height = int(shape.width * Pt(HIGHEST) / shape.height), Pt(HIGHEST)
    shape._inline.docPr.set("descr", legible(alt_text))
