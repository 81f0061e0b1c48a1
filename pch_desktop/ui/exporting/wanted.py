"""What is to be made: in which formats, for whom, where, under which name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from pch_desktop.domain.board_pack import Audience
from pch_desktop.exports.making import FORMATS, Wanted
from pch_desktop.reports.words import shown
from pch_desktop.ui.exporting.issue_line import IssueLine
from pch_desktop.ui.parts import button, label

TITLES = {"xlsx": "Excel", "pdf": "PDF", "docx": "Word"}
MEANT = {
    Audience.INTERNAL: "All figures as they are, to stay inside",
    Audience.BOARD: "All figures; names of people only where ticked",
    Audience.PUBLIC: "For everybody: few people are hidden, others rounded to the nearest 5",
}


class WantedForm(QWidget):
    """The choices under the sheets; they change nothing in the file."""

    changed = Signal()

    def __init__(self, formats: Sequence[str], folder: str, make: QWidget) -> None:
        super().__init__()
        self._make, self._stem = make, ""
        self.formats = {each: QCheckBox(TITLES[each]) for each in FORMATS}
        for each, box in self.formats.items():
            box.setChecked(each in formats)
            box.setAccessibleName(f"Make it as {TITLES[each]}")
        self.audience = QComboBox()
        self.audience.setAccessibleName("For whom")
        for audience in Audience:
            self.audience.addItem(shown(audience.value), audience)
        self.audience.setCurrentIndex(list(Audience).index(Audience.BOARD))
        self.names = QCheckBox("Names of people")
        self.names.setToolTip("Names of people stand in the pack only where this is ticked.")
        self.paper = QCheckBox("Without month columns")
        self.paper.setToolTip("Finance leaves out the month alone, so that its letters are larger.")
        self.folder, self.name = QLineEdit(folder), QLineEdit()
        self.folder.setAccessibleName("Folder")
        self.name.setAccessibleName("Name of the file")
        self.issuing = IssueLine()
        self.meant = label("", "secondary")
        self.choose = button("Choose…", self._choose, described="Choose the folder")
        self._lay_out()
        for box in (*self.formats.values(), self.names, self.paper):
            box.toggled.connect(self.changed)
        self.audience.currentIndexChanged.connect(self._turned)
        self.issuing.changed.connect(self._suggested)
        self._turned()

    def wanted(self, left_out: frozenset[str]) -> Wanted:
        """Return what is wanted, without some sheets."""
        return Wanted(
            formats=tuple(each for each, box in self.formats.items() if box.isChecked()),
            audience=self.for_whom,
            with_names=self.names.isChecked(),
            left_out=left_out,
            for_paper=self.paper.isChecked(),
            stem=self.name.text() if self.name.isModified() else "",
        )

    def suggest(self, stem: str) -> None:
        """Name the file as it usually is, unless somebody named it."""
        self._stem = stem
        self._suggested()

    @property
    def for_whom(self) -> Audience:
        """For whom it is made; Qt hands back the bare word."""
        return Audience(self.audience.currentData())

    def _suggested(self) -> None:
        edition = f" {self.issuing.edition}" if self.issuing.is_wanted else ""
        if not self.name.isModified():
            self.name.setText(f"{self._stem}{edition}")

    def _turned(self) -> None:
        self.meant.setText(MEANT[self.for_whom])
        self.changed.emit()

    def _choose(self) -> None:
        start = self.folder.text() or str(Path.home())
        name = QFileDialog.getExistingDirectory(self, "Choose a folder", start)
        if name:
            self.folder.setText(name)

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(16)
        for box in self.formats.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        ticks = QHBoxLayout()
        ticks.setSpacing(16)
        ticks.addWidget(self.names)
        ticks.addWidget(self.paper)
        ticks.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(4, 3)
        grid.addWidget(label("Make"), 0, 0)
        grid.addLayout(kinds, 0, 1)
        grid.addWidget(label("Folder"), 0, 3)
        grid.addWidget(self.folder, 0, 4)
        grid.addWidget(self.choose, 0, 5)
        grid.addWidget(label("For"), 1, 0)
        grid.addWidget(self.audience, 1, 1)
        grid.addWidget(label("Name"), 1, 3)
        grid.addWidget(self.name, 1, 4, 1, 2)
        grid.addWidget(self.meant, 2, 1)
        grid.addWidget(label("State"), 3, 0)
        grid.addWidget(self.issuing, 3, 1, 1, 4)
        grid.addWidget(self._make, 3, 5)
        grid.addLayout(ticks, 2, 4, 1, 2)
