"""All that the file holds, table by table, in names instead of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from pch_desktop.store.recorder import WATCHED

NAMES = ("reference", "code", "name", "title", "year", "file_name")
"""What a row is called by, the first of these that it has."""


@dataclass(frozen=True, slots=True)
class TableDump:
    """A table with its rows: values as they are, other rows by what they are called."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def every_table(session: Session) -> list[TableDump]:
    """Return every table of the file that is not its history, by name, rows by number."""
    called = {table.name: _called(session, table) for table in WATCHED}
    return [_dump(session, table, called) for table in sorted(WATCHED, key=lambda t: t.name)]


def _called(session: Session, table: Table) -> Mapping[int, object]:
    columns = [table.c[name] for name in NAMES if name in table.c]
    if not columns:
        return {}
    return {
        row_id: next((word for word in words if word is not None), row_id)
        for row_id, *words in session.execute(select(table.c.id, *columns))
    }


def _dump(session: Session, table: Table, called: Mapping[str, Mapping[int, object]]) -> TableDump:
    targets = {
        column.name: next(iter(column.foreign_keys)).column.table.name
        for column in table.columns
        if column.foreign_keys
    }
    names = [column.name for column in table.columns]
    naming = [called.get(targets.get(name, ""), {}) for name in names]
    rows = tuple(
        tuple(_shown(value, of) for value, of in zip(row, naming, strict=True))
        for row in session.execute(select(table).order_by(table.c.id))
    )
    columns = tuple(name.removesuffix("_id") if name in targets else name for name in names)
    return TableDump(table.name, columns, rows)


def _shown(value: Any, called: Mapping[int, object]) -> object:
    """Return a value, or what the row it points at is called."""
    return called.get(value, value) if called else value
