"""A strip across the page: one sentence and the verbs that put it right."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from pch_desktop.ui import icons
from pch_desktop.ui.parts import button, label, relook
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme

Verb = tuple[str, Callable[[], object]]
"""A word to press and what it does."""


class Tone(Enum):
    """How a strip is drawn: always a picture and a colour."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Strip(QFrame):
    """Hidden until it has something to say; goes when closed or answered."""

    def __init__(self, style: Style, name: str, home: QWidget | None = None) -> None:
        super().__init__()
        self._home = home
        """Where the keys go once it is closed or answered."""
        self._style = style
        self._tone = Tone.NOTE
        self._picture = QLabel()
        self._sentence = label("", "strong", wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._verbs: list[QPushButton] = []
        self._close = QToolButton()
        self._close.setAccessibleName(f"Close this {name}")
        self._close.setToolTip("Close")
        self._close.clicked.connect(self.hide)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        style.changed.connect(self._dress)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    @property
    def is_refusal(self) -> bool:
        """Whether it is in sight and says what would be accepted."""
        return self.isVisible() and self._tone is Tone.ERROR and not self._verbs

    def tell(self, sentence: str, tone: Tone, *verbs: Verb, may_close: bool = True) -> None:
        """Say a sentence, aloud too, with the verbs to answer it by."""
        self._go_home()
        for old in self._verbs:
            self._row.removeWidget(old)
            old.deleteLater()
        self._verbs = [button(word, press) for word, press in verbs]
        for at, verb in enumerate(self._verbs):
            self._row.insertWidget(2 + at, verb)
        self._sentence.setText(sentence)
        self._close.setVisible(may_close)
        self._tone = tone
        relook(self, "strip", tone.value)
        self._dress(self._style.theme)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def setVisible(self, visible: bool) -> None:
        if not visible:
            self._go_home()
        super().setVisible(visible)

    def _go_home(self) -> None:
        """Hand the keys back before what has them goes, or they would land anywhere."""
        has = QApplication.focusWidget()
        if self._home is not None and has is not None and self.isAncestorOf(has):
            self._home.setFocus()

    def _dress(self, theme: Theme) -> None:
        name, colour = {
            Tone.NOTE: ("note", theme.accent),
            Tone.WARNING: ("warning", theme.worse),
            Tone.ERROR: ("warning", theme.error),
        }[self._tone]
        self._picture.setPixmap(icons.pixmap(name, colour, theme.px(18), self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("close", theme.ink2, theme.px(15)))
        self._close.setIconSize(QSize(theme.px(15), theme.px(15)))
