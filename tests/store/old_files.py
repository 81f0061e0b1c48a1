"""The old files of the project, and what is in a file, told row by row."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from pch_desktop.store import structure
from pch_desktop.store.connection import connect

FILES = Path(__file__).parent.parent / "files"
NOON = datetime(2016, 10, 31, 12, tzinfo=UTC)


def first(folder: Path, name: str = "Alder Vale.pch") -> Path:
    """Return a copy of the file of schema 1."""
    return copied(1, folder, name)


def copied(schema: int, folder: Path, name: str = "Alder Vale.pch") -> Path:
    """Return a copy of the file that is kept of a schema."""
    return shutil.copyfile(kept(schema), folder / name)


def kept(schema: int) -> Path:
    """Return where the file of a schema is kept."""
    return FILES / f"v{schema:04}.pch"


def content(path: Path) -> list[str]:
    """Return every statement that would make a file again, its version among them."""
    with closing(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return [f"version {version}", *connection.iterdump()]


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what a file answers."""
    with closing(connect(path, "ro")) as connection:
        return connection.execute(sql).fetchall()


def differences(path: Path) -> list[str]:
    """Return in what a file differs from a new one."""
    with closing(connect(path, "ro")) as connection:
        return structure.differences(connection)


def change(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    with closing(connect(path, "rw")) as connection:
        for statement in statements:
            connection.execute(statement)


def left_over(folder: Path) -> list[str]:
    """Return the names of whatever was half written and is still there."""
    return [
        path.name for path in folder.rglob("*") if ".tmp" in path.name or "-journal" in path.name
    ]
