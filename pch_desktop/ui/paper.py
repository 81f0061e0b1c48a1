"""Putting a page on paper: as a PDF of A4 pages with their numbers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from pch_desktop.store.whole import write_whole

DPI = 96


def save_pdf(html: str, title: str, target: Path) -> Path:
    """Lay a page out on A4, lying, and save it as a PDF; return where it is.

    Raises:
        Refusal: the place cannot be written to.
    """
    return write_whole(target, lambda path: _print(html, title, path))


def _print(html: str, title: str, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    # The document keeps its own two centimetres all round, and the page's number in them.
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
