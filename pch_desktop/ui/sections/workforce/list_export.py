"""A table to Excel as it stands on the screen: without names, unless they are ticked this time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from pch_desktop.exports.list_book import write_list
from pch_desktop.exports.names import file_words
from pch_desktop.reports.table import Block, Table
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_names import nameless, team_list
from pch_desktop.store import locality
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import button, label, relook
from pch_desktop.ui.saved import tell_saved
from pch_desktop.ui.sheet import Sheet

WORKBOOKS = "Excel workbooks (*.xlsx)"
SUFFIX = ".xlsx"
HINT = "These rows and columns, in this order, as a workbook; without names unless ticked"


class ListExport(QFrame):
    """Out of sight until asked for; the tick is off each time."""

    def __init__(self, sheet: Sheet, grid: Grid, title: str, at_words: Callable[[], str]) -> None:
        """Put it together, with its verb in the sheet's toolbar.

        Args:
            sheet: the view the table stands in.
            grid: the table.
            title: what the sheet of the workbook is called.
            at_words: the day it is shown for: At 31 Oct 2016.
        """
        super().__init__()
        self._grid, self._title, self._at_words = grid, title, at_words
        self._sentence = label("", "strong", wrap=True)
        self.names = QCheckBox("With names")
        self.names.setAccessibleName("With names of people")
        self.names.setToolTip("Without the tick a person stands as “Person” with their number")
        self.save = button("Choose where to save", self.choose, "strong")
        self._leave = button("Leave it", self.leave)
        self._lay_out(sheet)
        sheet.toolbar.add("Export to Excel", "export", self.open, HINT)

    def open(self) -> None:
        """Ask whether names are to be in it; at first they are not."""
        rows = plural(len(self._grid.model.shown), "row")
        self._sentence.setText(f"Export the {rows} shown here. Names are left out unless ticked.")
        self.names.setChecked(False)
        self.show()
        self.names.setFocus()

    def leave(self) -> None:
        """Go out of sight and write nothing."""
        self.hide()
        self._grid.setFocus()

    def choose(self) -> None:
        """Ask where, and write the workbook there."""
        desk = self._grid.desk
        place = desk.file.read(locality.locality).name
        suggested = desk.file.path.with_name(f"{file_words(place)} {self._title}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self, "Export to Excel", str(suggested), WORKBOOKS)
        if name:
            self.write(Path(name), place)

    def write(self, target: Path, place: str) -> None:
        """Write what is shown to a workbook, and say where it is."""
        target = target if target.suffix else target.with_suffix(SUFFIX)
        with_names = self.names.isChecked()
        table = self.table()
        done = self._grid.desk.attempt(lambda: write_list(place, table, target))
        if done is not None:
            self.leave()
            rows = plural(len(table.rows), "row")
            told = "with names" if with_names else "without names"
            sentence = f"{rows} were written to {target.name}, {told}."
            tell_saved(self._grid.strip, sentence.replace("1 row were", "1 row was"), target)

    def table(self) -> Table[Any]:
        """Return what is shown, as it is to be written."""
        model = self._grid.model
        columns = [model.columns[at] for at in self._grid.view.columns]
        rows = model.shown
        blocks: dict[str, list[Any]] = {}
        if (group_by := model.arrangement.group_by) is not None:
            for row in rows:
                blocks.setdefault(group_by(row), []).append(row)
        parts = [Block(title, tuple(members)) for title, members in blocks.items()]
        made = team_list(self._title, columns, rows, parts, self._subtitle())
        made = replace(made, total_title=self._grid.totals.words)
        return made if self.names.isChecked() else nameless(made)

    def _subtitle(self) -> str:
        """Return the day, and how the rows were chosen; words that may name somebody are not."""
        arrangement = self._grid.model.arrangement
        titles = {column.key: column.title for column in self._grid.model.columns}
        told = [self._at_words()]
        if arrangement.sorts:
            words = (f"{titles[key]}{' down' if down else ''}" for key, down in arrangement.sorts)
            told.append(f"sorted by {', '.join(words)}")
        if arrangement.is_filtered:
            chosen = [
                arrangement.words.strip(),
                *(f"{titles[key]}: {value}" for key, value in arrangement.chips.items()),
            ]
            words = ", ".join(filter(None, chosen))
            told.append(f"only {words}" if self.names.isChecked() else "only some rows")
        return "; ".join(told) + "."

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.names:
                self.choose()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, sheet: Sheet) -> None:
        self.setAccessibleName("Export to Excel")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 5, 8, 5)
        line.setSpacing(8)
        line.addWidget(self._sentence, 1)
        for part in (self.names, self.save, self._leave):
            line.addWidget(part)
            part.installEventFilter(self)
        relook(self, "strip", "note")
        place = sheet.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(place.count() - 1, self)
        self.hide()
