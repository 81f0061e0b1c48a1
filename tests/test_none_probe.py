"""Painting takes nothing away from None: PySide6 6.12.0 does on Python 3.11, and crashes.

Each call below gives None back across the border between Qt and Python. Where
a reference is lost on the way, the count of them falls with every call, and
the program dies when it reaches nought. Decision 7 says which versions do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from pytestqt.qtbot import QtBot

CALLS = 300
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Blank(QAbstractTableModel):
    """A table that answers every question with None."""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None


class Painted(QStyledItemDelegate):
    """A cell painted by us, which asks its index and paints nothing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        index.data()


@pytest.fixture
def painter(qtbot: QtBot) -> Iterator[QPainter]:
    """A painter on a picture of 50 by 50 points."""
    image = QImage(50, 50, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    yield painter
    painter.end()


def lost(call: Callable[[], object], calls: int = CALLS) -> float:
    """Return how many references to None a call takes away, on average."""
    call()
    before = sys.getrefcount(None)
    for _ in range(calls):
        call()
    return (before - sys.getrefcount(None)) / calls


STROKES: dict[str, Callable[[QPainter], object]] = {
    "a line": lambda painter: painter.drawLine(QPointF(1, 1), QPointF(2, 2)),
    "a filled rectangle": lambda painter: painter.fillRect(QRectF(0, 0, 3, 3), QColor("#fff")),
    "a text": lambda painter: painter.drawText(
        QRectF(0, 0, 3, 3), Qt.AlignmentFlag.AlignCenter, "x"
    ),
    "a picture": lambda painter: painter.drawPixmap(0, 0, QPixmap(4, 4)),
    "a pen": lambda painter: painter.setPen(QPen(QColor("#fff"), 1)),
    "a pen's colour": lambda painter: painter.setPen(QColor("#fff")),
    "a brush": lambda painter: painter.setBrush(Qt.BrushStyle.NoBrush),
    "a font": lambda painter: painter.setFont(QFont("Inter")),
    "saving and restoring": lambda painter: (painter.save(), painter.restore()),
    "a polygon": lambda painter: painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(1, 1)])),
    "a rounded rectangle": lambda painter: painter.drawRoundedRect(QRectF(0, 0, 2, 2), 1, 1),
    "a hint": lambda painter: painter.setRenderHint(QPainter.RenderHint.Antialiasing),
}


@pytest.mark.parametrize("stroke", STROKES)
def test_painting_loses_no_reference_to_none(painter: QPainter, stroke: str) -> None:
    assert lost(lambda: STROKES[stroke](painter)) < 0.5


def test_a_cell_that_is_blank_loses_no_reference_to_none(qtbot: QtBot) -> None:
    blank = Blank()
    index = blank.index(0, 0)
    assert lost(index.data) < 0.5


def test_a_font_given_to_a_widget_loses_no_reference_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert lost(lambda: widget.setFont(QFont("Inter"))) < 0.5


@pytest.mark.parametrize("cell", [QStyledItemDelegate, Painted])
def test_a_table_of_blanks_loses_no_reference_to_none(
    qtbot: QtBot, cell: type[QStyledItemDelegate]
) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    blank = Blank(view)
    view.setModel(blank)
    view.setItemDelegate(cell(view))
    view.show()
    qtbot.waitExposed(view)
    assert lost(view.viewport().repaint, 30) < 5
