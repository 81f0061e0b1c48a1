"""Backups that make themselves: every half hour and at closing, where something changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pch_desktop.ui.backup_words import when
from pch_desktop.ui.jobs import Job
from pch_desktop.ui.strip import Strip, Tone

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.frame import Frame

EVERY_MS = 30 * 60 * 1000
BY_HAND = "by-hand"
SOON_MS = 250
"""When the last backup is looked for: once the figures have been painted."""


class BackingUp(QObject):
    """Puts copies of the open file aside, and says so on the status line.

    Nobody waits for one, but at closing; one that fails is told and stops nothing.
    """

    def __init__(
        self, window: Frame, strip: Strip, failed: Callable[[BaseException], None]
    ) -> None:
        super().__init__(window)
        self._window, self._strip, self._failed = window, strip, failed
        self._job: Job[str | None] | None = None
        self._is_changed = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self._due)

    def follow(self, desk: Desk) -> None:
        """Back up this file from now on, unless it can only be read."""
        self._is_changed = False
        desk.file_changed.connect(self._changed)
        if not desk.is_read_only:
            self.timer.start()
            QTimer.singleShot(SOON_MS, desk, self._show)

    def leave(self) -> None:
        """Back up what changed, before the file is let go of."""
        desk = self._desk
        self.timer.stop()
        if self._job is not None:
            self._job.wait()
            self._job = None
        if desk is None or desk.is_read_only or not self._is_changed:
            return
        self._is_changed = False
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = desk.attempt(lambda: desk.file.back_up("closing"))
        finally:
            QApplication.restoreOverrideCursor()
        if done is not None and done.result:
            QTimer.singleShot(0, self, partial(self._tell, done.result))

    def pass_over(self) -> None:
        """Do without the backup at closing: what is done next makes one of its own."""
        self._is_changed = False

    def begin(self, reason: str = BY_HAND) -> None:
        """Begin a backup beside the window, unless one is under way."""
        desk = self._desk
        if desk is None or desk.is_read_only or self._job is not None:
            return
        ready = desk.attempt(lambda: desk.file.backing_up(reason))
        if ready is None:
            return
        self._is_changed = False
        job = Job(
            desk,
            ready.result,
            lambda problem: self._over(desk, reason, problem),
            lambda sentence: self._over(desk, reason, sentence),
            self._failed,
        )
        job.finished.connect(partial(self._forget, job))
        self._job = job

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    @property
    def _desk(self) -> Desk | None:
        return self._window.desk

    def _due(self) -> None:
        self.begin("timer")

    def _forget(self, job: Job[str | None]) -> None:
        if self._job is job:
            self._job = None

    def _over(self, desk: Desk, reason: str, problem: str | None) -> None:
        if desk is not self._desk:
            return
        if problem:
            self._is_changed = True
            at = datetime.now().astimezone()
            self._window.status.show_backup(f"Backup failed {at:%H:%M}", problem)
            self._tell(problem)
        else:
            self._show()
            if reason == BY_HAND:
                desk.say("The file is backed up.")

    def _tell(self, problem: str) -> None:
        verbs = [("Try again", self.begin)] if self._desk else []
        self._strip.tell(problem, Tone.WARNING, *verbs)

    def _changed(self, _tables: object) -> None:
        self._is_changed = True

    def _show(self) -> None:
        from pch_desktop.store import backups

        desk = self._desk
        if desk is None:
            return
        found = desk.attempt(lambda: backups.listed(desk.file.backup_folder))
        if found is None:
            return
        last = found.result[-1].at if found.result else None
        words = f"Backup {when(last, datetime.now(UTC))}" if last else "No backup yet"
        self._window.status.show_backup(words)
