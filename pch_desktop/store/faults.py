"""The faults of a disk, in words a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from pch_desktop.domain.refusal import Refusal

MOVED = (
    "Another program moved, replaced or deleted the file while it was open here. "
    "Nothing was changed; save a copy of what is open here, then open the file again."
)
DAMAGED = (
    "The file is damaged, so this could not be done. Nothing was changed; restore a backup, "
    "or save a copy of what can still be read."
)
WEAK = (
    "The disk or network drive did not answer as it should. Nothing was changed; "
    "check that it is connected, then try again or save a copy elsewhere."
)
PROTECTED = "The file or its folder is write-protected. Nothing was changed; save a copy elsewhere."
SENTENCES = {
    "SQLITE_BUSY": "Another program is using the file. Nothing was changed; try again.",
    "SQLITE_LOCKED": "Another program is using the file. Nothing was changed; try again.",
    "SQLITE_FULL": "The disk is full. Nothing was changed; make room and try again.",
    "SQLITE_READONLY_DBMOVED": MOVED,
    "SQLITE_READONLY_ROLLBACK": (
        "The file was left in the middle of a change, which cannot be taken back where it lies. "
        "Copy it, with the -journal file beside it, to a folder of your own and open it there."
    ),
    "SQLITE_READONLY": PROTECTED,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_IOERR": WEAK,
    "SQLITE_CANTOPEN": "The file cannot be opened. Check that it is still there and may be read.",
    "SQLITE_TOOBIG": "A text is too long to be kept. Nothing was changed; shorten it.",
}
"""What to say, by SQLite's name for the fault or by how that name begins."""


@contextmanager
def in_words() -> Generator[None]:
    """Turn a fault that people can put right into a refusal that says how."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        words = sentence(error.orig if isinstance(error, DBAPIError) else error)
        if words is None:
            raise
        raise Refusal(words) from error


def sentence(error: BaseException | None) -> str | None:
    """Return what to say of a fault, or None where it is our own."""
    full = name(error)
    short = "_".join(full.split("_")[:2])
    return SENTENCES.get(full) or SENTENCES.get(short)


def name(error: BaseException | None) -> str:
    """Return what SQLite calls a fault, or "" where it is none of SQLite's."""
    found = getattr(error, "sqlite_errorname", "")
    return found if isinstance(error, sqlite3.Error) else ""
