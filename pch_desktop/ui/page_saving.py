"""A table on paper or in a file: PDF, Excel, comma-separated; names only where ticked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from pch_desktop.exports.names import file_words
from pch_desktop.exports.paper_file import write_tables
from pch_desktop.exports.printed import page
from pch_desktop.reports.table import Table
from pch_desktop.store import locality
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paper import save_pdf
from pch_desktop.ui.parts import button, label, relook
from pch_desktop.ui.saved import tell_saved
from pch_desktop.ui.sheet import Sheet

KINDS = (
    "PDF to print (*.pdf);;Excel workbook (*.xlsx);;Comma-separated values (*.csv);;"
    "Web page (*.html)"
)
PDF = ".pdf"
HINT = "As a PDF to print, an Excel workbook or comma-separated values; no names unless ticked"


class Tables(Protocol):
    """What gives the tables to be saved."""

    def __call__(self, *, with_names: bool) -> Sequence[Table[Any]]:
        """Return the tables, people by name only where that is asked for."""
        ...


class PageSaving(QFrame):
    """Out of sight until asked for; the tick is off each time."""

    def __init__(self, desk: Desk, sheet: Sheet, title: str, tables: Tables) -> None:
        """Put it together, with its verb in the sheet's toolbar."""
        super().__init__()
        self._desk, self._sheet, self._title, self._tables = desk, sheet, title, tables
        self.names = QCheckBox("With names of people")
        self.save = button("Choose where to save", self.choose, "strong")
        self._leave = button("Leave it", self.leave)
        self._lay_out()
        sheet.toolbar.add("Print or export", "print", self.open, HINT)

    def open(self) -> None:
        """Ask whether names are to be in it; at first they are not."""
        self.names.setChecked(False)
        self.show()
        self.save.setFocus()

    def leave(self) -> None:
        """Go out of sight and write nothing."""
        self.hide()
        self._sheet.master.setFocus()

    def choose(self) -> None:
        """Ask where, and write the file there."""
        place = self._desk.file.read(locality.locality).name
        named = f"{file_words(place)} {file_words(self._title).lower()}{PDF}"
        suggested = str(self._desk.file.path.with_name(named))
        name, _ = QFileDialog.getSaveFileName(self, "Print or export", suggested, KINDS)
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the tables to a file of the kind its name ends with, and say where it is."""
        target = target if target.suffix else target.with_suffix(PDF)
        place = self._desk.file.read(locality.locality).name
        tables = self._tables(with_names=self.names.isChecked())

        def work() -> Sequence[Path]:
            if target.suffix.lower() == PDF:
                return (save_pdf(page(place, self._title, tables), self._title, target),)
            return write_tables(place, self._title, tables, target)

        done = self._desk.attempt(work)
        if done is not None:
            told = "with names" if self.names.isChecked() else "without names"
            self.leave()
            names = " and ".join(path.name for path in done.result)
            sentence = f"{self._title} was written to {names}, {told} of people."
            tell_saved(self._sheet.strip, sentence, done.result[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setAccessibleName("Print or export")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 5, 8, 5)
        line.setSpacing(8)
        line.addWidget(label("Names of people are left out unless ticked.", "strong", wrap=True), 1)
        for part in (self.names, self.save, self._leave):
            line.addWidget(part)
            part.installEventFilter(self)
        relook(self, "strip", "note")
        place = self._sheet.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(place.count() - 1, self)
        self.hide()
