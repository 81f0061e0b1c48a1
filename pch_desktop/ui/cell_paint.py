"""The drawing of one cell: ground, rules, text, bar, and the marks upon it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from pch_desktop.reports.table import Kind
from pch_desktop.ui.arrangement import Adding, Group
from pch_desktop.ui.cell_roles import (
    ADVERSE_ROLE,
    CALCULATED_ROLE,
    INCOMPLETE_ROLE,
    TONE_ROLE,
    TROUBLE_ROLE,
)
from pch_desktop.ui.paints import Paints, mark
from pch_desktop.ui.table_model import Index, TableModel
from pch_desktop.ui.theme import Weight

SIDE = 8
INDENT = 28
"""Where names begin under a group's heading."""
STANDINGS = {
    "Green": "better",
    "Amber": "near",
    "Red": "worse",
    "In force": "better",
    "Ends soon": "near",
    "Ended": "worse",
    "Kept": "better",
    "Due": "near",
    "Low": "better",
    "Moderate": "better",
    "High": "near",
    "Extreme": "worse",
}
State = QStyle.StateFlag


def hatch(paints: Paints) -> QBrush:
    """Return the hatch over a total in which something is not known."""
    colour = QColor(paints.colour("rule"))
    colour.setAlphaF(0.55)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)


def fitting(painter: QPainter, figure: str, width: int) -> str:
    """Return a figure, or ### where it does not fit: it is never shown in part."""
    return figure if painter.fontMetrics().horizontalAdvance(figure) <= width + 2 else "###"


