"""Drawing the small charts: lines with a band, bars, stacks and pyramids."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from pch_desktop.reports.words import bracketed
from pch_desktop.ui.chart_facts import (
    Bars,
    Drawing,
    Lines,
    Pyramid,
    Series,
    Stacks,
    nice_steps,
)
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.sparkline import runs
from pch_desktop.ui.theme import Weight

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter
INKS = frozenset({"better", "worse"})


def draw(painter: QPainter, paints: Paints, space: QRectF, drawing: Drawing) -> None:
    """Draw a chart into a space."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(paints.font(11.5))
    match drawing:
        case Lines() if any(value is not None for line in drawing.series for value in line.values):
            _Lines(painter, paints, space, drawing).draw()
        case Bars() if drawing.bars:
            _bars(painter, paints, space, drawing)
        case Stacks() if drawing.names:
            _stacks(painter, paints, space, drawing)
        case Pyramid() if any(drawing.men) or any(drawing.women):
            _pyramid(painter, paints, space, drawing)
        case _:
            painter.setPen(paints.colour("ink2"))
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter, "Nothing is known for this yet.")
    painter.restore()


def _wide(painter: QPainter, texts: Sequence[str]) -> float:
    return max((painter.fontMetrics().horizontalAdvance(text) for text in texts), default=0)


