"""The box in which a cell is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.ui.aloud import announce
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.parts import button

Way = tuple[str, Callable[[], object]]
"""What a button under a refused cell says, and what it does."""

LEAVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class CellEditor(QLineEdit):
    """One line of text over a cell; in place it keeps the arrow keys to itself."""

    chosen = Signal()
    """A word of the list was taken."""

    def __init__(self, parent: QWidget, paints: Paints, *, is_in_place: bool) -> None:
        super().__init__(parent)
        self.is_in_place = is_in_place
        self._paints = paints
        self._note: QFrame | None = None
        self._ways: list[Callable[[], object]] = []
        self._words: QCompleter | None = None
        self.setFrame(False)
        self._dress("accent")
        self.textEdited.connect(self._relent)

    def offer(self, words: Sequence[str]) -> None:
        """Offer words to choose from; any part of one finds it."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self._words = completer
        popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)

    def open_list(self) -> None:
        """Show all the words that may stand here."""
        if self._words is not None:
            self._words.setCompletionPrefix("")
            self._words.complete()

    @property
    def lists_words(self) -> bool:
        """Whether the list of words is open."""
        popup = self._words.popup() if self._words is not None else None
        return popup is not None and popup.isVisible()

    def refuse(self, sentence: str, ways: Sequence[Way] = ()) -> None:
        """Show that the text cannot stand here, what could, and ways to put it right."""
        self._dress("error")
        self.setAccessibleDescription(_aloud(sentence, ways))
        if self._note is not None:
            self._note.deleteLater()
        self._ways = [press for _, press in ways]
        self._note = self._noted(sentence, ways)
        self._place(self._note)
        self._note.show()
        self._note.raise_()
        self.selectAll()
        announce(self, _aloud(sentence, ways))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Tab take what was typed where no word of the list is chosen."""
        popup = self._words.popup() if self._words is not None else None
        if watched is popup and isinstance(event, QKeyEvent) and event.key() in LEAVES:
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and popup is not None and not popup.currentIndex().isValid():
                popup.hide()
                QApplication.sendEvent(self, event)
                return True
        return super().eventFilter(watched, event)

    def take_way(self, at: int) -> bool:
        """Take one of the ways offered, the first by nought; return whether there was one."""
        if not 0 <= at < len(self._ways) or self._note is None or not self._note.isVisible():
            return False
        self._ways[at]()
        return True

    def _noted(self, sentence: str, ways: Sequence[Way]) -> QFrame:
        """Return the note; its buttons leave the keys where they are."""
        theme = self._paints.theme
        note = QFrame(self.window())
        note.setObjectName("refusal")
        note.setStyleSheet(
            f"#refusal {{ background:{theme.error_soft}; border:1px solid {theme.error}; }}"
            f"#refusal QLabel {{ background:transparent; color:{theme.ink};"
            f" font-size:{theme.px(12)}px; }}"
        )
        words = QLabel(sentence)
        words.setWordWrap(True)
        column = QVBoxLayout(note)
        column.setContentsMargins(7, 4, 7, 5)
        column.setSpacing(4)
        column.addWidget(words)
        for at, (said, press) in enumerate(ways, start=1):
            made = button(f"{said}  (Alt+{at})", press)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        note.ensurePolished()
        return note

    def _place(self, note: QFrame) -> None:
        """Put the note under the box, or above it where the window has no room below."""
        window = self.window()
        width = min(self._paints.px(330), max(window.width() - 8, 120))
        layout = note.layout()
        note.resize(width, layout.totalHeightForWidth(width) if layout else note.height())
        corner = self.mapTo(window, QPoint(0, 0))
        left = max(4, min(corner.x(), window.width() - width - 4))
        below = corner.y() + self.height() + 3
        fits = below + note.height() < window.height()
        note.move(left, below if fits else max(0, corner.y() - note.height() - 3))

    def _relent(self) -> None:
        if self._note is not None and self._note.isVisible():
            self._note.hide()
            self._dress("accent")
            self.setAccessibleDescription("")

    def _take(self, word: str) -> None:
        self.setText(word)
        self.chosen.emit()

    def _dress(self, edge: str) -> None:
        theme = self._paints.theme
        self.setStyleSheet(
            f"QLineEdit {{ background:{theme.surface}; color:{theme.ink}; border-radius:0;"
            f"border:2px solid {getattr(theme, edge)}; padding:0 5px; min-height:0;"
            f"font-size:{theme.px(12.5)}px; font-weight:600; }}"
        )

    def hideEvent(self, event: QHideEvent) -> None:
        if self._note is not None:
            self._note.deleteLater()
            self._note = None
        super().hideEvent(event)


def _aloud(sentence: str, ways: Sequence[Way]) -> str:
    """Return a refusal with its ways in words."""
    told = [f"Alt+{at}: {said}." for at, (said, _) in enumerate(ways, start=1)]
    return " ".join([sentence, *told])
