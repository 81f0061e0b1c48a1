"""The two sheets before the figures: the cover and the contents."""

from __future__ import annotations

from xlsxwriter import Workbook

from pch_desktop.exports.cell import write
from pch_desktop.exports.pack import Pack
from pch_desktop.exports.sheet import FIRST, HEAD, Frame, head, set_page
from pch_desktop.exports.style import BLUE, RULE, Styles
from pch_desktop.reports.table import Kind

WIDE = 105
ANSWERS = {
    "Summary": "One page: the four features of the locality in figures",
    "Population": "Practices, their lists and weighted lists",
    "Workforce": "Funded, filled and vacant posts by staff group",
    "Services": "What is offered, by whom, and the month's activity",
    "Partners": "Who the partners are, what they deliver and what was agreed",
    "Finance": "Shadow budget by line: month, year to date, forecast, commentary",
    "Data quality": "What is late, missing or provisional, and the files brought in",
    "Definitions": "What each term, rating and threshold means",
    "Need": "Weighted populations by service, against England and the board",
    "Establishment": "Every post, without names",
    "Agreements": "What was agreed with whom, and what ends when",
    "Baseline": "What each line's baseline is made of, practice by practice",
}


def write_cover(book: Workbook, styles: Styles, pack: Pack, frame: Frame) -> None:
    """Write the cover: what it is, of which month, how to read its signs."""
    sheet = book.add_worksheet("Cover")
    set_page(sheet, frame, "Cover")
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, WIDE)
    sheet.set_row(0, 40)
    sheet.set_row(1, 24)
    sheet.set_row(2, 5)
    write(sheet, 0, 0, pack.title, styles.title(22))
    write(sheet, 1, 0, pack.place, styles.quiet(font_size=14))
    for at in (0, 1):
        write(sheet, 2, at, None, styles.of(bg_color=BLUE))
    rule = {"bottom": 4, "bottom_color": RULE, "font_size": 11, "valign": "top"}
    for offset, (name, words) in enumerate(pack.cover, start=4):
        sheet.set_row(offset, 21 if len(words) <= WIDE else 38)
        write(sheet, offset, 0, name, styles.of(bold=True, **rule))
        write(sheet, offset, 1, words, styles.of(text_wrap=True, **rule))
    link = "internal:'Contents'!A1"
    sheet.write_url(5 + len(pack.cover), 0, link, styles.link(), "Go to contents")


def write_contents(book: Workbook, styles: Styles, pack: Pack, frame: Frame) -> None:
    """Write the list of sheets, each a link to its sheet."""
    sheet = book.add_worksheet("Contents")
    set_page(sheet, frame, "Contents")
    head(sheet, styles, "Contents", "Choose a sheet's name to go to it.", 1,
         Frame(frame.place, frame.pack, frame.marking, contents=False))  # fmt: skip
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, WIDE)
    write(sheet, HEAD, 0, "Sheet", styles.heading(Kind.TEXT))
    write(sheet, HEAD, 1, "What it answers", styles.heading(Kind.TEXT))
    tables = (pack.summary, *pack.sections, pack.quality, pack.definitions, *pack.appendices)
    for offset, table in enumerate(tables):
        row = FIRST + offset
        sheet.set_row(row, 20)
        sheet.write_url(row, 0, f"internal:'{table.title}'!A1", styles.link(), table.title)
        write(sheet, row, 1, ANSWERS.get(table.title, table.subtitle), styles.cell(Kind.TEXT))
    sheet.freeze_panes(FIRST, 1)