class _Lines:
    """Lines on a scale with a few horizontal rules."""

    def __init__(self, painter: QPainter, paints: Paints, space: QRectF, lines: Lines) -> None:
        self.painter, self.paints, self.lines = painter, paints, lines
        numbers = lines.numbers
        self.low, self.high = min(numbers), max(numbers)
        if self.low == self.high:
            self.low, self.high = self.low - 1, self.high + 1
        margin = (self.high - self.low) * 0.06
        self.low, self.high = self.low - margin, self.high + margin
        self.steps = nice_steps(self.low, self.high)
        left = _wide(painter, [_axis(step) for step in self.steps]) + 10
        painter.setFont(paints.font(11.5, Weight.SEMIBOLD))
        right = _wide(painter, [line.end_label for line in lines.series]) + 10
        painter.setFont(paints.font(11.5))
        self.plot = space.adjusted(left, 6, -right, -paints.px(22))

    def at(self, number: int, value: float) -> QPointF:
        across = number / max(1, len(self.lines.names) - 1)
        up = (value - self.low) / (self.high - self.low)
        return QPointF(
            self.plot.left() + across * self.plot.width(),
            self.plot.bottom() - up * self.plot.height(),
        )

    def draw(self) -> None:
        self._rules()
        self._band()
        for line in self.lines.series:
            self._line(line)
        self._end_labels()
        self._names()

    def _rules(self) -> None:
        for step in self.steps:
            height = self.at(0, step).y()
            is_zero = abs(step) < 1e-9 and self.lines.has_zero
            self.painter.setPen(
                self.paints.pen("ink" if is_zero else "line", 1.2 if is_zero else 1)
            )
            self.painter.drawLine(
                QPointF(self.plot.left(), height), QPointF(self.plot.right(), height)
            )
            self.painter.setPen(self.paints.colour("ink2"))
            space = QRectF(self.plot.left() - 100, height - 9, 92, 18)
            self.painter.drawText(space, RIGHT | MIDDLE, _axis(step))

    def _band(self) -> None:
        places = [
            at
            for at, (low, high) in enumerate(zip(self.lines.lows, self.lines.highs, strict=True))
            if low is not None and high is not None
        ]
        if not places:
            return
        under = [self.at(at, self.lines.lows[at] or 0.0) for at in places]
        over = [self.at(at, self.lines.highs[at] or 0.0) for at in reversed(places)]
        colour = QColor(self.paints.colour("better_fill"))
        colour.setAlphaF(0.25)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawPolygon(QPolygonF([*under, *over]))

    def _line(self, line: Series) -> None:
        pen = QPen(self.paints.colour(line.ink), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if line.is_dashed:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([5, 3])
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in runs(line.values):
            self.painter.setPen(pen)
            points = [self.at(at, value) for at, value in run]
            self.painter.drawPolyline(_stepped(points) if line.is_stepped else points)
            if line.has_marks:
                self._marks(points, line.ink)

    def _marks(self, points: Sequence[QPointF], ink: str) -> None:
        self.painter.setPen(self.paints.pen(ink, 2))
        self.painter.setBrush(self.paints.colour("surface"))
        for point in points:
            self.painter.drawEllipse(point, 3.4, 3.4)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def _end_labels(self) -> None:
        """Label the lines at their right ends, none upon another."""
        self.painter.setFont(self.paints.font(11.5, Weight.SEMIBOLD))
        ends = [
            (self.at(len(line.values) - 1, known[-1]).y(), line)
            for line in self.lines.series
            if line.end_label and (known := [value for value in line.values if value is not None])
        ]
        below = -1e9
        for height, line in sorted(ends, key=lambda end: end[0]):
            below = max(height, below + 15)
            self.painter.setPen(self.paints.colour(line.ink))
            space = QRectF(self.plot.right() + 6, below - 9, 400, 18)
            self.painter.drawText(space, LEFT | MIDDLE, line.end_label)
        self.painter.setFont(self.paints.font(11.5))

    def _names(self) -> None:
        self.painter.setPen(self.paints.colour("ink2"))
        names = self.lines.names
        for at in named(len(names), _wide(self.painter, names) + 4, self.plot.width()):
            place = self.at(at, self.low)
            space = QRectF(place.x() - 40, self.plot.bottom() + 5, 80, 16)
            self.painter.drawText(space, CENTRE | MIDDLE, names[at])


def named(count: int, wide: float, room: float) -> range:
    """Return which of some places along a line have room for their names, evenly apart.

    The first and the last are among them where the steps between can be so.
    """
    last = max(1, count - 1)
    least = max(1, ceil(wide * last / max(1.0, room)))
    even = next((step for step in range(least, 2 * least) if last % step == 0), least)
    return range(0, count, even)


def _stepped(points: Sequence[QPointF]) -> list[QPointF]:
    made: list[QPointF] = []
    for point in points:
        if made:
            made.append(QPointF(point.x(), made[-1].y()))
        made.append(point)
    return made


def _axis(step: float) -> str:
    return bracketed(int(step)) if float(step).is_integer() else f"{step:,g}"


def _bars(painter: QPainter, paints: Paints, space: QRectF, drawing: Bars) -> None:
    bars = drawing.bars
    names = min(_wide(painter, [bar.name for bar in bars]) + 10, space.width() * 0.45)
    labels = _wide(painter, [bar.label for bar in bars]) + 14
    numbers = [number for bar in bars for number in (bar.value, bar.of) if number is not None]
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    reach = (high - low) or 1.0
    left = space.left() + names + (labels if low < 0 else 4)
    width = max(20.0, space.right() - labels - left)
    zero = left + -low / reach * width
    tall = min(paints.px(30), space.height() / len(bars))
    for at, bar in enumerate(bars):
        row = QRectF(space.left(), space.top() + at * tall, space.width(), tall)
        _words(painter, paints, QRectF(row.left(), row.top(), names - 8, tall), bar.name)
        if bar.of is not None:
            painter.setPen(_dashed(paints))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(
                QRectF(zero, row.top() + tall * 0.22, bar.of / reach * width, tall * 0.56)
            )
        end = zero
        if bar.value is not None:
            length = bar.value / reach * width
            end = zero + length
            painter.setPen(paints.pen(bar.ink))
            painter.setBrush(_fill(paints, bar.ink))
            painter.drawRect(
                QRectF(min(zero, end), row.top() + tall * 0.22, abs(length), tall * 0.56)
            )
        furthest = max(end, zero + (bar.of or 0.0) / reach * width)
        is_left = (bar.value or 0) < 0
        painter.setPen(paints.colour("ink"))
        _bar_label(painter, row, bar.label, end if is_left else furthest, is_left=is_left)
    painter.setPen(paints.pen("rule"))
    painter.drawLine(QPointF(zero, space.top()), QPointF(zero, space.top() + tall * len(bars)))


def _bar_label(painter: QPainter, row: QRectF, text: str, end: float, *, is_left: bool) -> None:
    if is_left:
        painter.drawText(QRectF(end - 206, row.top(), 200, row.height()), RIGHT | MIDDLE, text)
    else:
        painter.drawText(QRectF(end + 6, row.top(), 300, row.height()), LEFT | MIDDLE, text)


def _fill(paints: Paints, ink: str) -> QBrush:
    if ink == "worse":
        return QBrush(paints.colour("worse_fill"))
    return QBrush(paints.colour("better_fill") if ink == "better" else paints.colour(ink))


def _dashed(paints: Paints) -> QPen:
    pen = paints.pen("edge", 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _words(painter: QPainter, paints: Paints, space: QRectF, text: str) -> None:
    painter.setPen(paints.colour("ink2"))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(space.width()))
    painter.drawText(space, RIGHT | MIDDLE, cut)


def _stacks(painter: QPainter, paints: Paints, space: QRectF, drawing: Stacks) -> None:
    names = min(_wide(painter, drawing.names) + 10, space.width() * 0.4)
    ends = _wide(painter, drawing.totals) + 10
    sums = [sum(part.values[at] for part in drawing.parts) for at in range(len(drawing.names))]
    longest = max(sums) or 1.0
    foot = _legend(painter, paints, space, drawing)
    width = max(20.0, space.width() - names - ends)
    tall = min(paints.px(30), max(8.0, (foot - space.top()) / len(drawing.names)))
    for at, name in enumerate(drawing.names):
        top = space.top() + at * tall
        _words(painter, paints, QRectF(space.left(), top, names - 8, tall), name)
        left = space.left() + names
        for part in drawing.parts:
            length = part.values[at] / longest * width
            if length > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(part.colour))
                painter.drawRect(QRectF(left, top + tall * 0.18, max(length - 1, 0.5), tall * 0.64))
            left += length
        if drawing.totals:
            painter.setPen(paints.colour("ink"))
            painter.drawText(QRectF(left + 6, top, 200, tall), LEFT | MIDDLE, drawing.totals[at])


