"""The ring round whatever the keys go to: yellow with a dark line, on every ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from pch_desktop.ui.rail import RailButton
from pch_desktop.ui.style import Style

RINGED = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider)
OUT = 3
"""How many pixels it stands out from what it is round."""
FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
}


class FocusRing(QWidget):
    """One ring for the window; it goes where the focus goes and takes no clicks."""

    def __init__(self, style: Style, window: QWidget) -> None:
        super().__init__(window)
        self._style, self._window = style, window
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.focus), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 7, 7)
        painter.setPen(QPen(QColor(theme.focus_inner), 1))
        painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 5, 5)
        painter.end()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = self._line(new) if new is not None and self._is_ringed(new) else []
        for widget in self._followed:
            widget.installEventFilter(self)
        self._place()

    def _is_ringed(self, widget: QWidget) -> bool:
        is_kind = isinstance(widget, RINGED) and not isinstance(widget, RailButton)
        parent = widget.parentWidget()
        in_table = parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)
        return is_kind and not in_table and widget.window() is self._window

    def _line(self, widget: QWidget) -> list[QWidget]:
        """Return a widget and all that it lies in: where any of them moves, it moves."""
        line: list[QWidget] = []
        at: QWidget | None = widget
        while at is not None and at is not self._window:
            line.append(at)
            at = at.parentWidget()
        return line

    def _place(self) -> None:
        target = self._followed[0] if self._followed else None
        if target is None or target.visibleRegion().isEmpty():
            self.hide()
            return
        corner = target.mapTo(self._window, target.rect().topLeft())
        place = QRect(corner, target.size())
        self.setGeometry(place.adjusted(-OUT, -OUT, OUT, OUT))
        self.show()
        self.raise_()
