"""What a sheet is once it has been read: rows of text, and how it was set out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

MOST_COLUMNS = 256
MOST_ROWS = 200_000
ONLY_COLUMNS = f"Only the first {MOST_COLUMNS} columns were read."
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells, from corner to corner; rows and columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the first on, short where the rest is blank."""

    name: str
    rows: tuple[Cells, ...]
    is_hidden: bool = False
    merged: tuple[Span, ...] = ()
    bold: frozenset[int] = frozenset()
    """Rows, from 0, whose first filled cell is bold."""
    hidden_columns: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        rows: Iterable[Sequence[object]],
        *,
        is_hidden: bool = False,
        merged: Iterable[Span] = (),
        bold: Iterable[int] = (),
        hidden_columns: Iterable[int] = (),
        notes: Iterable[str] = (),
    ) -> Sheet:
        """Return a sheet of any values, bounded, its words filled down merged cells."""
        spans = tuple(merged)
        kept, told = _bounded(rows)
        return cls(
            name,
            _filled_down(kept, spans),
            is_hidden,
            spans,
            frozenset(bold),
            frozenset(hidden_columns),
            (*notes, *told),
        )

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell, blank where there is none."""
        if not 0 <= row < len(self.rows):
            return ""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(cells) for cells in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """Some sheets under one name."""

    name: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def text_of(value: object) -> str:
    """Return a cell's value as the text a person would type for it."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case float():
            return _plain(value)
        case datetime():
            return str(value.date() if value.time() == time() else value.replace(microsecond=0))
        case date():
            return value.isoformat()
        case _:
            text = str(value).replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")
            return text.strip()


def column_letters(column: int) -> str:
    """Return a column's letters as a spreadsheet writes them: 0 is A, 27 is AB."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def _plain(value: float) -> str:
    """Return a number to the fifteen digits a spreadsheet keeps, without an exponent."""
    if value != value or value in (float("inf"), float("-inf")):
        return "#NUM!"
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return format(Decimal(format(value, ".15g")), "f")


def _bounded(rows: Iterable[Sequence[object]]) -> tuple[list[Cells], list[str]]:
    kept: list[Cells] = []
    filled, is_wide, is_long = 0, False, False
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            is_long = True
            break
        cells = [text_of(value) for value in row[:MOST_COLUMNS]]
        is_wide = is_wide or any(text_of(value) for value in row[MOST_COLUMNS:])
        while cells and not cells[-1]:
            cells.pop()
        kept.append(tuple(cells))
        filled = len(kept) if cells else filled
    notes: list[str] = []
    if is_wide:
        notes.append(ONLY_COLUMNS)
    if is_long:
        notes.append(f"Only the first {MOST_ROWS:,} rows were read.")
    return kept[:filled], notes


def _filled_down(rows: list[Cells], spans: tuple[Span, ...]) -> tuple[Cells, ...]:
    """Return rows with the words of cells merged down a column in each of its rows.

    A figure stays in its first row only: filled down it would be counted twice.
    """
    changed = dict[int, list[str]]()
    for span in spans:
        if span.left != span.right or span.top == span.bottom or span.top >= len(rows):
            continue
        first = rows[span.top]
        words = first[span.left] if span.left < len(first) else ""
        if not any(mark.isalpha() for mark in words):
            continue
        for row in range(span.top + 1, min(span.bottom + 1, len(rows))):
            cells = changed.setdefault(row, list(rows[row]))
            cells.extend([""] * (span.left + 1 - len(cells)))
            cells[span.left] = words
    return tuple(tuple(changed.get(at, cells)) for at, cells in enumerate(rows))
