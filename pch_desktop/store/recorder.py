"""The triggers that write down every changed row, whoever changes it.

They are TEMP: they live in the connection, not in the file, so a file from
elsewhere cannot bring its own. They write to the file's ``row_change`` by its
bare name, since SQLite allows no schema name inside a trigger.

A row's image is a JSON object of its columns. It is read back as data and
bound as data: text found in a file is never run as SQL, which rules out the
shorter ``quote()``. It carries column names, so it still reads after a
migration. It loses nothing: our columns hold whole numbers and text only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Column, Connection, Float, LargeBinary, Numeric, Table

from pch_desktop.models import Base
from pch_desktop.models.history import RowChange, Step

HISTORY = frozenset({Step.__tablename__, RowChange.__tablename__})
WATCHED = tuple(table for table in Base.metadata.sorted_tables if table.name not in HISTORY)
UNFIT = (Float, LargeBinary, Numeric)

SWITCH = "CREATE TEMP TABLE recording AS SELECT 1 AS is_on"
TRIGGER = """
CREATE TEMP TRIGGER "{name}" AFTER {event} ON main."{table}"
WHEN (SELECT is_on FROM recording) {condition}
BEGIN {records} END;
"""
PREFIX = "<prefix>"
RECORD = """
INSERT INTO row_change (step_id, table_name, row_id, before, after, salt)
VALUES (
  (SELECT coalesce(max(id), 0) + 1 FROM step),
  '{table}', {row}.rowid, {before}, {after}, randomblob(16)
);
"""


def watch(connection: sqlite3.Connection, tables: Iterable[Table], prefix: str) -> None:
    """Record each change of these tables under the step that comes next.

    Args:
        prefix: begins the name of every trigger made here, and of no other.
    """
    made = (trigger.replace(PREFIX, prefix, 1) for table in tables for trigger in _triggers(table))
    connection.executescript(f"{SWITCH}; BEGIN; {' '.join(made)} COMMIT;")


@cache
def _triggers(table: Table) -> tuple[str, ...]:
    """Return what makes a table's triggers, the beginning of their names left open."""
    return tuple(
        TRIGGER.format(
            name=f"{PREFIX}{table.name}_{number}",
            event=event,
            table=table.name,
            condition=condition,
            records=records,
        )
        for number, (event, condition, records) in enumerate(_watches(table))
    )


def _watches(table: Table) -> Generator[tuple[str, str, str]]:
    """Give event, condition and what to record; a row that gets another number is another row."""
    old, new = image("old", table), image("new", table)
    added = RECORD.format(table=table.name, row="new", before="NULL", after=new)
    changed = RECORD.format(table=table.name, row="new", before=old, after=new)
    removed = RECORD.format(table=table.name, row="old", before=old, after="NULL")
    is_other = f"{_row('old', table)} IS NOT {_row('new', table)}"
    yield "INSERT", "", added
    yield "UPDATE", f"AND old.rowid = new.rowid AND {is_other}", changed
    yield "UPDATE", "AND old.rowid <> new.rowid", removed + added
    yield "DELETE", "", removed


@contextmanager
def pause(connection: Connection) -> Generator[None]:
    """Record nothing for a while, in the transaction under way."""
    connection.exec_driver_sql("UPDATE temp.recording SET is_on = 0")
    yield
    connection.exec_driver_sql("UPDATE temp.recording SET is_on = 1")


def image(side: str, table: Table) -> str:
    """Return the SQL for a row's image; ``side`` is the name the row goes by."""
    for column in table.columns:
        _must_fit(column)
    parts = [f"'{column.name}', {side}.\"{column.name}\"" for column in table.columns]
    return "json_object(" + ", ".join(parts) + ")"


def _row(side: str, table: Table) -> str:
    return "(" + ", ".join(f'{side}."{column.name}"' for column in table.columns) + ")"


def _must_fit(column: Column[object]) -> None:
    if isinstance(column.type, UNFIT):
        raise TypeError(f"{column} would not come back unchanged; keep it as a number or text")
