"""A table with its columns matched, and its cells read as values of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import MONTH_KEY, Match, in_thousands
from pch_desktop.imports.own_fields import Field, OwnKind, Sort, field_of
from pch_desktop.imports.own_grid import column_letters
from pch_desktop.imports.own_rows import Row
from pch_desktop.imports.own_tables import Table
from pch_desktop.imports.own_values import american, day_first, value
from pch_desktop.imports.plan import RefusedRow
from pch_desktop.reports.words import plural

DATED = frozenset({Sort.DAY, Sort.MONTH})
"""The sorts of columns in which dates stand."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row whose cells were all read."""

    row: Row
    values: Mapping[str, object]
    """By our columns' keys; what is blank is not there."""

    def text(self, key: str) -> str | None:
        """Return a text of it."""
        found = self.values.get(key)
        return None if found is None else str(found)


@dataclass(frozen=True, slots=True)
class Sheeted:
    """A table with its columns matched: what a plan is made of."""

    kind: OwnKind
    table: Table
    matches: tuple[Match, ...]
    is_month_first: bool = False
    year: FinancialYear | None = None
    """The financial year of months that are told by their place alone."""

    def column(self, match: Match) -> Field:
        """Return the field a column was matched to; a month's is money."""
        key = match.field or ""
        if key.startswith(MONTH_KEY):
            return Field(key, Month.read(key.removeprefix(MONTH_KEY)).words, (), Sort.PENCE)
        return field_of(self.kind, key)

    def matched(self) -> Iterator[tuple[Match, Field]]:
        """Yield the columns that mean something to us."""
        for match in self.matches:
            if match.field:
                yield match, self.column(match)

    def thousands(self, match: Match) -> bool:
        """Return whether a column's plain figures are thousands of pounds."""
        return self.table.in_thousands or in_thousands(match.heading)

    def cell_name(self, row: int, match: Match) -> str:
        """Return a cell's name as a spreadsheet shows it: C7."""
        return f"{column_letters(self.table.columns[match.position])}{row}"

    def read(self, position: int, text: str) -> int | None:
        """Return the pence of a cell in a column of money."""
        match = self.matches[position]
        found = value(self.kind, self.column(match), text, thousands=self.thousands(match))
        return found if isinstance(found, int) else None

    def money(self, match: Match, text: str) -> int | None:
        """Return the pence of a cell in a column that is none of ours, None where it has none."""
        field = Field("", match.heading, (), Sort.PENCE)
        try:
            found = value(self.kind, field, text, thousands=self.thousands(match))
        except Refusal:
            return None
        return found if isinstance(found, int) else None


def read_rows(sheeted: Sheeted) -> tuple[list[FilledRow], list[RefusedRow]]:
    """Return the rows of a table that could be read, and those that could not and why."""
    kept: list[FilledRow] = []
    refused: list[RefusedRow] = []
    for row in sheeted.table.rows:
        try:
            kept.append(FilledRow(row, dict(_values(sheeted, row))))
        except _CellRefusal as refusal:
            refused.append(
                RefusedRow(
                    sheeted.table.sheet, row.number, refusal.heading, str(refusal), row.cells
                )
            )
    return kept, refused


class MonthFirst(Refusal):
    """Dates that can only have the month first; the person has to say that they have."""


def ask_about_dates(sheeted: Sheeted) -> None:
    """Refuse a column of dates that can only have the month first, until the person says so.

    Raises:
        Refusal: it names the cell, and says what to answer.
    """
    if sheeted.is_month_first:
        return
    for match, column in sheeted.matched():
        if column.sort not in DATED:
            continue
        for row in sheeted.table.rows:
            text = row.cells[match.position]
            if american([text]) is not None:
                raise MonthFirst(
                    f"Column “{match.heading}” has {text} in "
                    f"{sheeted.cell_name(row.number, match)}, which is no date with the day "
                    "first. Say that its dates have the month first, or correct the cell."
                )


def without_strangers(sheeted: Sheeted) -> tuple[Sheeted, list[str]]:
    """Return a table without columns that hold something else than their heading says.

    A column matched by its words alone is left out, with a note, where more
    than half of what it holds cannot be read as ours.
    """
    notes: list[str] = []
    matches = list(sheeted.matches)
    for match, column in sheeted.matched():
        if match.is_chosen or match.is_remembered or column.sort is Sort.TEXT:
            continue
        texts = [row.cells[match.position] for row in sheeted.table.rows]
        filled = [text for text in texts if text and not text.startswith("#")]
        strange = [text for text in filled if not _is_readable(sheeted, match, column, text)]
        if len(strange) * 2 > len(filled):
            matches[match.position] = replace(match, field=None, sure=0.0)
            notes.append(
                f"Column “{match.heading}” was left out: {len(strange):,} of its "
                f"{plural(len(filled), 'cell')} cannot be read as “{column.words}”, "
                f"such as “{strange[0]}”."
            )
    return replace(sheeted, matches=tuple(matches)), notes


def _is_readable(sheeted: Sheeted, match: Match, column: Field, text: str) -> bool:
    plain = day_first(text) if column.sort in DATED and sheeted.is_month_first else text
    thousands = sheeted.thousands(match)
    try:
        value(sheeted.kind, column, plain, thousands=thousands, year=sheeted.year)
    except Refusal:
        return False
    return True


class _CellRefusal(Refusal):
    """A cell cannot be used."""

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__(sentence)
        self.heading = heading


def _values(sheeted: Sheeted, row: Row) -> Iterator[tuple[str, object]]:
    seen: set[str] = set()
    for match, column in sheeted.matched():
        text = row.cells[match.position]
        if column.sort in DATED and sheeted.is_month_first:
            text = day_first(text)
        thousands = sheeted.thousands(match)
        try:
            found = value(sheeted.kind, column, text, thousands=thousands, year=sheeted.year)
        except Refusal as refusal:
            cell = sheeted.cell_name(row.number, match)
            raise _CellRefusal(match.heading, f"{cell}: {refusal}") from refusal
        if found is not None and column.key not in seen:
            seen.add(column.key)
            yield column.key, found
