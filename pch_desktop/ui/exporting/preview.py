"""A sheet's pages as they will be printed, one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from pch_desktop.reports.words import plural
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button, label, relook, row


class Preview(QWidget):
    """One page at a time, as large as there is room for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: list[QPixmap] = []
        self.at = 0
        self.page = QLabel()
        self.page.setProperty("look", "paper")
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setMinimumSize(QSize(200, 140))
        self.page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.where = label("", "secondary")
        self.back = button("Page before", lambda: self.turn(-1), "link")
        self.on = button("Next page", lambda: self.turn(1), "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.page, 1)
        column.addLayout(row(self.where, None, self.back, self.on))
        self.say("")

    def say(self, words: str) -> None:
        """Show words instead of a page."""
        self._pages = []
        self.page.setPixmap(QPixmap())
        self.page.setText(words)
        self._tell()

    def show_pages(self, title: str, pages: Sequence[bytes]) -> None:
        """Show the pages of a sheet, the first first."""
        self._pages = []
        for content in pages:
            page = QPixmap()
            page.loadFromData(content)
            self._pages.append(page)
        self.at = 0
        self.page.setAccessibleName(f"{title}, {plural(len(pages), 'page')}")
        self._show()

    @property
    def count(self) -> int:
        """How many pages the sheet has."""
        return len(self._pages)

    def turn(self, step: int) -> None:
        """Show another page."""
        self.at = max(0, min(self.at + step, self.count - 1))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        if self._pages:
            ratio = self.devicePixelRatioF()
            room = self.page.contentsRect().size() * ratio
            page = self._pages[self.at].scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            with QPainter(page) as edge:
                edge.setPen(QColor(self._desk.theme.line))
                edge.drawRect(page.rect().adjusted(0, 0, -1, -1))
            page.setDevicePixelRatio(ratio)
            self.page.setPixmap(page)
        self._tell()

    def _tell(self) -> None:
        many = self.count > 1
        self.where.setText(f"Page {self.at + 1} of {self.count}" if many else "")
        for turn in (self.back, self.on):
            turn.setVisible(many)
        self.back.setEnabled(self.at > 0)
        self.on.setEnabled(self.at < self.count - 1)
        relook(self.page, "empty", "no" if self._pages else "yes")
