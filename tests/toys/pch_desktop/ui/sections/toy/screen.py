"""The toy library's screen."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget

from pch_desktop.store import toy
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.section import Screen


class ToyScreen(QListWidget):
    """Every toy on a line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName("Toys")
        desk.listen({"toy"}, self._read, self)
        self._read()

    def _read(self) -> None:
        self.clear()
        self.addItems([row.name for row in self._desk.file.read(toy.toys)])


SCREEN = Screen(ToyScreen)
