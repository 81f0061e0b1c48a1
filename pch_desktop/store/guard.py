"""Keeping what a file from elsewhere brings along from acting.

Our files hold tables and indexes only. A trigger or view found in one was put
there by somebody else; it shall neither run nor answer, while the triggers we
make in the connection do.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Set
from typing import cast

WRITES = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
FOREIGN = "SELECT name FROM main.sqlite_schema WHERE type IN ('trigger', 'view')"
TABLES = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%'"


def strangers(connection: sqlite3.Connection, ours: Set[str] | None = None) -> frozenset[str]:
    """Return the names of what is stored in the file and is not ours.

    Args:
        ours: the tables that belong there; without it only triggers and views
            are looked for.
    """
    found = _names(connection, FOREIGN)
    return found if ours is None else found | _names(connection, f"{TABLES} ESCAPE '~'") - ours


def _names(connection: sqlite3.Connection, query: str) -> frozenset[str]:
    rows = cast(list[tuple[str]], connection.execute(query).fetchall())
    return frozenset(name for (name,) in rows)


if sys.version_info >= (3, 12):

    def guard(connection: sqlite3.Connection, prefix: str) -> None:
        """Turn off the file's triggers and views; TEMP ones, as ours are, go on."""
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, False)

else:

    def guard(connection: sqlite3.Connection, prefix: str) -> None:
        """Refuse what the file's triggers and views ask for.

        Args:
            prefix: begins the names of our own triggers; not to be guessed.

        SQLite names the trigger or view behind each access, but names a query's
        own WITH table in the same place: so reading under a name that was not
        stored in the file is allowed, and writing under one that is not ours is not.
        """
        stored = strangers(connection)

        def verdict(
            action: int, _1: str | None, _2: str | None, _3: str | None, by: str | None
        ) -> int:
            if by is None or by.startswith(prefix):
                return sqlite3.SQLITE_OK
            is_barred = action in WRITES or by in stored
            return sqlite3.SQLITE_DENY if is_barred else sqlite3.SQLITE_OK

        connection.set_authorizer(verdict)
