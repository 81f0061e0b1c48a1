"""Reading, showing and making a pack beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from pch_desktop.domain.period import Month
from pch_desktop.exports import making, preview
from pch_desktop.exports.board import Pack
from pch_desktop.exports.making import Stopped, Wanted
from pch_desktop.exports.pack import gather
from pch_desktop.exports.sheet_states import SheetState, sheet_states
from pch_desktop.reports.closing import closing
from pch_desktop.reports.quality import findings, pressing
from pch_desktop.store.shared import Reads, at_once
from pch_desktop.store.snapshot import Snapshot
from pch_desktop.ui.jobs import Job


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that was read, with how each of its sheets stands."""

    pack: Pack
    states: tuple[SheetState, ...]


def read(snapshot: Snapshot, month: Month, made_at: datetime) -> Ready:
    """Read a month's pack from a snapshot, and let go of it."""
    try:
        return at_once(snapshot, lambda file: _ready(file, month, made_at))
    finally:
        snapshot.close()


def _ready(file: Reads, month: Month, made_at: datetime) -> Ready:
    pack = gather(file, month, made_at)
    found = findings(file, month)
    steps = closing(file, month, found)
    return Ready(pack, tuple(sheet_states(pack, pressing(found), steps)))


class Work(QObject):
    """One piece of work on a pack at a time; what is over comes back as a signal."""

    was_read = Signal(object)
    """A ``Ready``."""
    was_drawn = Signal(str, object)
    """The title of a sheet and its pages."""
    step_told = Signal(str)
    was_made = Signal(object)
    """Where the files stand."""
    was_stopped = Signal()
    was_refused = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._jobs: list[Job[object]] = []

    def read(self, snapshot: Snapshot, month: Month, made_at: datetime) -> None:
        """Read a month's pack."""
        self._begin(lambda: read(snapshot, month, made_at), self.was_read.emit)

    def draw(self, pack: Pack, wanted: Wanted, title: str) -> None:
        """Draw the pages of a sheet as those it is for will see them."""
        self._begin(
            lambda: preview.pages(making.prepared(pack, wanted), title),
            lambda pages: self.was_drawn.emit(title, pages),
        )

    def make(self, pack: Pack, wanted: Wanted, folder: Path) -> None:
        """Write the files."""
        self._stop.clear()

        def step(title: str) -> None:
            if self._stop.is_set():
                raise Stopped
            self.step_told.emit(title)

        self._begin(lambda: making.make(pack, wanted, folder, step), self.was_made.emit)

    def stop(self) -> None:
        """Stop making the files at the next step; none is left then."""
        self._stop.set()

    def wait(self) -> None:
        """Stand still until nothing is under way; for the closing of the window."""
        for job in list(self._jobs):
            job.wait()

    def _begin(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        job: Job[object] = Job(self, work, then, self.was_refused.emit, self._failed)
        self._jobs.append(job)
        job.finished.connect(lambda: self._jobs.remove(job))

    def _failed(self, fault: BaseException) -> None:
        if isinstance(fault, Stopped):
            self.was_stopped.emit()
        else:
            self.failed.emit(fault)
