"""Pictures of a few strokes, drawn in the colour of the text beside them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pch_desktop.discovery import resource

DENSITIES = (1.0, 2.0)


def icon(name: str, colour: str, size: int = 18, faint: str = "") -> QIcon:
    """Return a picture of ``resources/icons`` for a button, sharp on every screen.

    ``faint`` is its colour where the button cannot be pressed.
    """
    made = QIcon()
    for density in DENSITIES:
        made.addPixmap(pixmap(name, colour, size, density))
    if faint:
        made.addPixmap(pixmap(name, faint, size, max(DENSITIES)), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, density: float) -> QPixmap:
    """Return a picture drawn in a colour, ``size`` logical pixels square."""
    drawn = QPixmap(round(size * density), round(size * density))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(_svg(name, colour)).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(density)
    return drawn


def _svg(name: str, colour: str) -> QByteArray:
    return QByteArray(_drawing(name).replace("currentColor", colour).encode())


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
