"""The month's own words for its pack: the chair's summary, what is asked, the cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pch_desktop.domain.board_pack import Words
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Ask, Field, line_field, text_field
from pch_desktop.ui.parts import card, label

HINT = "What is left blank is made by rule, or is not on the cover. Each is one step to undo."
NAMES = "Names stand on the cover because they are typed here; a public pack leaves them out."
WIDEST = 760
LONG = (
    (Words.SENTENCE, "The month in a few sentences", 3),
    (Words.CHAIR, "Summary by the chair", 8),
    (Words.ASKED, "What the board is asked", 4),
    (Words.PURPOSE, "Purpose of the pack", 2),
)
SHORT = (
    (Words.PREPARED, "Prepared by"),
    (Words.CHECKED, "Checked by"),
    (Words.CONTACT, "Whom to ask"),
)


@dataclass(frozen=True, slots=True)
class MonthWords:
    """The month whose words are written."""

    id: str


class WordsView(QWidget):
    """A form of the words; each is kept as one step when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.fields: dict[Words, Field[Any]] = {
            key: text_field(desk, name, self._ask(key, name), lines) for key, name, lines in LONG
        }
        for key, name in SHORT:
            self.fields[key] = line_field(desk, name, self._ask(key, name))
        self._month = label("", "card_title")
        self._lay_out()
        self.setFocusProxy(self.fields[Words.SENTENCE].box)
        desk.listen({"pack_words"}, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the words of the month at hand."""
        month = self._desk.month
        written = self._desk.file.read(board.words, month)
        self._month.setText(f"Words for the pack of {month.words}")
        for key, field in self.fields.items():
            field.show_value(MonthWords(str(month)), written.get(key))

    def _ask(self, key: Words, name: str) -> Ask:
        def ask(_row: Any, value: Value) -> Change:
            month = self._desk.month
            args = (month, key, str(value or ""))
            return Change(f"Write “{name}” of {month.words}", board.set_words, args, name)

        return ask

    def _lay_out(self) -> None:
        frame, inside = card()
        inside.addWidget(self._month)
        inside.addWidget(label(HINT, "secondary", wrap=True))
        for key, _name, _lines in LONG:
            inside.addWidget(self.fields[key])
        inside.addWidget(label(NAMES, "secondary", wrap=True))
        for key, _name in SHORT:
            inside.addWidget(self.fields[key])
        inside.addStretch(1)
        frame.setMaximumWidth(self._desk.theme.px(WIDEST))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(frame)
        scroll.setFocusPolicy(frame.focusPolicy())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
