"""The small parts pages are put together from: words, buttons, cards, lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.ui import icons
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme

Looks = str
"""title, card_title, strong, body, lead, secondary, small, status, error, better, worse, key."""


def label(text: str, look: Looks = "body", wrap: bool = False) -> QLabel:
    """Return words in one of the looks of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("look", look)
    return made


def relook(widget: QWidget, name: str, value: str) -> None:
    """Change a property the style sheet goes by, and draw the widget again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(
    text: str, press: Callable[[], object], look: Looks = "", described: str = ""
) -> QPushButton:
    """Return a button with a verb on it: primary (one a window), strong, link or plain.

    ``described`` is what a screen reader says where the verb alone is not enough.
    """
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAccessibleName(described or text)
    made.setAutoDefault(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda _checked=False: press())
    return made


def icon_button(style: Style, icon: str, words: str, press: Callable[[], object]) -> QToolButton:
    """Return a picture to press; the words are its tooltip and its name."""
    made = QToolButton()
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    dress(style, made, icon)
    made.clicked.connect(lambda _checked=False: press())
    return made


def dress(style: Style, button: QPushButton | QToolButton, icon: str, colour: str = "ink2") -> None:
    """Give a button a picture in a colour of the theme, now and whenever the theme changes.

    ``colour`` is the name of a colour, such as primary_ink.
    """
    if button.text() and button.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        button.setText(f" {button.text().strip()}")
    _Dresser(style, button, icon, colour)


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a widget that can be scrolled where there is less room than it needs."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for ground in (area.viewport(), inside):
        ground.setAutoFillBackground(False)
    return area


class _Dresser(QObject):
    """Draws a button's picture anew with the theme; it goes when the button goes."""

    def __init__(
        self, style: Style, button: QPushButton | QToolButton, icon: str, colour: str
    ) -> None:
        super().__init__(button)
        self._button, self._icon, self._colour = button, icon, colour
        style.changed.connect(self._dress)
        self._dress(style.theme)

    def _dress(self, theme: Theme) -> None:
        size = theme.px(17)
        colour = getattr(theme, self._colour)
        self._button.setIcon(icons.icon(self._icon, colour, size, theme.ink3))
        self._button.setIconSize(QSize(size, size))


def card(title: str = "", margin: int = 14) -> tuple[QFrame, QVBoxLayout]:
    """Return a white card with round corners, and the column its contents go in."""
    made = QFrame()
    made.setProperty("look", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(margin, margin - 3, margin, margin - 3)
    column.setSpacing(6)
    if title:
        column.addWidget(label(title, "card_title"))
    return made, column


def rule() -> QFrame:
    """Return a hairline across."""
    made = QFrame()
    made.setProperty("look", "rule")
    return made


def row(*parts: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Return widgets side by side; None is the space that stretches."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        else:
            made.addWidget(part)
    return made
