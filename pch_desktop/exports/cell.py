"""The one place where a value goes into a workbook cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import SHAPES

POUNDS = frozenset({Kind.MONEY, Kind.EXACT, Kind.THOUSANDS})
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and carriage returns, which workbooks show as boxes."""
FIRST_DAY = date(1899, 12, 30)
"""The day a workbook counts from."""
Stored = str | int | float | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Live:
    """A formula that a workbook works out, and what it comes to where nothing calculates."""

    formula: str
    result: Stored


def stored(value: Value, kind: Kind) -> Stored:
    """Return a value as a workbook holds it: money in pounds to the penny, ratings in words."""
    match value:
        case bool():
            return "Yes" if value else "No"
        case int() if kind in POUNDS:
            return value / 100
        case str() if kind is Kind.RATING:
            return SHAPES.get(value, value)
        case _:
            return value


def legible(words: str) -> str:
    """Return words without what a workbook cannot hold."""
    return UNWRITABLE.sub("", words)


def write(sheet: Worksheet, row: int, at: int, value: Stored | Live, style: Format) -> None:
    """Write one cell. Text stays text: it never becomes a formula or a link.

    Raises:
        Refusal: the text is longer than a workbook cell can hold.
    """
    match value:
        case None:
            outcome = sheet.write_blank(row, at, None, style)
        case str():
            outcome = sheet.write_string(row, at, legible(value), style)
        case Live():
            result = value.result if isinstance(value.result, str) else number(value.result)
            # Its default of 0 makes the result look like an int to a type checker.
            outcome = sheet.write_formula(row, at, f"={value.formula}", style, cast(Any, result))
        case date():
            outcome = sheet.write_datetime(row, at, cast(Any, value), style)
        case _:
            outcome = sheet.write_number(row, at, number(value), style)
    if outcome != 0:
        raise Refusal(f"A workbook cell cannot hold “{str(value)[:40]}…”; shorten it.")


def number(value: Stored) -> float:
    """Return a number as a cell holds it: sixteen digits, every penny of a billion pounds.

    A day is the number of days a workbook counts.
    """
    if isinstance(value, date):
        return float((value - FIRST_DAY).days)
    return float(value) if isinstance(value, int | float | Decimal) else 0.0
