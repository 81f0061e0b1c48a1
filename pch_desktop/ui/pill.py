"""A standing in a shape, a word and a colour: ● On plan, ▲ Near, ◆ £186k over."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pch_desktop.ui.paints import Dressed, Paints, mark
from pch_desktop.ui.theme import Weight

BETTER, NEAR, WORSE, UNKNOWN = "better", "near", "worse", "unknown"
SAID = {BETTER: "good", NEAR: "near", WORSE: "needs attention", UNKNOWN: "not known"}
HEIGHT = 20


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands, in one of four ways and in words."""

    way: str
    """better, near, worse or unknown."""
    words: str

    @property
    def spoken(self) -> str:
        """It in words alone: £186k over, needs attention."""
        return f"{self.words}, {SAID.get(self.way, self.way)}" if self.words else ""


def width(paints: Paints, standing: Standing) -> int:
    """Return how many pixels a pill needs."""
    words = QFontMetrics(paints.font(12, Weight.SEMIBOLD)).horizontalAdvance(standing.words)
    return words + paints.px(34)


def draw(painter: QPainter, paints: Paints, standing: Standing, place: QPointF) -> float:
    """Draw a pill with its left upper corner at a place; return its width."""
    wide, tall = width(paints, standing), paints.px(HEIGHT)
    family = "better" if standing.way == BETTER else "worse"
    if standing.way == UNKNOWN:
        family = "unknown"
    space = QRectF(place.x(), place.y(), wide, tall)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paints.colour("unknown" if family == "unknown" else f"{family}_soft"))
    painter.drawRoundedRect(space, tall / 2, tall / 2)
    ink = paints.colour("ink2" if family == "unknown" else family)
    painter.setBrush(ink)
    mark(painter, standing.way, QPointF(space.left() + paints.px(15), space.center().y()), 9)
    painter.setPen(ink)
    painter.setFont(paints.font(12, Weight.SEMIBOLD))
    painter.drawText(
        space.adjusted(paints.px(24), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, standing.words
    )
    painter.restore()
    return wide


class Pill(QWidget):
    """A pill as a widget of its own."""

    def __init__(self, dressed: Dressed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paints = Paints(dressed)
        self._standing = Standing(UNKNOWN, "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_standing(self, standing: Standing | None) -> None:
        """Show a standing; None shows nothing."""
        self.setVisible(standing is not None)
        if standing is not None:
            self._standing = standing
            self.setAccessibleName(standing.spoken)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(width(self._paints, self._standing), self._paints.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self._paints, self._standing, QPointF(0, 0))
        painter.end()
