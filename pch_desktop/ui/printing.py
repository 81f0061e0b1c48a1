"""Printing what a page is, a table or a chart: on a printer, or as a PDF where there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from pch_desktop.store import locality
from pch_desktop.store.whole import write_whole
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Page
from pch_desktop.ui.paper_chart import print_chart
from pch_desktop.ui.paper_table import print_table
from pch_desktop.ui.printed_table import printed_table
from pch_desktop.ui.section import PrintsItself

Paint = Callable[[QPagedPaintDevice], object]
NOTHING = "There is no table or chart here to print. Go to one first."
DOTS = 600
LONGEST_NAME = 60


def print_page(desk: Desk, page: QWidget, section: str) -> None:
    """Print the table or chart of a page that has the keys, or else the first in sight."""
    found = printable(page)
    if isinstance(found, PrintsItself):
        found.print_itself()
    elif found is None:
        desk.refused(NOTHING)
    else:
        title, paint = paint_of(desk, found, section)
        _put_out(desk, page, title, paint)


def printable(page: QWidget) -> QWidget | None:
    """Return the table or chart of a page that is meant."""
    at = page.window().focusWidget()
    while at is not None and page.isAncestorOf(at):
        if isinstance(at, (Grid, ChartView, PrintsItself)):
            return _outer(at, page)
        at = at.parentWidget()
    every = [each for each in page.findChildren(QWidget)
             if isinstance(each, (Grid, ChartView, PrintsItself)) and each.isVisible()]  # fmt: skip
    return next(iter(every), None)


def paint_of(desk: Desk, found: QWidget, section: str) -> tuple[str, Paint]:
    """Return what a table or chart is called, and what prints it."""
    place = desk.file.read(locality.locality).name
    where = f"{place}, {section}, {desk.month.words}. {_aside(found)}".rstrip()
    if isinstance(found, ChartView) and found.canvas.chart is not None and not found.is_table:
        chart = found.canvas.chart
        return chart.finding, partial(print_chart, chart=chart, where=where)
    grid = found.grid if isinstance(found, ChartView) else found
    if not isinstance(grid, Grid):
        return section, lambda _device: None
    title = grid.view.accessibleName()
    return title, partial(print_table, table=printed_table(grid, title, where))


def save_pdf(paint: Paint, title: str, target: Path) -> Path:
    """Save as a PDF what would be printed; return where it is.

    Raises:
        Refusal: the place cannot be written to; the former file is as it was.
    """

    def write(path: Path) -> None:
        writer = QPdfWriter(str(path))
        writer.setTitle(title)
        writer.setResolution(DOTS)
        paint(writer)

    return write_whole(target.with_suffix(".pdf"), write)


def _put_out(desk: Desk, page: QWidget, title: str, paint: Paint) -> None:
    if QPrinterInfo.availablePrinterNames():
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        if QPrintDialog(printer, page).exec() == QDialog.DialogCode.Accepted:
            done = desk.attempt(lambda: paint(printer))
            desk.say(f"{title}: sent to the printer." if done else "Nothing was printed.")
        return
    said = "".join(each for each in title if each.isalnum() or each in " -£.,")
    start = str(Path.home() / f"{said[:LONGEST_NAME].strip(' .')}.pdf")
    name, _ = QFileDialog.getSaveFileName(page, "Save as PDF: there is no printer", start,
                                          "PDF (*.pdf)")  # fmt: skip
    done = desk.attempt(lambda: save_pdf(paint, title, Path(name))) if name else None
    if done:
        desk.say(f"{title}: saved as {done.result}.")


def _aside(found: QWidget) -> str:
    """Return how the figures of its page are to be read: the sign rule, and that no cash moves."""
    at = found.parentWidget()
    while at is not None and not isinstance(at, Page):
        at = at.parentWidget()
    return "" if at is None else at.aside


def _outer(found: QWidget, page: QWidget) -> QWidget:
    """Return the chart whose table it is, or what prints itself around it, or the part itself."""
    at = found.parentWidget()
    while at is not None and page.isAncestorOf(at):
        if isinstance(at, (ChartView, PrintsItself)):
            return at
        at = at.parentWidget()
    return found
