"""The week as a board of rooms by hours, moved about with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from pch_desktop.reports.estates_week import Week
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.sections.estates.week_paint import draw, draw_key
from pch_desktop.ui.sections.estates.week_plan import Plan, Spot

Key = Qt.Key
MOVES = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
KEY_WORDS = (
    "Key of the board: a circle is used, a triangle used in part, a diamond not used; dashed is "
    "provisional, grey is closed"
)
FIRST, FAR = Spot(0, 0, 9), 99


class KeyLine(QWidget):
    """What the marks on the board mean, in a line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._paints = Paints(desk)
        self._desk = desk
        self.setAccessibleName(KEY_WORDS)
        desk.theme_changed.connect(self._dress)
        self._dress(desk.theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_key(painter, self._paints, QPointF(2, self.height() / 2))
        painter.end()

    def _dress(self, _theme: object) -> None:
        self.setFixedHeight(self._desk.theme.px(20))
        self.update()


class WeekBoard(QWidget):
    """A picture of the week in which one spot is chosen; a screen reader is told what is there."""

    moved = Signal(object)
    """The spot that is chosen."""
    pressed = Signal(object)
    """Enter, or a press twice, on a spot."""
    turned = Signal(int)
    """Another week was asked for: so many on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paints = Paints(desk)
        self._week: Week | None = None
        self.spot = FIRST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Week of rooms")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        desk.theme_changed.connect(self._dress)

    @property
    def plan(self) -> Plan | None:
        """How the week is laid out; None before there is one, or without rooms."""
        if self._week is None or not self._week.rows:
            return None
        return Plan(self._week, QSizeF(self.size()), self._desk.theme.text_percent / 100)

    def show_week(self, week: Week) -> None:
        """Show a week; the spot stays where it is, if the week has it."""
        self._week = week
        plan = self.plan
        if plan is not None:
            least = plan.least.toSize()
            self.setMinimumSize(least)
            self.choose(plan.kept(self.spot), is_told=False)
        self.update()

    def choose(self, spot: Spot, *, is_told: bool = True) -> None:
        """Choose a spot, bring it into sight, and say what is there."""
        self.spot = spot
        plan = self.plan
        if plan is None:
            return
        self.setAccessibleDescription(plan.words(spot))
        if is_told:
            announce(self, plan.words(spot))
        self._bring(plan)
        self.update()
        self.moved.emit(spot)

    def sizeHint(self) -> QSize:
        return QSize(760, 360)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plan, key = self.plan, Key(event.key())
        if plan is None:
            super().keyPressEvent(event)
            return
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            across, down = MOVES[key]
            if is_far:
                across, down, days = 0, down * FAR, across
                self.choose(plan.moved(self.spot, 0, down, days))
            else:
                self.choose(plan.moved(self.spot, across, down))
        elif key in (Key.Key_Home, Key.Key_End):
            hour = 0 if key == Key.Key_Home else FAR
            self.choose(plan.kept(Spot(self.spot.line, self.spot.day, hour)))
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            self.turned.emit(-1 if key == Key.Key_PageUp else 1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.pressed.emit(self.spot)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plan = self.plan
        spot = plan.under(event.position()) if plan is not None else None
        if spot is not None:
            self.setFocus()
            self.choose(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        plan = self.plan
        if plan is not None and plan.under(event.position()) is not None:
            self.pressed.emit(self.spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plan = self.plan
        spot = plan.under(event.position()) if plan is not None else None
        words = plan.words(spot) if plan is not None and spot is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        plan = self.plan
        if plan is None:
            return
        painter = QPainter(self)
        draw(painter, self._paints, plan, self.spot if self.hasFocus() else None)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def _bring(self, plan: Plan) -> None:
        holder = self.parentWidget()
        area = holder.parentWidget() if holder is not None else None
        if isinstance(area, QScrollArea):
            place = plan.spot(self.spot).center().toPoint()
            area.ensureVisible(place.x(), place.y(), 60, 40)

    def _dress(self, _theme: object) -> None:
        if self._week is not None:
            self.show_week(self._week)
