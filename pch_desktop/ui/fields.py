"""Fields of one record: each takes what is typed and makes it a step of the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.change import Change, carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import label, relook
from pch_desktop.ui.reading import editable, read

Row = TypeVar("Row")
Ask = Callable[[Any, Value], Change]
BLANK = "Not known"


class Box(Protocol):
    """What a field needs of the widget in which its value is given."""

    def text_now(self) -> str:
        """Return what stands in it."""
        ...

    def put(self, text: str) -> None:
        """Let a text stand in it."""
        ...


class LineBox(QLineEdit):
    """A line of text."""

    def text_now(self) -> str:
        """Return what stands in it."""
        return self.text()

    def put(self, text: str) -> None:
        """Let a text stand in it."""
        self.setText(text)
        self.setCursorPosition(0)  # so that a long text shows its beginning


class TextBox(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def text_now(self) -> str:
        """Return what stands in it."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Let a text stand in it."""
        if text != self.toPlainText():
            self.setPlainText(text)


class WordBox(QComboBox):
    """A choice of words; the first stands for a blank where that may be."""

    def __init__(self, words: Sequence[str], *, may_be_blank: bool) -> None:
        super().__init__()
        if may_be_blank:
            self.addItem(BLANK)
        self.addItems(list(words))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def text_now(self) -> str:
        """Return the word chosen; nothing for a blank."""
        return "" if self.currentText() == BLANK else self.currentText()

    def put(self, text: str) -> None:
        """Choose a word."""
        at = self.findText(text or BLANK)
        if at < 0 and text:
            self.addItem(text)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling by changes nothing."""
        e.ignore()


class Field(QWidget, Generic[Row]):
    """A name, a box under it, and under that what is refused."""

    def __init__(self, desk: Desk, name: str, kind: Kind, box: Any, ask: Ask | None) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._ask = ask
        self._row: Row | None = None
        self._shown = ""
        self.box: Any = box
        self._name = label(name, "small")
        self._name.setBuddy(box)
        self._refusal = label("", "error", wrap=True)
        self._refusal.hide()
        box.setAccessibleName(name)
        box.setEnabled(ask is not None and not desk.is_read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(3)
        for part in (self._name, box, self._refusal):
            column.addWidget(part)
        box.installEventFilter(self)
        if isinstance(box, QComboBox):
            box.view().setAccessibleName(f"Choices for {name}")
            box.textActivated.connect(self._chosen)

    def show_value(self, row: Row, value: Value) -> None:
        """Show a record's value; what is being typed for the same record stays."""
        is_same = getattr(row, "id", None) == getattr(self._row, "id", None)
        text = editable(value, self._kind)
        if is_same and self.box.hasFocus() and self.box.text_now() != self._shown:
            self._row, self._shown = row, text
            return
        self._row, self._shown = row, text
        self.box.put(text)
        self._refuse("")

    def commit(self) -> None:
        """Make what stands in the box a step of the history, if it is new."""
        text = self.box.text_now()
        if self._row is None or self._ask is None or text == self._shown:
            return
        try:
            value = read(text, self._kind)
            change = self._ask(self._row, value)
            if carry_out(self._desk, change.label, [change]) is not None:
                self._shown = editable(value, self._kind)
                self.box.put(self._shown)
                self._refuse("")
        except Refusal as refusal:
            self._refuse(str(refusal))

    def put_back(self) -> None:
        """Let the value that is in the file stand in the box again."""
        self.box.put(self._shown)
        self._refuse("")

    @property
    def refusal(self) -> str:
        """The sentence shown under the box."""
        return "" if self._refusal.isHidden() else self._refusal.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_line = isinstance(self.box, QLineEdit)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_line:
                self.commit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.box.text_now() != self._shown:
                self.put_back()
                return True
        return super().eventFilter(watched, event)

    def _chosen(self, _word: str) -> None:
        self.commit()

    def _refuse(self, sentence: str) -> None:
        refuse_under(self.box, self._refusal, sentence)


def refuse_under(box: QWidget, words: QLabel, sentence: str) -> None:
    """Say under a box what would be accepted, and aloud; nothing takes it back."""
    words.setText(sentence)
    words.setVisible(bool(sentence))
    box.setAccessibleDescription(sentence)
    relook(box, "state", "error" if sentence else "")
    announce(box, sentence)


def line_field(desk: Desk, name: str, ask: Ask | None, kind: Kind = Kind.TEXT) -> Field[Any]:
    """Return a field of one line: a text, a date, an amount, a number."""
    return Field(desk, name, kind, LineBox(), ask)


def text_field(desk: Desk, name: str, ask: Ask | None, lines: int = 4) -> Field[Any]:
    """Return a field of several lines; it is kept when the focus leaves it."""
    box = TextBox()
    box.setFixedHeight(desk.theme.px(lines * 17 + 16))
    return Field(desk, name, Kind.TEXT, box, ask)


def word_field(
    desk: Desk, name: str, words: Sequence[str], ask: Ask | None, *, may_be_blank: bool = True
) -> Field[Any]:
    """Return a field that offers a list of words."""
    return Field(desk, name, Kind.TEXT, WordBox(words, may_be_blank=may_be_blank), ask)


def yes_field(desk: Desk, name: str, ask: Ask | None) -> Field[Any]:
    """Return a field that is yes, no or not known."""
    return Field(desk, name, Kind.YES, WordBox(("Yes", "No"), may_be_blank=True), ask)
