"""What happens when the program itself is at fault: a log, and one dialog."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

SENTENCE = (
    "Something went wrong in the program. Nothing was lost: your file is as it was after "
    "the last change you saw saved."
)


def report(
    fault: BaseException, window: QWidget, log: Path | None, save_copy: Callable[[], None] | None
) -> None:
    """Write a fault down and tell the person, once; offer to save a copy of the file."""
    details = "".join(traceback.format_exception(fault))
    _write(details, log)
    box = QMessageBox(QMessageBox.Icon.Warning, "PCH Desktop", SENTENCE, parent=window)
    where = f"The details are in {log}." if log else "The details are below."
    box.setInformativeText(f"Carry on, or save a copy to be safe. {where}")
    box.setDetailedText(details)
    box.addButton("Carry on", QMessageBox.ButtonRole.AcceptRole)
    copy = None
    if save_copy is not None:
        copy = box.addButton("Save a copy…", QMessageBox.ButtonRole.ActionRole)
    box.exec()
    if save_copy is not None and box.clickedButton() is copy:
        save_copy()


def _write(details: str, log: Path | None) -> None:
    if log is None:
        return
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as lines:
            lines.write(f"--- {datetime.now().astimezone().isoformat()}\n{details}\n")
    except OSError:
        return
