"""Telling a locality file from any other, before SQLite touches it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import cast

from pch_desktop.domain.refusal import Refusal

APPLICATION_ID = int.from_bytes(b"PCH1")
SCHEMA = 8
"""The number of the schema this program writes, kept as ``user_version``."""
HEADER = 100
MAGIC = b"SQLite format 3\0"
MIME = (
    (b"PK\x03\x04", "a workbook, a document or a zip folder"),
    (b"%PDF", "a PDF document"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an older Office document"),
    (b"MZ", "a program"),
    (b"{", "a text file"),
    (b"<", "a web page or another marked-up text"),
)
"""How other files begin, and what to call them."""


class Damaged(Refusal):
    """The file is one of ours, but cannot be read as it is: a backup may help."""


def identify(path: Path) -> int:
    """Return the schema of a locality file, read from its first bytes.

    Nothing else may have the file open in this process: closing it here would
    let go of SQLite's locks on it.

    Raises:
        Refusal: it is not a locality file this version can open.
    """
    _must_be_a_file(path)
    with path.open("rb") as file:
        header = file.read(HEADER)
    size = path.stat().st_size
    if not size:
        raise Damaged(f"{path.name} is empty (0 bytes). Restore it from a backup.")
    if not header.startswith(MAGIC[: len(header)]) or header[:1] != MAGIC[:1]:
        raise Refusal(f"{path.name} is {_what(header)}, not a locality file.")
    if len(header) < HEADER:
        raise Damaged(f"{path.name} is incomplete ({size} bytes). Restore it from a backup.")
    _must_be_ours(path, _number(header[68:72]))
    schema = _number(header[60:64])
    _must_not_be_newer(path, schema)
    _must_be_complete(path, header, size)
    return schema


def identify_open(path: Path, connection: sqlite3.Connection) -> int:
    """Return the schema of a file that may be open here already, as SQLite tells it."""
    _must_be_ours(path, pragma(connection, "application_id"))
    schema = pragma(connection, "user_version")
    _must_not_be_newer(path, schema)
    return schema


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return what a pragma answers, as a number."""
    (answer,) = cast(tuple[int], connection.execute(f"PRAGMA main.{name}").fetchone())
    return answer


def _must_be_a_file(path: Path) -> None:
    if path.is_dir():
        raise Refusal(f"{path.name} is a folder. Choose a file ending in .pch.")
    if not path.exists():
        raise Refusal(f"There is no file called {path.name} there.")
    if not path.is_file():
        raise Refusal(f"{path.name} is not a file on a disk, so it cannot be opened.")


def _must_be_ours(path: Path, application: int) -> None:
    if application != APPLICATION_ID:
        raise Refusal(f"{path.name} is a database of another program, not a locality file.")


def _must_not_be_newer(path: Path, schema: int) -> None:
    if schema > SCHEMA:
        raise Refusal(
            f"{path.name} was made by a newer version of PCH Desktop (format {schema}; "
            f"this one reads up to {SCHEMA}). Nothing was changed; open it with the newer version."
        )


def _must_be_complete(path: Path, header: bytes, size: int) -> None:
    """Refuse a file shorter than it says it is.

    With a journal beside it SQLite may put that right itself, and its page
    count holds only while the last writer kept it up to date.
    """
    page = _number(header[16:18])
    due = _number(header[28:32]) * (65_536 if page == 1 else page)
    is_told = header[24:28] == header[92:96]
    journal = path.resolve().with_name(f"{path.resolve().name}-journal")
    if is_told and size < due and not journal.exists():
        raise Damaged(
            f"{path.name} is incomplete: {size:,} of {due:,} bytes are there. "
            "Restore it from a backup."
        )


def _what(header: bytes) -> str:
    for start, words in MIME:
        if header.startswith(start):
            return words
    try:
        header.decode("utf-8")
    except UnicodeDecodeError:
        return "some other kind of file"
    return "some other kind of file" if b"\0" in header else "a text file"


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")
