"""One edit of an actual, from Enter to durable in the file and painted again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop import app
from pch_desktop.domain.period import Month
from pch_desktop.models.budget import Actual
from pch_desktop.reports.table import Column
from pch_desktop.store import budget
from pch_desktop.store.connection import connect
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui import starting
from pch_desktop.ui.table_model import TableModel
from tests.bench import large
from tests.bench.pairs import Failed

TIMES = 21
COLUMN = "month_actual"
"""The key of what the month at hand cost."""
MONTH = Month(large.FIRST + large.YEARS, 3)
"""The month at hand: the last of the ten years."""


def durable(path: Path) -> float:
    """Return the median seconds of a plain edit of the file, nobody looking on."""
    file = app.open_file(_own(path))
    command, line_id = budget.set_actual, _first_line(file)
    took = [
        _timed(lambda at=at: file.edit("Actual", command, line_id, MONTH, 1_300_000_00 + at))
        for at in range(TIMES)
    ]
    file.close()
    return median(took[1:])


def bare(path: Path) -> float:
    """Return the median seconds SQLite alone takes to make a row durable, asked as we ask it."""
    took: list[float] = []
    with closing(connect(_own(path), "rw")) as plain:
        for at in range(TIMES):
            started = time.perf_counter()
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("UPDATE actual SET amount_pence = ? WHERE id = 1", (at,))
            plain.execute("COMMIT")
            took.append(time.perf_counter() - started)
    return median(took[1:])


def repainted(path: Path) -> tuple[float, float]:
    """Return the median seconds of a typed edit: until painted again, and until all is quiet."""
    window, file = app.shell(path.parent), _own(path)
    window.resize(1366, 768)
    window.show()
    application = starting.application()
    application.processEvents()
    window.furniture.doings.open_file(file)
    window.go("budget")
    application.processEvents()
    view = _grid(window)
    took = [_once(application, view, 1300 + at) for at in range(TIMES)]
    window.close()
    _must_hold(file, (1300 + TIMES - 1) * 1000_00)
    painted, quiet = zip(*took[1:], strict=True)
    return median(painted), median(quiet)


def _own(path: Path) -> Path:
    """Return a copy in which every line has one entry in the month at hand, as one types it."""
    own = Path(shutil.copyfile(path, path.with_stem("edited")))
    file = app.open_file(own)
    file.edit("One entry a line", _one_entry_a_line)
    file.close()
    return own


def _one_entry_a_line(session: Session) -> None:
    first = select(func.min(Actual.id)).where(Actual.month == MONTH).group_by(Actual.line_id)
    session.execute(delete(Actual).where(Actual.month == MONTH, Actual.id.not_in(first)))


def _first_line(file: LocalityFile) -> int:
    return file.read(budget.lines, MONTH)[0].id


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _grid(window: QWidget) -> QTableView:
    for view in window.findChildren(QTableView):
        if view.isVisible() and _column(view.model()) is not None:
            return view
    raise Failed("No table with the month's actuals is on show.")


def _column(model: QAbstractItemModel) -> int | None:
    if not isinstance(model, TableModel):
        return None
    columns = cast("tuple[Column[Any], ...]", model.columns)
    keys = [column.key for column in columns]
    return keys.index(COLUMN) if COLUMN in keys else None


def _once(application: QApplication, view: QTableView, thousands: int) -> tuple[float, float]:
    model = view.model()
    at = _column(model)
    cells = (model.index(row, at or 0) for row in range(model.rowCount()))
    view.setCurrentIndex(
        next(cell for cell in cells if model.flags(cell) & Qt.ItemFlag.ItemIsEditable)
    )
    view.setFocus()
    for digit in str(thousands):
        QTest.keyClicks(_focused(application, view), digit)
    editor = _focused(application, view)
    painting = Painting(view.viewport())
    started = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    application.processEvents()
    painted = time.perf_counter()
    if not painting.count:
        raise Failed("Nothing was painted again.")
    application.processEvents()
    return painted - started, time.perf_counter() - started


class Painting(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _focused(application: QApplication, view: QWidget) -> QWidget:
    return application.focusWidget() or view


def _must_hold(path: Path, pence: int) -> None:
    file = app.open_file(path)
    found = file.read(
        lambda session: session.scalar(select(Actual.id).filter_by(amount_pence=pence))
    )
    file.close()
    if found is None:
        raise Failed("The last edit is not in the file.")
