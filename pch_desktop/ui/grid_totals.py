"""The totals that stay in sight under a table, and go sideways with it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from pch_desktop.reports.table import Total
from pch_desktop.reports.totals import Totalled
from pch_desktop.reports.words import written
from pch_desktop.ui import cell_words
from pch_desktop.ui.cell_paint import fitting, hatch
from pch_desktop.ui.grid_header import GridHeader
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.theme import Weight

HEIGHT = 34
SIDE = 8
INDENT = 28


class TotalsRow(QWidget):
    """One line of totals; it says so when it adds up only what is shown."""

    asked = Signal(int)
    """Somebody wants to know how the total of a column came about."""

    def __init__(
        self, model: TableModel[Any], header: GridHeader, paints: Paints, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._header = header
        self._paints = paints
        self.setVisible(any(column.total is not Total.NONE for column in model.columns))
        model.arranged.connect(self._tell)
        for changed in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            changed.connect(self.update)
        self._tell()

    @property
    def words(self) -> str:
        """Its heading: Total, or Total of 6 shown."""
        if not self._model.arrangement.is_filtered:
            return "Total"
        return f"Total of {len(self._model.shown):,} shown"

    def text(self, at: int) -> str:
        """Return what it says under a column."""
        column = self._model.columns[at]
        return cell_words.total_text(self._model.total(column), column.kind)

    def sizeHint(self) -> QSize:
        return QSize(100, self._paints.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._paints.px(HEIGHT))

    def _tell(self) -> None:
        said = [
            cell_words.total_sentence(column, self._model.shown, self._model.total(column))
            for column in self._model.columns
            if len(self._model.rows) <= 5_000
        ]
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(". ".join(filter(None, said)))
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._header.logicalIndexAt(event.pos().x())
            if at >= 0:
                column = self._model.columns[at]
                total = self._model.total(column)
                said = cell_words.total_sentence(column, self._model.shown, total)
                QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self._header.logicalIndexAt(event.x())
        if at >= 0 and self._model.columns[at].total is not Total.NONE:
            menu = QMenu(self)
            menu.addAction("Explain this total", partial(self.asked.emit, at))
            menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paints.colour("total"))
        painter.setPen(self._paints.pen("ink2", 1.4))
        painter.drawLine(0, 0, self.width(), 0)
        for at in self._header.visible:
            left = self._header.sectionViewportPosition(at)
            space = QRect(left, 1, self._header.sectionSize(at), self.height() - 2)
            if space.right() > 0 and left < self.width():
                self._paint(painter, space, at)
        painter.end()

    def _paint(self, painter: QPainter, space: QRect, at: int) -> None:
        column = self._model.columns[at]
        if at == self._header.visible[0]:
            is_grouped = self._model.arrangement.group_by is not None
            left = self._paints.px(INDENT) if is_grouped else SIDE
            self._paint_words(painter, space.adjusted(left, 0, -4, 0))
            return
        total = self._model.total(column)
        if total is None:
            return
        painter.setFont(self._paints.font(12.5, Weight.BOLD))
        is_adverse = cell_words.is_worse(total.value, column.worse)
        painter.setPen(self._paints.colour("worse" if is_adverse else "ink"))
        inner = space.adjusted(3, 0, -SIDE, 0)
        if total.is_incomplete:
            self._paint_incomplete(painter, space, inner, total, at)
        else:
            text = written(total.value, column.kind)
            text = fitting(painter, text, inner.width()) if column.is_number else text
            painter.drawText(inner, _side(column.is_number), text)

    def _paint_words(self, painter: QPainter, space: QRect) -> None:
        painter.setFont(self._paints.font(12.5, Weight.BOLD))
        painter.setPen(self._paints.colour("ink"))
        words = painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, space.width()
        )
        painter.drawText(space, _side(is_number=False), words)

    def _paint_incomplete(
        self, painter: QPainter, space: QRect, inner: QRect, total: Totalled, at: int
    ) -> None:
        column = self._model.columns[at]
        painter.fillRect(space, hatch(self._paints))
        text = written(total.value, column.kind)
        halves = inner.height() // 2
        if text:
            upper = QRect(inner.left(), inner.top() + 1, inner.width(), halves)
            painter.drawText(upper, _side(column.is_number), text)
        painter.setPen(self._paints.colour("ink"))
        painter.setFont(self._paints.font(11, Weight.MEDIUM))
        wide = max(painter.fontMetrics().horizontalAdvance(cell_words.INCOMPLETE), inner.width())
        lower = QRect(inner.right() - wide, inner.top() + halves, wide, halves)
        painter.drawText(
            lower if text else inner.adjusted(inner.width() - wide, 0, 0, 0),
            _side(is_number=True),
            cell_words.INCOMPLETE,
        )


def _side(is_number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
