"""The side of a page that tells all about one record."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field
from pch_desktop.ui.parts import icon_button, label
from pch_desktop.ui.pill import Pill, Standing
from pch_desktop.ui.sparkline import Sparkline, Trend

NARROWEST, WIDEST = 222, 320
Part = TypeVar("Part", bound=QWidget)


class TrendPart(QWidget):
    """A named sparkline."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._name = label(name, "small")
        self._line = Sparkline(desk, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._line)

    def show_trend(self, trend: Trend) -> None:
        """Show the latest points; without any the part is out of sight."""
        self.setVisible(bool(trend.known))
        self._line.show_trend(trend)


class Facts(QWidget):
    """Names at the left, what they are at the right; a blank says not known."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._values: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(names):
            value = label("", "status_strong", wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
            self._values.append(value)
        self._names = names

    def show_facts(self, *values: str) -> None:
        """Show the values in the order of the names."""
        for name, part, value in zip(self._names, self._values, values, strict=True):
            part.setText(value or "Not known")
            part.setAccessibleName(f"{name}: {value or 'not known'}")


class Inspector(QFrame):
    """A title, how it stands, and parts laid out by each screen; F4 hides and shows it.

    A screen adds its parts once, then shows each record in them.
    """

    def __init__(self, desk: Desk, hint: str, width: int = 228) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._hint = hint
        self._width = min(max(width, NARROWEST), WIDEST)
        self._title = label("", "card_title", wrap=True)
        self._pill = Pill(desk)
        self._changed = label("", "small", wrap=True)
        self._inside = QWidget()
        self._parts = QVBoxLayout(self._inside)
        self._empty = label(hint, "secondary", wrap=True)
        self._lay_out()
        self.setAccessibleName("About the selected record")
        desk.theme_changed.connect(self._dress)
        self._dress()
        self.show_nothing()

    def add(self, part: Part) -> Part:
        """Add a part under the others and return it."""
        self._parts.addWidget(part)
        return part

    def add_trend(self, name: str) -> TrendPart:
        """Add a named sparkline."""
        return self.add(TrendPart(self._desk, name))

    def add_facts(self, *names: str) -> Facts:
        """Add named facts that are read only."""
        return self.add(Facts(*names))

    def add_field(self, field: Field[Any]) -> Field[Any]:
        """Add a field in which something is changed."""
        return self.add(field)

    def show_record(self, title: str, standing: Standing | None = None, changed: str = "") -> None:
        """Show a record's title, how it stands, and who changed it when."""
        self._title.setText(title)
        self._pill.show_standing(standing)
        self._changed.setText(changed)
        self._scroll.show()
        self._changed.setVisible(bool(changed))
        self._empty.hide()

    def show_nothing(self) -> None:
        """Say how to choose a record."""
        self._title.setText("")
        self._pill.show_standing(None)
        self._scroll.hide()
        self._changed.hide()
        self._empty.show()

    def toggle(self) -> None:
        """Go out of sight, or come back."""
        self.setVisible(self.isHidden())

    def bring(self, part: QWidget) -> None:
        """Bring a part that has just come into sight, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, 4))

    def answer_f4(self, page: QWidget) -> None:
        """Let F4, pressed anywhere in a page, hide and show it."""
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F4), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle)

    def _lay_out(self) -> None:
        close = icon_button(self._desk.style, "close", "Hide this side (F4)", self.toggle)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._parts.setContentsMargins(0, 0, 4, 0)
        self._parts.setSpacing(4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside.setProperty("look", "plain")
        holder = QWidget()
        holder.setProperty("look", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._inside)
        column.addStretch(1)
        self._scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 10, 8, 10)
        outer.setSpacing(5)
        outer.addLayout(head)
        outer.addWidget(self._pill)
        outer.addWidget(self._empty)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._changed)
        outer.addStretch(0)

    def _dress(self, *_theme: object) -> None:
        self.setFixedWidth(self._desk.theme.px(self._width))
