"""A community hospital's week and its free rooms: opened, turned over and found."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from pch_desktop import app
from pch_desktop.domain.estates import Repeat
from pch_desktop.domain.estates_bookings import Repetition
from pch_desktop.domain.period import Month
from pch_desktop.reports.estates_week import WeekRow
from pch_desktop.store import estates
from pch_desktop.store.estates import Wanted
from pch_desktop.ui import starting
from pch_desktop.ui.sections.estates.screen import EstatesScreen
from pch_desktop.ui.sections.estates.week import WeekView
from pch_desktop.ui.shell import Shell
from tests.bench import large_rooms
from tests.bench.edit import Painting
from tests.bench.pairs import Failed
from tests.localities import opened

Deed = Callable[[], object]
TIMES = 9
TEN, ELEVEN = 600, 660
MONTH = Month(2016, 2)


def measured(path: Path) -> dict[str, float]:
    """Return the seconds of everything here, by what was done."""
    return {**found(path), **painted(path)}


def found(path: Path) -> dict[str, float]:
    """Return the median seconds of finding a free room, once and for every week of a year."""
    days = large_rooms.mondays(TIMES)
    with closing(opened(path)) as file:

        def free(day: date) -> None:
            file.read(estates.free_rooms, Wanted(day, TEN, ELEVEN))

        def weekly(day: date) -> None:
            every = Repetition(Repeat.WEEKLY, day + timedelta(days=364))
            file.read(estates.free_rooms, Wanted(day, minutes=60, repetition=every))

        for first in (free, weekly):
            first(days[0])
        return {
            "free": median(timed(lambda day=day: free(day)) for day in days),
            "weekly": median(timed(lambda day=day: weekly(day)) for day in days),
        }


def painted(path: Path) -> dict[str, float]:
    """Return the seconds until the week is painted, opened and turned over."""
    window = app.shell(path.parent)
    window.resize(1366, 768)
    window.show()
    application = starting.application()
    application.processEvents()
    window.furniture.doings.open_file(path)
    window.go("overview")
    application.processEvents()
    if window.desk is None:
        raise Failed("The hospital's file is not open.")
    window.desk.choose_month(MONTH)
    application.processEvents()
    took = {"open": timed(lambda: _opened(window, application))}
    screen = window.stage.currentWidget()
    if not isinstance(screen, EstatesScreen):
        raise Failed("The estates are not on show.")
    view = screen.view("Week")
    plan = view.board.plan if isinstance(view, WeekView) else None
    if not isinstance(view, WeekView) or plan is None or not any(map(_is_booked, plan.week.rows)):
        raise Failed("No week was painted.")
    weeks = [_repainted(application, view, steps) for steps in (1, -1) * TIMES]
    window.close()
    return {**took, "week": median(weeks)}


def timed(act: Deed) -> float:
    """Return how many seconds something takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _is_booked(row: WeekRow) -> bool:
    return any(row.days)


def _opened(window: Shell, application: QApplication) -> None:
    window.go("estates")
    application.processEvents()


def _repainted(application: QApplication, view: WeekView, steps: int) -> float:
    painting = Painting(view.board)
    turn = view.bar.on if steps > 0 else view.bar.back
    took = timed(lambda: (turn(), application.processEvents()))
    if not painting.count:
        raise Failed("Nothing was painted again.")
    return took
