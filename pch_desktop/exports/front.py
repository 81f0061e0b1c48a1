"""The two sheets before the figures: the cover and the contents."""

from __future__ import annotations

from xlsxwriter import Workbook

from pch_desktop.exports.answers import answer
from pch_desktop.exports.board import Pack
from pch_desktop.exports.cell import write
from pch_desktop.exports.lines import lines_of
from pch_desktop.exports.logo import insert_logo
from pch_desktop.exports.page import FIRST, FRONT, HEAD, Frame, fit, head, points_across, set_page
from pch_desktop.exports.style import BLUE, HAIR, Styles
from pch_desktop.reports.table import Kind

WIDE = 105
COVER_WIDE = 95
"""How many of the cover's larger letters stand in a line."""


def write_cover(book: Workbook, styles: Styles, pack: Pack, frame: Frame) -> None:
    """Write the cover: what it is, of which month, how to read its signs."""
    sheet = book.add_worksheet("Cover")
    set_page(sheet, frame.of(FRONT, pack.notional), "Cover")
    fit(sheet, 0)
    sheet.set_column(0, 0, 27)
    sheet.set_column(1, 1, WIDE)
    sheet.set_row(0, 44)
    sheet.set_row(1, 26)
    sheet.set_row(2, 5)
    write(sheet, 0, 0, pack.title, styles.title(24))
    write(sheet, 1, 0, pack.place, styles.quiet(font_size=15))
    for at in (0, 1):
        write(sheet, 2, at, None, styles.of(bg_color=BLUE))
    if pack.logo is not None:
        insert_logo(sheet, pack.logo, points_across((WIDE,)))
    rule = {"bottom": 1, "bottom_color": HAIR, "font_size": 11}
    for offset, (name, words) in enumerate(pack.cover, start=4):
        sheet.set_row(offset, 10 + 14 * lines_of(words, COVER_WIDE))
        write(sheet, offset, 0, name, styles.of(bold=True, valign="top", **rule))
        style = styles.of(text_wrap=True, valign="top", quote_prefix=True, **rule)
        write(sheet, offset, 1, words, style)
    link = "internal:'Contents'!A1"
    sheet.write_url(5 + len(pack.cover), 0, link, styles.link(font_size=11), "Go to contents")


def write_contents(book: Workbook, styles: Styles, pack: Pack, frame: Frame) -> None:
    """Write the list of sheets, each a link to its sheet."""
    sheet = book.add_worksheet("Contents")
    set_page(sheet, frame.of(FRONT), "Contents")
    head(sheet, styles, ("Contents", "Choose a sheet's name to go to it."))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, WIDE)
    sheet.set_row(HEAD, 21)
    write(sheet, HEAD, 0, "Sheet", styles.heading(is_left=True, is_first=True))
    write(sheet, HEAD, 1, "What it answers", styles.heading(is_left=True))
    rule = {"bottom": 1, "bottom_color": HAIR}
    for offset, table in enumerate(pack.tables):
        row = FIRST + offset
        sheet.set_row(row, 21)
        quoted = table.title.replace("'", "''")
        link = f"internal:'{quoted}'!A1"
        sheet.write_url(row, 0, link, styles.link(**rule), table.title)
        write(sheet, row, 1, answer(table), styles.cell(Kind.TEXT))
    columns = [
        {"header": "Sheet", "header_format": styles.heading(is_left=True, is_first=True)},
        {"header": "What it answers", "header_format": styles.heading(is_left=True)},
    ]
    facts = {"name": "tblContents", "columns": columns, "style": None, "autofilter": False}
    sheet.add_table(HEAD, 0, FIRST + len(pack.tables) - 1, 1, facts)
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(0, HEAD)
