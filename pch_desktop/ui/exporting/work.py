"""Reading, showing and making a pack beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event, Lock

from PySide6.QtCore import QObject, Signal

from pch_desktop.domain.board_pack import Audience, Edition
from pch_desktop.domain.period import Month
from pch_desktop.exports import making, preview
from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.illustrating import illustrated
from pch_desktop.exports.making import Stopped, Wanted, prepared
from pch_desktop.exports.pack import gather
from pch_desktop.exports.sheet_states import SheetState, sheet_states
from pch_desktop.reports.closing import closing
from pch_desktop.reports.quality import findings, pressing
from pch_desktop.store import board
from pch_desktop.store.names_held import names_held
from pch_desktop.store.shared import Reads, at_once
from pch_desktop.store.snapshot import Snapshot
from pch_desktop.ui.jobs import Job


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that was read, with how each of its sheets stands."""

    pack: Pack
    states: tuple[SheetState, ...]
    figures: Snapshot
    """What it was read from, for its pictures."""
    called: Mapping[str, str]
    editions: Mapping[Audience, Edition]
    """What the month's next pack is called, by whom it is for."""
    """Every name in it, and what stands in its place where names are not wanted."""


def read(figures: Snapshot, month: Month, made_at: datetime) -> Ready:
    """Read a month's pack from a snapshot."""
    return at_once(figures, lambda file: _ready(file, month, made_at, figures))


def _ready(file: Reads, month: Month, made_at: datetime, figures: Snapshot) -> Ready:
    pack = gather(file, month, made_at)
    found = findings(file, month)
    steps = closing(file, month, found)
    called = file.read(names_held)
    editions = {each: file.read(board.next_edition, month, each) for each in Audience}
    states = tuple(sheet_states(pack, pressing(found), steps))
    return Ready(pack, states, figures, called, editions)


def pages(ready: Ready, wanted: Wanted, title: str) -> tuple[bytes, ...]:
    """Return the pages of a sheet as those it is for will see them."""
    one = illustrated(ready.figures, preview.only(ready.pack, title))
    shown = prepared(one, replace(wanted, left_out=one.left_out, called=ready.called))
    return preview.pages(preview.only(shown, title), title)


def whole(ready: Ready, wanted: Wanted, step: Step) -> Pack:
    """Return a pack with its pictures, as those it is for may see it."""
    drawn = illustrated(ready.figures, ready.pack.without(wanted.left_out), step)
    return prepared(drawn, replace(wanted, called=ready.called))


class Work(QObject):
    """One piece of work on a pack at a time, in turn; what is over comes back as a signal."""

    was_read = Signal(object)
    """A ``Ready``."""
    was_drawn = Signal(str, object)
    """The title of a sheet and its pages."""
    step_told = Signal(str)
    was_prepared = Signal(object)
    """A pack with its pictures, as those it is for may see it."""
    was_made = Signal(object)
    """Where the files stand."""
    was_stopped = Signal()
    was_refused = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._turn = Lock()
        self._jobs: list[Job[object]] = []

    def read(self, snapshot: Snapshot, month: Month, made_at: datetime) -> None:
        """Read a month's pack."""
        self._begin(lambda: read(snapshot, month, made_at), self.was_read.emit)

    def draw(self, ready: Ready, wanted: Wanted, title: str) -> None:
        """Draw the pages of a sheet."""
        self._begin(
            lambda: pages(ready, wanted, title), lambda made: self.was_drawn.emit(title, made)
        )

    def prepare(self, ready: Ready, wanted: Wanted) -> None:
        """Draw the pictures of a pack and let it be seen as it is for its audience."""
        self._stop.clear()
        self._begin(lambda: whole(ready, wanted, self._step), self.was_prepared.emit)

    def write(self, pack: Pack, wanted: Wanted, folder: Path) -> None:
        """Write the files of a pack that was prepared."""
        self._begin(lambda: making.write(pack, wanted, folder, self._step), self.was_made.emit)

    def stop(self) -> None:
        """Stop making the files at the next step; none is left then."""
        self._stop.set()

    def wait(self) -> None:
        """Stand still until nothing is under way; for the closing of the window."""
        for job in list(self._jobs):
            job.wait()

    def _step(self, title: str) -> None:
        if self._stop.is_set():
            raise Stopped
        self.step_told.emit(title)

    def _begin(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        def alone() -> object:
            with self._turn:
                return work()

        job: Job[object] = Job(self, alone, then, self.was_refused.emit, self._failed)
        self._jobs.append(job)
        job.finished.connect(lambda: self._jobs.remove(job))

    def _failed(self, fault: BaseException) -> None:
        if isinstance(fault, Stopped):
            self.was_stopped.emit()
        else:
            self.failed.emit(fault)
