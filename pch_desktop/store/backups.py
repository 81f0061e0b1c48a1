"""Backups of a locality file: made, checked, listed, and thinned out with age.

They lie in the profile of the person who works with the file, in a folder of
the file's own number, and are told apart by numbers that only go up: a clock
that jumps reorders nothing.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from uuid import NAMESPACE_OID, UUID, uuid5

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import copying, manifest, tally, thinning
from pch_desktop.store.connection import connect
from pch_desktop.store.copying import Source
from pch_desktop.store.faults import sentence
from pch_desktop.store.identity import Damaged, pragma
from pch_desktop.store.manifest import Entry
from pch_desktop.store.thinning import Aged
from pch_desktop.store.whole import sweep, whole

NAME = re.compile(r"(\d{6,})--(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)--([a-z0-9-]+)\.pch")
MOMENT = "%Y-%m-%dT%H-%M-%SZ"
FOR_EVER = "before-v"
"""How the reason of a backup begins that is never thinned out."""
MOST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the file as it was once."""

    number: int
    at: datetime
    reason: str
    path: Path

    @property
    def is_for_ever(self) -> bool:
        """Whether it is the last of an older schema, which nothing can make again."""
        return self.reason.startswith(FOR_EVER)


def folder(document_id: str) -> Path:
    """Return where a document's backups are kept on this computer."""
    return place(document_id, os.environ, Path.home(), sys.platform)


def folder_for(path: Path) -> Path:
    """Return where the backups of a file are kept that nothing here has open."""
    with closing(connect(path, "ro")) as connection:
        return folder(document_id(connection, path))


def place(document_id: str, environment: Mapping[str, str], home: Path, platform: str) -> Path:
    """Return where a document's backups are kept on some computer.

    Args:
        document_id: out of the file, so it may be anything; only a UUID is
            used as it stands.
        environment: as ``os.environ``.
        platform: as ``sys.platform``.
    """
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "PCH Desktop"
    elif platform == "darwin":
        base = home / "Library" / "Application Support" / "PCH Desktop"
    else:
        base = Path(environment.get("XDG_STATE_HOME") or home / ".local" / "state") / "pch-desktop"
    return base / "Backups" / _safe(document_id)


def document_id(connection: sqlite3.Connection, path: Path) -> str:
    """Return the number a file was given when it was made, or its path where it has none."""
    found = connection.execute("SELECT value FROM setting WHERE key = 'document_id'").fetchone()
    return cast(tuple[str], found)[0] if found else str(path.resolve())


