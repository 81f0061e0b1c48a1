"""Work that runs beside the window and comes back to it.

What is handed to a job was read beforehand, and what it hands back is plain:
no open file and no widget crosses over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from pch_desktop.domain.refusal import Refusal

Result = TypeVar("Result")


class _Worker(QThread):
    """One piece of work in a thread of its own."""

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.problem: Exception | None = None

    def run(self) -> None:
        try:
            self._work()
        except Exception as problem:  # noqa: BLE001 - told apart again on the window's side
            self.problem = problem


class Job(QObject, Generic[Result]):
    """One piece of work under way; ``finished`` comes whatever became of it."""

    finished = Signal()

    def __init__(
        self,
        parent: QObject,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[str], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(parent)
        self._then, self._refused, self._failed = then, refused, failed
        self._results: list[Result] = []
        self._worker = _Worker(lambda: self._results.append(work()), self)
        self._worker.finished.connect(self._back)
        self._worker.start()

    def wait(self) -> None:
        """Stand still until the work is done; for the closing of the window."""
        self._worker.wait()

    def _back(self) -> None:
        match self._worker.problem:
            case None:
                for result in self._results:
                    self._then(result)
            case Refusal() as refusal:
                self._refused(str(refusal))
            case fault:
                self._failed(fault)
        self.finished.emit()
        self.deleteLater()
