"""Looking beside the window, one look after the other; only the last one asked for counts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

from pch_desktop.store.import_known import known
from pch_desktop.store.own import standing
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.importing.looking import (
    Choices,
    Held,
    Read,
    Seen,
    Source,
    planned,
    read,
)
from pch_desktop.ui.jobs import Job

PATIENCE_MS = 250
"""What takes longer shows that it is under way."""


class Looker(QObject):
    """Reads a source and plans it, and comes back with what was seen."""

    seen = Signal(object)
    busy = Signal(str)
    """What is being done, or nothing once it is over."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before: Read | None = None
        self._wanted: tuple[Source, Choices] | None = None
        self._jobs: set[QObject] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PATIENCE_MS)
        self._pause.timeout.connect(self._tell_busy)
        self._name = ""

    @property
    def is_busy(self) -> bool:
        """Whether something is still to come."""
        return bool(self._jobs) or self._wanted is not None

    def ask(self, source: Source, choices: Choices) -> None:
        """Look at a source under some choices; ``seen`` comes when that is done."""
        self._wanted = (source, choices)
        self._name = source.name
        self._pause.start()
        if not self._jobs:
            self._next()

    def _next(self) -> None:
        if self._wanted is None:
            return
        (source, choices), self._wanted = self._wanted, None
        before = self._before
        self._run(
            Job(
                _application(),
                lambda: read(source, choices, before),
                lambda found: self._was_read(found, choices),
                self._desk.refused,
                self._failed,
            )
        )

    def _was_read(self, found: Read, choices: Choices) -> None:
        if not isValid(self):
            return
        self._before = found
        if self._wanted is not None:
            return
        file = self._desk.file
        held = Held(
            file.read(known) if found.official else None,
            file.read(standing) if found.sheet else None,
        )
        self._run(
            Job(
                _application(),
                lambda: planned(found, choices, held),
                self._was_planned,
                self._desk.refused,
                self._failed,
            )
        )

    def _was_planned(self, seen: Seen) -> None:
        if isValid(self) and self._wanted is None:
            self._rest()
            self.seen.emit(seen)

    def _run(self, job: Job[Read] | Job[Seen]) -> None:
        self._jobs.add(job)
        job.finished.connect(lambda: self._over(job))
        _application().aboutToQuit.connect(job.wait)

    def _over(self, job: QObject) -> None:
        self._jobs.discard(job)
        if isValid(self) and not self._jobs:
            self._next()

    def _failed(self, fault: BaseException) -> None:
        if isValid(self):
            self._rest()
            self._desk.failed.emit(fault)

    def _rest(self) -> None:
        self._pause.stop()
        self.busy.emit("")

    def _tell_busy(self) -> None:
        self.busy.emit(f"Reading {self._name}…")


def _application() -> QCoreApplication:
    there = QCoreApplication.instance()
    if there is None:
        raise RuntimeError("there is no application to run a job in")
    return there
