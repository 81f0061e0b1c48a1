"""The locality's logo: its picture, and its words for those who do not see it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pch_desktop.domain.logo import read_logo
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import LogoRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import line_field
from pch_desktop.ui.parts import button, card, label, row
from pch_desktop.ui.settings.logo_preview import LogoPreview

WIDEST = 560
PICTURES = "Pictures (*.png *.jpg *.jpeg)"
ABOUT = (
    "The logo stands on the cover of the board pack in every format. It must be PNG or JPEG and at "
    "most 1 MB. What its file tells of a camera, a place or a person is left out."
)
NONE = "No logo. Choose a picture, then say what it shows."
CHOSEN = "{} is chosen. Say what it shows, and press Enter: then it is kept."
PUT, WORDS = "Put the logo on the board pack", "Change the words of the logo"


class LogoView(QWidget):
    """A preview of the logo, its words, and the verbs that choose and remove it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: LogoRow | None = None
        self._chosen: tuple[str, bytes] | None = None
        self.preview = LogoPreview(desk)
        self.told = label("", "secondary", wrap=True)
        self.words = line_field(desk, "What the logo shows", self._asked)
        self.choose = button("Choose a picture", self.ask, "strong")
        self.remove = button("Remove the logo", self.take_away)
        self._lay_out()
        self.setFocusProxy(self.choose)
        desk.listen(frozenset({"logo"}), self.read, self)
        self.read()

    def read(self) -> None:
        """Show the logo that is kept."""
        self._kept, self._chosen = self._desk.file.read(board.logo), None
        self.words.show_value(self._kept, self._kept.alt_text if self._kept else None)
        self._show()

    def ask(self) -> None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(self, "Choose the logo", "", PICTURES)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take a picture: it is kept at once where its words stand already, else with them."""
        done = self._desk.attempt(lambda: _read(path))
        if done is None:
            return
        self._chosen = (path.name, done.result)
        if self._kept is not None:
            told = (path.name, done.result, self._kept.alt_text)
            self._desk.edit(PUT, board.set_logo, *told)
            return
        # A record to change has to be there before its words can be typed.
        self.words.show_value(LogoRow(0, path.name, "", "", b""), None)
        self._show()
        self.words.box.setFocus()

    def take_away(self) -> None:
        """Do without a logo; one undo brings it back."""
        self._desk.edit("Remove the logo", board.remove_logo)

    def _asked(self, _row: object, value: Value) -> Change:
        words = str(value or "")
        if self._chosen is not None:
            return Change(PUT, board.set_logo, (*self._chosen, words))
        return Change(WORDS, board.set_logo_words, (words,))

    def _show(self) -> None:
        kept, chosen = self._kept, self._chosen
        content = chosen[1] if chosen else kept.content if kept else b""
        self.preview.show_picture(content, kept.alt_text if kept else "The picture chosen")
        self.told.setText(CHOSEN.format(chosen[0]) if chosen else kept.name if kept else NONE)
        may = not self._desk.is_read_only
        self.words.box.setEnabled(may and bool(content))
        self.choose.setEnabled(may)
        self.remove.setEnabled(may and kept is not None)

    def _lay_out(self) -> None:
        made, column = card("Logo")
        column.addWidget(label(ABOUT, "secondary", wrap=True))
        for part in (self.preview, self.told, self.words):
            column.addWidget(part)
        column.addLayout(row(self.choose, self.remove, None))
        made.setMaximumWidth(self._desk.theme.px(WIDEST))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(made)
        whole.addStretch(1)


def _read(path: Path) -> bytes:
    try:
        return read_logo(path.read_bytes()).content
    except OSError as error:
        raise Refusal(f"“{path.name}” cannot be read: {error.strerror}.") from error
