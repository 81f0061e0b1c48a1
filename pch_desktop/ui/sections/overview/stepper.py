"""Steps in a row, each a circle that fills: to close a month, or to begin a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from pch_desktop.reports.closing import Step
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.parts import button, card, label, row
from pch_desktop.ui.theme import Weight

CIRCLE = 22
TALL = 60
FULL_TURN = 360 * 16


class StepButton(QAbstractButton):
    """One step: a circle, as full as it is done, and its words; pressing it goes there."""

    def __init__(self, desk: Desk, step: Step, press: Callable[[], object]) -> None:
        super().__init__()
        self._paints = Paints(desk)
        self.step = step
        self.is_first = self.is_last = False
        self.setText(step.words)
        state = "done" if step.is_done else f"{step.done} of {step.of} done"
        self.setAccessibleName(f"{step.title}, {state}")
        self.setToolTip(f"{step.words}. Press to go there.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: press())

    def sizeHint(self) -> QSize:
        return QSize(self._paints.px(104), self._paints.px(TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._paints.px(74), self._paints.px(TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._paints.px
        middle = QPointF(self.width() / 2, px(CIRCLE) / 2 + 3)
        self._paint_line(painter, middle)
        self._paint_circle(painter, middle)
        painter.setFont(self._paints.font(12, Weight.MEDIUM))
        painter.setPen(self._paints.colour("accent" if self.underMouse() else "ink"))
        space = QRectF(2, px(CIRCLE) + 8, self.width() - 4, self.height() - px(CIRCLE) - 8)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(space, flags | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()

    def _paint_line(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(self._paints.pen("rule", 2))
        half = self._paints.px(CIRCLE) / 2 + 2
        if not self.is_first:
            painter.drawLine(QPointF(0, middle.y()), middle - QPointF(half, 0))
        if not self.is_last:
            painter.drawLine(middle + QPointF(half, 0), QPointF(self.width(), middle.y()))

    def _paint_circle(self, painter: QPainter, middle: QPointF) -> None:
        half = self._paints.px(CIRCLE) / 2
        green = self._paints.colour("primary")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.step.is_done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(green)
            painter.drawEllipse(middle, half, half)
            painter.setPen(self._paints.pen("primary_ink", 2))
            reach = half * 0.42
            painter.drawPolyline(
                [
                    middle + QPointF(-reach, 0),
                    middle + QPointF(-reach * 0.25, reach * 0.75),
                    middle + QPointF(reach, -reach * 0.7),
                ]
            )
            return
        painter.setPen(self._paints.pen("primary" if self.step.done else "edge", 2))
        painter.drawEllipse(middle, half - 1, half - 1)
        if self.step.done:
            inner = half - 5
            pie = QRectF(middle.x() - inner, middle.y() - inner, 2 * inner, 2 * inner)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(green)
            painter.drawPie(pie, 90 * 16, -round(FULL_TURN * self.step.done / self.step.of))


class StepperCard(QFrame):
    """A card with steps; the first left undone may stand beside the title as a verb."""

    def __init__(self, desk: Desk, go: Callable[[Step], object]) -> None:
        super().__init__()
        self._desk, self._go = desk, go
        self._title = label("", "card_title")
        self._aside = label("", "secondary")
        self.next = button("", self._go_next, "strong")
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column.addLayout(row(self._title, None, self._aside, self.next))
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        column.addLayout(self._row)
        column.addStretch(1)
        self.steps: list[StepButton] = []

    @property
    def title(self) -> str:
        """What the steps are for."""
        return self._title.text()

    def show_steps(
        self, title: str, aside: str, steps: Sequence[Step], *, has_verb: bool = False
    ) -> None:
        """Show steps; those already shown keep their place."""
        self._title.setText(title)
        self._aside.setText(aside)
        undone = [step for step in steps if not step.is_done]
        self.next.setVisible(has_verb and bool(undone))
        self.next.setText(undone[0].title if undone else "")
        self.setVisible(bool(steps))
        if [each.step for each in self.steps] == list(steps):
            return
        for old in self.steps:
            self._row.removeWidget(old)
            old.deleteLater()
        self.steps = [
            StepButton(self._desk, step, lambda step=step: self._go(step)) for step in steps
        ]
        for at, each in enumerate(self.steps):
            each.is_first, each.is_last = at == 0, at == len(self.steps) - 1
            self._row.addWidget(each, 1)

    def _go_next(self) -> None:
        undone = [each.step for each in self.steps if not each.step.is_done]
        if undone:
            self._go(undone[0])
