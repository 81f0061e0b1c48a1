"""Who has a locality file open for writing.

The lock is a small file beside it that names its holder, made in one step that
only one of two can win. It is a courtesy between people; SQLite's own locks
are what keeps the file whole.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from socket import gethostname
from time import sleep, time

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import machine

LONGEST_NAME = 240
A_MOMENT, LONGEST_MAKING = 0.01, 0.5
"""In seconds: how long a lock just made may be without its holder's name."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One opening of a file: where, by whom, since when."""

    host: str
    user: str
    pid: int
    boot: str
    since: str
    machine: str = ""

    @classmethod
    def here(cls, user: str, now: datetime) -> Holder:
        """Return this process as a holder."""
        since = now.isoformat("T", "minutes")
        return cls(gethostname(), user, os.getpid(), machine.boot(), since, machine.name())

    def is_dead(self, seen_from: Holder) -> bool:
        """Return whether this holder surely holds no more.

        Nobody can ask for a process of another computer. Of this one, a
        process of an earlier run is gone; but that it is this one, and not
        another of the same name, its own number has to tell.
        """
        if self.host != seen_from.host or not self.boot or not seen_from.boot:
            return False
        if self.boot == seen_from.boot:
            return not machine.is_running(self.pid)
        return bool(self.machine) and self.machine == seen_from.machine

    @property
    def is_here(self) -> bool:
        """Whether this very process is the holder."""
        return (self.host, self.boot, self.pid) == (gethostname(), machine.boot(), os.getpid())


class Lock:
    """A lock that is ours until released."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self._path = path
        self._text = json.dumps(asdict(holder))

    @classmethod
    def take(cls, document: Path, holder: Holder) -> Lock:
        """Take a document's lock, over the body of a dead holder if need be.

        Raises:
            Refusal: somebody else has the document open.
            OSError: no lock can be made there.
        """
        lock = cls(place(document), holder)
        while not lock._make():
            lock._clear(holder)
        return lock

    def release(self) -> None:
        """Give the lock up, unless somebody else has it by now."""
        with suppress(OSError):
            if _read(self._path) == self._text:
                self._path.unlink()

    def _make(self) -> bool:
        try:
            with self._path.open("x", encoding="utf-8") as file:
                file.write(self._text)
        except FileExistsError:
            return False
        except OSError:
            self._path.unlink(missing_ok=True)
            raise
        return True

    def _clear(self, seen_from: Holder) -> None:
        """Remove a dead holder's lock, or refuse.

        It is moved aside first, and put back where somebody was quicker and
        it is not the dead one's any more.
        """
        text = _read(self._path)
        if text is None or (not text and self._is_being_made()):
            return
        holder = _holder(text)
        if holder is None or not holder.is_dead(seen_from):
            raise Refusal(_sentence(holder, self._path))
        aside = self._path.with_name(f"{self._path.name}.{seen_from.pid}")
        with suppress(FileNotFoundError):
            self._path.replace(aside)
            if aside.read_text(encoding="utf-8") != text:
                self._path.hardlink_to(aside)
            aside.unlink()

    def _is_being_made(self) -> bool:
        """Give whoever has just made an empty lock a moment to put their name into it."""
        sleep(A_MOMENT)
        with suppress(FileNotFoundError):
            return abs(time() - self._path.stat().st_mtime) < LONGEST_MAKING
        return True


def place(document: Path) -> Path:
    """Return where a document's lock stands; a very long name is cut short."""
    real = document.resolve()
    name = real.name
    if len(name.encode()) > LONGEST_NAME:
        name = sha256(name.encode()).hexdigest()
    return real.with_name(f"~${name}.lock")


def holder_of(document: Path) -> Holder | None:
    """Return who holds a document's lock, or None where nobody says so."""
    try:
        text = _read(place(document))
    except OSError:
        return None
    return None if text is None else _holder(text)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _holder(text: str) -> Holder | None:
    try:
        return Holder(**json.loads(text))
    except (TypeError, ValueError):
        return None


def _told(since: str) -> str:
    """Return a moment as people tell it, or as it stands where it is none."""
    try:
        at = datetime.fromisoformat(since).astimezone()
    except ValueError:
        return since
    return f"{at:%H:%M} on {at.day} {at:%b %Y}"


def _sentence(holder: Holder | None, path: Path) -> str:
    if holder is not None and holder.is_here:
        return "The file is open in another window already, so it can only be read here."
    who = f"{holder.user} on {holder.host} since {_told(holder.since)}" if holder else "somebody"
    return (
        f"The file is open for {who}, so it can only be read here. "
        f"If that computer was switched off, delete {path.name} and open the file again."
    )
