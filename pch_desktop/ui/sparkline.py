"""A dozen points in a line, with the target as dashes and a mark at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pch_desktop.reports.words import plural
from pch_desktop.ui.paints import Dressed, Paints, mark
from pch_desktop.ui.pill import UNKNOWN

Number = float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The latest points, oldest first; None where one is not known."""

    points: tuple[Number, ...]
    target: float | None = None
    way: str = "better"
    """better, near, worse or unknown: the colour of the line and its end mark."""

    @property
    def known(self) -> tuple[float, ...]:
        """The points that are known."""
        return tuple(point for point in self.points if point is not None)

    @property
    def words(self) -> str:
        """It in a sentence: 12 points, from 541 to 566, target 540."""
        if not self.known:
            return "Nothing is known yet"
        said = f"{plural(len(self.known), 'point')}, from {self.known[0]:,g} to {self.known[-1]:,g}"
        return f"{said}, target {self.target:,g}" if self.target is not None else said


def draw(painter: QPainter, paints: Paints, space: QRectF, trend: Trend) -> None:
    """Draw a trend into a space; a gap stays a gap."""
    known = trend.known
    if not known:
        return
    values = [*known, *([] if trend.target is None else [trend.target])]
    low, high = min(values), max(values)
    reach = (high - low) or 1
    inner = space.adjusted(2, 6, -8, -6)

    def place(at: int, value: float) -> QPointF:
        across = at / max(1, len(trend.points) - 1)
        flat = 0.5 if high == low else (value - low) / reach
        return QPointF(
            inner.left() + across * inner.width(), inner.bottom() - flat * inner.height()
        )

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if trend.target is not None:
        height = place(0, trend.target).y()
        pen = paints.pen("edge", 1.2)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.2])
        painter.setPen(pen)
        painter.drawLine(QPointF(space.left(), height), QPointF(space.right(), height))
    ink = "ink2" if trend.way == UNKNOWN else "better" if trend.way == "better" else "worse"
    pen = paints.pen(ink, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for run in runs(trend.points):
        painter.drawPolyline([place(at, value) for at, value in run])
    last = max(at for at, value in enumerate(trend.points) if value is not None)
    painter.setBrush(paints.colour(ink))
    mark(painter, trend.way, place(last, known[-1]), 10)
    painter.restore()


def runs(points: Sequence[Number]) -> list[list[tuple[int, float]]]:
    """Return the unbroken stretches of points, each with its place."""
    made: list[list[tuple[int, float]]] = []
    is_open = False
    for at, value in enumerate(points):
        if value is None:
            is_open = False
        elif is_open:
            made[-1].append((at, value))
        else:
            made.append([(at, value)])
            is_open = True
    return made


class Sparkline(QWidget):
    """A trend as a widget of its own."""

    def __init__(self, dressed: Dressed, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paints = Paints(dressed)
        self._trend = Trend(())
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trend(self, trend: Trend) -> None:
        """Show the latest points."""
        self._trend = trend
        self.setAccessibleDescription(trend.words)
        self.setToolTip(f"{self._name}: {trend.words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._paints.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self._paints, QRectF(self.rect()), self._trend)
        painter.end()
