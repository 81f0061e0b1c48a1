"""Drawing a week of rooms: on the screen, and just so on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.estates_use import free
from pch_desktop.domain.opening import DAY_MINUTES, clock
from pch_desktop.domain.working_days import bank_holidays
from pch_desktop.reports.estates_week import HOUR
from pch_desktop.store.estates import BookingRow
from pch_desktop.ui.paints import Paints, mark
from pch_desktop.ui.sections.estates.week_plan import HEAD, Plan, Spot
from pch_desktop.ui.theme import Weight

LEFT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter
MARKS = {Used.YES: "better", Used.PART: "near", Used.NO: "worse"}
KEY = (
    ("better", "used"),
    ("near", "used in part"),
    ("worse", "not used"),
)
PALE_HOURS = 26.0
"""So much room an hour's figure needs."""
WIDE = 56
"""From this width on a booking's mark stands before its words."""
SIZES, PAPER_SIZES = (11.5, 11.0), (11.5, 10.0, 8.5)
"""The letters of who has a room, the largest that fit; paper is read from nearer."""


def draw(
    painter: QPainter,
    paints: Paints,
    plan: Plan,
    spot: Spot | None = None,
    *,
    sizes: Sequence[float] = SIZES,
) -> None:
    """Draw the board; the spot is where the keys are, the sizes are of the bookings' letters."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(paints.font(11.5))
    board = QRectF(QPointF(0, 0), plan.day(len(plan.week.days) - 1).bottomRight())
    painter.fillRect(board, paints.colour("surface"))
    for day in range(len(plan.week.days)):
        _shut(painter, paints, plan, day)
    _rules(painter, paints, plan, board)
    _names(painter, paints, plan)
    for at in range(len(plan.week.days)):
        _heading(painter, paints, plan, at)
    for line, row in enumerate(plan.week.rows):
        for at, day in enumerate(plan.week.days):
            for booking in row.days[day.weekday()]:
                place = plan.span(line, at, booking.starts_minute, booking.ends_minute)
                _booking(painter, paints, place.adjusted(0.5, 2.5, -0.5, -2.5), booking, sizes)
    if spot is not None:
        _ring(painter, paints, plan.spot(spot))


def draw_key(painter: QPainter, paints: Paints, at: QPointF) -> None:
    """Draw what the marks mean, in a line from a place on."""
    painter.setFont(paints.font(11.5))
    left = at.x()
    for shape, words in KEY:
        painter.setBrush(paints.colour("better" if shape == "better" else "worse"))
        mark(painter, shape, QPointF(left + paints.px(6), at.y()), paints.px(8))
        painter.setPen(paints.colour("ink2"))
        place = QRectF(left + paints.px(15), at.y() - paints.px(10), 400, paints.px(20))
        painter.drawText(place, LEFT | MIDDLE, words)
        left += paints.px(32) + QFontMetricsF(painter.font()).horizontalAdvance(words)
    painter.setPen(paints.colour("ink2"))
    place = QRectF(left, at.y() - paints.px(10), 600, paints.px(20))
    painter.drawText(place, LEFT | MIDDLE, "Dashed: provisional. Grey: closed.")


def _shut(painter: QPainter, paints: Paints, plan: Plan, at: int) -> None:
    """Fill the hours a day is closed."""
    opens = plan.week.opens[plan.week.days[at].weekday()]
    if opens is None:
        return
    first, last = plan.week.hours
    lines = len(plan.week.rows)
    for starts, ends in free([(0, DAY_MINUTES)], opens):
        begins, stops = max(starts, first), min(ends, last)
        if begins < stops and lines:
            top, low = plan.span(0, at, begins, stops), plan.span(lines - 1, at, begins, stops)
            painter.fillRect(top.united(low), paints.colour("calculated"))


def _rules(painter: QPainter, paints: Paints, plan: Plan, board: QRectF) -> None:
    first, last = plan.week.hours
    head = plan.scale * HEAD
    painter.setPen(paints.pen("line"))
    for at in range(len(plan.week.days)):
        for minute in range(first + HOUR, last, HOUR):
            left = plan.span(0, at, minute, minute + 1).left()
            painter.drawLine(QPointF(left, head), QPointF(left, board.bottom()))
    for line in range(len(plan.week.rows) + 1):
        low = head + line * plan.tall
        painter.drawLine(QPointF(0, low), QPointF(board.right(), low))
    painter.setPen(paints.pen("rule", 1.6))
    for at in range(len(plan.week.days)):
        left = plan.day(at).left()
        painter.drawLine(QPointF(left, 0), QPointF(left, board.bottom()))
    painter.drawLine(QPointF(0, head), QPointF(board.right(), head))


def _names(painter: QPainter, paints: Paints, plan: Plan) -> None:
    painter.setFont(paints.font(12, Weight.SEMIBOLD))
    painter.setPen(paints.colour("ink"))
    for line, row in enumerate(plan.week.rows):
        place = plan.name(line).adjusted(paints.px(8), 0, -paints.px(6), 0)
        painter.drawText(place, LEFT | MIDDLE, _cut(painter, row.room.name, place.width()))


def _heading(painter: QPainter, paints: Paints, plan: Plan, at: int) -> None:
    day, space = plan.week.days[at], plan.day(at)
    half = plan.scale * HEAD / 2
    painter.setFont(paints.font(12, Weight.SEMIBOLD))
    painter.setPen(paints.colour("ink"))
    words = f"{day:%a} {day.day} {day:%b}"
    if day in bank_holidays(day.year):
        words += ", bank holiday"
    place = QRectF(space.left() + paints.px(6), 0, space.width() - paints.px(6), half)
    painter.drawText(place, LEFT | MIDDLE, _cut(painter, words, place.width()))
    painter.setFont(paints.font(11))
    painter.setPen(paints.colour("ink2"))
    first, last = plan.week.hours
    wide = plan.span(0, at, first, first + HOUR).width()
    every = next(step for step in (1, 2, 3, 4, 6, 12, 24) if wide * step >= PALE_HOURS * plan.scale)
    for minute in range(first, last, HOUR * every):
        left = plan.span(0, at, minute, minute + HOUR).left()
        if left + PALE_HOURS * plan.scale * 0.6 > space.right():
            break  # The next day's first figure stands there.
        place = QRectF(left + 2, half, wide * every, half)
        painter.drawText(place, LEFT | MIDDLE, clock(minute)[:2])


def _booking(
    painter: QPainter, paints: Paints, place: QRectF, row: BookingRow, sizes: Sequence[float]
) -> None:
    is_open = row.status is BookingStatus.PROVISIONAL
    is_lost = row.used is Used.NO
    pen = QPen(paints.colour("worse" if is_lost else "accent"), 1.2)
    pen.setStyle(Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    soft = "surface" if is_open else "worse_soft" if is_lost else "accent_soft"
    painter.setBrush(QBrush(paints.colour(soft)))
    painter.drawRoundedRect(place, 3, 3)
    shape = MARKS.get(row.used) if row.used else None
    inside = place.adjusted(paints.px(3), 0, -2, 0)
    is_wide = place.width() >= paints.px(WIDE)
    if shape is not None:
        painter.setBrush(paints.colour("better" if shape == "better" else "worse"))
        if is_wide:
            at = QPointF(inside.left() + paints.px(4), place.center().y())
            inside.adjust(paints.px(12), 0, 0, 0)
        else:  # The words need the whole width; the mark stands over their end.
            at = QPointF(place.right() - paints.px(4), place.top() + paints.px(4))
        mark(painter, shape, at, paints.px(7 if is_wide else 5))
    _words(painter, paints, inside, row.who, sizes)


def _words(
    painter: QPainter, paints: Paints, place: QRectF, words: str, sizes: Sequence[float]
) -> None:
    """Write words as large as the place takes them, cut where it takes none whole."""
    painter.setPen(paints.colour("ink"))
    for size in sizes:
        painter.setFont(paints.font(size))
        if painter.fontMetrics().horizontalAdvance(words) <= place.width():
            painter.drawText(place, LEFT | MIDDLE, words)
            return
    painter.drawText(place, LEFT | MIDDLE, _cut(painter, words, place.width()))


def _ring(painter: QPainter, paints: Paints, place: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = place.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(paints.colour("focus"), 4))
    painter.drawRect(inner)
    painter.setPen(QPen(paints.colour("focus_inner"), 1.6))
    painter.drawRect(inner)


def _cut(painter: QPainter, words: str, wide: float) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(int(wide), 0))
