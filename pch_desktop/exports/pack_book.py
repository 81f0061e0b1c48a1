"""The sheets of the board pack, written in one pass."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.cell import Live, legible, stored, write
from pch_desktop.exports.front import write_contents, write_cover
from pch_desktop.exports.language import save
from pch_desktop.exports.page import AFTER, APPENDIX, FIRST, SECTION, Frame
from pch_desktop.exports.series import Drawn
from pch_desktop.exports.sheet import Below, Placed, write_table
from pch_desktop.exports.style import Styles
from pch_desktop.reports.signs import SHADOW
from pch_desktop.reports.table import Table

ENGLISH = "en-GB"


def fill(path: Path, pack: Pack, step: Step) -> None:
    """Write a pack's workbook to a path."""
    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_urls": False})
    _describe(book, pack)
    styles = Styles(book)
    frame = Frame(pack.place, pack.title, pack.marking, seal=pack.seal_words)
    write_cover(book, styles, pack, frame)
    write_contents(book, styles, pack, frame)
    placed: dict[str, Placed] = {}
    for table in pack.tables:
        step(table.title)
        framed = frame.of(_tab(pack, table), table.marking)
        framed = replace(framed, is_guarded=not table.is_worked_on)
        placed[table.title] = write_table(book, styles, table, framed, _below(pack, table))
    _name_thresholds(book, styles, pack, placed["Definitions"].sheet)
    _link_summary(placed["Summary"].sheet, styles, pack, placed)
    book.close()
    save(made, path, ENGLISH)


def _tab(pack: Pack, table: Table[Any]) -> str:
    """Return the colour of a sheet's tab, by where in the pack it stands."""
    if table in (pack.quality, pack.definitions):
        return AFTER
    return APPENDIX if table in pack.appendices else SECTION


def _below(pack: Pack, table: Table[Any]) -> Below:
    """Return what stands under a table: its own charts and those of others shown with it."""
    charts = [
        Drawn(owner, chart)
        for owner in pack.tables
        for chart in owner.charts
        if (chart.on or owner.title) == table.title
    ]
    pictures = [picture for picture in pack.pictures if picture.on == table.title]
    return Below(pack.attention if table is pack.summary else (), charts, pictures)


def _describe(book: Workbook, pack: Pack) -> None:
    """Set the document's properties; nobody's name is among them."""
    place = legible(pack.place)
    book.set_properties(
        {
            "title": f"{place}: {pack.title}",
            "subject": "Primary Care Home board pack",
            "author": place,
            "company": place,
            "category": pack.marking,
            "keywords": "board pack, primary care home, shadow budget",
            "comments": SHADOW if pack.notional else "",
            "created": pack.made_at,
        }
    )
    book.set_calc_mode("auto")


def _name_thresholds(book: Workbook, styles: Styles, pack: Pack, sheet: Worksheet) -> None:
    """Write where ratings turn below the definitions, as named cells the formulas read."""
    at_row = FIRST + len(pack.definitions.rows) + 2
    names = (
        ("Amber_at", "Amber above this share of budget", pack.thresholds.amber_share, "0.0%"),
        ("Red_at", "Red above this share of budget", pack.thresholds.red_share, "0.0%"),
        (
            "Least_adverse",
            "Green below this amount adverse, £",
            pack.thresholds.least_pence // 100,
            "£#,##0",
        ),
    )
    for offset, (name, words, value, number) in enumerate(names):
        write(sheet, at_row + offset, 0, words, styles.of(bold=True))
        style = styles.of(num_format=number, align="left", indent=1)
        write(sheet, at_row + offset, 1, value, style)
        book.define_name(name, f"=Definitions!$B${at_row + offset + 1}")


def _link_summary(sheet: Worksheet, styles: Styles, pack: Pack, placed: dict[str, Placed]) -> None:
    """Let the summary's figures point at the totals they are, sheet by sheet."""
    at = next(i for i, column in enumerate(pack.summary.columns) if column.key == "value")
    for offset, (row, link) in enumerate(zip(pack.summary.rows, pack.links, strict=True)):
        value, kind = row.values[at], row.kinds[at]
        if link is None or value is None or link[0] not in placed:
            continue
        title, key = link
        cell = placed[title].totals.get(key)
        if cell is not None:
            live = Live(f"'{title}'!{cell}", stored(value, kind))
            write(sheet, FIRST + offset, at, live, styles.cell(kind))
