"""Room for a view that is higher than the window: it scrolls, and nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from pch_desktop.ui.desk import Desk


class Stage(QStackedWidget):
    """Views of which one is in sight; it takes the room there is, whatever they would like."""

    def hasHeightForWidth(self) -> bool:
        return False


class Roomy(Stage):
    """A part that fills its place and is never cramped, at whatever text size."""

    def __init__(self, desk: Desk, part: QWidget, pixels: int, wide: int = 0) -> None:
        super().__init__()
        self._desk, self._pixels, self._wide = desk, pixels, wide
        self.addWidget(part)
        self.setFocusProxy(part)
        desk.theme_changed.connect(self._fit)
        self._fit()

    def need(self, pixels: int) -> None:
        """Take at least so many pixels from now on, at 100 percent."""
        self._pixels = pixels
        self._fit()

    def _fit(self, *_theme: object) -> None:
        at_least(self, self._desk.theme.px(self._pixels))
        self.setMinimumWidth(self._desk.theme.px(self._wide))


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


def roomy(desk: Desk, part: QWidget, pixels: int, wide: int = 0) -> QScrollArea:
    """Return a part that fills the view, and scrolls where letters are too large for it.

    Args:
        desk: what the window offers.
        part: a chart, or a chart over its table.
        pixels: the height below which it would be cramped, at 100 percent.
        wide: the width below which it would be.
    """
    made = scrolling(Roomy(desk, part, pixels, wide), part)
    if wide:
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return made
