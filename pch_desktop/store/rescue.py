"""What backups there are of files that cannot be opened, or that nobody has open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from pch_desktop.store import backups, manifest
from pch_desktop.store.backups import Backup
from pch_desktop.store.connection import connect

NAME = "SELECT name FROM locality"


@dataclass(frozen=True, slots=True)
class Kept:
    """The backups of one file on this computer."""

    folder: Path
    name: str
    """What its locality was called in the newest of them."""
    origin: Path | None
    """Where the file lay when the newest was made."""
    backups: tuple[Backup, ...]
    """The newest first; there is at least one."""

    @property
    def newest(self) -> Backup:
        """The backup made last."""
        return self.backups[0]


def every() -> list[Kept]:
    """Return what is kept of every file, that of which a backup was made last first."""
    roof = backups.folder("").parent
    folders = sorted(roof.iterdir()) if roof.is_dir() else []
    found = [kept for folder in folders if (kept := kept_in(folder))]
    return sorted(found, key=lambda kept: kept.newest.at, reverse=True)


def of_file(path: Path) -> list[Kept]:
    """Return what is kept of a file, however little of it can be read; the likeliest first.

    Its own number tells, or else where the file lay, or else what it was called.
    """
    with suppress(sqlite3.Error, OSError):
        kept = kept_in(backups.folder_for(path))
        if kept:
            return [kept]
    found, real = every(), path.resolve()
    here = [kept for kept in found if kept.origin == real]
    return here or [kept for kept in found if kept.origin and kept.origin.name == real.name]


def kept_in(folder: Path) -> Kept | None:
    """Return what is kept in a folder of backups, or None where it holds none."""
    found = tuple(reversed(backups.listed(folder)))
    if not found:
        return None
    entries = manifest.read(folder)
    origins = (entries[one.path.name].origin for one in found if one.path.name in entries)
    origin = next((Path(place) for place in origins if place), None)
    return Kept(folder, _name(found), origin, found)


def _name(found: Iterable[Backup]) -> str:
    """Return what the newest backup that can be read calls its locality."""
    for backup in found:
        with suppress(sqlite3.Error), closing(connect(backup.path, "ro")) as connection:
            for (name,) in connection.execute(NAME):
                return str(name)
    return "Without a name"
