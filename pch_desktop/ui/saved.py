"""Saying where something was written, with verbs to look at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pch_desktop.ui.strip import Strip, Tone, Verb


def tell_saved(strip: Strip, sentence: str, path: Path) -> None:
    """Say that something was written to a path, and offer to open it or its folder."""

    strip.tell(sentence, Tone.NOTE, *verbs_of(path))


def verbs_of(path: Path) -> tuple[Verb, Verb]:
    """Return the verbs that open what was written, and its folder."""
    return ("Open", lambda: open_path(path)), ("Open folder", lambda: open_path(path.parent))


def open_path(path: Path) -> None:
    """Open a file or a folder with the program this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
