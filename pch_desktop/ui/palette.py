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

from pch_desktop.discovery import one
from pch_desktop.ui import help_panel, icons, sections
from pch_desktop.ui.actions import ACTIONS, Deeds, Fact
from pch_desktop.ui.finding import Entry, best
from pch_desktop.ui.fonts import font
from pch_desktop.ui.parts import label
from pch_desktop.ui.section import Hit, Screen
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Weight

if TYPE_CHECKING:
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
        deeds: Deeds,
        facts: Callable[[], frozenset[Fact]],
    ) -> None:
        super().__init__(window)
        self._window, self._menus, self._deeds, self._facts = window, menus, deeds, facts
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

    def begin(self) -> None:
        """Put the cursor in the box and show what there is."""
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
        """Return what fits the text: sections, commands, records and help, the best first."""
        records = self._records(text) if text.strip() else []
        named = (*self._places(), *self._commands(), *self._pages(text))
        return best(text, named, records, ROWS)

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

    def _places(self) -> list[Entry]:
        if self._window.desk is None:
            return []
        return [
            Entry("Go to", section.title, self._going(name), "", f"Ctrl+{number}", section.icon)
            for number, (name, section) in enumerate(self._window.sections.items(), 1)
        ]

    def _commands(self) -> list[Entry]:
        deeds, facts = self._deeds, self._facts()
        return [
            Entry(
                "Do",
                self._menus.actions[action.id].text().rstrip("…"),
                lambda action=action: action.run(deeds),
                action.menu,
                action.shortcut,
            )
            for action in ACTIONS
            if action.enabled_by in facts and action.id != "search"
        ]

    def _pages(self, text: str) -> list[Entry]:
        if not text.strip():
            return []
        deeds = self._deeds
        return [
            Entry("Help", f"Help: {title}", lambda topic=topic: deeds.open_help(topic), icon="help")
            for topic, title in help_panel.topics().items()
        ]

    def _records(self, text: str) -> list[Entry]:
        desk = self._window.desk
        if desk is None:
            return []
        found: list[Entry] = []
        for name, section in self._window.sections.items():
            search = one(f"{sections.__name__}.{name}.screen", Screen).search
            done = desk.attempt(lambda search=search: search(desk.file, text.strip()))
            for hit in done.result if done else ():
                run = self._going(name, hit)
                found.append(Entry("Records", hit.title, run, hit.detail, "", section.icon))
        return found[:ROWS]

    def _going(self, name: str, hit: Hit | None = None) -> _Going:
        return _Going(self._window, name, hit)

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


class _Going:
    """Going to a section, or to one of its records."""

    def __init__(self, window: Frame, name: str, hit: Hit | None) -> None:
        self._window, self._name, self._hit = window, name, hit

    def __call__(self) -> None:
        hit, desk = self._hit, self._window.desk
        if hit is not None and hit.view and desk is not None:
            desk.visit(self._name, hit.view, hit.record_id)
            return
        self._window.go(self._name, hit.record_id if hit else None)


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
