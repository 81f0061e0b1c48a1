"""Tables in whichever file their name asks for: workbook, comma-separated, page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.commas import write_commas
from pch_desktop.exports.list_book import write_lists
from pch_desktop.exports.names import file_words
from pch_desktop.exports.printed import page
from pch_desktop.reports.table import Table
from pch_desktop.store.whole import write_whole

FORMATS = ("xlsx", "csv", "html")


def write_tables(
    place: str, title: str, tables: Sequence[Table[Any]], target: Path
) -> tuple[Path, ...]:
    """Write tables to a file of the kind its name ends with; return what was written.

    A workbook and a page hold all of them; comma-separated values a file each, called
    by the table where there are several.

    Raises:
        Refusal: the name ends in none of ``FORMATS``, or the place cannot be written to.
    """
    match target.suffix.lower():
        case ".xlsx":
            return (write_lists(place, title, tables, target),)
        case ".csv" if len(tables) == 1:
            return (write_commas(tables[0], target),)
        case ".csv":
            named = [(table, target.with_name(_named(target, table))) for table in tables]
            return tuple(write_commas(table, path) for table, path in named)
        case ".html":
            return (_write_page(place, title, tables, target),)
        case _:
            raise Refusal(f"End the name with one of: {', '.join(FORMATS)}.")


def _named(target: Path, table: Table[Any]) -> str:
    return f"{target.stem} - {file_words(table.title)}.csv"


def _write_page(place: str, title: str, tables: Sequence[Table[Any]], target: Path) -> Path:
    text = page(place, title, tables)
    return write_whole(
        target, lambda path: path.write_text(text, "utf-8"), "Choose another folder."
    )
