"""Connections to a locality file: how SQLite is asked to behave."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from typing import Literal, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from pch_desktop.store.guard import guard
from pch_desktop.store.recorder import WATCHED, watch

Mode = Literal["ro", "rw", "rwc"]
Purpose = Literal["write", "read", "replay"]
WAIT_SECONDS = 5.0
LONGEST_TEXT = 20_000_000
PRAGMAS = (
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "recursive_triggers = OFF",
    "mmap_size = 0",
    "temp_store = MEMORY",
)
BEGIN = {
    "write": ("PRAGMA foreign_keys = ON", "BEGIN IMMEDIATE"),
    "read": ("BEGIN",),
    "replay": ("PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"),
}
"""How a transaction begins. A replay sets each row itself, those that a cascade
moved among them, so nothing may move them a second time."""


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Return a plain connection; its transactions begin only when told to.

    The rollback journal is left as it is found: opening puts it right.
    """
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, WAIT_SECONDS, isolation_level=None, uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_watched(path: Path, mode: Mode) -> sqlite3.Connection:
    """Return a connection that records every change and obeys nothing in the file."""
    connection = connect(path, mode)
    prefix = f"history_{token_hex(8)}_"
    guard(connection, prefix)
    if mode != "ro":
        watch(connection, WATCHED, prefix)
    return connection


def engine(connecting: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine with one connection, whose transactions begin explicitly.

    It is for writing; ``for_purpose`` makes one for reading or replaying of it.
    """
    made = create_engine("sqlite://", creator=connecting, poolclass=StaticPool)
    event.listen(made, "begin", _begin)
    return made


def for_purpose(engine: Engine, purpose: Purpose) -> Engine:
    """Return the same engine with transactions that begin for another purpose."""
    return engine.execution_options(purpose=purpose)


def plain(engine: Engine) -> sqlite3.Connection:
    """Return the one connection of an engine, for what is not done in a transaction."""
    borrowed = engine.raw_connection()
    connection = cast(sqlite3.Connection, borrowed.driver_connection)
    borrowed.close()
    return connection


def _begin(connection: Connection) -> None:
    purpose = str(connection.get_execution_options().get("purpose", "write"))
    for statement in BEGIN[purpose]:
        connection.exec_driver_sql(statement)
