"""Colours and letters of the theme in use, made once and kept while it lasts."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from pch_desktop.ui import fonts
from pch_desktop.ui.theme import Theme, Weight


class Dressed(Protocol):
    """Whoever knows the theme in use; a ``Desk`` does."""

    @property
    def theme(self) -> Theme:
        """The colours and the text size in use."""
        ...


class Paints:
    """What a widget draws with."""

    def __init__(self, dressed: Dressed) -> None:
        self._dressed = dressed
        self._theme = dressed.theme
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, Weight], QFont] = {}

    @property
    def theme(self) -> Theme:
        """The theme in use; what was made for another is thrown away."""
        if self._dressed.theme is not self._theme:
            self._theme = self._dressed.theme
            self._colours.clear()
            self._fonts.clear()
        return self._theme

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its name: ink2, worse_fill."""
        theme = self.theme
        if name not in self._colours:
            self._colours[name] = QColor(str(getattr(theme, name)))
        return self._colours[name]

    def pen(self, name: str, width: float = 1) -> QPen:
        """Return a pen in a colour of the theme."""
        pen = QPen(self.colour(name), width)
        pen.setCosmetic(width == 1)
        return pen

    def font(self, size: float, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the window's letters; the size is in pixels at 100 percent."""
        theme = self.theme
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = fonts.font(theme, size, weight)
        return self._fonts[size, weight]

    def px(self, size: float) -> int:
        """Return a size in pixels at the text size chosen."""
        return self.theme.px(size)


def mark(painter: QPainter, standing: str, at: QPointF, size: float) -> None:
    """Draw the shape of a standing: a circle for better, a diamond for worse, or a triangle."""
    half = size / 2
    painter.setPen(Qt.PenStyle.NoPen)
    match standing:
        case "better":
            painter.drawEllipse(at, half, half)
        case "worse":
            painter.drawPolygon(_shape(at, ((0, -1), (1, 0), (0, 1), (-1, 0)), half * 1.15))
        case "near":
            painter.drawPolygon(_shape(at, ((0, -1), (1.05, 0.85), (-1.05, 0.85)), half))
        case _:
            painter.drawRect(
                QRectF(at.x() - half * 0.8, at.y() - half * 0.8, size * 0.8, size * 0.8)
            )


def _shape(at: QPointF, corners: tuple[tuple[float, float], ...], half: float) -> QPolygonF:
    return QPolygonF([QPointF(at.x() + x * half, at.y() + y * half) for x, y in corners])
