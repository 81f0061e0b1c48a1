"""What changed since an issued pack, read beside the window, once for all views of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from pch_desktop.exports.changes_now import changes_now
from pch_desktop.reports.table import Table
from pch_desktop.store import board
from pch_desktop.store.board import IssuedRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.jobs import Job

Tables = tuple[Table[Any], ...]


class Changes(QObject):
    """The tables of what changed, for the views that show them."""

    told = Signal()
    """What changed was read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._is_stale = True
        self._job: Job[Tables] | None = None
        self.against: IssuedRow | None = None
        """The issued pack somebody chose to compare with; the last one unless chosen."""
        self.tables: Tables = ()
        desk.file_changed.connect(self._moved)
        desk.month_changed.connect(self._moved)

    @property
    def is_reading(self) -> bool:
        """Whether the figures are being read."""
        return self._job is not None

    @property
    def last(self) -> IssuedRow | None:
        """The pack the figures are held beside; None while none was issued."""
        if self.against is not None:
            return self.against
        rows = self._desk.file.read(board.issued)
        return next((row for row in rows if row.month <= self._desk.month), None)

    def choose(self, row: IssuedRow | None) -> None:
        """Hold the figures beside this issued pack from now on; none is the last one."""
        self.against, self._is_stale = row, True

    def read(self) -> None:
        """Read what changed, unless it is known; ``told`` comes when it is."""
        last = self.last
        if self.is_reading or not self._is_stale:
            return
        self._is_stale = False
        if last is None:
            self.tables = ()
            self.told.emit()
            return
        desk, at = self._desk, datetime.now(UTC).astimezone()
        taken, month = desk.file.snapshot(), desk.month

        def work() -> Tables:
            try:
                return changes_now(taken, month, at, last.id)
            finally:
                taken.close()

        self._job = Job(self, work, self._have, desk.refused, desk.failed.emit)
        self._job.finished.connect(self._over)

    def wait(self) -> None:
        """Stand still until nothing is read any more."""
        if self._job is not None:
            self._job.wait()

    def _have(self, tables: Tables) -> None:
        self.tables = tables

    def _over(self) -> None:
        self._job = None
        if self._is_stale:  # The file moved on while it was read.
            self.read()
        if not self.is_reading:
            self.told.emit()

    def _moved(self, *_what: object) -> None:
        self._is_stale = True
