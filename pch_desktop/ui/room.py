"""Room for a view that is higher than the window: it scrolls, and nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget


class Stage(QStackedWidget):
    """Views of which one is in sight; it takes the room there is, whatever they would like."""

    def hasHeightForWidth(self) -> bool:
        return False


def at_least(part: QWidget, pixels: int) -> None:
    """Let a part take what room is left, and never less than so many pixels."""
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    part.setMinimumHeight(pixels)


def scrolling(inside: QWidget, first: QWidget) -> QScrollArea:
    """Return a view that scrolls where there is too little room.

    Args:
        inside: what it shows.
        first: what of it the keys go to first.
    """
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setProperty("look", "plain")
    made.setWidget(inside)
    made.setFocusProxy(first)
    return made
