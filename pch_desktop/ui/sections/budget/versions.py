"""The versions of the year's budget, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pch_desktop.domain import typed
from pch_desktop.domain.budget import VersionStatus
from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.budget_versions import (
    VERSIONS,
    ComparedRow,
    compared,
    comparing,
    comparison,
)
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.store.budget import VersionRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import label, row
from pch_desktop.ui.question import Question
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

PURPOSE = (
    "A version of the budget is submitted and approved, and stays as it was approved. Add the "
    "budget's lines first."
)
TALL, LEAST = 150, 200
"""How high the list of versions stands, and the least a comparison needs; else it scrolls."""


class VersionsView:
    """The list of versions over a comparison of two."""

    def __init__(self, desk: Desk, ways: Ways) -> None:
        self._desk = desk
        self._year = desk.month.financial_year
        self._rows: Sequence[VersionRow] = ()
        cells = {key: _said(key) for key in ("words", "minute_reference")}
        self._versions = TableModel(VERSIONS, Edits(desk, cells), noun="version")
        self.grid = Grid(desk, self._versions, "Versions of the budget", key="budget versions")
        sides = comparison("Earlier version", "Later version")
        self._compared: TableModel[ComparedRow] = TableModel(sides, noun="line")
        self.comparison = Grid(desk, self._compared, "Two versions side by side")
        self.first, self.second = _choice("Earlier version"), _choice("Later version")
        for choice in (self.first, self.second):
            choice.currentIndexChanged.connect(self._compare)
        self.question = Question("about the version")
        self.finding = label("", "secondary", wrap=True)
        self.sheet = Sheet(desk, self._laid_out())
        self._verbs()
        self._empty = EmptyState(desk, "budget", PURPOSE, ("Add lines", ways.show_setup))

    def show_figures(self, figures: Figures) -> None:
        """Show the versions of the year at hand."""
        self._year = figures.month.financial_year
        self._rows = self._desk.file.read(budget.versions, self._year)
        self._versions.show(self._rows)
        self.sheet.show_empty(self._empty, is_empty=not self._rows)
        self.sheet.toolbar.set_aside(plural(len(self._rows), "version") if self._rows else "")
        self._allow()
        self._offer()
        self._compare()

    def _verbs(self) -> None:
        add = self.sheet.toolbar.add
        self.submit = add("Submit", "up", self._submit, "Hand the draft in for approval")
        self.back = add("Back to draft", "undo", self._back, "Take a submitted version back")
        self.approve = add("Approve", "check", self._approve, "With its day and its minute")
        self.new = add("New version", "plus", self._new, "The approved one stays as it is")
        self.begin = add("Begin next year", "right", self._begin, "Next year's budget from this")

    def _allow(self) -> None:
        """Let those verbs be pressed that the newest version can take."""
        status = self._rows[0].status if self._rows else None
        may = status is not None and not self._desk.is_read_only
        self.submit.setEnabled(may and status is VersionStatus.DRAFT)
        self.back.setEnabled(may and status is VersionStatus.SUBMITTED)
        self.approve.setEnabled(may and status is VersionStatus.SUBMITTED)
        self.new.setEnabled(may and status is VersionStatus.APPROVED)
        self.begin.setEnabled(may)
        self.begin.setText(f" Begin {self._year.plus(1)}")
        self.begin.setAccessibleName(f"Begin {self._year.plus(1)}")

    @property
    def _newest(self) -> str:
        return f"version {self._rows[0].number} of {self._year}" if self._rows else ""

    def _submit(self) -> None:
        today = datetime.now().astimezone().date()
        self._desk.edit(f"Submit {self._newest}", budget.submit_version, self._year, today)

    def _back(self) -> None:
        self._desk.edit(f"Take {self._newest} back to draft", budget.back_to_draft, self._year)

    def _approve(self) -> None:
        sentence = f"When was {self._newest} approved, and where is it minuted?"
        self.question.ask(sentence, ("Approved on", "Minute"), "Approve", self._approved)

    def _approved(self, told: Sequence[str]) -> Done[None] | None:
        day = self._desk.attempt(lambda: typed.day(told[0]))
        if day is None:
            return None
        label_ = f"Approve {self._newest}"
        return self._desk.edit(label_, budget.approve_version, self._year, day.result, told[1])

    def _new(self) -> None:
        sentence = "What is the new version for? The approved one stays as it is."
        self.question.ask(sentence, ("Made for",), "Make it", self._made)

    def _made(self, told: Sequence[str]) -> Done[int] | None:
        number = self._rows[0].number + 1
        label_ = f"Make version {number} of {self._year}"
        return self._desk.edit(label_, budget.new_version, self._year, told[0])

    def _begin(self) -> None:
        after = self._year.plus(1)
        done = self._desk.edit(f"Begin {after}", budget.begin_next_year, self._year)
        if done is not None:
            self.grid.say(begun(after, done.result))

    def _offer(self) -> None:
        """Offer the versions for comparison: the newest with the one before, unless chosen."""
        ids = [each.id for each in self._rows]
        usual = (ids[1] if len(ids) > 1 else ids[0], ids[0]) if ids else (None, None)
        for choice, other in zip((self.first, self.second), usual, strict=True):
            was = choice.currentData()
            known = [choice.itemData(at) for at in range(choice.count())]
            kept = was if was in ids and known == ids else other
            choice.blockSignals(True)
            choice.clear()
            for each in self._rows:
                choice.addItem(f"{each.name}, {each.status.value}", each.id)
            choice.setCurrentIndex(ids.index(kept) if kept in ids else -1)
            choice.blockSignals(False)

    def _compare(self, *_at: int) -> None:
        by_id = {each.id: each for each in self._rows}
        first = by_id.get(self.first.currentData())
        second = by_id.get(self.second.currentData())
        if first is None or second is None:
            self._compared.show(())
            self.finding.setText("")
            return
        read = self._desk.file.read
        rows = compared(read(budget.version_lines, first.id), read(budget.version_lines, second.id))
        self._compared.columns = comparison(first.name, second.name)
        self._compared.show(rows)
        self.comparison.view.header.viewport().update()
        is_one = first.id == second.id
        self.finding.setText("There is one version so far." if is_one else comparing(rows))

    def _laid_out(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.grid.setFixedHeight(self._desk.theme.px(TALL))
        column.addWidget(self.question)
        column.addWidget(self.grid)
        column.addLayout(
            row(label("Compare", "strong"), self.first, label("with"), self.second, None)
        )
        column.addWidget(self.finding)
        self.comparison.setMinimumHeight(self._desk.theme.px(LEAST))
        column.addWidget(self.comparison, 1)
        return scrolling(page, self.grid)


def begun(after: FinancialYear, made: budget.NextYear) -> str:
    """Return what became of the lines when the next year was begun."""
    said = f"{after} is begun as a draft with {plural(made.lines, 'line')}."
    if made.left_out:
        said += f" Left out, as their funding ends on 31 March: {', '.join(made.left_out)}."
    if made.reversed:
        said += f" {plural(made.reversed, 'accrual')} of March taken back in April."
    return said


def _said(field: str) -> CellEdit[VersionRow]:
    words = {"words": "what it was made for", "minute_reference": "the minute"}[field]

    def change(version: VersionRow, value: Value) -> Change:
        label_ = f"Change {words} of {version.name.lower()}"
        return Change(label_, budget.set_version, (version.id, field, value), version.name)

    return change


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(20)
    return made
