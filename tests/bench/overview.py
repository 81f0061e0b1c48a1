"""The overview opened and turned to another month, and keys typed into the search box."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from pch_desktop import app
from pch_desktop.ui import starting
from pch_desktop.ui.shell import Shell

TEXTS = ("o", "p", "nurse", "lantern", "hub", "board", "what is meant by", "export")
WIDE, TALL = 1366, 768


def measured(path: Path) -> dict[str, float]:
    """Return the seconds of everything here, by what was done."""
    application = starting.application()
    window = app.shell(path.parent)
    window.resize(WIDE, TALL)
    window.show()
    application.processEvents()
    app.settle(window, path)
    application.processEvents()
    took = {"open": _timed(lambda: _anew(window)), "month": _timed(lambda: _turned(window))}
    took |= _keys(window)
    window.close()
    return took


def _anew(window: Shell) -> None:
    """Build the page, read the file for it and paint it, all imports being done."""
    desk = window.desk
    assert desk is not None
    from pch_desktop.ui.sections.overview.screen import Overview

    page = Overview(desk)
    window.show_page(page)
    page.grab()
    window.drop_page(page)


def _turned(window: Shell) -> None:
    desk = window.desk
    assert desk is not None
    window.go("overview")
    desk.choose_month(desk.month.plus(-1))
    QApplication.processEvents()


def _keys(window: Shell) -> dict[str, float]:
    """Return the median of a key of the search box, until its list is painted, and the first."""
    palette = window.furniture.palette
    first = _timed(palette.prepare)
    spent = [_timed(lambda text=text: _typed(window, text)) for text in TEXTS]
    return {"prepare": first, "key": median(spent), "slowest key": max(spent)}


def _typed(window: Shell, text: str) -> None:
    window.furniture.palette.look_up(text)
    QApplication.processEvents()


def _timed(deed: Callable[[], object]) -> float:
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started
