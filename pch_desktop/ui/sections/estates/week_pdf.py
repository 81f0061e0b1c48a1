"""The week of rooms on one page of A4, on its side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from pch_desktop.reports.estates_week import Week, week_finding
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.sections.estates.week_paint import PAPER_SIZES, draw, draw_key
from pch_desktop.ui.sections.estates.week_plan import Plan
from pch_desktop.ui.theme import LIGHT, Theme, Weight

DPI, SCREEN = 300, 96
MARGIN = 11.0
"""Millimetres."""
HEAD, FOOT = 54.0, 26.0


class Paper:
    """What is printed is always light, at the usual text size."""

    @property
    def theme(self) -> Theme:
        """The colours of paper."""
        return LIGHT


def write_week(path: Path, week: Week, place: str) -> None:
    """Write a week as a PDF of one page.

    Raises:
        OSError: the file cannot be written to.
    """
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    writer.setTitle(f"Week of rooms: {week.title}")
    writer.setCreator("PCH Desktop")
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, margins,
                                     QPageLayout.Unit.Millimeter))  # fmt: skip
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path} cannot be written to")
    try:
        painter.scale(DPI / SCREEN, DPI / SCREEN)
        space = QSizeF(writer.width() * SCREEN / DPI, writer.height() * SCREEN / DPI)
        _page(painter, week, place, space)
    finally:
        painter.end()


def _page(painter: QPainter, week: Week, place: str, space: QSizeF) -> None:
    paints = Paints(Paper())
    painter.setFont(paints.font(19, Weight.BOLD))
    painter.setPen(paints.colour("ink"))
    wide = QRectF(0, 0, space.width(), 28)
    painter.drawText(wide, Qt.AlignmentFlag.AlignLeft, week.title)
    painter.setFont(paints.font(12))
    painter.setPen(paints.colour("ink2"))
    said = f"{place}. {week_finding(week)}"
    painter.drawText(QRectF(0, 28, space.width(), 20), Qt.AlignmentFlag.AlignLeft, said)
    room = QSizeF(space.width(), space.height() - HEAD - FOOT)
    plan = Plan(week, room, 1.0)
    painter.save()
    painter.translate(0, HEAD)
    squeeze = min(1.0, room.height() / plan.least.height())
    if squeeze < 1.0:  # Many rooms: all of it smaller, so that the week stays on one page.
        painter.scale(squeeze, squeeze)
        plan = Plan(week, room / squeeze, 1.0)
    draw(painter, paints, plan, sizes=PAPER_SIZES)
    painter.restore()
    draw_key(painter, paints, QPointF(0, space.height() - FOOT / 2))