def _legend(painter: QPainter, paints: Paints, space: QRectF, drawing: Stacks) -> float:
    """Draw the parts' names in lines at the foot; return where they begin."""
    line = paints.px(18)
    places: list[tuple[float, int, str, str]] = []
    across, row = space.left(), 0
    for part in drawing.parts:
        wide = painter.fontMetrics().horizontalAdvance(part.name) + 30
        if across + wide > space.right() and across > space.left():
            across, row = space.left(), row + 1
        places.append((across, row, part.name, part.colour))
        across += wide
    top = space.bottom() - (row + 1) * line
    for left, row_at, name, colour in places:
        height = top + row_at * line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(left, height + line / 2 - 5, 10, 10))
        painter.setPen(paints.colour("ink2"))
        painter.drawText(QRectF(left + 15, height, 300, line), LEFT | MIDDLE, name)
    return top - 4


def _pyramid(painter: QPainter, paints: Paints, space: QRectF, drawing: Pyramid) -> None:
    middle_wide = _wide(painter, drawing.bands) + 14
    head = paints.px(18)
    sides = [*drawing.men, *drawing.women, *drawing.outline_men, *drawing.outline_women]
    longest = max(sides) or 1.0
    half = (space.width() - middle_wide) / 2
    left, right = space.left() + half, space.right() - half
    tall = (space.height() - head) / len(drawing.bands)
    painter.setPen(paints.colour("ink2"))
    painter.drawText(QRectF(space.left(), space.top(), half, head), RIGHT | MIDDLE, "Men")
    painter.drawText(QRectF(right, space.top(), half, head), LEFT | MIDDLE, "Women")
    for at, band in enumerate(drawing.bands):
        top = space.bottom() - (at + 1) * tall
        men, women = (side[at] / longest * half for side in (drawing.men, drawing.women))
        painter.setPen(paints.pen("better"))
        painter.setBrush(paints.colour("better_fill"))
        painter.drawRect(QRectF(left - men, top + 1, men, tall - 2))
        painter.setBrush(paints.colour("accent"))
        painter.drawRect(QRectF(right, top + 1, women, tall - 2))
        if tall >= 11 or at % 2 == 0:
            painter.setPen(paints.colour("ink2"))
            between = QRectF(left, top - 4, middle_wide, tall + 8)
            painter.drawText(between, CENTRE | MIDDLE, band)
    painter.setPen(paints.pen("ink", 1.5))
    for values, edge, way in (
        (drawing.outline_men, left, -1),
        (drawing.outline_women, right, 1),
    ):
        lengths = [edge + way * value / longest * half for value in values]
        painter.drawPolyline(_steps(lengths, space.bottom(), tall))


def _steps(across: Sequence[float], bottom: float, tall: float) -> list[QPointF]:
    """Return the corners of stairs that go up, a stair for each length."""
    points: list[QPointF] = []
    for at, place in enumerate(across):
        foot = bottom - at * tall
        points += [QPointF(place, foot), QPointF(place, foot - tall)]
    return points
