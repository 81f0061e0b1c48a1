"""How a document looks: paper, letters, language, what stands around its pages."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from pch_desktop.exports.board import Pack
from pch_desktop.exports.cell import legible
from pch_desktop.exports.style import DARK, INK, SOFT
from pch_desktop.exports.word_columns import ACROSS
from pch_desktop.reports.signs import SHADOW

LETTERS = "Arial"
ABOVE = {"Heading 1": 12, "Heading 2": 4, "Heading 3": 6, "Caption": 3}
"""What stands free above a paragraph of a style, in points."""
ENGLISH = "en-GB"
LONGEST_PLACE = 60
SIZES = {
    "Normal": (10, INK, False),
    "Title": (24, DARK, True),
    "Subtitle": (13, SOFT, False),
    "Heading 1": (17, DARK, True),
    "Heading 2": (12, INK, True),
    "Heading 3": (10.5, DARK, True),
    "List Number": (10, INK, False),
    "Caption": (8.5, SOFT, False),
    "Header": (8.5, SOFT, False),
    "Footer": (8.5, SOFT, False),
}
"""Built-in styles, so that a reader's own program knows headings from words."""


def dress(document: Document, pack: Pack) -> None:
    """Set a new document's paper, letters, language, properties, header and footer."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(21), Mm(19)
    section.header_distance = section.footer_distance = Mm(10)
    for name, (size, colour, bold) in SIZES.items():
        _style(document, name, size, colour, bold=bold)
    _speak_english(document)
    _describe(document, pack)
    right = f"{pack.marking}  {pack.title}"
    _around(section.header.paragraphs[0], pack.place[:LONGEST_PLACE], right)
    footer = section.footer.paragraphs[0]
    _around(footer, f"{pack.place[:LONGEST_PLACE]}  {pack.seal_words}".rstrip(), "Page ")
    _count(footer, "PAGE")
    footer.add_run(" of ")
    _count(footer, "NUMPAGES")


def colour(hexadecimal: str) -> RGBColor:
    """Return a colour from #212B32."""
    return RGBColor.from_string(hexadecimal.removeprefix("#"))


def _style(document: Document, name: str, size: float, ink: str, *, bold: bool) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.bold = LETTERS, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, colour(ink)
    fonts = style.element.rPr.rFonts
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)
    fonts.set(qn("w:cs"), LETTERS)
    style.paragraph_format.space_after = Pt(5)
    style.paragraph_format.space_before = Pt(ABOVE.get(name, 0))
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _speak_english(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), ENGLISH)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), ENGLISH)


def _describe(document: Document, pack: Pack) -> None:
    """Set the document's properties; nobody's name is among them."""
    place, facts = legible(pack.place), document.core_properties
    facts.title = f"{place}: {pack.title}"[:255]
    facts.subject = "Primary Care Home board pack"
    facts.author = facts.last_modified_by = place[:255]
    facts.language, facts.category = ENGLISH, pack.marking
    facts.keywords = "board pack, primary care home, shadow budget"
    facts.comments = SHADOW if pack.notional else ""
    facts.created = facts.modified = pack.made_at.replace(tzinfo=None)


def _around(paragraph: Any, left: str, right: str) -> None:
    """Write what stands left and right on every page."""
    stops = paragraph.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Pt(ACROSS), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.add_run(f"{legible(left)}\t{legible(right)}")


def _count(paragraph: Any, what: str) -> None:
    """Add a number that a word processor counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = OxmlElement("w:r")
    number = OxmlElement("w:t")
    number.text = "1"
    run.append(number)
    field.append(run)
    paragraph._p.append(field)
