"""The first pages of a document: what the board is asked, what the pack is, the agenda."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from pch_desktop.domain.board_pack import Words
from pch_desktop.exports.board import Logo, Pack
from pch_desktop.exports.cell import legible
from pch_desktop.exports.style import BLUE
from pch_desktop.exports.word_table import add_table
from pch_desktop.reports.laid import lines
from pch_desktop.reports.table import Column, Table
from pch_desktop.reports.words import shown

AGENDA = "Agenda"
PURPOSE, ASKED, CHAIR = (shown(words.value) for words in (Words.PURPOSE, Words.ASKED, Words.CHAIR))
SHORT, ATTENTION = "In short", "For attention"
"""The rows of the cover that the front sheet tells in its own places."""
ASSURE, NOTE = "for discussion and assurance", "to note"
NOTHING = "Nothing needs the board's decision this month."
INSIDE = Pt(8)
LOGO_HIGH, LOGO_WIDE = Mm(18), Mm(60)
Fact = tuple[str, str]
ABOUT: tuple[Column[Fact], ...] = (
    Column("name", "About this pack", lambda row: row[0], width=24),
    Column("words", "What is told", lambda row: row[1], width=80),
)


def add_front(document: Document, pack: Pack) -> None:
    """Add the front sheet: purpose and recommendations first, then what the pack is."""
    said = dict(pack.cover)
    if pack.logo is not None:
        _add_logo(document, pack.logo)
    document.add_paragraph(legible(pack.title), style="Title")
    document.add_paragraph(legible(pack.place), style="Subtitle")
    asked = said[ASKED].split("\n") if ASKED in said else pack.attention
    _add_purpose(document, said.get(PURPOSE) or (ASSURE if asked else NOTE))
    document.add_heading(ASKED, 1)
    for words in asked:
        document.add_paragraph(legible(words), style="List Number")
    if not asked:
        document.add_paragraph(NOTHING)
    for name in (SHORT, CHAIR):
        if name in said:
            document.add_heading(name, 1)
            document.add_paragraph(legible(said[name]))
    told = {PURPOSE, ASKED, ATTENTION, SHORT, CHAIR}
    rows = [fact for fact in pack.cover if fact[0] not in told]
    document.add_heading("About this pack", 1)
    about: Table[Fact] = Table("About this pack", ABOUT, rows)
    add_table(document, about, list(lines(about)))


def add_agenda(document: Document, pack: Pack) -> None:
    """Add the meeting's agenda on a page of its own, where the pack has one."""
    table = next((table for table in pack.tables if table.title == AGENDA), None)
    if table is None or not table.rows:
        return
    document.add_heading(AGENDA, 1).paragraph_format.page_break_before = True
    document.add_paragraph(legible(table.subtitle), style="Caption")
    add_table(document, table, list(lines(table)))


def _add_purpose(document: Document, words: str) -> None:
    """Add the box that says for what the board has the paper."""
    box: Any = document.add_paragraph()
    box.add_run(f"{PURPOSE}: ").bold = True
    box.add_run(legible(words))
    box.paragraph_format.left_indent = box.paragraph_format.right_indent = INSIDE
    facts, borders = box._p.get_or_add_pPr(), OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge: Any = OxmlElement(f"w:{side}")
        for key, value in {"val": "single", "sz": "8", "space": "6", "color": BLUE[1:]}.items():
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    # Where it stands among a paragraph's facts is fixed by the format.
    facts.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _add_logo(document: Document, logo: Logo) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    shape: Any = paragraph.add_run().add_picture(BytesIO(logo.content), height=LOGO_HIGH)
    if shape.width > LOGO_WIDE:
        shape.width, shape.height = LOGO_WIDE, int(shape.height * LOGO_WIDE / shape.width)
    shape._inline.docPr.set("descr", legible(logo.alt_text))
