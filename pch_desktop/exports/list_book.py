"""One table in a workbook of its own, as it stands on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import MARKING
from pch_desktop.exports.language import save
from pch_desktop.reports.table import Table
from pch_desktop.store.whole import write_whole

ENGLISH = "en-GB"
MOST_ROWS = 1_048_000
"""What a sheet of Excel holds below its headings, and a few for what stands around them."""


def write_list(place: str, table: Table[Any], target: Path) -> Path:
    """Write a table into a workbook; the former one stays till all is well. Return where it is.

    Raises:
        Refusal: the place cannot be written to, or the table has more rows than a sheet.
    """
    return write_lists(place, table.title, (table,), target)


def write_lists(place: str, title: str, tables: Sequence[Table[Any]], target: Path) -> Path:
    """Write tables into a workbook, a sheet each, for somebody to work on; return where it is.

    Raises:
        Refusal: the place cannot be written to, or a table has more rows than a sheet.
    """
    for table in tables:
        if len(table.rows) > MOST_ROWS:
            raise Refusal(f"{table.title} has more rows than a sheet of Excel holds.")
    return write_whole(target, lambda path: _fill(path, place, title, tables))


def _fill(path: Path, place: str, title: str, tables: Sequence[Table[Any]]) -> None:
    from xlsxwriter import Workbook

    from pch_desktop.exports.cell import legible
    from pch_desktop.exports.page import SECTION, Frame
    from pch_desktop.exports.sheet import Below, write_table
    from pch_desktop.exports.style import Styles

    made = BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": f"{legible(place)}: {title}", "author": legible(place)})
    styles = Styles(book)
    frame = Frame(place, title, MARKING, SECTION, back="", is_guarded=False)
    for table in tables:
        write_table(book, styles, replace(table, charts=()), frame, Below())
    book.close()
    save(made, path, ENGLISH)
