"""Going back to a backup: what is in it, as a new file, or in place of the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast
from uuid import uuid4

from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import backups, copying, identity, tally
from pch_desktop.store.backups import Backup
from pch_desktop.store.connection import connect
from pch_desktop.store.identity import Damaged
from pch_desktop.store.whole import whole

LAST_STEPS = 10
STEPS = "SELECT at, who, ifnull(label, ''), id FROM step ORDER BY id DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Holding:
    """How many rows of a table there are, or how many pence in a column of money."""

    words: str
    amount: int


@dataclass(frozen=True, slots=True)
class LastStep:
    """One of the last things done before the backup was made."""

    at: datetime
    who: str
    label: str
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Preview:
    """What is in a backup; neither empty tables nor the history's own are told."""

    taken_at: datetime | None
    """From its name; nothing where it was given another."""
    schema: int
    counts: tuple[Holding, ...]
    money_pence: tuple[Holding, ...]
    steps: tuple[LastStep, ...]
    """The newest first."""


def preview(path: Path) -> Preview:
    """Return what a backup holds, having checked it from end to end.

    Raises:
        Refusal: it is damaged, or is no locality file of ours.
    """
    schema = _proved(path)
    with closing(connect(path, "ro")) as connection:
        return _seen(connection, backups.moment(path), schema)


def present(session: Session) -> Preview:
    """Return the same of an open file as it stands now, to compare."""
    connection = session.connection().connection.driver_connection
    return _seen(cast(sqlite3.Connection, connection), None, identity.SCHEMA)


def restore_as(backup: Path, target: Path) -> None:
    """Make a new file of a backup: a document of its own, with a number of its own.

    Raises:
        Refusal: there is such a file already, or the backup is damaged.
    """
    _proved(backup)
    if target.exists():
        raise Refusal(f"There is already a file called {target.name}. Choose another name.")
    copying.may_be_replaced(target)
    with copying.in_words(target), whole(target) as temporary:
        copying.duplicate(backup, temporary)
        _number_anew(temporary)


def restore_over(backup: Path, path: Path, folder: Path, at: datetime) -> Path:
    """Put a backup in the place of the present file; return where that one is kept.

    The present file is backed up first; where it is too damaged for that, its
    bytes are put aside as they are.

    Raises:
        Refusal: the present file is open, or the backup is damaged.
    """
    path = path.resolve()
    _proved(backup)
    copying.must_be_closed(path)
    with copying.in_words(path):
        aside = _kept(path, folder, at)
        with whole(path) as temporary:
            copying.duplicate(backup, temporary)
            for sidecar in copying.sidecars(path):
                sidecar.unlink(missing_ok=True)
    return aside


def _kept(path: Path, folder: Path, at: datetime) -> Path:
    try:
        with closing(connect(path, "rw")) as connection:
            return backups.make(connection, folder, "before-restore", at).path
    except (Damaged, sqlite3.DatabaseError):
        return _put_aside(path, folder, at).path


def _put_aside(path: Path, folder: Path, at: datetime) -> Backup:
    backup = backups.next_one(folder, "damaged", at)
    for part, kept in zip(
        (path, *copying.sidecars(path)),
        (backup.path, *copying.sidecars(backup.path)),
        strict=True,
    ):
        with suppress(FileNotFoundError), whole(kept) as temporary:
            copying.duplicate(part, temporary)
    return backup


def _seen(connection: sqlite3.Connection, taken_at: datetime | None, schema: int) -> Preview:
    held = tally.of(connection)
    found = connection.execute(STEPS, (LAST_STEPS,)).fetchall()
    steps = cast(list[tuple[str, str, str, int]], found)
    return Preview(
        taken_at,
        schema,
        tuple(_holdings(held.counts, tally.HISTORY)),
        tuple(_holdings(held.sums, frozenset())),
        tuple(LastStep(datetime.fromisoformat(at), who, what, no) for at, who, what, no in steps),
    )


def _proved(backup: Path) -> int:
    schema = identity.identify(backup)
    copying.check(backup)
    return schema


def _number_anew(path: Path) -> None:
    with closing(connect(path, "rw")) as connection:
        connection.execute(
            "UPDATE setting SET value = ? WHERE key = 'document_id'", (str(uuid4()),)
        )


def _holdings(amounts: Mapping[str, int], without: frozenset[str]) -> list[Holding]:
    return [Holding(_words(name), n) for name, n in amounts.items() if n and name not in without]


def _words(name: str) -> str:
    return name.removesuffix("_pence").replace("_", " ").replace(".", ", ")
