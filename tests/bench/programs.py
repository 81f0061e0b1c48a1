"""The programs that are timed, each in a process of its own: ``python -m tests.bench.programs``."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROWS = 200
"""What a bare window shows of its table."""


def done() -> None:
    """Say when this was reached and how much memory it took, and end at once."""
    peak = peak_kib()
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


def table() -> None:
    """Paint a main window with a table of figures that a model holds, of Qt alone."""
    from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Model(QAbstractTableModel):
        def rowCount(self, parent: Any = None) -> int:
            return ROWS

        def columnCount(self, parent: Any = None) -> int:
            return 12

        def data(self, index: Any, role: int = 0) -> Any:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight
            is_shown = role == Qt.ItemDataRole.DisplayRole
            return f"{index.row() * index.column():,}" if is_shown else None

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, done)

    application = QApplication(sys.argv[:1])
    window, view, model = Window(), QTableView(), Model()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1366, 768)
    window.show()
    application.exec()


def shell() -> None:
    """Paint our window without a file, as ``app.run`` does."""
    gc.disable()
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
    gc.disable()
    from PySide6.QtWidgets import QTableView

    from pch_desktop import app
    from pch_desktop.ui import starting

    application = starting.application()
    window = app.shell(Path(os.environ["XDG_CONFIG_HOME"]))
    window.resize(1366, 768)

    def opened() -> None:
        app.settle(window, Path(path))
        application.processEvents()
        if not any(view.model().rowCount() > 1 for view in window.findChildren(QTableView)):
            raise SystemExit("no figures were painted")
        done()

    starting.after_paint(window, opened)
    window.show()
    application.exec()


def overview(path: str) -> None:
    """Open the overview, turn it to another month, and type into the search box."""
    from tests.bench import overview as overviews

    print(json.dumps(overviews.measured(Path(path))), flush=True)


def overview_cold(path: str) -> None:
    """Paint our window with a file's overview in it, from the start of the process."""
    gc.disable()
    from pch_desktop import app
    from pch_desktop.ui import starting

    application = starting.application()
    window = app.shell(Path(os.environ["XDG_CONFIG_HOME"]))
    window.resize(1366, 768)

    def opened() -> None:
        app.settle(window, Path(path))
        application.processEvents()
        if window.current != "overview":
            raise SystemExit("the overview was not painted")
        done()

    starting.after_paint(window, opened)
    window.show()
    application.exec()


def page(path: str) -> None:
    """Open the page of the shadow budget in our window, with the file's overview open."""
    from pch_desktop import app
    from pch_desktop.ui import starting

    application = starting.application()
    window = app.shell(Path(os.environ["XDG_CONFIG_HOME"]))
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    app.settle(window, Path(path))
    window.go("overview")
    for _ in range(3):
        application.processEvents()
    if _has_figures(window):
        raise SystemExit("the page was open before it was opened")
    started = time.time()
    window.go("budget")
    application.processEvents()
    seconds = time.time() - started
    if not _has_figures(window):
        raise SystemExit("no figures were painted")
    tell(seconds)


def _has_figures(window: Any) -> bool:
    from PySide6.QtWidgets import QTableView

    views = window.findChildren(QTableView)
    return any(view.isVisible() and view.model().rowCount() > 1 for view in views)


def edit(path: str) -> None:
    """Change a budget again and again: the command alone, and typed in the window."""
    from tests.bench import edit as edits

    painted, quiet = edits.repainted(Path(path))
    told = {"durable": edits.durable(Path(path)), "painted": painted, "quiet": quiet}
    told["bare"] = edits.bare(Path(path))
    print(json.dumps(told), flush=True)


def team(path: str) -> None:
    """Open, find in, sort and date the Posts page of a large team."""
    from tests.bench import team as teams

    print(json.dumps(teams.measured(Path(path))), flush=True)


def months(path: str) -> None:
    """Paste a month of fifty services into the window."""
    from tests.bench import months as month

    print(json.dumps(month.measured(Path(path))), flush=True)


def rooms(path: str) -> None:
    """Find free rooms of a large hospital, open its week and turn it over."""
    from tests.bench import rooms as hospital

    print(json.dumps(hospital.measured(Path(path))), flush=True)


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


def pdf(path: str) -> None:
    """Make the PDF of thirty tables and charts of a file, as the program does."""
    from tests.bench import pdf as paper

    tell(paper.ours(Path(path)))


def plain_pdf(path: str) -> None:
    """Make the same pages by typst alone."""
    from tests.bench import pdf as paper

    tell(paper.plain(Path(path)))


def tell(seconds: float) -> None:
    """Say how long the work itself took, as if the process had just begun."""
    print(json.dumps({"seconds": seconds, "peak_kib": peak_kib()}), flush=True)


def peak_kib() -> int:
    """Return the most memory this process has held.

    Linux hands the peak of the process that started this one on to
    ``getrusage``, so there it is read from ``/proc``.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


PROGRAMS: dict[str, Callable[..., None]] = {
    "bare": bare,
    "table": table,
    "shell": shell,
    "figures": figures,
    "overview": overview,
    "overview cold": overview_cold,
    "page": page,
    "edit": edit,
    "team": team,
    "months": months,
    "rooms": rooms,
    "plan": plan,
    "parse": parse,
    "pdf": pdf,
    "plain pdf": plain_pdf,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
