"""Saying where something was written, with verbs to look at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pch_desktop.ui.strip import Strip, Tone


def tell_saved(strip: Strip, sentence: str, path: Path) -> None:
    """Say that something was written to a path, and offer to open it or its folder."""

    def show(target: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    strip.tell(
        sentence,
        Tone.NOTE,
        ("Open", lambda: show(path)),
        ("Open folder", lambda: show(path.parent)),
    )
