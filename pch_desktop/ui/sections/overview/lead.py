"""The month in a few sentences: made by rules, or in somebody's own words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.period import Month
from pch_desktop.reports.overview_sentence import Sentence
from pch_desktop.store import board
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import TextBox
from pch_desktop.ui.parts import button, label, row

OWN = "In your own words; the cover and the summary of the pack say the same."
WRITE, KEEP, LEAVE, RETURN = "Edit", "Keep", "Leave as it was", "Return to the made sentence"
TALL = 62


class LeadLine(QWidget):
    """The sentences, and the box in which they are written over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._month = desk.month
        self._sentence = Sentence("")
        self.words = label("", "lead", wrap=True)
        self.write = button(WRITE, self.begin, "link", "Edit the sentence of the month")
        self.own = label(OWN, "secondary")
        self.back = button(RETURN, self._return, "link")
        self.box = TextBox()
        self.box.setAccessibleName("The month in your own words")
        self.box.installEventFilter(self)
        self.keep, self.leave = button(KEEP, self._keep, "strong"), button(LEAVE, self.end)
        self._shown, self._written, self._note = QWidget(), QWidget(), QWidget()
        self._lay_out()

    def show_sentence(self, month: Month, sentence: Sentence) -> None:
        """Show what is said of a month; what is being written of it stays."""
        if month != self._month:
            self.end()
        self._month, self._sentence = month, sentence
        self.words.setText(sentence.words)
        self._note.setVisible(bool(sentence.own) and not self._written.isVisible())
        for each in (self.write, self.back):
            each.setVisible(not self._desk.is_read_only)

    def begin(self) -> None:
        """Let the sentence be written over."""
        self.box.setPlainText(self._sentence.words)
        self._turn(is_writing=True)
        self.box.setFocus()
        self.box.selectAll()

    def end(self) -> None:
        """Leave it as it was."""
        self._turn(is_writing=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent):
            is_pressed = event.type() == QEvent.Type.KeyPress
            has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_pressed and event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
            if is_pressed and has_control and event.key() == Qt.Key.Key_Return:
                self._keep()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        text = self.box.toPlainText().strip()
        own = "" if text == self._sentence.made else text
        if own == self._sentence.own or self._set("Write the sentence", own):
            self.end()

    def _return(self) -> None:
        self._set("Return to the made sentence", "")

    def _set(self, verb: str, own: str) -> bool:
        label = f"{verb} of {self._month.words}"
        done = self._desk.edit(label, board.set_words, self._month, Words.SENTENCE, own)
        return done is not None

    def _turn(self, *, is_writing: bool) -> None:
        had_keys = self._written.isAncestorOf(self.focusWidget() or self)
        self._written.setVisible(is_writing)
        self._shown.setVisible(not is_writing)
        self._note.setVisible(bool(self._sentence.own) and not is_writing)
        if had_keys and not is_writing:
            self.write.setFocus()

    def _lay_out(self) -> None:
        self.box.setFixedHeight(self._desk.theme.px(TALL))
        shown = row(self.words, self.write)
        shown.setStretch(0, 1)
        shown.setAlignment(self.write, Qt.AlignmentFlag.AlignTop)
        self._shown.setLayout(shown)
        self._note.setLayout(row(self.own, self.back, None))
        writing = QVBoxLayout(self._written)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.addWidget(self.box)
        writing.addLayout(row(self.keep, self.leave, None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (self._shown, self._note, self._written):
            column.addWidget(each)
        self._note.hide()
        self._written.hide()
