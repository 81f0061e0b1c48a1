"""Looking through a locality file: is it whole, is it ours all through, may it be written."""

from __future__ import annotations

import sqlite3
from secrets import token_hex
from typing import cast

from pch_desktop.models import Base
from pch_desktop.store import structure
from pch_desktop.store.guard import guard, strangers
from pch_desktop.store.identity import SCHEMA, pragma

WHOLLY_CHECKED_BYTES = 20_000_000
"""Above this size the check leaves out what takes longest: indexes against tables."""
MOST_FAULTS = 20
UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def secure(connection: sqlite3.Connection) -> None:
    """Let nothing that is stored in the file act in this connection."""
    guard(connection, f"nothing_{token_hex(8)}_")


def is_writable(connection: sqlite3.Connection) -> bool:
    """Return whether the file and its folder can be written, by trying.

    A transaction begins well enough on a file that cannot be written; only a
    write tells. This one writes what is there, and is taken back.

    Raises:
        sqlite3.Error: some other fault.
    """
    schema = pragma(connection, "user_version")
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {schema}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            return False
        raise
    finally:
        connection.rollback()
    return True


def broken(connection: sqlite3.Connection, is_whole_check: bool) -> list[str]:
    """Return what is damaged, a line each, in SQLite's words; nothing where all is well."""
    check = "integrity_check" if is_whole_check else "quick_check"
    try:
        rows = connection.execute(f"PRAGMA main.{check}({MOST_FAULTS})").fetchall()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in UNREADABLE:
            raise
        return [str(error)]
    return [line for (line,) in cast(list[tuple[str]], rows) if line != "ok"]


def loose(connection: sqlite3.Connection) -> list[str]:
    """Return the rows that point at rows which are not there, a line each."""
    rows = cast(
        list[tuple[str, int, str, int]],
        connection.execute("PRAGMA main.foreign_key_check").fetchmany(MOST_FAULTS),
    )
    return [
        f"Row {row} of {table} points at a row of {other} that is gone."
        for table, row, other, _ in rows
    ]


def foreign(connection: sqlite3.Connection) -> list[str]:
    """Return what in the file this program did not make, a line each.

    Of an older file only triggers and views can be told; its migration sees to the rest.
    """
    if pragma(connection, "user_version") == SCHEMA:
        return structure.differences(connection)
    return [f"There is a trigger or view called {name}." for name in sorted(strangers(connection))]


def lacking(connection: sqlite3.Connection) -> list[str]:
    """Return the tables that a file of today's schema should have and has not."""
    if pragma(connection, "user_version") != SCHEMA:
        return []
    return sorted(set(Base.metadata.tables) - structure.tables(connection).keys())


def size(connection: sqlite3.Connection) -> int:
    """Return how many bytes the file has, as SQLite counts them."""
    return pragma(connection, "page_count") * pragma(connection, "page_size")


def settle_journal(connection: sqlite3.Connection) -> None:
    """Bring back the rollback journal where somebody changed it.

    Raises:
        sqlite3.OperationalError: another program has the file open that way.
    """
    (mode,) = cast(tuple[str], connection.execute("PRAGMA main.journal_mode").fetchone())
    if mode != "delete":
        connection.execute("PRAGMA main.journal_mode = DELETE").fetchone()
