"""A picture as it will stand on the cover, small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from pch_desktop.ui.desk import Desk

HIGH, WIDE = 110, 440


class LogoPreview(QLabel):
    """A picture in the room it has; nothing where there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.hide()

    def show_picture(self, content: bytes, words: str) -> None:
        """Show a picture, and say its words to those who do not see it."""
        picture = QPixmap()
        picture.loadFromData(content)
        self.setVisible(not picture.isNull())
        self.setAccessibleName(words)
        if picture.isNull():
            return
        px = self._desk.theme.px
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.setPixmap(picture.scaled(px(WIDE), px(HIGH), keep, smooth))
