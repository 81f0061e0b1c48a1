"""A page of two views over the practices of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from pch_desktop.store import population
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.parts import button, row
from pch_desktop.ui.section import Screen

if TYPE_CHECKING:
    pass


class GardenScreen(Page):
    """The practices of the file, on a line each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Garden")
        self._desk = desk
        self.readings = 0
        self.lines = QListWidget()
        self.lines.setAccessibleName("Practices")
        self.add_tab("Beds", self._beds)
        self.add_tab("Sheds", QWidget)
        desk.listen({"practice"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what the file has for the month."""
        self.readings += 1
        self.found = self._desk.file.read(population.practices, self._desk.month)
        self.lines.clear()
        self.lines.addItems([practice.name for practice in self.found])
        self.set_context(self._desk.month.words)

    def show_record(self, record_id: int) -> None:
        """Select a practice."""
        self.lines.setCurrentRow([practice.id for practice in self.found].index(record_id))

    def _beds(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(button("Add practice", self._add), None))
        column.addWidget(self.lines)
        return made

    def _add(self) -> None:
        self._desk.edit("Add practice", population.add_practice, "Y09999", "Newly Sown Surgery")


SCREEN = Screen(GardenScreen)
