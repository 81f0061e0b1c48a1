"""The two ways to fill a new locality: its practices, or a site's starter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
)

from pch_desktop.domain.population import USUAL_LEAST, USUAL_MOST
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.words import plural
from pch_desktop.ui.offices import PracticeChoice, StarterChoice
from pch_desktop.ui.parts import button, card, dress, label, row
from pch_desktop.ui.practice_lines import read_lines

if TYPE_CHECKING:
    from pch_desktop.ui.offices import Offices
    from pch_desktop.ui.style import Style

PICKED = Qt.ItemDataRole.UserRole
PAUSE_MS = 150
NATIONAL = "Practice files (*.csv *.zip *.xlsx *.xls);;Every file (*)"


class ChosenPractices(QFrame):
    """Practices pasted, or found in the national file; a running total beneath."""

    def __init__(self, style: Style, offices: Offices) -> None:
        super().__init__()
        self._style, self._offices = style, offices
        self._national: Path | None = None
        self._chosen: dict[str, PracticeChoice] = {}
        self.pasted = QPlainTextEdit()
        self.pasted.setAccessibleName("Practices, one on a line: code, name, list size")
        self.pasted.setPlaceholderText(
            "Y01001\tOrchard Lane Surgery\t9,840\nY01002\tMill Street Practice\t12,105"
        )
        self.pasted.setTabChangesFocus(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Code, name or postcode")
        self.search.setAccessibleName("Find a practice by code, name or postcode")
        self.found = QListWidget()
        self.found.setAccessibleName("Practices found; Enter takes one in")
        self.list = QListWidget()
        self.list.setAccessibleName("Practices chosen; Delete takes one out")
        self.total = label("", "strong", wrap=True)
        self._file_words = label("", "small", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_national(False)
        self._show()

    @property
    def chosen(self) -> list[PracticeChoice]:
        """The practices taken so far, by code."""
        return [self._chosen[code] for code in sorted(self._chosen)]

    def take(self, practice: PracticeChoice) -> None:
        """Take a practice in."""
        self._chosen[practice.code] = practice
        self._show()

    def take_pasted(self) -> None:
        """Take in every line that has a practice's code; leave the others to be put right."""
        practices, left = read_lines(self.pasted.toPlainText())
        for practice in practices:
            self._chosen[practice.code] = practice
        self.pasted.setPlainText("\n".join(left))
        self._show()
        if left:
            lines = plural(len(left), "line has", "lines have")
            self.total.setText(f"{lines} no practice code such as Y01001. Add it, or leave it out.")

    def use_national(self, path: Path) -> None:
        """Search a national file of practices from now on."""
        self._national = path
        self._show_national(True)
        self._file_words.setText(path.name)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._find()
        finally:
            QApplication.restoreOverrideCursor()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        pasting, inner = card("Paste them", 18)
        words = "A code on each line; the name and list size where you have them, in any order."
        inner.addWidget(label(words, "secondary", wrap=True))
        inner.addWidget(self.pasted)
        inner.addLayout(row(button("Take these in", self.take_pasted), None))
        picking, inner = card("Or pick them from the national file", 18)
        choose = button("Choose the file…", self._choose_national)
        dress(self._style, choose, "open")
        inner.addLayout(row(choose, self._file_words, None))
        inner.addWidget(self.search)
        inner.addWidget(self.found, 1)
        inner.addStretch()
        taken, inner = card("Taken in", 18)
        inner.addWidget(self.total)
        inner.addWidget(self.list, 1)
        self.pasted.setFixedHeight(74)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(pasting)
        left.addWidget(picking, 1)
        side = row(spacing=12)
        side.addLayout(left, 3)
        side.addWidget(taken, 2)
        column.addLayout(side, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._find)
        self.search.returnPressed.connect(self._take_found)
        self.found.itemActivated.connect(self._take_line)
        self.list.itemActivated.connect(self._leave_out)

    def _choose_national(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "National file of practices (epraccur)", "", NATIONAL
        )
        if name:
            self.use_national(Path(name))

    def _find(self) -> None:
        if self._national is None:
            return
        try:
            practices = self._offices.practices(self._national, self.search.text())
        except Refusal as refusal:
            self._file_words.setText(str(refusal))
            practices = ()
        self.found.clear()
        for practice in practices:
            self.found.addItem(_line(practice))
        self.found.setCurrentRow(0)

    def _take_found(self) -> None:
        self._pause.stop()
        self._find()
        if self.found.count():
            self._take_line(self.found.currentItem())

    def _take_line(self, line: QListWidgetItem) -> None:
        practice = line.data(PICKED)
        if isinstance(practice, PracticeChoice):
            self.take(practice)

    def _leave_out(self, line: QListWidgetItem) -> None:
        practice = line.data(PICKED)
        if isinstance(practice, PracticeChoice):
            self._chosen.pop(practice.code, None)
            self._show()

    def _show_national(self, is_there: bool) -> None:
        self.search.setVisible(is_there)
        self.found.setVisible(is_there)
        if not is_there:
            self._file_words.setText("The file called epraccur, from NHS Digital.")

    def _show(self) -> None:
        self.list.clear()
        for practice in self.chosen:
            line = _line(practice)
            line.setToolTip("Press Enter to leave it out")
            self.list.addItem(line)
        self.total.setText(total_words(self.chosen))


class SiteList(QFrame):
    """The fifteen first sites, each with what is publicly known of it."""

    def __init__(self, style: Style, offices: Offices) -> None:
        super().__init__()
        self._sites: tuple[StarterChoice, ...] = ()
        self._style, self._offices = style, offices
        self.list = QListWidget()
        self.list.setAccessibleName("Sites")
        self.list.currentRowChanged.connect(self._chose)
        self._detail = label("", "secondary", wrap=True)
        made, inner = card("Which site", 18)
        words = "What is publicly known of it comes with its sources. No figure is invented."
        inner.addWidget(label(words, "secondary", wrap=True))
        inner.addWidget(self.list, 1)
        inner.addWidget(self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)
        QTimer.singleShot(0, self, self._read)

    @property
    def chosen(self) -> StarterChoice | None:
        """The site in use, or None."""
        at = self.list.currentRow()
        return self._sites[at] if 0 <= at < len(self._sites) else None

    def _read(self) -> None:
        self._sites = tuple(self._offices.starters())
        self.list.addItems([site.name for site in self._sites])

    def _chose(self, _at: int) -> None:
        self._detail.setText(self.chosen.detail if self.chosen else "")


def total_words(practices: list[PracticeChoice]) -> str:
    """Return the running total, and how it compares with other Primary Care Homes."""
    if not practices:
        return "No practices yet."
    counted = plural(len(practices), "practice")
    people = [practice.people for practice in practices if practice.people is not None]
    if not people:
        return f"{counted}. Their lists can be imported later."
    missing = len(practices) - len(people)
    words = f"{counted}, {sum(people):,} people"
    if missing:
        return f"{words} without the {missing} whose list is not known."
    usual = USUAL_LEAST <= sum(people) <= USUAL_MOST
    said = f"A Primary Care Home usually serves {USUAL_LEAST:,} to {USUAL_MOST:,}."
    return f"{words}." if usual else f"{words}. {said}"


def _line(practice: PracticeChoice) -> QListWidgetItem:
    size = f"{practice.people:,}" if practice.people is not None else ""
    parts = (practice.code, practice.name, practice.place, size)
    made = QListWidgetItem("   ".join(part for part in parts if part))
    made.setData(PICKED, practice)
    return made
