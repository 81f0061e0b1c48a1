"""A file that can only be read here: why, what can be done, and what others do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import lock
from pch_desktop.ui.strip import Strip, Tone

if TYPE_CHECKING:
    from pathlib import Path

    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.ui.doings import Doings
    from pch_desktop.ui.frame import Frame

REFRESH_MS = 2_000
FREE = "The file is free again: nobody else has it open. Open it again to change it."
HIDING = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange}


class ReadingOnly(QObject):
    """The notice over the page; while it is up, what another PC saves is shown within seconds.

    It looks only while the window can be seen.
    """

    def __init__(self, window: Frame, banner: Strip, doings: Doings) -> None:
        super().__init__(window)
        self._window, self._banner, self._doings = window, banner, doings
        self._is_held = self._is_following = False
        self._told = ""
        self.timer = QTimer(self)
        self.timer.setInterval(REFRESH_MS)
        self.timer.timeout.connect(self.look)
        window.installEventFilter(self)

    def begin(self, file: LocalityFile) -> None:
        """Say why a file can only be read, or what to beware of where it lies."""
        self._is_following = file.reason is not None
        self._is_held, self._told = _is_held(file.path), ""
        if file.reason is not None:
            self._say(file.reason, is_damaged=_is_damaged(file.reason))
        elif file.note:
            self._banner.tell(file.note, Tone.NOTE)
        else:
            self._banner.hide()
        self._pause_or_go_on()

    def end(self) -> None:
        """Look no more: the file is closed."""
        self._is_following = False
        self.timer.stop()
        self._banner.hide()

    def look(self) -> None:
        """Show what another PC saved, and say so when the file has come free."""
        desk = self._window.desk
        if desk is None or not self._is_following:
            return
        try:
            desk.file.refresh()
        except Refusal as refusal:
            if str(refusal) != self._told:
                self._told = str(refusal)
                desk.refused(self._told)
            return
        self._told = ""
        if self._is_held and not _is_held(desk.file.path):
            self._is_held = False
            again = ("Open it again", self._doings.open_again)
            self._banner.tell(FREE, Tone.NOTE, again, may_close=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in HIDING and watched is self._window:
            QTimer.singleShot(0, self, self._pause_or_go_on)
        return super().eventFilter(watched, event)

    def _say(self, reason: str, *, is_damaged: bool) -> None:
        copy = ("Open a copy…", self._doings.open_copy)
        restore = ("Restore a backup…", self._doings.restore)
        again = ("Try again", self._doings.open_again)
        verbs = (restore, copy) if is_damaged else (copy, again)
        self._banner.tell(reason, Tone.WARNING, *verbs, may_close=False)

    def _pause_or_go_on(self) -> None:
        is_seen = self._window.isVisible() and not self._window.isMinimized()
        if not (self._is_following and is_seen):
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()
            self.look()


def _is_held(path: Path) -> bool:
    holder = lock.holder_of(path)
    return holder is not None and not holder.is_here


def _is_damaged(reason: str) -> bool:
    from pch_desktop.store import opening

    return reason in {opening.DAMAGED, opening.LOOSE}
