"""A pen on paper: words, rules and pictures placed in tenths of a point on A4, lying."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
)

from pch_desktop.charts.paper import FAMILY
from pch_desktop.discovery import resource

TENTHS = 720
"""Tenths of a point to the inch."""
WIDE, TALL = 7740, 5280
"""What of a page is printed on, twelve millimetres left free all round."""
MARGIN_MM = 12
HEAVY = 12
"""How thick the rule over a total is."""
INK, PALE, RULE, GROUND = "#212B32", "#4C6272", "#AEB7BD", "#F0F4F5"


@cache
def _loaded() -> None:
    """Let Qt print with the letters of the charts: those of the window lose their figures there."""
    for path in sorted(resource("fonts", "liberation").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def lay(device: QPagedPaintDevice) -> None:
    """Turn a device to A4, lying, with margins of our own."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size, side = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape
    device.setPageLayout(QPageLayout(size, side, margins, QPageLayout.Unit.Millimeter))


def letters(size: int, *, is_bold: bool = False) -> QFont:
    """Return letters of so many tenths of a point."""
    _loaded()
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
    return made


def height_of(words: str, font: QFont, width: float) -> float:
    """Return how high words are in so narrow a place; they are broken where they must be."""
    metrics = QFontMetricsF(font)
    if "\n" not in words and metrics.horizontalAdvance(words) <= width:
        return metrics.height()
    room = QRectF(0, 0, width, 10 * TALL)
    return metrics.boundingRect(room, _breaking(words, metrics, width), words).height()


def _breaking(words: str, metrics: QFontMetricsF, width: float) -> Qt.TextFlag:
    """Return how words are broken: between them, and within only where one is too long."""
    longest = max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
    return Qt.TextFlag.TextWordWrap if longest <= width else Qt.TextFlag.TextWrapAnywhere


class Pen:
    """Draws on one page after the other."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        self._device = device
        self._painter = QPainter(device)
        self._painter.scale(device.logicalDpiX() / TENTHS, device.logicalDpiY() / TENTHS)

    def turn(self) -> None:
        """Go on with a new page."""
        self._device.newPage()

    def end(self) -> None:
        """Let go of the paper."""
        self._painter.end()

    def words(self, text: str, place: QRectF, font: QFont, *, to_right: bool = False) -> None:
        """Write plain words into a place; what does not fit is broken, never markup."""
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        self._painter.setFont(font)
        self._painter.setPen(QColor(INK))
        how = _breaking(text, QFontMetricsF(font), place.width())
        self._painter.drawText(place, int(side | Qt.AlignmentFlag.AlignTop) | int(how), text)

    def rule(self, up: float, wide: float = WIDE, weight: float = 5) -> None:
        """Draw a line across the page, or as far as a table goes."""
        self._painter.setPen(QPen(QColor(RULE if weight < HEAVY else PALE), weight))
        self._painter.drawLine(0, round(up), round(wide), round(up))

    def ground(self, place: QRectF) -> None:
        """Lay a pale ground."""
        self._painter.fillRect(place, QColor(GROUND))

    def picture(self, image: QImage, place: QRectF) -> None:
        """Draw a picture as large as fits into a place."""
        size = image.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(place.x(), place.y(), size.width(), size.height()), image)
