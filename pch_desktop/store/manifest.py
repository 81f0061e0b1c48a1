"""The list kept beside a folder of backups: what each held when it was made."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from pch_desktop.store.whole import whole

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one backup held."""

    name: str
    size: int
    sha256: str
    """Of the copy's bytes: the file itself is never read but by SQLite."""
    schema: int
    counts: Mapping[str, int]
    state: str
    """Changes whenever the file does."""
    origin: str = ""
    """Where the file lay of which it was made; empty where that was not noted."""


def read(folder: Path) -> dict[str, Entry]:
    """Return each backup's entry by its name; a line that was cut short is passed over."""
    entries: dict[str, Entry] = {}
    with suppress(FileNotFoundError):
        for line in (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(TypeError, ValueError):
                entry = Entry(**json.loads(line))
                entries[entry.name] = entry
    return entries


def add(folder: Path, entry: Entry) -> None:
    """Note a backup that has been made."""
    line = _line(entry).encode()
    way = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    descriptor = os.open(folder / NAME, way, 0o600)
    try:
        os.write(descriptor, line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def keep(folder: Path, names: Collection[str]) -> None:
    """Leave out what is said of backups that are gone."""
    entries = [entry for name, entry in read(folder).items() if name in names]
    with whole(folder / NAME) as temporary:
        temporary.touch(0o600)
        temporary.write_text("".join(map(_line, entries)), encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file nobody has open, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def state(*facts: object) -> str:
    """Return a short name for what is known of a file's content."""
    return sha256(repr(facts).encode()).hexdigest()


def _line(entry: Entry) -> str:
    # A line of its own even after one that was cut short.
    return f"\n{json.dumps(asdict(entry))}\n"
