"""A plan in the making from a person's own sheet: rows kept and refused, and what they change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.footing import Footing, footings
from pch_desktop.imports.matching import MONTH_KEY, Match, in_thousands
from pch_desktop.imports.own_fields import Field, OwnKind, Sort, field_of
from pch_desktop.imports.own_grid import column_letters
from pch_desktop.imports.own_rows import Row
from pch_desktop.imports.own_tables import Table
from pch_desktop.imports.own_values import american, day_first, value
from pch_desktop.imports.plan import Change, Link, RefusedRow
from pch_desktop.reports.words import plural
from pch_desktop.store.own import OwnStanding
from pch_desktop.store.own import Row as StandingRow


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


@dataclass(slots=True)
class Making:
    """A plan being made."""

    sheeted: Sheeted
    standing: OwnStanding
    file_name: str
    year: FinancialYear | None = None
    found: list[Change] = field(default_factory=list[Change])
    before: dict[str, StandingRow] = field(default_factory=dict[str, StandingRow])
    """The rows that stand, by the names of the changes they are compared with."""
    kept: list[FilledRow] = field(default_factory=list[FilledRow])
    refused: list[RefusedRow] = field(default_factory=list[RefusedRow])
    notes: list[str] = field(default_factory=list[str])
    said: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """What is told of several rows alike: the sentence, and the names it is told of."""

    def rows(self, table: str) -> tuple[StandingRow, ...]:
        """Return the rows of a table that stand."""
        return self.standing.tables[table]

    def put(
        self,
        table: str,
        name: str,
        words: str,
        values: Mapping[str, object],
        before: StandingRow | None = None,
    ) -> int | Link:
        """Say that a row holds some values, and return what others point at it by.

        What is None is not known, and leaves the row as it stands.
        """
        known = {key: found for key, found in values.items() if found is not None}
        return self.put_as_is(table, name, words, known, before)

    def put_as_is(
        self,
        table: str,
        name: str,
        words: str,
        values: Mapping[str, object],
        before: StandingRow | None = None,
    ) -> int | Link:
        """Say that a row holds some values, of which None is one."""
        self.found.append(Change(table, words, dict(values), name=name))
        if before is None:
            return Link(name)
        self.before[name] = before
        return int(str(before["id"]))

    def tell(self, sentence: str, name: str) -> None:
        """Say something of a name; the names it is said of are told together."""
        self.said.setdefault(sentence, []).append(name)

    def refuse(self, filled: FilledRow, column: str, reason: str) -> None:
        """Refuse a row that could be read but not used."""
        cells = filled.row.cells
        self.refused.append(
            RefusedRow(self.sheeted.table.sheet, filled.row.number, column, reason, cells)
        )

    def changes(self) -> tuple[tuple[Change, ...], dict[str, int]]:
        """Return the changes that are needed, and how many rows of each table stand so already.

        A standing row changes only in what the sheet says otherwise; a row this
        plan adds is always news to it.
        """
        needed: list[Change] = []
        same: Counter[str] = Counter()
        for change in self.found:
            row = self.before.get(change.name)
            if row is None:
                needed.append(change)
                continue
            after = {key: new for key, new in change.after.items() if row[key] != new}
            if after:
                old = {key: row[key] for key in after}
                needed.append(replace(change, after=after, before=old, row_id=row_id(row)))
            else:
                same[change.table] += 1
        return tuple(needed), dict(same)

    def all_notes(self) -> list[str]:
        """Return what there is to say, each sentence once."""
        told = [sentence.format(_listed(names)) for sentence, names in self.said.items()]
        return [*self.notes, *told]


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


def ask_about_dates(sheeted: Sheeted) -> None:
    """Refuse a column of dates that can only have the month first, until the person says so.

    Raises:
        Refusal: it names the cell, and says what to answer.
    """
    if sheeted.is_month_first:
        return
    for match, column in sheeted.matched():
        if column.sort is not Sort.DAY:
            continue
        for row in sheeted.table.rows:
            text = row.cells[match.position]
            if american([text]) is not None:
                raise Refusal(
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
    plain = day_first(text) if column.sort is Sort.DAY and sheeted.is_month_first else text
    try:
        value(sheeted.kind, column, plain, thousands=sheeted.thousands(match))
    except Refusal:
        return False
    return True


def control(making: Making) -> tuple[Footing, ...]:
    """Return how the rows kept compare with the table's own totals rows."""
    sheeted = making.sheeted
    columns = {
        match.position: column.words if (match.field or "").startswith(MONTH_KEY) else match.heading
        for match, column in sheeted.matched()
        if column.sort is Sort.PENCE
    }
    keys = {match.position: match.field or "" for match, _ in sheeted.matched()}
    amounts = {
        at: {
            filled.row.number: pence if isinstance(pence := filled.values.get(keys[at]), int) else 0
            for filled in making.kept
        }
        for at in columns
    }
    return footings(sheeted.table.found.totals, columns, amounts, sheeted.read)


def folded(text: object) -> str:
    """Return a name as names are compared: letters and figures alone, & as and."""
    plain_text = str(text or "").casefold().replace("&", " and ")
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"['’.]", "", plain_text)).split())


def by_name(rows: Sequence[StandingRow], column: str = "name") -> dict[str, StandingRow]:
    """Return rows by their names as names are compared; of two alike the older one."""
    return {folded(row[column]): row for row in reversed(rows) if row[column]}


def row_id(row: StandingRow) -> int:
    """Return a row's number."""
    return int(str(row["id"]))


class _CellRefusal(Refusal):
    """A cell cannot be used."""

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__(sentence)
        self.heading = heading


def _values(sheeted: Sheeted, row: Row) -> Iterator[tuple[str, object]]:
    seen: set[str] = set()
    for match, column in sheeted.matched():
        text = row.cells[match.position]
        if column.sort is Sort.DAY and sheeted.is_month_first:
            text = day_first(text)
        try:
            found = value(sheeted.kind, column, text, thousands=sheeted.thousands(match))
        except Refusal as refusal:
            cell = sheeted.cell_name(row.number, match)
            raise _CellRefusal(match.heading, f"{cell}: {refusal}") from refusal
        if found is not None and column.key not in seen:
            seen.add(column.key)
            yield column.key, found


def _listed(names: Sequence[str], most: int = 6) -> str:
    unique = list(dict.fromkeys(names))
    more = f" and {len(unique) - most} more" if len(unique) > most else ""
    return ", ".join(unique[:most]) + more