def listed(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the oldest first."""
    if not folder.is_dir():
        return []
    found = (_backup(path) for path in folder.iterdir())
    return sorted((one for one in found if one), key=lambda backup: backup.number)


def attempt_of(path: Path, folder: Path, reason: str, at: datetime) -> str | None:
    """Do the same over a connection of its own, so that it may be done beside the window."""
    try:
        with closing(connect(path, "ro")) as connection:
            return attempt(connection, folder, reason, at)
    except sqlite3.Error as error:
        return f"No backup was made. {sentence(error) or error}"


def attempt(source: Source, folder: Path, reason: str, at: datetime) -> str | None:
    """Make a backup if anything changed, and thin out the old; return what went wrong, if it did.

    A backup that fails is told, and stands in nobody's way.
    """
    try:
        if take(source, folder, reason, at):
            thin(folder)
    except Refusal as refusal:
        return f"No backup was made. {refusal}"
    except sqlite3.Error as error:
        return f"No backup was made. {sentence(error) or error}"
    except OSError as error:
        return f"No backup was made: {error.strerror or error}. The file itself is saved."
    return None


def take(source: Source, folder: Path, reason: str, at: datetime) -> Backup | None:
    """Make a backup, unless the file is as it was at the last one."""
    with copying.reading(source) as connection:
        last = next(reversed(listed(folder)), None)
        entry = manifest.read(folder).get(last.path.name) if last else None
        if entry and entry.state == _state(connection):
            return None
        return make(connection, folder, reason, at)


def make(connection: sqlite3.Connection, folder: Path, reason: str, at: datetime) -> Backup:
    """Make a backup and check it.

    Args:
        reason: as in its name, ``before-import``: small letters, digits, hyphens.

    Raises:
        Damaged: the copy is not sound.
        OSError, sqlite3.Error: it cannot be written there.
    """
    backup = next_one(folder, reason, at)
    state = _state(connection)
    with whole(backup.path) as temporary:
        copying.write(connection, temporary)
        entry = _entry(backup.path.name, temporary, state, _place(connection))
    manifest.add(folder, entry)
    return backup


def make_of(path: Path, folder: Path, reason: str, at: datetime) -> Backup:
    """Make a backup of a file nobody has open, byte for byte, and check it.

    Raises:
        Damaged: the file is not sound.
        OSError: it cannot be written there.
    """
    backup = next_one(folder, reason, at)
    with whole(backup.path) as temporary:
        copying.duplicate(path, temporary)
        copying.check(temporary)
        entry = _entry(backup.path.name, temporary, "", path.resolve())
    manifest.add(folder, entry)
    return backup


def next_one(folder: Path, reason: str, at: datetime) -> Backup:
    """Return the name of the backup to be made next, its folder made ready."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(folder)
    number = 1 + max((backup.number for backup in listed(folder)), default=0)
    number = max(number, 1 + max(map(_number, manifest.read(folder)), default=0))
    second = at.astimezone(UTC).replace(microsecond=0)
    name = f"{number:06}--{second.strftime(MOMENT)}--{reason}.pch"
    return Backup(number, second, reason, folder / name)


def thin(folder: Path, most_bytes: int = MOST_BYTES) -> list[Backup]:
    """Remove the backups that newer ones make needless; return those removed.

    Nothing is removed unless one that stays has just been read from end to end.
    """
    found = {backup.number: backup for backup in listed(folder)}
    aged = [
        Aged(backup.number, backup.at, backup.path.stat().st_size, backup.is_for_ever)
        for backup in found.values()
    ]
    staying = thinning.kept(aged)
    proof = next((number for number in sorted(staying, reverse=True) if _sound(found[number])), 0)
    if not proof:
        return []
    staying = thinning.within(aged, staying, proof, most_bytes)
    gone = [backup for number, backup in found.items() if number not in staying]
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    if gone:
        manifest.keep(folder, {backup.path.name for backup in listed(folder)})
    return gone


def _entry(name: str, copy: Path, state: str, origin: Path) -> Entry:
    with closing(connect(copy, "ro")) as connection:
        schema = pragma(connection, "user_version")
        counts = dict(tally.of(connection).counts)
    size, digest = copy.stat().st_size, manifest.digest(copy)
    return Entry(name, size, digest, schema, counts, state, str(origin))


def _sound(backup: Backup) -> bool:
    try:
        copying.check(backup.path)
    except (Damaged, OSError, sqlite3.Error):
        return False
    return True


def _state(connection: sqlite3.Connection) -> str:
    """Return what tells whether anything changed: the end of the history, and the last write.

    What another program writes leaves no step, and a disk may tell the time
    of a write in whole seconds only.
    """
    last = connection.execute("SELECT id, hex(digest) FROM step ORDER BY id DESC LIMIT 1")
    facts = _place(connection).stat()
    return manifest.state(last.fetchone(), facts.st_size, facts.st_mtime_ns)


def _place(connection: sqlite3.Connection) -> Path:
    places = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'")
    (place,) = cast(tuple[str], places.fetchone())
    return Path(place)


def moment(path: Path) -> datetime | None:
    """Return when a backup was made, or None where its name does not tell."""
    backup = _backup(path)
    return backup.at if backup else None


def _backup(path: Path) -> Backup | None:
    match = NAME.fullmatch(path.name)
    if not match:
        return None
    try:
        at = datetime.strptime(match[2], MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(match[1]), at, match[3], path)


def _number(name: str) -> int:
    match = NAME.fullmatch(name)
    return int(match[1]) if match else 0


def _safe(document_id: str) -> str:
    try:
        return str(UUID(document_id))
    except ValueError:
        return str(uuid5(NAMESPACE_OID, document_id))
