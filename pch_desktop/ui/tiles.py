"""The headline figures of a page: each tile is one button to what lies behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import lcm

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QWidget
from shiboken6 import isValid

from pch_desktop.reports.explained import Fact
from pch_desktop.ui import pill, sparkline
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.explaining import Explains, Told
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.pill import Standing
from pch_desktop.ui.sparkline import Trend
from pch_desktop.ui.theme import Weight

HEIGHT = 130
NARROWEST = 205
SIDE = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline figure with what is needed to judge it."""

    name: str
    number: str
    """As read: (£9k), 207.9, 81%. Empty where it is not known."""
    unit: str = ""
    """of £47.5m, of 221.6 WTE, a month."""
    standing: Standing | None = None
    comparison: str = ""
    """One comparison: was 11.2, target 85%."""
    trend: Trend = field(default_factory=lambda: Trend(()))
    is_adverse: bool = False
    note: str = ""
    """A second figure in words, where there is no trend to draw."""

    @property
    def spoken(self) -> str:
        """It in a sentence."""
        number = f"{self.number or 'not known'} {self.unit}".strip()
        standing = self.standing.spoken if self.standing else ""
        return ", ".join(filter(None, (self.name, number, standing, self.comparison, self.note)))


class Tile(QAbstractButton):
    """A headline figure as a button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paints = Paints(desk)
        self._figure = Figure("", "")
        self.explains: Explains | None = None
        """What tells how its figure came about, where the screen knows it."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def explain_here(self) -> None:
        """Tell how its figure came about."""
        told = self._told()
        if told is not None:
            self._desk.explained.emit(told)

    def _told(self) -> Told | None:
        if not isValid(self) or not self.isVisible() or self.explains is None:
            return None
        found = self.explains.tell(None, "")
        return Told(found, partial(self._go, self.explains), self.setFocus, self._told)

    def _go(self, explains: Explains, fact: Fact) -> None:
        explains.go(fact, None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.explains is not None:
            menu = QMenu(self)
            menu.addAction("Explain this figure\tF9", self.explain_here)
            menu.popup(event.globalPos())

    @property
    def figure(self) -> Figure:
        """What it shows."""
        return self._figure

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self._figure = figure
        self.setAccessibleName(figure.spoken)
        self.setAccessibleDescription(figure.trend.words if figure.trend.known else "")
        self.setToolTip(figure.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._paints.px(NARROWEST), self._paints.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._paints.px(150), self._paints.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)
        px = self._paints.px
        space = QRectF(px(SIDE), px(64), self.width() - 2 * px(SIDE), px(31))
        sparkline.draw(painter, self._paints, space, self._figure.trend)
        if not self._figure.trend.known:
            self._line(painter, space, self._figure.note, 12.5, Weight.REGULAR)
        self._paint_foot(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        space = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(self._paints.pen("accent" if self.underMouse() else "line"))
        painter.setBrush(self._paints.colour("surface"))
        painter.drawRoundedRect(space, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._paints.pen("focus", 3))
            painter.drawRoundedRect(space.adjusted(1, 1, -1, -1), 8, 8)
            painter.setPen(self._paints.pen("focus_inner", 1))
            painter.drawRoundedRect(space.adjusted(3, 3, -3, -3), 6, 6)

    def _paint_words(self, painter: QPainter) -> None:
        paints, px, figure = self._paints, self._paints.px, self._figure
        wide = self.width() - 2 * px(SIDE)
        self._line(
            painter, QRectF(px(SIDE), px(10), wide, px(20)), figure.name, 12.5, Weight.MEDIUM
        )
        number = paints.font(26, Weight.BOLD)
        painter.setFont(number)
        painter.setPen(paints.colour("ink"))
        words = figure.number or "Not known"
        baseline = px(56)
        painter.drawText(QPointF(px(SIDE), baseline), words)
        left = px(SIDE) + QFontMetrics(number).horizontalAdvance(words) + px(8)
        painter.setFont(paints.font(12.5))
        painter.setPen(paints.colour("ink2"))
        unit = painter.fontMetrics().elidedText(
            figure.unit if figure.number else "",
            Qt.TextElideMode.ElideRight,
            self.width() - left - px(6),
        )
        painter.drawText(QPointF(left, baseline), unit)

    def _paint_foot(self, painter: QPainter) -> None:
        px, figure = self._paints.px, self._figure
        left = float(px(SIDE))
        if figure.standing is not None:
            left += pill.draw(painter, self._paints, figure.standing, QPointF(left, px(101))) + px(
                7
            )
        space = QRectF(left, px(101), self.width() - left - px(6), px(20))
        self._line(painter, space, figure.comparison, 12, Weight.REGULAR)

    def _line(
        self, painter: QPainter, space: QRectF, text: str, size: float, weight: Weight
    ) -> None:
        painter.setFont(self._paints.font(size, weight))
        painter.setPen(self._paints.colour("ink2"))
        words = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(space.width())
        )
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, words)


class Tiles(QWidget):
    """Tiles side by side; they wrap where the window is narrow or the text large."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, narrowest: int = NARROWEST
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._narrowest = narrowest
        self._tiles: list[Tile] = []
        self._columns = 0
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._layout.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        desk.theme_changed.connect(self._arrange_again)

    @property
    def tiles(self) -> Sequence[Tile]:
        """The tiles, from left to right."""
        return self._tiles

    def add(self, press: Callable[[], object]) -> Tile:
        """Add a tile; pressing it leads to what lies behind its figure."""
        tile = Tile(self._desk)
        tile.clicked.connect(lambda _checked=False: press())
        self._tiles.append(tile)
        self._arrange_again()
        return tile

    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.theme.px(self._narrowest), self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange_again(self, *_theme: object) -> None:
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        fit = max(1, (self.width() + 14) // (self._desk.theme.px(self._narrowest) + 14))
        # Rows as even as can be: five go as three and two, not as four and one.
        rows = -(-len(self._tiles) // fit) or 1
        columns = -(-len(self._tiles) // rows) or 1
        if columns == self._columns:
            return
        self._columns = columns
        for tile in self._tiles:
            self._layout.removeWidget(tile)
        # The last row is as wide as the others: its tiles share what one would leave empty.
        under = len(self._tiles) - (rows - 1) * columns
        fine = lcm(columns, max(1, under))
        for at, tile in enumerate(self._tiles):
            in_row = under if at // columns == rows - 1 else columns
            span = fine // in_row
            self._layout.addWidget(tile, at // columns, at % columns * span, 1, span)
        for at in range(max(fine, self._layout.columnCount())):
            self._layout.setColumnStretch(at, 1 if at < fine else 0)
        self.updateGeometry()
