"""Opening a locality file: is it ours, is it whole, may we write.

The order matters. What can be told without SQLite is told first, so that a
file that is not ours is left exactly as it was; then the lock; only then is
the file opened, looked through, and brought up to date.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, insert

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.models.locality import Setting
from pch_desktop.store import identity, inspecting
from pch_desktop.store.connection import Mode, connect, connect_watched, engine
from pch_desktop.store.faults import in_words
from pch_desktop.store.identity import APPLICATION_ID, SCHEMA, Damaged
from pch_desktop.store.lock import Holder, Lock, holder_of
from pch_desktop.store.whole import sweep, whole

DOCUMENT_ID = "document_id"
"""The setting that holds a file's own number, which copies made to go on with share."""
STRANGERS = "The file contains parts this program did not make, so it can only be read."
PROTECTED = "The file is write-protected, so it can only be read. Save a copy to change it."
FOLDER = "Its folder cannot be written to, so the file can only be read. Save a copy to change it."
DAMAGED = (
    "The file is damaged, so it can only be read. Restore a backup, "
    "or save a copy of what can still be read."
)
LOOSE = (
    "Rows of the file point at rows that are gone, so it can only be read. "
    "Restore a backup, or save a copy."
)
MOST_NAMED = 3
LONGEST_NAME = 240
"""In bytes: SQLite puts its journal beside the file, under a name that is longer."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file made ready: to be written with a lock, or only read for a reason."""

    engine: Engine
    lock: Lock | None
    reason: str | None


class OnlyRead(Exception):
    """The file can be read but not written, for the reason given."""


def create(path: Path) -> None:
    """Make a new, empty locality file that only its owner may open."""
    if path.exists():
        raise Refusal(f"There is already a file called {path.name}. Choose another name.")
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise Refusal("The name is too long. Choose one of at most 60 characters.")
    with _a_place_to_write(path), in_words(), whole(path) as temporary:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL, 0o600))
        new = engine(lambda: connect(temporary, "rw"))
        with new.begin() as connection:
            Base.metadata.create_all(connection)
            connection.execute(insert(Setting).values(key=DOCUMENT_ID, value=str(uuid4())))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        new.dispose()


def open_file(path: Path, holder: Holder, now: datetime) -> Opened:
    """Open a locality file to write if that can be, or else to read.

    Args:
        now: when, for the history of a file that has to be brought up to date.

    Raises:
        Refusal: it is no locality file of ours, or not one that can be read.
    """
    schema = identify(path)
    real = path.resolve()
    try:
        return _to_write(real, holder, now, schema)
    except OnlyRead as why:
        return _to_read(real, str(why), schema)


def identify(path: Path) -> int:
    """Return a file's schema; SQLite is asked where this process has the file open."""
    other = holder_of(path)
    if other is None or not other.is_here or not path.is_file():
        return identity.identify(path)
    with in_words(), closing(connect(path, "ro")) as connection:
        return identity.identify_open(path, connection)


def _to_write(path: Path, holder: Holder, now: datetime, schema: int) -> Opened:
    lock = _lock(path, holder)
    with ExitStack() as otherwise:
        otherwise.callback(lock.release)
        sweep(path.parent)
        with in_words(), _readable(path):
            _look_through(path)
        if schema < SCHEMA:
            _bring_up_to_date(path, holder, now)
        opened = Opened(_watched(path, "rw"), lock, None)
        otherwise.pop_all()
    return opened


def _to_read(path: Path, reason: str, schema: int) -> Opened:
    if schema < SCHEMA:
        raise Refusal(
            f"{path.name} was made by an older version of PCH Desktop, so it has to be opened "
            f"once where it can be changed. {reason}"
        )
    with in_words(), _readable(path), closing(connect(path, "ro")) as connection:
        inspecting.secure(connection)
        _must_be_complete(connection, path)
    return Opened(_watched(path, "ro"), None, reason)


def _lock(path: Path, holder: Holder) -> Lock:
    try:
        return Lock.take(path, holder)
    except Refusal as refusal:
        raise OnlyRead(str(refusal)) from refusal
    except OSError as error:
        raise OnlyRead(FOLDER) from error


def _look_through(path: Path) -> None:
    """Check a file from end to end; what keeps it from being written is raised."""
    with closing(connect(path, "rw")) as connection:
        inspecting.secure(connection)
        _must_be_complete(connection, path)
        if not inspecting.is_writable(connection):
            raise OnlyRead(PROTECTED if not os.access(path, os.W_OK) else FOLDER)
        inspecting.settle_journal(connection)
        size = inspecting.size(connection)
        if inspecting.broken(connection, size < inspecting.WHOLLY_CHECKED_BYTES):
            raise OnlyRead(DAMAGED)
        if inspecting.foreign(connection):
            raise OnlyRead(STRANGERS)
        if inspecting.loose(connection):
            raise OnlyRead(LOOSE)


def _must_be_complete(connection: sqlite3.Connection, path: Path) -> None:
    lacking = inspecting.lacking(connection)
    if lacking:
        raise Damaged(
            f"{path.name} lacks {', '.join(lacking[:MOST_NAMED])}, so it cannot be read. "
            "Restore it from a backup."
        )


@contextmanager
def _readable(path: Path) -> Generator[None]:
    """Refuse a file that SQLite cannot make sense of."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in inspecting.UNREADABLE:
            raise
        raise Damaged(
            f"{path.name} is damaged and cannot be read. Restore it from a backup."
        ) from error


def _bring_up_to_date(path: Path, holder: Holder, now: datetime) -> None:
    from pch_desktop.store import backups, migrating

    migrating.migrate(path, backups.folder_for(path), migrating.Occasion(now, holder.user))


def _watched(path: Path, mode: Mode) -> Engine:
    """Return an engine on one connection, made now; once closed it is not made again."""
    connection = connect_watched(path, mode)
    return engine(lambda: connection)


@contextmanager
def _a_place_to_write(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise Refusal(
            f"{path.name} cannot be made in {path.parent.name or path.parent}. "
            "Choose a folder that is there and that you may write to."
        ) from error
