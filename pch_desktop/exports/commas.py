"""A table as comma-separated values, for whatever program takes them."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path
from typing import Any

from pch_desktop.reports.table import Column, Table
from pch_desktop.reports.words import written
from pch_desktop.store.whole import write_whole

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Text that begins so would be reckoned by a spreadsheet; a quote before it keeps it text."""


def write_commas(table: Table[Any], target: Path) -> Path:
    """Write a table with its headings as UTF-8 that Excel knows; return where it is.

    Raises:
        Refusal: the place cannot be written to.
    """
    return write_whole(target, partial(_fill, table))


def _fill(table: Table[Any], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(column.title for column in table.printed)
        for row in table.rows:
            writer.writerow(_cell(column, row) for column in table.printed)


def _cell(column: Column[Any], row: Any) -> str:
    words = written(column.value(row), column.kind_for(row))
    is_risky = not column.is_number and words.startswith(BEGINS_FORMULA)
    return f"'{words}" if is_risky else words
