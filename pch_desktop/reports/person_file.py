"""Everything held about one person, set out for whoever asks what is held about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports.history import column_words, subject_words, table_words, value_words
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import plural, shown
from pch_desktop.store.everything import TableDump
from pch_desktop.store.trail import FigureRow
from pch_desktop.store.workforce import PersonFile

LONGEST_TITLE = 31
Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one row before and after a step, with who and when."""

    id: int
    at: str
    who: str
    step: str
    table: str
    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How much of one kind is held."""

    id: int
    what: str
    rows: int


@dataclass(frozen=True, slots=True)
class Told:
    """A text that names somebody, and where it stands."""

    id: int
    where: str
    text: str


SUMMARY: tuple[Column[Summary], ...] = (
    Column("what", "What is held", lambda row: row.what, width=44),
    Column("rows", "Entries", lambda row: row.rows, Kind.COUNT, width=10),
)
TOLD: tuple[Column[Told], ...] = (
    Column("where", "Where", lambda row: row.where, width=36),
    Column("text", "Text", lambda row: row.text, width=90),
)
CHANGES: tuple[Column[Change], ...] = (
    Column("at", "When", lambda row: row.at, width=18),
    Column("who", "Who", lambda row: row.who, width=18),
    Column("step", "Step", lambda row: row.step, width=40),
    Column("table", "Of what", lambda row: row.table, width=20),
    Column("row", "Entry", lambda row: row.row, width=18),
    Column("column", "Field", lambda row: row.column, width=22),
    Column("before", "Before", lambda row: row.before, width=24),
    Column("after", "After", lambda row: row.after, width=24),
)


def person_tables(found: PersonFile, on: date) -> list[Table[Any]]:
    """Return all that is held about a person as tables, a summary of how much first."""
    tables: list[Table[Any]] = [_dumped(dump) for dump in found.tables]
    if found.mentions:
        tables.append(_texts("Named in", [
            (f"{table_words(each.table)} {each.row_id}, {column_words(each.column).casefold()}",
             each.text) for each in found.mentions
        ]))  # fmt: skip
    if found.history:
        changes = _changes(found.history)
        subtitle = "Every change of these entries: who made it, when, from what to what."
        tables.append(Table("Changes", CHANGES, changes, subtitle))
    if found.steps:
        tables.append(_texts("Steps", [
            (f"{_moment(step.at)}, {step.who}", step.label) for step in found.steps
        ]))  # fmt: skip
    return [_summary(found, tables, on), *tables]


def person_text(tables: Sequence[Table[Any]]) -> str:
    """Return the same as plain text, readable without any program."""
    lines: list[str] = []
    for table in tables:
        lines += [table.title, "=" * len(table.title), *filter(None, [table.subtitle]), ""]
        for row in table.rows:
            lines += [
                f"{column.title}: {_plain(column, row)}"
                for column in table.columns
                if column.value(row) is not None
            ]
            lines.append("")
    return "\n".join(lines)


def _summary(found: PersonFile, tables: Sequence[Table[Any]], on: date) -> Table[Summary]:
    rows = [Summary(at, table.title, len(table.rows)) for at, table in enumerate(tables, start=1)]
    subtitle = f"Everything this file holds about {found.name} on {value_words('', on)}."
    notes = ("Backups and copies of the file made earlier may hold more.",)
    return Table("About this person", SUMMARY, rows, subtitle, notes=notes)


def _dumped(dump: TableDump) -> Table[Cells]:
    columns = tuple(
        _column(at, name, [row[at] for row in dump.rows])
        for at, name in enumerate(dump.columns)
        if any(row[at] is not None for row in dump.rows)
    )
    title = shown(dump.name.replace("_", " "))[:LONGEST_TITLE]
    return Table(title, columns, dump.rows, plural(len(dump.rows), "entry", "entries"))


def _column(at: int, name: str, values: Sequence[object]) -> Column[Cells]:
    kind = _kind(name, next((value for value in values if value is not None), None))
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    width = min(max(longest + 2, len(name) + 2, 8), 40)
    title = "No." if name == "id" else column_words(name)
    return Column(f"c{at}", title, lambda row: _value(row[at], name), kind, width=width)


def _kind(name: str, value: object) -> Kind:
    match value:
        case bool():
            return Kind.YES
        case int() if name.endswith("_pence"):
            return Kind.EXACT
        case int() if name not in {"id", "birth_year"}:
            return Kind.COUNT if not name.endswith("_minutes") else Kind.NUMBER
        case Decimal():
            return Kind.INDEX
        case date() if not isinstance(value, datetime):
            return Kind.DATE
        case _:
            return Kind.TEXT


def _value(value: object, name: str) -> Value:
    match value:
        case None | bool() | Decimal():
            return value
        case int() if name in {"id", "birth_year"}:
            return str(value)
        case int() if name.endswith("_minutes"):
            return Decimal(value) / 60
        case int():
            return value
        case datetime():
            return _moment(value)
        case date():
            return value
        case StrEnum():
            return shown(value.value)
        case Month() | FinancialYear():
            return str(value)
        case _:
            return str(value)


def _texts(title: str, told: Sequence[tuple[str, str]]) -> Table[Told]:
    rows = [Told(at, where, text) for at, (where, text) in enumerate(told, start=1)]
    return Table(title, TOLD, rows, "Words elsewhere in the file that name this person.")


def _changes(history: Sequence[FigureRow]) -> list[Change]:
    found: list[Change] = []
    for figure in history:
        row = figure.row
        for change in row.columns:
            found.append(
                Change(
                    len(found) + 1,
                    _moment(figure.at),
                    figure.who,
                    figure.label,
                    table_words(row.table_name),
                    subject_words(row.subject),
                    column_words(change.column),
                    value_words(change.column, change.before),
                    value_words(change.column, change.after),
                )
            )
    return found


def _moment(at: datetime) -> str:
    return f"{at:%d %b %Y %H:%M} UTC"


def _plain(column: Column[Any], row: Any) -> str:
    value = column.value(row)
    if column.kind is Kind.EXACT and isinstance(value, int):
        return f"£{Decimal(value) / 100:,.2f}"
    return value_words(column.key, value)
