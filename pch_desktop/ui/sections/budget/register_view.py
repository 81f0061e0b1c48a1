"""A register of the shadow budget: a sentence of its finding over a table that is typed into."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

LEAST_HEIGHT = 250
"""Below so many pixels at 100 percent the table needs the finding's place."""
Choices = Callable[[Desk, Figures], tuple[str, ...]]
"""The words a column offers, as the file stands."""
Verb = tuple[str, str, Callable[[], object], str]
"""What a button says, its picture, what it does, and its hint."""


def _no_choices() -> Mapping[str, Choices]:
    return {}


@dataclass(frozen=True, slots=True)
class Register:
    """What makes one register: its columns, its rows, its words."""

    name: str
    """What the table is called, for a screen reader too."""
    key: str
    """What its columns' places are kept by on this PC."""
    noun: str
    columns: Callable[[Figures], tuple[Column[Any], ...]]
    read: Callable[[Desk, Figures], Sequence[Any]]
    finding: Callable[[Sequence[Any], Figures], str]
    purpose: str
    """What it is for, while it is empty."""
    first: str
    """The words of the button that begins it."""
    hidden: tuple[str, ...] = ()
    """The columns that are out of sight until somebody wants them."""
    choices: Mapping[str, Choices] = field(default_factory=_no_choices)
    """By column: what may be chosen there."""


class RegisterView(TableSheet):
    """A register's table, its finding above, and the side of the record chosen."""

    def __init__(
        self,
        desk: Desk,
        register: Register,
        edits: Edits[Any],
        inspector: Inspector | None = None,
    ) -> None:
        self._desk = desk
        self._register = register
        self._model: TableModel[Any] = TableModel(self._columns(None), edits, noun=register.noun)
        grid = Grid(desk, self._model, register.name, key=register.key)
        super().__init__(grid, inspector)
        if not desk.layout(register.key):
            grid.columns.hide(*register.hidden)
        self.add_columns()
        self.add_adding(f"Add {register.noun}")
        self.finding = label("", "strong", wrap=True)
        self.finding.setAccessibleName(f"Finding: {register.name}")
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.finding)
        self.offer(self.begin)

    @property
    def sheet(self) -> RegisterView:
        """What stands in the window."""
        return self

    def offer(self, begin: Callable[[], object]) -> None:
        """Say, while there is no row, what the register is for, and how to begin."""
        register = self._register
        action = (register.first, begin)
        self._empty = EmptyState(self._desk, "table", register.purpose, action)

    def add_verb(self, verb: Verb) -> None:
        """Add a verb to the toolbar; it rests while the file can only be read."""
        words, icon, press, hint = verb
        made = self.toolbar.add(words, icon, press, hint)
        made.setEnabled(not self._desk.is_read_only)

    def show_figures(self, figures: Figures) -> None:
        """Show the register as it stands at the month's end."""
        rows = self._register.read(self._desk, figures)
        self._model.columns = self._columns(figures)
        self.grid.view.header.viewport().update()
        self.finding.setText(self._register.finding(rows, figures))
        self.grid.view.setAccessibleDescription(self.finding.text())
        self.show_rows(rows)
        self._fit()
        self._desk.tell_rows(plural(len(rows), self._register.noun))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_record(self, record_id: int) -> None:
        """Select a record."""
        self.grid.select_record(record_id, self._model.columns[0].key)
        self.grid.setFocus()

    def _fit(self) -> None:
        """Let the finding go where little room is left for rows; it is still said aloud."""
        has_room = self.height() >= self._desk.theme.px(LEAST_HEIGHT)
        self.finding.setVisible(bool(self._model.rows) and has_room)

    def _columns(self, figures: Figures | None) -> tuple[Column[Any], ...]:
        choices = self._register.choices
        if figures is None:
            return self._register.columns(Figures(self._desk.month, "", None, (), ()))
        return tuple(
            replace(column, kind=Kind.WORD, words=choices[column.key](self._desk, figures))
            if column.key in choices
            else column
            for column in self._register.columns(figures)
        )
