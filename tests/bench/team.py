"""The Posts page of a large team: opened, found in, sorted, and shown as at another day."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from pch_desktop import app
from pch_desktop.domain.period import Month
from pch_desktop.store import workforce
from pch_desktop.ui import starting
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.shell import Shell
from tests.bench.edit import Painting
from tests.bench.pairs import Failed
from tests.localities import opened

Deed = Callable[[], object]
TIMES = 9
LETTERS = ("r", "ro", "rol", "role 1", "role 12", "role 1", "rol", "emp", "employer 1", "")
COLUMNS = ("role", "employer", "vacant_wte", "annual_cost", "reference")
DAYS = tuple(date(2008 + at, 10, 1) for at in range(TIMES))
OPENED = 2
"""So many rows a table has once it shows posts."""


def measured(path: Path) -> dict[str, float]:
    """Return the seconds of everything here, by what was done."""
    return {"query": as_at(path), **painted(path)}


def as_at(path: Path) -> float:
    """Return the median seconds of reading every post as it was filled on some day."""
    with closing(opened(path)) as file:
        file.read(workforce.posts, DAYS[0])
        return median(_timed(lambda day=day: file.read(workforce.posts, day)) for day in DAYS)


def painted(path: Path) -> dict[str, float]:
    """Return the median seconds from each deed until the Posts page is painted again."""
    window = app.shell(path.parent)
    window.resize(1366, 768)
    window.show()
    application = starting.application()
    application.processEvents()
    window.furniture.doings.open_file(path)
    window.go("overview")
    application.processEvents()
    took = {"open": _timed(lambda: _opened(window, application))}
    screen = window.stage.currentWidget()
    if not isinstance(screen, WorkforceScreen) or window.desk is None:
        raise Failed("The workforce is not on show.")
    view = screen.view("Posts")
    if not isinstance(view, PostsView) or view.model.rowCount() < OPENED:
        raise Failed("No posts were painted.")
    view.grid.open_filter()
    application.processEvents()
    for name, acts in _deeds(window.desk, screen, view).items():
        took[name] = median(_repainted(application, view, act) for act in acts)
    window.close()
    return took


def _deeds(desk: Desk, screen: WorkforceScreen, view: PostsView) -> dict[str, list[Deed]]:
    look, arrange = view.grid.filter.look_for, view.model.arrange
    return {
        "filter": [partial(look, words) for words in LETTERS],
        "sort": [partial(arrange, sorts=((key, True),)) for key in COLUMNS * 2],
        "as at": [partial(screen.at.choose, day) for day in DAYS],
        "month": [partial(desk.choose_month, Month.of(day)) for day in DAYS],
    }


def _opened(window: Shell, application: QApplication) -> None:
    window.go("workforce")
    application.processEvents()


def _repainted(application: QApplication, view: PostsView, act: Deed) -> float:
    painting = Painting(view.grid.view.viewport())
    took = _timed(lambda: (act(), application.processEvents()))
    if not painting.count:
        raise Failed("Nothing was painted again.")
    return took


def _timed(act: Deed) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
