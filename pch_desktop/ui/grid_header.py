"""Headings in two storeys: bands above, the columns' own titles beneath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from pch_desktop.ui.paints import Paints
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.theme import Weight

BAND_HEIGHT = 26
TITLE_HEIGHT = 28
LOW = 24


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring columns that share a heading."""

    words: str
    left: int
    width: int


class GridHeader(QHeaderView):
    """The headings of a grid; a click sorts, with Shift as a further key."""

    def __init__(self, model: TableModel[Any], paints: Paints, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._paints = paints
        self._has_bands = any(column.band for column in model.columns)
        self._ends: set[int] | None = None
        for changed in (self.sectionMoved, self.sectionResized, self.sectionCountChanged):
            changed.connect(self._forget)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setAccessibleName("Column headings")

    @property
    def visible(self) -> list[int]:
        """The columns that are shown, from left to right."""
        order = [self.logicalIndex(at) for at in range(self.count())]
        return [at for at in order if not self.isSectionHidden(at)]

    def ends_band(self, column: int) -> bool:
        """Return whether the next column to the right belongs to another band."""
        if self._ends is None:
            shown, columns = self.visible, self._model.columns
            pairs = pairwise(shown)
            self._ends = {at for at, to in pairs if columns[at].band != columns[to].band}
        return column in self._ends

    def _forget(self) -> None:
        self._ends = None

    def bands(self) -> Iterator[Band]:
        """Return the bands with their places in the viewport."""
        words, left, width = None, 0, 0
        for at in self.visible:
            band = self._model.columns[at].band
            if band != words:
                if words is not None:
                    yield Band(words, left, width)
                words, left, width = band, self.sectionViewportPosition(at), 0
            width += self.sectionSize(at)
        if words is not None:
            yield Band(words, left, width)

    def sizeHint(self) -> QSize:
        height = TITLE_HEIGHT + (BAND_HEIGHT if self._has_bands else 0)
        return QSize(super().sizeHint().width(), self._paints.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._paints.colour("surface"))
        self._paint_all(painter)
        painter.setPen(self._paints.pen("rule", 2))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_all(self, painter: QPainter) -> None:
        band_height = self._paints.px(BAND_HEIGHT) if self._has_bands else 0
        for band in self.bands():
            if band.words:
                self._paint_band(painter, band, band_height)
        for at in self.visible:
            left = self.sectionViewportPosition(at)
            if left < self.width() and left + self.sectionSize(at) > 0:
                title = QRect(left, band_height, self.sectionSize(at), self.height() - band_height)
                self._paint_title(painter, title, at)

    def _paint_band(self, painter: QPainter, band: Band, height: int) -> None:
        painter.setPen(self._paints.pen("rule"))
        painter.drawLine(band.left - 1, 4, band.left - 1, self.height() - 2)
        painter.setPen(self._paints.colour("ink"))
        painter.setFont(self._paints.font(12, Weight.BOLD))
        space = QRect(band.left + 8, 0, band.width - 10, height)
        words = painter.fontMetrics().elidedText(
            band.words, Qt.TextElideMode.ElideRight, space.width()
        )
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_title(self, painter: QPainter, space: QRect, at: int) -> None:
        column = self._model.columns[at]
        arrow = self._arrow(column.key)
        painter.setPen(self._paints.colour("ink" if arrow else "ink2"))
        painter.setFont(self._paints.font(11.2, Weight.MEDIUM))
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        inner = space.adjusted(4 if column.is_number else 8, 0, -8, -2)
        if arrow:
            self._paint_arrow(painter, inner, arrow)
            inner = inner.adjusted(10 if column.is_number else 0, 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            column.title, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, words)

    def _arrow(self, key: str) -> int:
        for sorted_by, is_down in self._model.arrangement.sorts:
            if sorted_by == key:
                return -1 if is_down else 1
        return 0

    def _paint_arrow(self, painter: QPainter, space: QRect, arrow: int) -> None:
        is_number = space.width() > 0 and self._is_number_at(space)
        left = space.left() if is_number else space.right() - 6
        middle = space.center().y()
        tip, foot = middle - 3 * arrow, middle + 2 * arrow
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._paints.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(_triangle(left, tip, foot))
        painter.restore()

    def _is_number_at(self, space: QRect) -> bool:
        at = self.logicalIndexAt(space.center())
        return at >= 0 and self._model.columns[at].is_number


def _triangle(left: float, tip: float, foot: float) -> QPolygonF:
    return QPolygonF([QPointF(left, foot), QPointF(left + 6, foot), QPointF(left + 3, tip)])
