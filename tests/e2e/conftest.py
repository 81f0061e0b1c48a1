"""What a day at the window starts from."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pch_desktop import app
from pch_desktop.ui import fonts
from pch_desktop.ui.shell import Shell

Opening = Callable[[], Shell]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Generator[Opening]:
    """Start the program as a person does: the window shown, with the same profile each time."""
    fonts.load()
    windows: list[Shell] = []

    def started() -> Shell:
        window = app.shell(tmp_path / "profile")
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        windows.append(window)
        return window

    yield started
    for window in windows:
        window.close()
