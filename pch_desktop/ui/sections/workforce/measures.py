"""Every measure of the workforce on the day: of the locality, or by one of its parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from pch_desktop.reports.words import plural, shown
from pch_desktop.reports.workforce_day import heads, team_day
from pch_desktop.reports.workforce_measure import MEASURES, Measured, MeasureRow
from pch_desktop.reports.workforce_measures import finding, measured, rows_of, values_before
from pch_desktop.reports.workforce_scopes import (
    BY_PRACTICE,
    OF_LISTS,
    SCOPED,
    SCOPES,
    scope_columns,
    scope_rows,
)
from pch_desktop.store import workforce
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.measures_side import MeasuresSide
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_parts import hide_at_first, plain_grid

KEY = "workforce measures"
WHOLE = "whole locality"
READS = frozenset(
    {
        *("post", "assignment", "person", "role", "partner", "practice", "deployment", "site"),
        *("setting", "list_snapshot", "weighted_population", "absence_month", "recruitment"),
    }
)
EMPTY = (
    "Whole-time equivalents, heads, vacancies, turnover, sickness and patients per GP are worked "
    "out here from posts, the people in them, and the lists of the practices."
)


class MeasuresView(Sheet):
    """A row for each measure, or for each practice, employer, staff group or role."""

    def __init__(self, desk: Desk, at: AsAt, begin: Callable[[], object]) -> None:
        self._desk, self._at = desk, at
        self.scope = WHOLE
        self._now: Measured | None = None
        self.grid = plain_grid(desk, MEASURES, "Measures", KEY, "measure")
        self.scoped = _scoped(desk)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.grid)
        self._stage.addWidget(self.scoped)
        self._stage.setFocusProxy(self.grid)
        self.side = MeasuresSide(desk)
        super().__init__(desk, self._stage, self.side)
        hide_at_first(desk, self.grid, KEY, "how", "source")
        self._empty = EmptyState(desk, "workforce", EMPTY, ("Go to posts", begin))
        self.finding = label("", "strong", wrap=True)
        self.finding.setAccessibleName("Finding: measures")
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.finding)
        self._scope = self.toolbar.add_menu(f"Of: {WHOLE}", "group", self.scope_menu)
        self._scope.setToolTip("The whole locality, or a row for each of its parts")
        self.toolbar.add("Filter", "filter", self._find, "Find (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self._columns)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.read_before)
        self.grid.row_changed.connect(self._row_changed)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    @property
    def in_sight(self) -> Grid:
        """The table in sight."""
        return self.grid if self.scope == WHOLE else self.scoped

    def read(self) -> None:
        """Show the measures of the day."""
        file, day = self._desk.file, self._at.day
        self.side.show_rules(file.read(workforce.rules))
        if self.scope == WHOLE:
            self._now = measured(file, day)
            rows = rows_of(self._now, {})
            self.grid.model.show(rows)
            self._later.start(0)  # The day itself is painted first.
            self.finding.setText(finding(rows))
            self.toolbar.set_aside(plural(len(rows), "measure"))
            is_empty = not rows
        else:
            team = team_day(file, day)
            made = scope_rows(team, self.scope)
            self.scoped.model.show(made)
            people = plural(heads(team.work), "person", "people")
            self.toolbar.set_aside(f"{people} in all, each counted once")
            is_empty = not made
        self.finding.setVisible(self.scope == WHOLE and not is_empty)
        self.show_empty(self._empty, is_empty=is_empty)

    def read_before(self) -> None:
        """Show the same a year before beside the measures, unless they are out of sight by now."""
        if self._now is not None and self.isVisible() and self.scope == WHOLE:
            before = values_before(self._desk.file, self._now.team.day)
            self.grid.model.show(rows_of(self._now, before))
            self._row_changed(self.grid.current_row)

    def show_scope(self, scope: str) -> None:
        """Show the whole locality, or a row for each of its parts."""
        self.scope = scope
        show_choice(self._scope, f"Of: {scope}" if scope == WHOLE else f"By {scope}")
        if scope != WHOLE:
            titled = scope_columns(scope)[0]
            self.scoped.model.columns = (titled, *SCOPED[1:])
            for key in OF_LISTS:
                at = self.scoped.model.column_at(key)
                self.scoped.view.setColumnHidden(at, scope != BY_PRACTICE)
            self.scoped.view.header.viewport().update()
        self._stage.setCurrentWidget(self.in_sight)
        self._stage.setFocusProxy(self.in_sight)
        self.read()
        self._row_changed(self.in_sight.current_row)

    def scope_menu(self) -> QMenu:
        """Return the menu of what the measures are of."""
        words = [(WHOLE, shown(WHOLE))]
        words += [(each, f"By {each}") for each in (BY_PRACTICE, *SCOPES)]
        return choice_menu(self, words, self.scope, self.show_scope)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start(0)

    def _find(self) -> None:
        self.in_sight.open_filter()

    def _columns(self) -> QMenu:
        return self.in_sight.columns.menu()

    def _row_changed(self, row: object) -> None:
        self.side.show_measure(row if isinstance(row, MeasureRow) else None)


def _scoped(desk: Desk) -> Grid:
    return plain_grid(desk, SCOPED, "Measures by part", f"{KEY} by part", "row")
