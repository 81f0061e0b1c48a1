"""Where something to bring in is chosen, dropped or pasted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pch_desktop.imports.taking import OFFICIAL, OWN
from pch_desktop.reports.words import plural
from pch_desktop.store.locality import BatchRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, card, dress, label, row

FILES = "Files to bring in (*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.tsv *.zip);;Every file (*)"
SHOWN_BEFORE = 5
MOST_SHOWN = 20_000
"""So much of a pasted block is put in its box; all of it is read."""


class PasteBox(QPlainTextEdit):
    """Takes a block from a spreadsheet, as a table where the spreadsheet gives one."""

    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName("Paste a table here")
        self.setPlaceholderText(
            "Press Ctrl+V here. For example:\n\n"
            "Line                           Sector                Annual budget\n"
            "Prescribing               Primary care      £6,480,000\n"
            "Community nursing  Community         3.12m"
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        plain, page = source.text(), source.html() if source.hasHtml() else ""
        self.setPlainText(plain[:MOST_SHOWN])
        is_table = "<table" in page.casefold()
        if page and (is_table or not plain.strip()):
            self.pasted.emit(page)
        elif plain.strip():
            self.pasted.emit(plain)


class SourceView(QWidget):
    """The two ways in, side by side, and what came in before."""

    file_chosen = Signal(str)
    pasted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.box = PasteBox()
        self.box.pasted.connect(self.pasted)
        self.choose = button("Choose a file…", self.choose_file, "strong")
        self.read_it = button("Read what is pasted", self._read)
        self._before_card, self._before = card("Brought in before", 18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self._file_card(), 5)
        ways.addWidget(self._paste_card(), 7)
        column.addLayout(ways, 1)
        column.addWidget(self._before_card)
        self.setFocusProxy(self.box)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.box)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._read)

    def choose_file(self) -> None:
        """Ask which file to bring in."""
        name, _ = QFileDialog.getOpenFileName(self, "Bring in a file", "", FILES)
        if name:
            self.file_chosen.emit(name)

    def show_batches(self, batches: Sequence[BatchRow]) -> None:
        """List the files that came in last."""
        while self._before.count() > 1:
            taken = self._before.takeAt(1)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        for batch in batches[:SHOWN_BEFORE]:
            self._before.addWidget(label(_said(batch), "secondary"))
        more = len(batches) - SHOWN_BEFORE
        if more > 0:
            self._before.addWidget(label(f"and {more:,} more, in the history (Ctrl+H)", "small"))
        self._before_card.setVisible(bool(batches))

    def _read(self) -> None:
        text = self.box.toPlainText()
        if text.strip():
            self.pasted.emit(text)
        else:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _file_card(self) -> QWidget:
        made, column = card("A file", 18)
        words = "Choose it, or drop it anywhere on this window. Nothing is changed yet."
        column.addWidget(label(words, "secondary", wrap=True))
        column.addSpacing(4)
        dress(self._desk.style, self.choose, "open", "accent")
        column.addLayout(row(self.choose, None))
        column.addSpacing(10)
        official = ", ".join(OFFICIAL.values())
        for title, said in (
            (
                "Your own workbook",
                "Partners, posts and people, budget lines, actuals by month. "
                "Its columns are matched for you, totals and notes are left out.",
            ),
            ("Official files, as published", f"{official[:1].upper()}{official[1:]}."),
            ("Whatever it is called", "A file is told by its headings and shape."),
        ):
            column.addWidget(label(title, "strong"))
            column.addWidget(label(said, "secondary", wrap=True))
            column.addSpacing(4)
        column.addStretch(1)
        return made

    def _paste_card(self) -> QWidget:
        made, column = card("A block from a spreadsheet", 18)
        words = "Copy it with its headings, totals and all, and paste it here: it is read at once."
        column.addWidget(label(words, "secondary", wrap=True))
        column.addWidget(self.box, 1)
        column.addLayout(row(self.read_it, None))
        return made


def _said(batch: BatchRow) -> str:
    kind = batch.kind.removeprefix("own ")
    words = OFFICIAL.get(kind) or OWN.get(kind) or kind
    when = f"{batch.at.astimezone():%d %b %Y, %H:%M}".lstrip("0")
    year = f" {batch.year}" if batch.year else ""
    rows = plural(batch.rows_kept, "row")
    return f"{when}   {batch.file_name}   {words}{year}, {rows}"
