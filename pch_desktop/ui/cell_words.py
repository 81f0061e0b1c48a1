"""What a cell says: to the eye, to the ear, and when the mouse rests on it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from pch_desktop.domain.money import whole
from pch_desktop.reports.table import Column, Kind, Value, Worse
from pch_desktop.reports.totals import Totalled
from pch_desktop.reports.words import plural, written

Row = TypeVar("Row")
INCOMPLETE = "incomplete"


def total_text(total: Totalled | None, kind: Kind) -> str:
    """Return a total as read; over a blank it says that it is incomplete."""
    if total is None:
        return ""
    text = written(total.value, kind)
    return f"{text} {INCOMPLETE}".strip() if total.is_incomplete else text


def is_worse(value: Value, worse: Worse) -> bool:
    """Return whether a figure is shown as worse."""
    if worse is Worse.ABOVE:
        return isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value > 0
    return is_adverse(value)


def is_adverse(value: Value) -> bool:
    """Return whether a figure stands in brackets."""
    return not isinstance(value, (str, bool)) and value is not None and str(value).startswith("-")


def spoken(value: Value, kind: Kind, worse: Worse = Worse.BELOW) -> str:
    """Return a value in words that can be heard: 186 thousand pounds adverse."""
    if worse is Worse.ABOVE and isinstance(value, (int, Decimal)):
        said = spoken(abs(value), kind)
        return f"minus {said}" if value < 0 else f"{said} adverse" if value else said
    if value is None:
        return "not known"
    adverse = " adverse" if is_adverse(value) else ""
    match value, kind:
        case bool(), _:
            return written(value, kind)
        case int(), Kind.THOUSANDS:
            return f"{abs(whole(value, 1000)):,} thousand pounds{adverse}"
        case int(), Kind.MONEY:
            return f"{abs(whole(value)):,} pounds{adverse}"
        case _, Kind.SHARE | Kind.RATE:
            return f"{written(value, kind).strip('()%')} per cent{adverse}"
        case _, Kind.RATING:
            return str(value)
        case _:
            return written(value, kind).strip("()") + adverse if adverse else written(value, kind)


def heading(column: Column[Row]) -> str:
    """Return a column's full name, its band included: Year to date £000, Actual."""
    return f"{column.band}, {column.title}" if column.band else column.title


def sentence(column: Column[Row], row: Row, name: str) -> str:
    """Return a whole sentence for a cell: row, column, value."""
    value = spoken(column.value(row), column.kind_for(row), column.worse)
    return f"{name}, {heading(column)}, {value}" if name else f"{heading(column)}, {value}"


def total_sentence(column: Column[Row], rows: Sequence[Row], total: Totalled | None) -> str:
    """Return what a total says, with what is missing from it."""
    if total is None:
        return ""
    said = f"{heading(column)}, total of {plural(len(rows), 'row')}, "
    said += spoken(total.value, column.kind, column.worse)
    if not total.is_incomplete:
        return said
    blanks = sum(column.value(row) is None for row in rows)
    return f"{said}, incomplete: {plural(blanks, 'blank')}" if blanks else f"{said}, incomplete"
