"""Bringing a file of an older version up to today's schema, or leaving it as it is.

The file itself is only ever read: a copy is brought up to date, checked
against what was there before, and takes the file's place in one move.
Alembic is imported here, when there is such a file, and nowhere else.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from pch_desktop import discovery
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import backups, copying, history, migrations, structure, tally
from pch_desktop.store.backups import Backup
from pch_desktop.store.connection import connect, engine, for_purpose
from pch_desktop.store.faults import sentence
from pch_desktop.store.identity import SCHEMA, Damaged, pragma
from pch_desktop.store.whole import whole

if TYPE_CHECKING:
    from alembic.operations import Operations

REVISION = re.compile(r".*\.m(\d{4})_\w+")
ROOM = 3
"""Files as large as this one that must fit on the disk beside it."""


class Revision(Protocol):
    """A module of ``migrations``."""

    def upgrade(self, op: Operations) -> None:
        """Bring the tables from the schema before to its own."""
        ...


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a file is brought up to date, and for whom: its history says so."""

    at: datetime
    who: str


def migrate(path: Path, folder: Path, occasion: Occasion) -> Backup:
    """Bring a file up to today's schema; return the backup of what it was.

    Nothing may have the file open. Whatever goes wrong, the file is what it
    was before, and the backup stays.

    Args:
        folder: where the file's backups are kept.

    Raises:
        Refusal: it could not be done; its sentence says where the backup is.
    """
    path = path.resolve()
    _must_have_room(path, folder)
    with closing(connect(path, "rw")) as connection:
        version = pragma(connection, "user_version")
        _must_be_sound(path, connection)
    before = _stamp(path)
    backup = backups.make_of(path, folder, f"before-v{version}-to-v{SCHEMA}", occasion.at)
    with _told(path, backup), whole(path) as copy:
        copying.duplicate(backup.path, copy)
        with _writing(copy) as writer:
            upgrade(writer, version, occasion)
        copying.check(copy)
        if _stamp(path) != before:
            raise Refusal("Another program changed it meanwhile. Close that and try again.")
    return backup


def upgrade(writer: Engine, version: int, occasion: Occasion) -> None:
    """Take all the steps up to today's schema in one transaction, or none.

    Foreign keys are off before it begins: within it that could not be said
    any more, and rebuilding a table would take with it all that refers to it.
    """
    with for_purpose(writer, "replay").begin() as connection:
        plain = cast(sqlite3.Connection, connection.connection.driver_connection)
        before = tally.of(plain)
        op = operations(connection)
        for revision in revisions(version):
            revision.upgrade(op)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        _must_be_ours(plain, tally.losses(before, tally.of(plain)))
        history.mark_migration(connection, occasion.at, occasion.who, version, SCHEMA)


def revisions(version: int) -> list[Revision]:
    """Return the revisions that bring a file of a version up to date, in order."""
    found = {int(m[1]): m[0] for name in discovery.names(migrations) if (m := REVISION.match(name))}
    later = [found[number] for number in sorted(found) if version < number <= SCHEMA]
    return [cast(Revision, import_module(name)) for name in later]


def operations(connection: Connection) -> Operations:
    """Return what a revision works with."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    return Operations(MigrationContext.configure(connection))


def _must_have_room(path: Path, folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    needed = ROOM * path.stat().st_size
    for place in (path.parent, folder):
        if shutil.disk_usage(place).free < needed:
            raise Refusal(
                f"{path.name} is of an older version, and bringing it up to date needs "
                f"{-(-needed // 1_000_000)} MB free in {place}. Make room and open it again."
            )


def _must_be_sound(path: Path, connection: sqlite3.Connection) -> None:
    if problems := copying.faults(connection):
        raise Damaged(f"{path.name} is damaged: {problems[0]}. Restore it from a backup.")
    if strangers := structure.strangers(connection):
        raise Refusal(
            f"{path.name} holds {strangers[0]}, which this program did not make, so it was not "
            "brought up to date. Nothing was changed."
        )


def _must_be_ours(connection: sqlite3.Connection, losses: list[str]) -> None:
    if wrong := losses + structure.differences(connection) + copying.faults(connection):
        raise Refusal(f"Afterwards it would not be as it should: {wrong[0]}.")


@contextmanager
def _writing(copy: Path) -> Generator[Engine]:
    writer = engine(lambda: connect(copy, "rw"))
    try:
        yield writer
    finally:
        writer.dispose()


@contextmanager
def _told(path: Path, backup: Backup) -> Generator[None]:
    """Say where the backup is, whatever went wrong."""
    try:
        yield
    except Exception as error:
        raise Refusal(
            f"{path.name} could not be brought up to date. {_why(error)} Nothing was changed: "
            f"it is as it was, and a copy is kept at {backup.path}."
        ) from error


def _why(error: Exception) -> str:
    if isinstance(error, Refusal):
        return str(error)
    if isinstance(error, DBAPIError):
        return sentence(error.orig) or f"SQLite says: {error.orig}."
    return f"The program failed ({type(error).__name__}: {error})."


def _stamp(path: Path) -> tuple[int, int, int]:
    facts = path.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns
