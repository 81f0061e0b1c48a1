"""One edit, from the key press to durable in the file and repainted."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from pch_desktop import app
from pch_desktop.ui import starting

TIMES = 21


def milliseconds(path: Path, folder: Path) -> float:
    """Return the median time of a typed edit of a budget, in milliseconds, Enter to repainted."""
    own = folder / "edited.pch"
    shutil.copyfile(path, own)
    application = starting.application()
    window = app.shell(folder)
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    window.furniture.doings.open_file(own)
    window.go("budget")
    application.processEvents()
    took = [_once(application, _grid(window), 100 + number) for number in range(TIMES)]
    window.close_file()
    window.close()
    return median(took[1:])


def _grid(window: Any) -> QTableView:
    views: list[QTableView] = window.findChildren(QTableView)
    return next(view for view in views if view.isVisible() and view.model().rowCount() > 1)


def _once(application: QApplication, view: QTableView, thousands: int) -> float:
    model = view.model()
    titles = [
        str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())
    ]
    at = next(number for number, title in enumerate(titles) if "ull-year" in title)
    row = next(
        number for number in range(model.rowCount())
        if model.flags(model.index(number, at)) & Qt.ItemFlag.ItemIsEditable
    )  # fmt: skip
    view.setCurrentIndex(model.index(row, at))
    view.setFocus()
    QTest.keyClicks(view, str(thousands))
    editor = application.focusWidget() or view
    started = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    view.viewport().repaint()
    application.processEvents()
    return (time.perf_counter() - started) * 1000
