"""The sample, open, for one test after the other, as long as none of them changes it.

Most tests only look. To open a file takes longer than what many of them do with it,
so the file is kept open for the next test, and is another copy as soon as anything
about it is not as it was: a row, its folder, the object itself, or that it is open.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pch_desktop.store.connection import plain
from pch_desktop.store.identity import pragma
from pch_desktop.store.locality_file import LocalityFile
from tests import localities


class Sample(LocalityFile):
    """An open copy of the sample that can tell whether it is as it was when it was opened."""

    def standing(self) -> object:
        """Return what any change to the file, to its folder or to this object would alter."""
        if self._lock is None:
            return "closed"
        connection = plain(self._engine)
        beside = {each.name: each.stat().st_mtime_ns for each in self.path.parent.iterdir()}
        own: dict[str, Any] = {**vars(self), "_listeners": None}
        return connection.total_changes, pragma(connection, "data_version"), beside, own

    def leave(self) -> None:
        """Tell nobody of changes any more: who listened is gone with its test."""
        self._listeners.clear()


class Kept:
    """Where the open sample waits for the next test."""

    def __init__(self, folder: Path) -> None:
        """Keep the sample in a folder that nobody else writes to."""
        self._folder = folder
        self._opened = 0
        self._file: Sample | None = None
        self._standing: object = None

    def file(self) -> Sample:
        """Return the open sample as it was made."""
        if self._file is None:
            self._opened += 1
            path = self._folder / str(self._opened) / "copy.pch"
            path.parent.mkdir()
            localities.copied(localities.whole_sample, path)
            self._file = Sample(path, localities.holder(), localities.noon)
            self._standing = self._file.standing()
        return self._file

    def settle(self) -> None:
        """Keep the file for the next test if the last one left it as it was."""
        if self._file is None:
            return
        self._file.leave()
        if self._file.standing() != self._standing:
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
