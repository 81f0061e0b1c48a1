"""The rail at the left: the locality's name, the sections, help and settings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from pch_desktop.ui import icons
from pch_desktop.ui.fonts import font
from pch_desktop.ui.section import Section
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme, Weight

WIDE = 204
NARROW = 56
GAP = 4
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter


class RailButton(QAbstractButton):
    """One section: its picture, its word, its keys or how much of it needs action."""

    def __init__(self, style: Style, icon: str, title: str, keys: str) -> None:
        super().__init__()
        self._style, self._icon, self._keys = style, icon, keys
        self._badge = 0
        self.is_narrow = False
        self.setText(title)
        self.setCheckable(keys.startswith("Ctrl+"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()
        style.changed.connect(self._theme_changed)

    @property
    def badge(self) -> int:
        """How many things in it need attention."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Show how many things in it need attention; none shows its keys instead."""
        self._badge = count
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW, self._style.theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, bounds = self._style.theme, QRectF(self.rect())
        self._paint_ground(painter, bounds.adjusted(8, 2, -8, -2), theme)
        ink = theme.rail_ink if self.isChecked() else theme.rail_ink2
        self._paint_picture(painter, bounds, ink)
        if not self.is_narrow:
            painter.setPen(QColor(ink))
            weight = Weight.SEMIBOLD if self.isChecked() else Weight.MEDIUM
            painter.setFont(font(theme, 13, weight))
            words = painter.boundingRect(bounds.adjusted(54, 0, -8, 0), LEFT, self.text())
            painter.drawText(words, LEFT, self.text())
            bounds.setLeft(words.right() + GAP)
        self._paint_end(painter, bounds, ink)
        painter.end()

    def _paint_ground(self, painter: QPainter, inside: QRectF, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setOpacity(1 if self.isChecked() else 0.5)
            painter.setBrush(QColor(theme.rail_selected))
            painter.drawRoundedRect(inside, 6, 6)
            painter.setOpacity(1)
        if self.isChecked():
            painter.setBrush(QColor(theme.rail_bar))
            bar = QRectF(inside.left(), inside.top() + 7, 3.5, inside.height() - 14)
            painter.drawRoundedRect(bar, 1.7, 1.7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2.5))
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_picture(self, painter: QPainter, bounds: QRectF, ink: str) -> None:
        size = self._style.theme.px(20)
        left = (bounds.width() - size) / 2 if self.is_narrow else 22
        drawn = icons.pixmap(self._icon, ink, size, self.devicePixelRatioF())
        painter.drawPixmap(round(left), round((bounds.height() - size) / 2), drawn)

    def _paint_end(self, painter: QPainter, bounds: QRectF, ink: str) -> None:
        theme = self._style.theme
        if self._badge:
            width, height = theme.px(22), theme.px(19)
            place = QRectF(
                bounds.right() - width - 18, bounds.center().y() - height / 2, width, height
            )
            if self.is_narrow:
                place.moveTopRight(bounds.topRight())
                place.translate(-6, 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.badge))
            painter.drawRoundedRect(place, height / 2, height / 2)
            painter.setPen(QColor(theme.badge_ink))
            painter.setFont(font(theme, 11.5, Weight.BOLD))
            painter.drawText(place, CENTRE, str(min(self._badge, 99)))
        elif not self.is_narrow:
            painter.setPen(QColor(ink))
            painter.setFont(font(theme, 10.5))
            if painter.fontMetrics().horizontalAdvance(self._keys) <= bounds.width() - 18:
                painter.drawText(bounds.adjusted(0, 0, -18, 0), RIGHT, self._keys)

    def _name(self) -> None:
        things = "1 thing needs" if self._badge == 1 else f"{self._badge} things need"
        needs = f", {things} attention"
        kind = ", section" if self.isCheckable() else ""
        self.setAccessibleName(f"{self.text()}{kind}{needs if self._badge else ''}")
        self.setToolTip(f"{self.text()} ({self._keys})" if self._keys else self.text())

    def _theme_changed(self, _theme: Theme) -> None:
        self.updateGeometry()
        self.update()


class Rail(QFrame):
    """The way from section to section."""

    chosen = Signal(str)
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, style: Style, sections: Mapping[str, Section]) -> None:
        super().__init__()
        self._style = style
        self._name = "PCH Desktop"
        self._under = "Primary Care Home"
        self._head = _Head(self)
        self.buttons: dict[str, RailButton] = {}
        self.setAccessibleName("Sections")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        for number, (name, section) in enumerate(sections.items(), 1):
            made = RailButton(style, section.icon, section.title, f"Ctrl+{number}")
            made.setAutoExclusive(True)
            made.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self.buttons[name] = made
            column.addWidget(made)
        column.addStretch(1)
        self.help = RailButton(style, "help", "Help", "F1")
        self.help.clicked.connect(lambda _on=False: self.help_asked.emit())
        column.addWidget(self.help)
        self.settings = RailButton(style, "settings", "Settings", "")
        self.settings.clicked.connect(lambda _on=False: self.settings_asked.emit())
        column.addWidget(self.settings)
        self.set_narrow(False)
        style.changed.connect(self._theme_changed)

    @property
    def is_narrow(self) -> bool:
        """Whether only the pictures are shown."""
        return self._is_narrow

    def head(self) -> tuple[str, str]:
        """Return the locality's name and the line under it."""
        return self._name, self._under

    def set_name(self, name: str, under: str) -> None:
        """Show whose file is open."""
        self._name, self._under = name, under
        self._head.setToolTip(name)
        self._head.setAccessibleName(f"{name}, {under}")
        self._head.update()

    def select(self, name: str) -> None:
        """Mark the section that is on show."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show pictures only, or pictures with words."""
        self._is_narrow = is_narrow
        for one in (*self.buttons.values(), self.help, self.settings):
            one.is_narrow = is_narrow
            one.update()
        self._head.setVisible(not is_narrow)
        self._theme_changed(self._style.theme)

    def set_enabled(self, is_enabled: bool) -> None:
        """Let the sections be chosen, or not while no file is open."""
        for one in (*self.buttons.values(), self.settings):
            one.setEnabled(is_enabled)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._style.theme.rail))
        painter.end()

    def _theme_changed(self, theme: Theme) -> None:
        self.setFixedWidth(theme.px(NARROW if self._is_narrow else WIDE))
        self._head.setFixedHeight(theme.px(52))
        self.update()

    def paint_head(self, painter: QPainter, bounds: QRectF) -> None:
        """Draw the locality's name over the kind of place it is."""
        theme = self._style.theme
        painter.setPen(QColor(theme.rail_ink))
        painter.setFont(font(theme, 15, Weight.BOLD))
        width = int(bounds.width() - 34)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(bounds.adjusted(22, 0, -12, -bounds.height() * 0.42), LEFT, name)
        painter.setPen(QColor(theme.rail_ink2))
        painter.setFont(font(theme, 11.5, Weight.MEDIUM))
        painter.drawText(bounds.adjusted(22, bounds.height() * 0.46, -12, -4), LEFT, self._under)


class _Head(QWidget):
    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._rail.paint_head(painter, QRectF(self.rect()))
        painter.end()
