"""A box with its name that is asked when something is done, and changes nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.ui import reading
from pch_desktop.ui.fields import LineBox, WordBox, refuse_under
from pch_desktop.ui.parts import label


class AnyBox(WordBox):
    """A choice of words of which the first says that none is chosen: Any, No, Nobody yet."""

    def __init__(self, blank: str, words: Sequence[str]) -> None:
        super().__init__(words, may_be_blank=False)
        self.insertItem(0, blank)
        self.setCurrentIndex(0)

    def text_now(self) -> str:
        """Return the word chosen; nothing where none is."""
        return self.currentText() if self.currentIndex() > 0 else ""

    def put(self, text: str) -> None:
        """Choose a word, or none."""
        self.setCurrentIndex(max(self.findText(text), 0) if text else 0)

    def offer(self, words: Sequence[str]) -> None:
        """Offer other words; what is chosen stays where it is among them."""
        if [self.itemText(at) for at in range(1, self.count())] == list(words):
            return
        chosen, blank = self.text_now(), self.itemText(0)
        self.blockSignals(True)
        self.clear()
        self.addItems([blank, *words])
        self.put(chosen)
        self.blockSignals(False)


class Told(QWidget):
    """A name, a box under it, and under that what is refused."""

    told = Signal()
    """Something else stands in the box."""

    def __init__(self, name: str, box: LineBox | WordBox, kind: Kind = Kind.TEXT) -> None:
        super().__init__()
        self.box = box
        self._kind = kind
        self._before = ""
        self._refusal = label("", "error", wrap=True)
        self._refusal.hide()
        head = label(name, "small")
        head.setBuddy(box)
        box.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(3)
        for part in (head, box, self._refusal):
            column.addWidget(part)
        if isinstance(box, QComboBox):
            box.view().setAccessibleName(f"Choices for {name}")
            box.currentTextChanged.connect(self._chosen)
        else:
            box.editingFinished.connect(self._finished)

    @property
    def text(self) -> str:
        """What stands in the box; nothing for a blank."""
        return self.box.text_now()

    def put(self, text: str) -> None:
        """Let a text stand in the box."""
        self._before = text
        self.box.blockSignals(True)
        self.box.put(text)
        self.box.blockSignals(False)
        self.refuse("")

    def value(self) -> Value:
        """Return what is meant by what stands in the box.

        Raises:
            Refusal: it cannot be read; the sentence stands under the box, too.
        """
        self.refuse("")
        try:
            return reading.read(self.text, self._kind)
        except Refusal as refusal:
            self.refuse(str(refusal))
            raise

    def refuse(self, sentence: str) -> None:
        """Say under the box what would be accepted; nothing takes it back."""
        refuse_under(self.box, self._refusal, sentence)

    def _chosen(self, _text: str) -> None:
        self.told.emit()

    def _finished(self) -> None:
        if self.text != self._before:
            self._before = self.text
            self.told.emit()