class CellPainter:
    """Draws the cells of one grid."""

    def __init__(
        self,
        model: TableModel[Any],
        paints: Paints,
        ends_band: Callable[[int], bool],
        bars: frozenset[str] = frozenset(),
    ) -> None:
        self._model = model
        self._paints = paints
        self._ends_band = ends_band
        self._bars = bars
        self.current = QPersistentModelIndex()
        self.has_focus = False
        self._longest: dict[str, int] = {}

    def forget(self) -> None:
        """Reckon the bars' scale again, because the figures have changed."""
        self._longest.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell of an index."""
        space: QRect = cast("Any", option).rect
        line = self._model.line(index.row())
        is_selected = bool(cast("Any", option).state & State.State_Selected)
        self._ground(painter, space, index, line, is_selected=is_selected)
        self._rules(painter, space, index)
        key = self._model.columns[index.column()].key
        if key in self._bars:
            self._bar(painter, space, index, line)
        else:
            self._text(painter, space, index, line)
        self._marks(painter, space, index)

    def _is_current(self, index: Index) -> bool:
        return self.current.isValid() and (
            (index.row(), index.column()) == (self.current.row(), self.current.column())
        )

    def _ground(
        self, painter: QPainter, space: QRect, index: Index, line: object, *, is_selected: bool
    ) -> None:
        name = "surface"
        if isinstance(line, Group):
            name = "group"
        elif tone := self._model.data(index, TONE_ROLE):
            name = str(tone)
        elif self.current.isValid() and index.row() == self.current.row():
            name = "accent_soft"
        elif self._model.data(index, CALCULATED_ROLE):
            name = "calculated"
        painter.fillRect(space, self._paints.colour(name))
        if is_selected and not self._is_current(index):
            tint = self._paints.colour("accent")
            tint.setAlphaF(0.16)
            painter.fillRect(space, tint)
            tint.setAlphaF(1)
        if self._model.data(index, INCOMPLETE_ROLE):
            painter.fillRect(space, hatch(self._paints))

    def _rules(self, painter: QPainter, space: QRect, index: Index) -> None:
        painter.setPen(self._paints.pen("line"))
        painter.drawLine(space.bottomLeft(), space.bottomRight())
        if self._ends_band(index.column()):
            painter.setPen(self._paints.pen("rule"))
            painter.drawLine(space.topRight(), space.bottomRight())

    def _text(self, painter: QPainter, space: QRect, index: Index, line: object) -> None:
        column = self._model.columns[index.column()]
        text = str(self._model.data(index) or "")
        is_group = isinstance(line, Group)
        is_adverse = bool(self._model.data(index, ADVERSE_ROLE))
        weight = Weight.SEMIBOLD if is_group or is_adverse else Weight.REGULAR
        painter.setFont(self._paints.font(12.5, weight))
        ink = "worse" if is_adverse else "ink2" if isinstance(line, Adding) else "ink"
        inner = space.adjusted(3 if column.is_number else SIDE, 0, -SIDE, -1)
        if index.column() == 0 and self._model.arrangement.group_by is not None:
            self._fold_mark(painter, space, line)
            inner.setLeft(space.left() + self._paints.px(INDENT))
        elif column.kind is Kind.RATING and text:
            text, inner = self._rating(painter, inner, index)
        painter.setPen(self._paints.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        text = text.replace("\n", " ")
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > inner.width():
            text = self._shortened(painter, text, inner.width(), is_number=column.is_number)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, text)

    def _shortened(self, painter: QPainter, text: str, width: int, *, is_number: bool) -> str:
        """Return a text that fits; a figure that does not is never shown in part."""
        metrics = painter.fontMetrics()
        if is_number:
            text = text.removesuffix("incomplete").strip()
            return fitting(painter, text, width)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _fold_mark(self, painter: QPainter, space: QRect, line: object) -> None:
        if not isinstance(line, Group):
            return
        x, y = space.left() + SIDE + 7, space.center().y()
        corners = ((-4, -2), (0, 2), (4, -2)) if line.is_open else ((-2, -4), (2, 0), (-2, 4))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._paints.pen("ink2", 1.6))
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        painter.restore()

    def _rating(self, painter: QPainter, inner: QRect, index: Index) -> tuple[str, QRect]:
        word = str(index.data(Qt.ItemDataRole.EditRole))
        standing = STANDINGS.get(word.partition(",")[0], "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._paints.colour("better" if standing == "better" else "worse"))
        mark(painter, standing, QPointF(inner.left() + 5, inner.center().y() + 0.5), 9)
        painter.restore()
        return word, inner.adjusted(16, 0, 0, 0)

    def _bar(self, painter: QPainter, space: QRect, index: Index, line: object) -> None:
        middle = space.left() + space.width() * 0.5
        painter.setPen(self._paints.pen("rule"))
        painter.drawLine(QPointF(middle, space.top()), QPointF(middle, space.bottom()))
        column = self._model.columns[index.column()]
        row = self._model.row_at(index.row())
        value = None if row is None else column.value(row)
        longest = self._scale(column.key)
        if row is None or not isinstance(value, int) or not value or not longest:
            return
        length = max(1.5, abs(value) / longest * (space.width() * 0.5 - 5))
        is_over = value < 0
        left = middle if is_over else middle - length
        tall = min(12.0, space.height() - 8.0)
        bar = QRectF(left, space.center().y() - tall / 2, length, tall)
        painter.setPen(self._paints.pen("worse" if is_over else "better"))
        painter.setBrush(self._paints.colour("worse_fill" if is_over else "better_fill"))
        painter.drawRect(bar)

    def _scale(self, key: str) -> int:
        if key not in self._longest:
            column = self._model.columns[self._model.column_at(key)]
            values = [column.value(row) for row in self._model.rows]
            known = [abs(value) for value in values if isinstance(value, int)]
            self._longest[key] = max(known, default=0)
        return self._longest[key]

    def _marks(self, painter: QPainter, space: QRect, index: Index) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._model.data(index, TROUBLE_ROLE):
            painter.setPen(self._paints.pen("error", 1.6))
            painter.drawRect(QRectF(space).adjusted(1, 1, -1.5, -1.5))
            right, top = space.right(), space.top() + 1
            corner = [QPointF(right - 8, top), QPointF(right, top), QPointF(right, top + 8)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._paints.colour("error"))
            painter.drawPolygon(QPolygonF(corner))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._is_current(index):
            painter.setPen(self._paints.pen("accent" if self.has_focus else "edge", 2))
            painter.drawRect(QRectF(space).adjusted(1, 1, -1.5, -1.5))
