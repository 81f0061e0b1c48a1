"""The columns of a grid on this PC: widths, order, what is hidden, how it is sorted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QApplication, QMenu

from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import written
from pch_desktop.ui.cell_words import INCOMPLETE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid_view import GridView
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.theme import Weight

CHARACTER = 7.0
"""Pixels that one character of a column's width takes at 100 percent."""
SAVE_MS = 600
SAMPLED = 100
LEAST, MOST = 0.66, 1.9
"""How far the first column may shrink or grow before the table scrolls or ends."""
OF_WINDOW = 0.4
"""The most of the window the first column takes where the table scrolls."""
LONGEST_DAY = date(2028, 5, 28)
PADDING = 20
"""What stands left and right of a cell's words, in pixels."""


class GridColumns(QObject):
    """Keeps what a person chose about a grid's columns, under the grid's key."""

    def __init__(self, desk: Desk, model: TableModel[Any], view: GridView, key: str) -> None:
        super().__init__(view)
        self._desk = desk
        self._model = model
        self._view = view
        self._key = key
        self._is_fitting = False
        self._own_widths: set[int] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.keep)
        header = view.header
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.sectionClicked.connect(self._clicked)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._changed)
        self.fit()
        self._restore()
        self._fill()
        header.setStretchLastSection(True)
        view.viewport().installEventFilter(self)
        model.arranged.connect(self._grown)

    def fit(self) -> None:
        """Give every column the width it was declared with, at the text size in use."""
        self._is_fitting = True
        for at, column in enumerate(self._model.columns):
            if at not in self._own_widths:
                self._view.setColumnWidth(at, self._width(column))
        self._is_fitting = False
        self._fill()

    def _width(self, column: Column[Any]) -> int:
        titles = QFontMetrics(self._desk.font(11.2, Weight.MEDIUM))
        title = titles.horizontalAdvance(column.title) + 18
        declared = self._desk.theme.px(column.width * CHARACTER + 9)
        return max(declared, title, self._figures(column), self._day(column))

    def _day(self, column: Column[Any]) -> int:
        """Return the width that a day needs: cut, its year cannot be read."""
        if column.kind is not Kind.DATE:
            return 0
        return self._words_width(written(LONGEST_DAY, Kind.DATE))

    def _words_width(self, words: str) -> int:
        return QFontMetrics(self._desk.font(12.5)).horizontalAdvance(words) + PADDING

    def _figures(self, column: Column[Any]) -> int:
        """Return the width of the column's longest figure, totals included."""
        if not column.is_number:
            return 0
        rows = self._model.shown[:SAMPLED]
        at = self._model.column_at(column.key)
        texts = self._model.texts(at, SAMPLED)
        texts = [text.removesuffix(INCOMPLETE).strip() for text in texts]
        total = self._model.total(column) if rows else None
        if total is not None:
            texts.append(written(total.value, column.kind))
        longest = max(texts, key=len, default="")
        figures = QFontMetrics(self._desk.font(12.5, Weight.BOLD))
        width = figures.horizontalAdvance(longest)
        if total is not None and total.is_incomplete:
            words = QFontMetrics(self._desk.font(11, Weight.MEDIUM))
            width = max(width, words.horizontalAdvance(INCOMPLETE))
        return width + 13

    def _grown(self) -> None:
        """Widen the columns whose figures have outgrown them; none is made narrower."""
        self._is_fitting = True
        for at, column in enumerate(self._model.columns):
            if at not in self._own_widths and not self._view.isColumnHidden(at) and at:
                wanted = self._width(column)
                if wanted > self._view.columnWidth(at):
                    self._view.setColumnWidth(at, wanted)
        self._is_fitting = False
        self._fill()

    def _fill(self) -> None:
        """Let the first column give or take what the window is wider or narrower."""
        header = self._view.header
        if 0 in self._own_widths or header.isSectionHidden(0) or not self._model.columns:
            return
        first = self._model.columns[0]
        wanted = self._width(first)
        spare = self._view.viewport().width() - (header.length() - header.sectionSize(0))
        least, most = round(wanted * LEAST), round(wanted * MOST)
        if spare < least and spare + self._stretched() < least:
            least = max(least, min(wanted, self._first_words()))
        self._is_fitting = True
        self._view.setColumnWidth(0, min(max(spare, least), most))
        self._is_fitting = False

    def _stretched(self) -> int:
        """Return how much wider the last column is than it needs: it gives way first."""
        last = self._view.columns[-1]
        needed = self._width(self._model.columns[last])
        return max(0, self._view.columnWidth(last) - needed)

    def _first_words(self) -> int:
        """Return what the first column's words need: the table scrolls, whatever is saved."""
        longest = max(self._model.texts(0, SAMPLED), key=len, default="")
        room = round(self._view.viewport().width() * OF_WINDOW)
        return min(self._words_width(longest), room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def hide(self, *keys: str) -> None:
        """Leave columns out until somebody asks for them."""
        for key in keys:
            self._view.setColumnHidden(self._model.column_at(key), True)
        self._fill()

    def show_only(self, *keys: str) -> None:
        """Show some columns and leave out all others."""
        for at, column in enumerate(self._model.columns):
            self._view.setColumnHidden(at, column.key not in keys)
        self.fit()
        self._changed()

    def menu(self) -> QMenu:
        """Return a menu in which columns are ticked to be shown."""
        menu = QMenu(self._view)
        for at, column in enumerate(self._model.columns):
            action = QAction(
                f"{column.band}: {column.title}" if column.band else column.title, menu
            )
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(at))
            action.setEnabled(at > 0)
            action.toggled.connect(partial(self._show, at))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Columns as they were", self.reset)
        return menu

    def reset(self) -> None:
        """Show all columns in their own order and width."""
        header = self._view.header
        self._own_widths.clear()
        for at in range(len(self._model.columns)):
            self._view.setColumnHidden(at, False)
            header.moveSection(header.visualIndex(at), at)
        self.fit()
        self._model.arrange(sorts=())
        self.keep()

    def _show(self, at: int, is_shown: bool) -> None:
        self._view.setColumnHidden(at, not is_shown)
        self._fill()
        self._changed()

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self._view.header.mapToGlobal(place))

    def _clicked(self, at: int) -> None:
        key = self._model.columns[at].key
        sorts = dict(self._model.arrangement.sorts)
        was = sorts.get(key)
        is_further = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        kept = {name: down for name, down in sorts.items() if name != key} if is_further else {}
        if was is not True:
            kept[key] = was is False
        self._model.arrange(sorts=tuple(kept.items()))
        self._view.header.viewport().update()
        self._changed()

    def _resized(self, at: int, _before: int, now: int) -> None:
        is_last = bool(self._view.columns) and at == self._view.columns[-1]
        if not self._is_fitting and now > 0 and not is_last and self._is_dragged():
            self._own_widths.add(at)
            self._changed()

    def _is_dragged(self) -> bool:
        return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)

    def _changed(self, *_places: int) -> None:
        self._view.viewport().update()
        if self._key:
            self._pause.start(SAVE_MS)

    def keep(self) -> None:
        """Write down what was chosen, under the grid's key."""
        if not self._key:
            return
        header = self._view.header
        names = [column.key for column in self._model.columns]
        percent = self._desk.theme.text_percent / 100
        self._desk.keep_layout(
            self._key,
            {
                "order": [names[header.logicalIndex(at)] for at in range(len(names))],
                "hidden": [name for at, name in enumerate(names) if header.isSectionHidden(at)],
                "widths": {
                    names[at]: round(header.sectionSize(at) / percent)
                    for at in sorted(self._own_widths)
                    if not header.isSectionHidden(at)
                },
                "sorts": dict(self._model.arrangement.sorts),
            },
        )

    def _restore(self) -> None:
        none: Mapping[str, object] = {}
        layout: Mapping[str, object] = self._desk.layout(self._key) if self._key else none
        known = {column.key: at for at, column in enumerate(self._model.columns)}
        header = self._view.header
        for place, key in enumerate(key for key in _texts(layout.get("order")) if key in known):
            header.moveSection(header.visualIndex(known[key]), place)
        for key in _texts(layout.get("hidden")):
            if known.get(key):
                self._view.setColumnHidden(known[key], True)
        for key, width in _pairs(layout.get("widths")):
            if key in known and isinstance(width, int):
                self._own_widths.add(known[key])
                self._view.setColumnWidth(known[key], self._desk.theme.px(width))
        self._restore_sorts(layout.get("sorts"), known)

    def _restore_sorts(self, kept: object, known: dict[str, int]) -> None:
        pairs = _pairs(kept)
        sorts = tuple((key, bool(is_down)) for key, is_down in pairs if key in known)
        if sorts:
            self._model.arrange(sorts=sorts)


def _texts(kept: object) -> list[str]:
    parts = cast("list[object]", kept) if isinstance(kept, list) else []
    return [part for part in parts if isinstance(part, str)]


def _pairs(kept: object) -> list[tuple[str, object]]:
    parts = cast("dict[object, object]", kept) if isinstance(kept, dict) else {}
    return [(key, value) for key, value in parts.items() if isinstance(key, str)]
