"""The programs that are timed, each in a process of its own: ``python -m tests.bench.programs``."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROWS = 200
"""What a bare window shows of its table."""


def done() -> None:
    """Say when this was reached and how much memory it took, and end at once."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"at": time.time(), "peak_kib": peak}), flush=True)
    os._exit(0)


def bare() -> None:
    """Paint the least window there is: a main window with a table."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, done)

    application = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QTableWidget(ROWS, 12))
    window.resize(1366, 768)
    window.show()
    application.exec()


def shell() -> None:
    """Paint our window without a file."""
    from pch_desktop import app
    from pch_desktop.ui import starting

    application = starting.application()
    window = app.shell(Path(os.environ["XDG_CONFIG_HOME"]))
    window.resize(1366, 768)
    starting.after_paint(window, done)
    window.show()
    application.exec()


def figures(path: str) -> None:
    """Paint our window with a file's shadow budget in it, opening checks and all."""
    from PySide6.QtWidgets import QTableView

    from pch_desktop import app
    from pch_desktop.ui import starting

    application = starting.application()
    window = app.shell(Path(os.environ["XDG_CONFIG_HOME"]))
    window.resize(1366, 768)

    def opened() -> None:
        window.furniture.doings.open_file(Path(path))
        window.go("budget")
        application.processEvents()
        if not any(view.model().rowCount() > 1 for view in window.findChildren(QTableView)):
            raise SystemExit("no figures were painted")
        done()

    starting.after_paint(window, opened)
    window.show()
    application.exec()


def plan(path: str, locality: str) -> None:
    """Read a list-size file to a plan."""
    from pch_desktop.imports import opening
    from tests.localities import opened

    file = opened(Path(locality))
    started = time.time()
    made = opening.plan_for(file, opening.read_file(Path(path)))
    seconds = time.time() - started
    if not made.rows_kept:
        raise SystemExit("the plan kept nothing")
    tell(seconds)


def parse(path: str, _locality: str) -> None:
    """Parse the same file by the standard library, and keep nothing."""
    import csv

    started = time.time()
    with Path(path).open(newline="", encoding="utf-8") as source:
        count = sum(1 for _ in csv.reader(source))
    seconds = time.time() - started
    if not count:
        raise SystemExit("the file is empty")
    tell(seconds)


def tell(seconds: float) -> None:
    """Say how long the work itself took, as if the process had just begun."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "peak_kib": peak}), flush=True)


PROGRAMS: dict[str, Callable[..., None]] = {
    "bare": bare,
    "shell": shell,
    "figures": figures,
    "plan": plan,
    "parse": parse,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
