"""What drops from the search box: sections, commands, records and help pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.ui import icons
from pch_desktop.ui.finding import Entry, best
from pch_desktop.ui.fonts import font
from pch_desktop.ui.parts import label
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Weight
from pch_desktop.ui.things import Things

if TYPE_CHECKING:
    from pch_desktop.ui.actions import Fact
    from pch_desktop.ui.doings import Doings
    from pch_desktop.ui.frame import Frame
    from pch_desktop.ui.menus import Menus

ROWS = 8
LINE = 38
WIDTH = 520
ENTRY = Qt.ItemDataRole.UserRole


class Palette(QFrame):
    """The list under the search box; it takes keys while the box keeps the focus."""

    def __init__(
        self,
        window: Frame,
        menus: Menus,
        deeds: Doings,
        facts: Callable[[], frozenset[Fact]],
    ) -> None:
        super().__init__(window)
        self._window, self._facts = window, facts
        self.things = Things(window, menus, deeds)
        self._before: QWidget | None = None
        self.setProperty("look", "popup")
        self.setAccessibleName("Found")
        self.list = QListWidget()
        self.list.setAccessibleName("What was found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Line(window.style_in_use, self.list))
        self.list.itemClicked.connect(self._choose)
        self._nothing = label("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self._box = window.top.search
        self._box.textChanged.connect(self.look_up)
        self._box.installEventFilter(self)
        self.hide()

    def prepare(self) -> None:
        """Read what can be found, so that the first key finds it at once."""
        self.things.prepare()

    def begin(self) -> None:
        """Put the cursor in the box and show what there is."""
        self.prepare()
        focused = QApplication.focusWidget()
        self._before = focused if focused is not self._box else self._before
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()
        self.look_up(self._box.text())

    def look_up(self, text: str) -> None:
        """List what fits the text, at most eight."""
        entries = self.entries(text)
        self.list.clear()
        for entry in entries:
            line = QListWidgetItem(entry.title)
            line.setData(ENTRY, entry)
            said = ", ".join(part for part in (entry.group, entry.detail, entry.keys) if part)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {said}")
            self.list.addItem(line)
        self.list.setCurrentRow(0)
        self._nothing.setText(f"Nothing is called “{text}”." if not entries else "")
        self._nothing.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self._place(len(entries))

    def entries(self, text: str) -> Sequence[Entry]:
        """Return what fits the text, the best first: places, commands, records, help, terms."""
        things, is_typed = self.things, bool(text.strip())
        places = things.places() if self._window.desk is not None else []
        if not is_typed:
            places = places[: len(self._window.sections)]
        pages = things.pages if is_typed else []
        named = (*places, *things.commands(self._facts()), *pages)
        return best(text, named, things.records() if is_typed else (), ROWS)

    def close_and_return(self) -> None:
        """Close, and give the focus back to where it was."""
        self.hide()
        self._box.clear()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        else:
            self._window.stage.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box:
            match event.type():
                case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                    return self._pressed(event.key())
                case QEvent.Type.MouseButtonPress if self.isHidden():
                    self.begin()
                case QEvent.Type.FocusOut:
                    self.hide()
                case _:
                    pass
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        count, at = self.list.count(), self.list.currentRow()
        match key:
            case Qt.Key.Key_Down if self.isHidden():
                self.look_up(self._box.text())
            case Qt.Key.Key_Down if count:
                self.list.setCurrentRow((at + 1) % count)
            case Qt.Key.Key_Up if count:
                self.list.setCurrentRow((at - 1) % count)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.isVisible():
                self._choose(self.list.currentItem())
            case Qt.Key.Key_Escape:
                self.close_and_return()
            case _:
                return False
        return True

    def _choose(self, line: QListWidgetItem | None) -> None:
        if line is None:
            return
        entry = line.data(ENTRY)
        self.close_and_return()
        if isinstance(entry, Entry):
            entry.run()

    def _place(self, count: int) -> None:
        if not self._box.hasFocus() and self.isHidden():
            return
        theme = self._window.style_in_use.theme
        width = max(self._box.width(), theme.px(WIDTH))
        corner = self._box.mapTo(self._window, self._box.rect().bottomLeft())
        left = corner.x() + (self._box.width() - width) // 2
        height = theme.px(LINE) * max(count, 1) + 14
        self.setGeometry(left, corner.y() + 5, width, height)
        self.raise_()
        self.show()


class _Line(QStyledItemDelegate):
    """Draws one finding: picture, title, what it is, keys."""

    def __init__(self, style: Style, parent: QObject) -> None:
        super().__init__(parent)
        self._style = style

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, self._style.theme.px(LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        theme, bounds = self._style.theme, _bounds(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == _row(option.widget):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(bounds.adjusted(0, 1, 0, -1), 5, 5)
        size = theme.px(17)
        drawn = icons.pixmap(entry.icon, theme.ink2, size, 2.0)
        top = bounds.center().y() - size // 2
        painter.drawPixmap(QRect(bounds.left() + 12, top, size, size), drawn)
        middle = Qt.AlignmentFlag.AlignVCenter
        inside = bounds.adjusted(theme.px(42), 0, -12, 0)
        painter.setPen(QColor(theme.ink2))
        painter.setFont(font(theme, 11.5))
        end = entry.keys or entry.group
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, end)
        inside.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(end) - 12, 0)
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(theme, 13, Weight.MEDIUM))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle, title)
        inside.adjust(metrics.horizontalAdvance(title) + 10, 0, 0, 0)
        painter.setPen(QColor(theme.ink2))
        painter.setFont(font(theme, 12))
        detail = painter.fontMetrics().elidedText(
            entry.detail, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, middle, detail)
        painter.restore()


def _bounds(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect)


def _row(widget: object) -> int:
    return widget.currentRow() if isinstance(widget, QListWidget) else -1
