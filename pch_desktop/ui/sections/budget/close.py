"""Closing the month: what is looked at first, the closing, and what was closed when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pch_desktop.domain.budget_closing import ClosingCheck
from pch_desktop.reports.budget_closing import LOG, VERBS, sentence, standing, state
from pch_desktop.store import budget
from pch_desktop.store.budget import CheckRow, LoggedClosing
from pch_desktop.ui.closed_strip import reopen
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import button, card, label
from pch_desktop.ui.question import Question
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

ROW, LEAST = 30, 150
"""How high a check and the log stand at least; with large letters the page scrolls."""


class CloseView:
    """The checks, each with the verb that leads to its cell, over the log of closings."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk, self._ways = desk, ways
        self._month = desk.month
        self.finding = label("", "lead", wrap=True)
        self._checks = QGridLayout()
        self._checks.setHorizontalSpacing(14)
        self._checks.setVerticalSpacing(0)
        self._checks.setColumnStretch(1, 1)
        self._model: TableModel[LoggedClosing] = TableModel(LOG, noun="closing")
        self.grid = Grid(desk, self._model, "Months closed and opened again", key="budget closings")
        self.question = Question("about the month")
        self.sheet = Sheet(desk, self._laid_out())
        add = self.sheet.toolbar.add
        self.close = add("Close the month", "lock", self._close, "Its figures stay as they are")
        self.reopen = add("Reopen", "undo", self._reopen, "With a reason, kept in the history")

    def show_figures(self, figures: Figures) -> None:
        """Show whether the month at hand can be closed."""
        self._month = figures.month
        read = self._desk.file.read
        rows = read(budget.closing_checks, figures.month)
        is_closed = read(budget.is_closed, figures.month)
        self._model.show(read(budget.closing_log))
        self.finding.setText(standing(rows, figures.month, is_closed=is_closed))
        self._show_checks(rows, is_closed=is_closed)
        may = not self._desk.is_read_only
        words = f"Close {figures.month.words}"
        self.close.setText(f" {words}")
        self.close.setAccessibleName(words)
        is_ready = bool(rows) and all(row.is_met for row in rows)
        self.close.setEnabled(may and is_ready and not is_closed)
        self.reopen.setEnabled(may and is_closed)

    def _show_checks(self, rows: Sequence[CheckRow], *, is_closed: bool) -> None:
        while (old := self._checks.takeAt(0)) is not None:
            if (gone := old.widget()) is not None:
                gone.deleteLater()
        for at, row in enumerate(rows):
            how, words = label(state(row), "strong"), label(sentence(row), wrap=True)
            how.setProperty("look", "better" if row.is_met else "worse")
            self._checks.setRowMinimumHeight(at, self._desk.theme.px(ROW))
            self._checks.addWidget(how, at, 0)
            self._checks.addWidget(words, at, 1)
            if row.waiting and not is_closed:
                go = button(VERBS[row.check], partial(self._go, row), "link",
                            f"{VERBS[row.check]}: {sentence(row)}")  # fmt: skip
                self._checks.addWidget(go, at, 2, Qt.AlignmentFlag.AlignRight)

    def _go(self, row: CheckRow) -> None:
        """Lead to the cell, or the month, that a check waits for."""
        if row.month is not None:
            self._desk.choose_month(row.month)
        elif row.line_id is not None:
            self._ways_of(row.check)(row.line_id)

    def _ways_of(self, check: ClosingCheck) -> Callable[[int], None]:
        ways = self._ways
        match check:
            case ClosingCheck.ACTUALS:
                return ways.show_late
            case ClosingCheck.BUDGETS:
                return lambda line_id: ways.show_line(line_id, "annual")
            case ClosingCheck.MONTHS:
                return ways.show_month_budgets
            case ClosingCheck.REASONS:
                return lambda line_id: ways.write(line_id, "reason")
            case ClosingCheck.COMMENTARY:
                return lambda line_id: ways.write(line_id, "commentary")
            case _:
                return ways.show_entries

    def _close(self) -> None:
        month = self._month
        done = self._desk.edit(f"Close {month.words}", budget.close_month, month, datetime.now(UTC))
        if done is not None:
            self._desk.say(f"{month.words} is closed.")

    def _reopen(self) -> None:
        sentence = f"Why is {self._month.words} opened again?"
        self.question.ask(sentence, ("Reason",), "Reopen", self._reopened)

    def _reopened(self, told: Sequence[str]) -> Done[None] | None:
        return reopen(self._desk, self._month, told[0])

    def _laid_out(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        frame, inside = card()
        inside.addWidget(self.finding)
        inside.addLayout(self._checks)
        column.addWidget(self.question)
        column.addWidget(frame)
        self.grid.setMinimumHeight(self._desk.theme.px(LEAST))
        column.addWidget(self.grid, 1)
        return scrolling(page, self.grid)
