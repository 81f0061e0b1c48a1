"""What would change and what is left out: exactly what is committed, looked through first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.imports.plan import ImportPlan
from pch_desktop.reports.table import Column
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.importing.lines import (
    CHANGE_COLUMNS,
    LEFT_OUT_COLUMNS,
    MOST,
    change_lines,
    first_columns,
    first_rows,
    left_out,
    notes,
)
from pch_desktop.ui.importing.looking import Seen
from pch_desktop.ui.importing.names_view import NamesView
from pch_desktop.ui.parts import label
from pch_desktop.ui.table_model import TableModel

CHANGES, LEFT_OUT, FIRST_ROWS, NOTES, LINES = range(5)


class PlanView(QWidget):
    """Five views of one plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Views of what would be brought in")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stage = QStackedWidget()
        self._changes = self._table(CHANGE_COLUMNS, "What would change", "value")
        self._left_out = self._table(LEFT_OUT_COLUMNS, "Rows left out", "row")
        self._first = QWidget()
        self.notes = QListWidget()
        self.notes.setAccessibleName("What was noticed")
        self.notes.setWordWrap(True)
        self.notes.setAlternatingRowColors(True)
        self.names = NamesView(desk)
        self._nothing = label("", "lead", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._changed = QStackedWidget()
        self._changed.addWidget(self._changes[0])
        self._changed.addWidget(_framed(self._nothing))
        for title, view in (
            ("Changes", self._changed),
            ("Left out", self._left_out[0]),
            ("First rows", self._first),
            ("Notes", _framed(self.notes)),
            ("Lines", self.names),
        ):
            self.tabs.addTab(title)
            self._stage.addWidget(view)
        self.tabs.currentChanged.connect(self._stage.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self._stage, 1)

    @property
    def changes(self) -> Grid:
        """The table of what would change."""
        return self._changes[0]

    @property
    def left_out(self) -> Grid:
        """The table of rows left out."""
        return self._left_out[0]

    @property
    def first_rows(self) -> Grid | None:
        """The table of the sheet's first rows, where it is a sheet of one's own."""
        return self._first if isinstance(self._first, Grid) else None

    def show_seen(self, seen: Seen) -> None:
        """Show a plan, or as much as is known before there is one."""
        plan = seen.plan
        self._show_first(seen)
        lines = change_lines(plan) if plan else ()
        out = left_out(plan) if plan else ()
        said = notes(plan) if plan else ()
        self._changes[1].show(lines)
        self._group(plan)
        self._left_out[1].show(out)
        self.notes.clear()
        self.notes.addItems(list(said))
        self._show_nothing(plan)
        count = len(plan.changes) if plan else 0
        rows = plan.rows_refused if plan else 0
        self.tabs.setTabText(CHANGES, f"Changes  {count:,}" if plan else "Changes")
        self.tabs.setTabText(LEFT_OUT, f"Left out  {rows:,}" if plan else "Left out")
        self.tabs.setTabText(NOTES, f"Notes  {len(said):,}" if plan else "Notes")
        unknown = self.names.show_seen(seen)
        self.tabs.setTabText(LINES, f"Lines  {unknown:,} to say" if unknown else "Lines")
        self.tabs.setTabVisible(LINES, bool(plan and plan.named))
        self.tabs.setTabVisible(FIRST_ROWS, seen.sheet is not None)
        if plan is None and seen.sheet is not None:
            self.tabs.setCurrentIndex(FIRST_ROWS)
        elif plan is not None and not self.tabs.isTabVisible(self.tabs.currentIndex()):
            self.tabs.setCurrentIndex(CHANGES)

    def _group(self, plan: ImportPlan | None) -> None:
        is_several = plan is not None and len({one.table for one in plan.changes}) > 1
        grid, model = self._changes
        grid.view.setColumnHidden(model.column_at("table"), is_several)
        grid.columns.fit()
        grid.group((lambda line: line.group) if is_several else None)

    def _show_nothing(self, plan: ImportPlan | None) -> None:
        is_nothing = plan is None or not plan.changes
        self._changed.setCurrentIndex(int(is_nothing))
        if plan is None:
            words = "What would change is shown here once the question above is answered."
        elif plan.rows_kept:
            words = "Everything it says stands in the locality already. There is nothing to change."
        else:
            words = "None of its rows is for this locality. Why is under Left out, and in Notes."
        self._nothing.setText(words if is_nothing else "")
        if plan is not None and len(self._changes[1].rows) >= MOST:
            self._changes[0].say(f"The first {MOST:,} values are listed; all are brought in.")

    def _show_first(self, seen: Seen) -> None:
        sheet = seen.sheet
        if sheet is None:
            return
        model: TableModel[Any] = TableModel(first_columns(sheet, seen.matches), noun="row")
        model.show(first_rows(sheet))
        grid = Grid(self._desk, model, "The first rows as they stand there")
        self._stage.removeWidget(self._first)
        self._first.deleteLater()
        self._first = grid
        self._stage.insertWidget(FIRST_ROWS, grid)
        self._stage.setCurrentIndex(self.tabs.currentIndex())

    def _table(
        self, columns: tuple[Column[Any], ...], name: str, noun: str
    ) -> tuple[Grid, TableModel[Any]]:
        model: TableModel[Any] = TableModel(columns, noun=noun)
        return Grid(self._desk, model, name), model


def _framed(inside: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("look", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(6, 6, 6, 6)
    column.addWidget(inside)
    return made
