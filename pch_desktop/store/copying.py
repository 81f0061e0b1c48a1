"""Copying a locality file whole, whatever happens meanwhile.

SQLite writes the copy, never the file system: beside a file that is open, or
that was not closed, lies a journal that a plain copy would leave behind.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import lock
from pch_desktop.store.connection import connect
from pch_desktop.store.faults import sentence
from pch_desktop.store.identity import Damaged
from pch_desktop.store.whole import whole

Source = Engine | Connection | sqlite3.Connection
"""What has a file open; where it is SQLAlchemy's, no transaction may be under way."""

SIDECARS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file that was not closed: with another file it does harm."""
MOST_SAID = 20
NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY


def save_copy(source: Source, source_path: Path, target: Path) -> None:
    """Write a copy of an open file, checked before it takes the target's name.

    Raises:
        Refusal: it cannot be written there; the target is what it was before.
    """
    target = target.resolve()
    may_be_replaced(target, source_path)
    with in_words(target), reading(source) as connection, whole(target) as temporary:
        write(connection, temporary)


def write(connection: sqlite3.Connection, target: Path) -> None:
    """Write what a connection reads to a new file that only its owner may open, and check it."""
    os.close(os.open(target, NEW, 0o600))
    connection.execute("VACUUM INTO ?", (str(target),))
    check(target)


def duplicate(source: Path, target: Path) -> None:
    """Copy a file nobody has open, a backup say, to a new one only its owner may open."""
    with source.open("rb") as old, os.fdopen(os.open(target, NEW, 0o600), "wb") as new:
        shutil.copyfileobj(old, new)


def check(path: Path) -> None:
    """Refuse a file that is not sound from end to end.

    Raises:
        Damaged: SQLite finds fault with it.
    """
    if problems := faults_of(path):
        raise Damaged(f"{path.name} is damaged: {problems[0]}. Restore it from a backup.")


def faults_of(path: Path) -> list[str]:
    """Return what is broken in a file that nobody writes, a line each."""
    try:
        with closing(connect(path, "ro")) as connection:
            return faults(connection)
    except sqlite3.DatabaseError as error:
        return [str(error)]


def faults(connection: sqlite3.Connection) -> list[str]:
    """Return what is broken in a file, a line each: its pages, its rules, its references."""
    try:
        rows = connection.execute(f"PRAGMA integrity_check({MOST_SAID})").fetchall()
        loose = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST_SAID)
    except sqlite3.DatabaseError as error:
        return [str(error)]
    said = [text for (text,) in cast(list[tuple[str]], rows) if text != "ok"]
    return said + [f"{table} row {row} refers to nothing" for table, row, *_ in loose]


@contextmanager
def reading(source: Source) -> Generator[sqlite3.Connection]:
    """Give the plain connection behind what has a file open."""
    if isinstance(source, sqlite3.Connection):
        yield source
    elif isinstance(source, Connection):
        yield cast(sqlite3.Connection, source.connection.driver_connection)
    else:
        with closing(source.raw_connection()) as borrowed:
            yield cast(sqlite3.Connection, borrowed.driver_connection)


@contextmanager
def in_words(target: Path) -> Generator[None]:
    """Turn what hinders writing a file into a refusal that names it.

    The target is meant, not the file that is open: that one is only read.
    """
    try:
        yield
    except sqlite3.Error as error:
        why = sentence(error)
        if why is None:
            raise
        raise Refusal(f"{target.name} could not be written. {why}") from error
    except OSError as error:
        why = error.strerror or str(error)
        raise Refusal(
            f"{target.name} could not be written: {why}. Close it where it is open, "
            "or choose another name or folder."
        ) from error


def may_be_replaced(target: Path, source: Path | None = None) -> None:
    """Refuse a target that is open somewhere, or that was not closed.

    A journal left beside it would be played into whatever takes its name.
    """
    if source is not None and target.exists() and source.exists() and target.samefile(source):
        raise Refusal(f"{target.name} is the file that is open. Choose another name or folder.")
    must_be_closed(target)
    if any(sidecar.exists() for sidecar in sidecars(target)):
        raise Refusal(
            f"{target.name} was not closed properly. Open and close it first, "
            "or choose another name."
        )


def must_be_closed(path: Path) -> None:
    """Refuse a file that somebody has open, or had when their computer stopped."""
    if lock.place(path).exists():
        holder = lock.holder_of(path)
        by = f" by {holder.user} on {holder.host}" if holder else ""
        raise Refusal(f"{path.name} is open{by}. Close it there, or choose another name.")


def sidecars(path: Path) -> list[Path]:
    """Return the paths at which SQLite would keep what belongs to a file."""
    return [path.with_name(path.name + ending) for ending in SIDECARS]
