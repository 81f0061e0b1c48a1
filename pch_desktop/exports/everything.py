"""Everything the file holds in one workbook: nothing is locked in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.names import file_words, sheet_words
from pch_desktop.reports.table import LEFT, Kind
from pch_desktop.reports.words import shown
from pch_desktop.store import everything, locality
from pch_desktop.store.everything import TableDump
from pch_desktop.store.whole import write_whole

if TYPE_CHECKING:
    from pch_desktop.exports.cell import Stored
    from pch_desktop.exports.style import Styles
    from pch_desktop.store.locality_file import LocalityFile

IN_MEMORY = {"in_memory": True, "strings_to_urls": False}
"""Nothing is left in the machine's temporary folder, whatever happens."""
MOST_ROWS = 1_048_570
"""What a sheet of Excel holds below its headings."""


def read_all(file: LocalityFile) -> tuple[str, list[TableDump]]:
    """Return the locality's name and all that its file holds, without names of people."""
    return file.read(locality.locality).name, file.read(everything.every_table_nameless)


def read_all_with_names(file: LocalityFile) -> tuple[str, list[TableDump]]:
    """Return the locality's name and all that its file holds, names of people too."""
    return file.read(locality.locality).name, file.read(everything.every_table)


def write_all(place: str, tables: Sequence[TableDump], folder: Path) -> Path:
    """Write all tables into one workbook in a folder, a sheet each; return where it stands.

    Raises:
        Refusal: the folder cannot be written to, or a table has more rows than a sheet.
    """
    from xlsxwriter import Workbook

    from pch_desktop.exports.cell import legible
    from pch_desktop.exports.style import Styles

    target = folder / f"{file_words(place)} everything.xlsx"

    def fill(path: Path) -> None:
        book = Workbook(str(path), IN_MEMORY)
        book.set_properties({"title": f"{legible(place)}: everything"})
        styles = Styles(book)
        for table in tables:
            if len(table.rows) > MOST_ROWS:
                raise Refusal(f"{table.name} has more rows than a sheet of Excel holds.")
            _write(book.add_worksheet(sheet_words(table.name)), styles, table)
        book.close()

    return write_whole(target, fill)


def _write(sheet: object, styles: Styles, table: TableDump) -> None:
    from xlsxwriter.worksheet import Worksheet

    from pch_desktop.exports.cell import write

    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    for at, name in enumerate(table.columns):
        kind = _kind(name, [row[at] for row in table.rows])
        heading = shown(name.removesuffix("_pence").replace("_", " "))
        write(sheet, 0, at, heading, styles.heading(is_left=kind in LEFT, is_first=at == 0))
        style = styles.cell(kind)
        for number, row in enumerate(table.rows, start=1):
            write(sheet, number, at, _stored(row[at], name), style)
        sheet.set_column(at, at, 30 if kind is Kind.TEXT and name != "id" else 13)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _kind(name: str, values: Sequence[object]) -> Kind:
    known = next((value for value in values if value is not None), None)
    match known:
        case bool():
            return Kind.YES
        case int() if name.endswith("_pence"):
            return Kind.MONEY
        case int():
            return Kind.COUNT
        case Decimal():
            return Kind.INDEX
        case date():
            return Kind.DATE
        case _:
            return Kind.TEXT


def _stored(value: object, name: str) -> Stored:
    match value:
        case None | bool() | str() if not isinstance(value, StrEnum):
            return ("Yes" if value else "No") if isinstance(value, bool) else value
        case int() if name.endswith("_pence"):
            return Decimal(value) / 100
        case int() | Decimal():
            return value
        case datetime():
            return value.isoformat(" ", "seconds")
        case date():
            return value
        case _:
            return str(value)
