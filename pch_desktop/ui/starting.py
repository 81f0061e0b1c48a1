"""Making the application object, and doing the slow things after the first picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from pch_desktop.ui import fonts

NAME = "PCH Desktop"


def application() -> QApplication:
    """Return the application object, with the program's own letters loaded."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    made = QApplication(sys.argv[:1])
    made.setApplicationName(NAME)
    made.setApplicationDisplayName(NAME)
    fonts.load()
    return made


def after_paint(window: QWidget, act: Callable[[], object]) -> None:
    """Do something once a window has first been painted."""
    _Watch(window, act)


def warm(parent: QObject, modules: Iterable[str]) -> QThread:
    """Import modules beside the window, so that the first file opens at once."""
    thread = _Warming(parent, tuple(modules))
    thread.start(QThread.Priority.LowPriority)
    return thread


class _Watch(QObject):
    def __init__(self, window: QWidget, act: Callable[[], object]) -> None:
        super().__init__(window)
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._now)
        return False

    def _now(self) -> None:
        self._act()
        self.deleteLater()


class _Warming(QThread):
    def __init__(self, parent: QObject, modules: tuple[str, ...]) -> None:
        super().__init__(parent)
        self._modules = modules

    def run(self) -> None:
        for module in self._modules:
            import_module(module)
