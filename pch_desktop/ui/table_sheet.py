"""A view whose middle is one table: its usual verbs, its groups, its empty state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QMenu, QPushButton

from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.sheet import Sheet

By = Callable[[Any], str]
NO_GROUPS = "none"


class TableSheet(Sheet):
    """A table to work in, with the side of the record chosen in it."""

    def __init__(self, grid: Grid, inspector: Inspector | None = None) -> None:
        self.grid = grid
        super().__init__(grid.desk, grid, inspector)
        self._groups: Mapping[str, By] = {}
        self._grouped_by = NO_GROUPS
        self._grouping: QPushButton | None = None
        self._empty: EmptyState | None = None
        self._is_begun = False
        add = self.toolbar.add
        add("Filter", "filter", grid.open_filter, "Show the rows that hold words (Ctrl+F)")

    def add_groups(self, groups: Mapping[str, By], chosen: str = NO_GROUPS) -> None:
        """Add a menu of what the rows may be grouped by, and group them."""
        self._groups = groups
        self._grouping = self.toolbar.add_menu(f"Group: {chosen}", "group", self.group_menu)
        self.group(chosen)

    def add_columns(self) -> None:
        """Add the menu of columns."""
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)

    def add_adding(self, words: str) -> None:
        """Add the verb that goes to the empty line."""
        made = self.toolbar.add(words, "plus", self.begin, "A new line at the end (Ctrl++)")
        made.setEnabled(not self.grid.desk.is_read_only)

    def offer_beginning(self, icon: str, purpose: str, verb: str) -> None:
        """Say, while there is no row, what the table is for, and offer to begin."""
        self._empty = EmptyState(self.grid.desk, icon, purpose, (verb, self.begin))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows; without any, what the table is for."""
        self.grid.model.show(rows)
        self._is_begun = self._is_begun and not rows
        self._show_emptiness(is_empty=not rows and not self._is_begun)

    def begin(self) -> None:
        """Go to the empty line, where a new record is typed."""
        self._is_begun = True
        self._show_emptiness(is_empty=False)
        self.grid.add()

    def group(self, words: str) -> None:
        """Group the rows by one of the groups, or by none."""
        self._grouped_by = words
        self.grid.group(self._groups.get(words))
        if self._grouping is not None:
            show_choice(self._grouping, f"Group: {words}")

    def group_menu(self) -> QMenu:
        """Return the menu of what the rows may be grouped by."""
        names = [(words, words.capitalize()) for words in (NO_GROUPS, *self._groups)]
        return choice_menu(self, names, self._grouped_by, self.group)

    def _show_emptiness(self, *, is_empty: bool) -> None:
        if self._empty is not None:
            self.show_empty(self._empty, is_empty=is_empty)
