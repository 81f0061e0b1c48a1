"""A full chart on one page: its finding above it, its source and place at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPagedPaintDevice

from pch_desktop.charts.full_chart import FullChart
from pch_desktop.ui import paper_pen
from pch_desktop.ui.chart_canvas import rendered
from pch_desktop.ui.paper_pen import TALL, WIDE, Pen, height_of, letters

TITLE, USUAL, SMALL = 150, 95, 80
"""Tenths of a point."""
GAP, FOOT = 60, 170
DOTS = 200
INCH = paper_pen.TENTHS


def print_chart(device: QPagedPaintDevice, chart: FullChart, where: str) -> None:
    """Print a chart on one page, light, whatever the window looks like."""
    paper_pen.lay(device)
    pen, up = Pen(device), 0.0
    for words, font in (
        (chart.finding, letters(TITLE, is_bold=True)),
        (chart.subtitle, letters(USUAL)),
    ):
        tall = height_of(words, font, WIDE)
        pen.words(words, QRectF(0, up, WIDE, tall), font)
        up += tall
    below = height_of(chart.source, letters(SMALL), WIDE)
    place = QRectF(0, up + GAP, WIDE, TALL - FOOT - below - up - 2 * GAP)
    size = QSize(round(WIDE / INCH * DOTS), round(place.height() / INCH * DOTS))
    pen.picture(rendered(chart.make(False), size, DOTS), place)
    pen.words(chart.source, QRectF(0, TALL - FOOT - below, WIDE, below), letters(SMALL))
    pen.rule(TALL - FOOT + GAP)
    foot = QRectF(0, TALL - FOOT + GAP + 22, WIDE, FOOT)
    pen.words(where, foot, letters(SMALL))
    pen.words("Page 1 of 1", foot, letters(SMALL), to_right=True)
    pen.end()
