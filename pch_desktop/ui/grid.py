"""A table to work in: headings, cells, totals, finding, and what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import MONEYS, Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.ui import clipboard, pasting
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.arrangement import Adding, Group
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.explaining import Explains, explain, explain_total, follow
from pch_desktop.ui.grid_columns import GridColumns
from pch_desktop.ui.grid_filter import FilterBar
from pch_desktop.ui.grid_totals import TotalsRow
from pch_desktop.ui.grid_view import GridView
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.pasting import Area, Typed
from pch_desktop.ui.selection import summary
from pch_desktop.ui.strip import Strip, Tone, Verb
from pch_desktop.ui.table_model import TableModel

MOST_SUMMED = 200_000
COPYING = [("Copy", "Ctrl+C", "copy")]
CHANGING = [
    ("Cut", "Ctrl+X", "cut"),
    ("Paste", "Ctrl+V", "paste"),
    ("Clear", "Del", "clear"),
    ("Fill down", "Ctrl+D", "fill_down"),
    ("Fill right", "Ctrl+R", "fill_right"),
]
VERB_ADD, VERB_REMOVE = ("Add a row", "Ctrl++", "add"), ("Delete rows", "Ctrl+−", "remove")
VERB_BEHIND = ("Entries behind this figure", "F8", "behind")
EXPLAIN = [
    ("Explain this figure", "F9", "explain"),
    ("Explain the column's total", "Shift+F9", "explain_total"),
]
FINDING = [
    ("Find", "Ctrl+F", "find"),
    ("Only rows with this value", "Ctrl+Shift+L", "filter"),
]


class Grid(QFrame):
    """A table with a spreadsheet's keys, over a ``TableModel``."""

    row_changed = Signal(object)
    """The row the current cell is in; None on headings and the empty line."""

    def __init__(
        self,
        desk: Desk,
        model: TableModel[Any],
        name: str,
        *,
        key: str = "",
        bars: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.desk = desk
        self.model = model
        paints = Paints(desk)
        self.view = GridView(model, paints, bars, self)
        self.view.setAccessibleName(name)
        self.totals = TotalsRow(model, self.view.header, paints, self)
        self.filter = FilterBar(model, desk, self)
        self.strip = Strip(desk.style, "message about the table", self.view)
        self.columns = GridColumns(desk, model, self.view, key)
        self.behind: Callable[[Any, str], object] | None = None
        """Leads to the entries behind a row's figure, by the column's key; F8."""
        self.left: Callable[[], object] | None = None
        """Where Esc goes once there is nothing in the table to leave."""
        self.explains: Explains | None = None
        """What tells how a figure came about, where the screen knows it."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell_selection)
        desk.destroyed.connect(self._pause.stop)
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.totals)
        layout.addWidget(self.strip)
        self.setFocusProxy(self.view)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _join(self) -> None:
        view, model = self.view, self.model
        view.asked.connect(self._asked)
        view.customContextMenuRequested.connect(self._open_menu)
        view.typed_here.connect(self._type_here)
        view.delegate.filled.connect(self._fill)
        view.delegate.told.connect(self.desk.tell_hint)
        view.horizontalScrollBar().valueChanged.connect(self.totals.update)
        view.selectionModel().selectionChanged.connect(self._selected)
        view.selectionModel().currentRowChanged.connect(self._row_changed)
        view.selectionModel().currentChanged.connect(partial(follow, self))
        self.totals.asked.connect(partial(explain_total, self))
        self.filter.left.connect(view.setFocus)
        model.refused.connect(self.refuse)
        model.done.connect(self._done)
        model.arranged.connect(self._arranged)
        self.desk.theme_changed.connect(self._dress)

    # What a screen asks

    @property
    def current_row(self) -> Any:
        """The row the current cell is in; None on headings and the empty line."""
        return self.model.row_at(self.view.currentIndex().row())

    def select_record(self, record_id: int, key: str = "") -> bool:
        """Go to a record, and to a column by its key."""
        return self.view.select_record(record_id, self.model.column_at(key) if key else -1)

    def group(self, by: Callable[[Any], str] | None) -> None:
        """Group the rows under headings, or show them plain."""
        self.model.arrange(group_by=by)

    def show_troubles(self, troubles: Mapping[tuple[int, str], str]) -> None:
        """Mark the cells, by record and column key, that fail a check."""
        self.model.show_troubles(troubles)

    def refuse(self, sentence: str) -> None:
        """Say what cannot be done, and what can."""
        self.strip.tell(sentence, Tone.ERROR)

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self.strip.tell(sentence, Tone.NOTE)

    def warn(self, sentence: str, *fixes: Verb) -> None:
        """Say what does not add up, with a button for each way to put it right."""
        self.strip.tell(sentence, Tone.ERROR, *fixes)

    # What keys ask

    def copy(self) -> None:
        """Copy the selection: exact figures as text, figures as read as a table."""
        cells = self._copied(self.view.area())
        mime = QMimeData()
        mime.setText(clipboard.tsv(cells))
        mime.setHtml(clipboard.html_table(cells))
        QGuiApplication.clipboard().setMimeData(mime)
        count = sum(map(len, cells))
        announce(self, f"Copied {plural(count, 'cell')}.")

    def cut(self) -> None:
        """Copy the selection and clear it."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Put the clipboard's block in, as one step."""
        mime = QGuiApplication.clipboard().mimeData()
        block = clipboard.read(mime.text(), mime.html() if mime.hasHtml() else "")
        if block:
            self.put(block, "Paste")

    def put(self, block: clipboard.Block, verb: str, area: Area | None = None) -> None:
        """Put a block of texts into the selection, or from its top left, as one step."""
        area = area or self.view.area()
        if not area.lines or not area.columns:
            return
        places = self.view.columns
        right = places[places.index(area.columns[0]) :]
        below = self._below(area.lines[0], len(block))
        area = Area(tuple(at for at in area.lines if self._takes_rows(at)), area.columns)
        self._attempt(verb, pasting.spread(block, area, below, right))

    def clear(self) -> None:
        """Empty the selected cells; rows stay."""
        area = self.view.area()
        if all(isinstance(self.model.line(at), Adding) for at in area.lines):
            self.model.forget_draft()
            return
        self._attempt(
            "Clear", [Typed(at, to, "") for at in self._records(area) for to in area.columns]
        )

    def fill_down(self) -> None:
        """Repeat the selection's top line down through it; one line takes the one above."""
        area = self.view.area()
        lines = self._records(area)
        if len(lines) == 1:
            lines = [*self._records(Area(tuple(range(lines[0])), area.columns))[-1:], *lines]
        if len(lines) > 1:
            texts = {to: self._exact(lines[0], to) for to in area.columns}
            self._attempt(
                "Fill", [Typed(at, to, texts[to]) for at in lines[1:] for to in area.columns]
            )

    def fill_right(self) -> None:
        """Repeat the selection's first column through it; one column takes its neighbour."""
        area = self.view.area()
        places = self.view.columns
        columns = list(area.columns)
        if len(columns) == 1:
            columns = [*places[: places.index(columns[0])][-1:], *columns]
        if len(columns) > 1:
            self._attempt(
                "Fill",
                [
                    Typed(at, to, self._exact(at, columns[0]))
                    for at in self._records(area)
                    for to in columns[1:]
                ],
            )

    def remove(self) -> None:
        """Delete the selected rows, saying how many and how much money they hold."""
        edits = self.model.edits
        rows = [self.model.row_at(at) for at in self.view.area().lines]
        chosen = [row for row in rows if row is not None]
        if edits is None or edits.removing is None or not chosen:
            self.refuse(f"No {self.model.noun} can be deleted here.")
            return
        held = self._money(chosen)
        try:
            change = edits.removing(chosen)
            self.model.carry_out(change.label, [change])
        except Refusal as refusal:
            self.refuse(str(refusal))
            return
        self.say(f"{change.label}.{held} Undo brings {'it' if len(chosen) == 1 else 'them'} back.")

    def add(self, key: str = "") -> None:
        """Go to the empty line, where a new record is typed; to a column by its key."""
        if self.model.edits is None or self.model.edits.adding is None:
            self.refuse(f"No {self.model.noun} can be added here.")
            return
        self.view.setFocus()
        column = self.model.column_at(key) if key else self.view.columns[0]
        self.view.go(self.model.rowCount() - 1, column)

    def explain_here(self) -> None:
        """Tell how the figure in the current cell came about."""
        explain(self)

    def open_filter(self) -> None:
        """Let words be typed that rows must hold."""
        self.filter.open()

    def keep_to_value(self) -> None:
        """Show only the rows that have the current cell's value; again shows all."""
        row, at = self.current_row, self.view.currentIndex().column()
        if self.model.arrangement.chips or row is None:
            self.filter.close_line()
            return
        column = self.model.columns[at]
        self.filter.keep(column.key, written(column.value(row), column.kind_for(row)))

    def menu(self) -> QMenu:
        """Return what can be done with the selection, each verb with its keys."""
        menu = QMenu(self)
        verbs = [*COPYING]
        edits = self.model.edits
        if edits is not None:
            verbs += CHANGING
            verbs += [VERB_ADD] if edits.adding is not None else []
            verbs += [VERB_REMOVE] if edits.removing is not None else []
        verbs += [VERB_BEHIND] if self.behind is not None else []
        for words, keys, name in (*verbs, *EXPLAIN, *FINDING):
            menu.addAction(f"{words}\t{keys}", partial(self._asked, name))
        return menu

    # How it is done

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self.view.viewport().mapToGlobal(place))

    def _asked(self, name: str) -> None:
        {
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
            "clear": self.clear,
            "fill_down": self.fill_down,
            "fill_right": self.fill_right,
            "fill": lambda: self._fill(self._exact_here()),
            "above": self._above,
            "remove": self.remove,
            "add": self.add,
            "find": self.open_filter,
            "filter": self.keep_to_value,
            "behind": self._behind,
            "escape": self._escape,
            "explain": self.explain_here,
            "explain_total": partial(explain_total, self),
        }[name]()

    def _behind(self) -> None:
        row, at = self.current_row, self.view.currentIndex().column()
        if self.behind is None:
            return
        if row is None:
            self.refuse("Entries stand behind the figures of a budget line. Choose one of those.")
            return
        self.behind(row, self.model.columns[at].key)

    def _escape(self) -> None:
        if self.strip.isHidden() and self.left is not None:
            self.left()
        self.strip.hide()

    def _fill(self, text: str) -> None:
        editor = self.view.delegate.editor
        area = self.view.area()
        cells = [Typed(at, to, text) for at in self._records(area) for to in area.columns]
        said = self._attempt("Fill", cells)
        if editor is not None and said:
            editor.refuse(said)
        elif editor is not None:
            self.view.delegate.close(editor)
            self.view.setFocus()

    def _above(self) -> None:
        index = self.view.currentIndex()
        lines = self._records(Area(tuple(range(max(index.row(), 0))), ()))
        if lines:
            self._type_here(self._exact(lines[-1], index.column()))

    def _type_here(self, text: str) -> None:
        index = self.view.currentIndex()
        said = self.model.change_cell(index.row(), index.column(), text)
        if said:
            self.refuse(said)

    def _attempt(self, verb: str, cells: Sequence[Typed]) -> str:
        """Change those cells that may be as one step; say so, or return why none may."""
        try:
            done = pasting.carry_out(self.model, verb, pasting.sifted(self.model, cells))
        except Refusal as refusal:
            self.refuse(str(refusal))
            return str(refusal)
        (self.warn if done.left else self.say)(done.sentence)
        return ""

    def _takes_rows(self, line: int) -> bool:
        return not isinstance(self.model.line(line), Group)

    def _records(self, area: Area) -> list[int]:
        return [at for at in area.lines if self.model.row_at(at) is not None]

    def _below(self, top: int, count: int) -> list[int]:
        lines: list[int] = []
        at = top
        while len(lines) < count:
            if at >= self.model.rowCount() or self._takes_rows(at):
                lines.append(at)
            at += 1
        return lines

    def _exact(self, line: int, column: int) -> str:
        return str(self.model.index(line, column).data(Qt.ItemDataRole.EditRole) or "")

    def _exact_here(self) -> str:
        index = self.view.currentIndex()
        return self._exact(index.row(), index.column())

    def _copied(self, area: Area) -> list[list[clipboard.Cell]]:
        return [[self._cell(at, to) for to in area.columns] for at in area.lines]

    def _cell(self, line: int, column: int) -> clipboard.Cell:
        index = self.model.index(line, column)
        shown = str(index.data() or "")
        if isinstance(self.model.line(line), Adding):
            return clipboard.Cell("", "")
        exact = self._exact(line, column)
        return clipboard.Cell(shown, exact, self.model.columns[column].is_number)

    def _money(self, rows: Sequence[Any]) -> str:
        for column in self.model.columns:
            if column.kind in MONEYS and not column.formula:
                values = [column.value(row) for row in rows]
                pence = sum(value for value in values if isinstance(value, int))
                one = "It holds" if len(rows) == 1 else "They hold"
                return f" {one} {written(pence, Kind.MONEY)} of {column.title.casefold()}."
        return ""

    # What is told

    def _done(self, _label: str, result: object) -> None:
        self.strip.hide()
        index = self.view.currentIndex()
        if isinstance(result, int) and index.isValid():
            self.view.select_record(result, index.column())

    def _selected(self) -> None:
        self._pause.start(80)

    def _row_changed(self) -> None:
        self.row_changed.emit(self.current_row)

    def _arranged(self) -> None:
        self.view.cells.forget()
        self.view.viewport().update()
        self.row_changed.emit(self.current_row)
        self._pause.start(80)

    def _tell_selection(self) -> None:
        self.desk.tell_selection(self.selection_words())

    def selection_words(self) -> str:
        """Return the sum, average and count of the selected figures."""
        area = self.view.area()
        if len(area.lines) * len(area.columns) < 2:
            return ""
        if len(area.lines) * len(area.columns) > MOST_SUMMED:
            return f"Count {len(area.lines) * len(area.columns):,}"
        values: list[tuple[Value, Kind]] = []
        for line in self._records(area):
            row = self.model.row_at(line)
            values += [
                (column.value(row), column.kind_for(row))
                for column in (self.model.columns[at] for at in area.columns)
            ]
        known = [(value, kind) for value, kind in values if value is not None]
        numbers = [
            (value, kind)
            for value, kind in known
            if isinstance(value, (int, Decimal)) and not isinstance(value, bool)
        ]
        kinds = {kind for _, kind in numbers}
        if len(numbers) < 2 or len(kinds) != 1:
            return f"Count {len(known):,}" if known else ""
        return summary([value for value, _ in numbers], kinds.pop(), len(known))

    def _dress(self, _theme: object) -> None:
        self.view.fit_rows()
        self.columns.fit()
        self.totals.updateGeometry()
        self.view.header.updateGeometry()
