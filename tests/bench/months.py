"""A month of fifty services, pasted as one block: the command alone, and in the window."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pch_desktop import app
from pch_desktop.store import services
from pch_desktop.store.services.month_fields import COUNT_FIELDS
from pch_desktop.store.services.months import Told
from pch_desktop.ui import starting
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services.month import MonthView
from pch_desktop.ui.sections.services.screen import ServicesScreen
from tests.bench.edit import Painting
from tests.bench.large_months import LAST, SERVICES
from tests.bench.pairs import Failed
from tests.localities import opened

TIMES = 7
ACROSS = 7
"""So many counts stand in the view of a month as it first opens."""
ROOM = (1366, 768)


def measured(path: Path) -> dict[str, float]:
    """Return the seconds of everything here, by what was done."""
    return {"block": saved(path), **painted(path)}


def saved(path: Path) -> float:
    """Return the median seconds of saving every count of a month of all services as one step."""
    own = Path(shutil.copyfile(path, path.with_stem("saved")))
    with closing(opened(own)) as file:
        took: list[float] = []
        for _ in range(TIMES):
            took.append(_timed(lambda: file.edit("Paste", services.set_months, _block())))
            file.undo()
    return median(took[1:])


def _block() -> list[Told]:
    return [
        (service, LAST, field, 100 + service)
        for service in range(1, SERVICES + 1)
        for field in COUNT_FIELDS
    ]


def painted(path: Path) -> dict[str, float]:
    """Return the median seconds until a pasted month is durable and painted, and all is quiet."""
    own = Path(shutil.copyfile(path, path.with_stem("pasted")))
    window = app.shell(own.parent)
    window.resize(*ROOM)
    window.show()
    application = starting.application()
    application.processEvents()
    window.furniture.doings.open_file(own)
    window.go("services")
    screen = window.stage.currentWidget()
    desk = window.desk
    if not isinstance(screen, ServicesScreen) or desk is None:
        raise Failed("The services are not on show.")
    desk.choose_month(LAST)
    started = time.perf_counter()
    grid = _grid(screen.view("Month"))
    application.processEvents()
    took = {"open": time.perf_counter() - started}
    pairs: list[tuple[float, float]] = []
    for at in range(TIMES):
        pairs.append(_pasted(application, grid, at))
        step = desk.file.to_undo
        if step is None or step.label != f"Paste {SERVICES * ACROSS} cells":
            raise Failed("The block was not saved as one step.")
        desk.file.undo()
        application.processEvents()
    window.close()
    took["painted"], took["quiet"] = (median(each) for each in zip(*pairs[1:], strict=True))
    return took


def _grid(view: QWidget) -> Grid:
    if not isinstance(view, MonthView) or view.grid.model.rowCount() < SERVICES:
        raise Failed("No month was painted.")
    return view.grid


def _pasted(application: QApplication, grid: Grid, at: int) -> tuple[float, float]:
    lines = (
        "\t".join(str(300 + at + line + to) for to in range(ACROSS)) for line in range(SERVICES)
    )
    QGuiApplication.clipboard().setText("\n".join(lines))
    grid.view.go(0, grid.model.column_at("sessions"))
    application.processEvents()
    painting = Painting(grid.view.viewport())
    started = time.perf_counter()
    grid.paste()
    application.processEvents()
    shown = time.perf_counter() - started
    if not painting.count:
        raise Failed("Nothing was painted again.")
    application.processEvents()
    return shown, time.perf_counter() - started


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
