"""What a new file can begin with: rows for its tables, told by name.

A row names the rows it points at by what they are called, never by a number:
``practice = "N81024"``. Numbers are given when the rows are put in a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Value = str | int | date | None
Row = Mapping[str, Value]

NAMES = ("key", "code", "reference", "staff_code", "name", "title", "year")
"""The columns a row may be called by, the first that it has."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows for one table, each in the words of its columns."""

    table: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Starter:
    """A locality to begin with, and everything a source says of it."""

    key: str
    name: str
    region: str | None
    vehicle: str | None
    population_stated: int | None
    sheets: tuple[Sheet, ...]
    is_sample: bool = False


def called(row: Row) -> str | None:
    """Return what other rows call this one, or None where nothing points at it."""
    return next((str(row[column]) for column in NAMES if row.get(column)), None)
