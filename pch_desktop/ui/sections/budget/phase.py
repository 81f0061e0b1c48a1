"""How far the money has moved: what each phase allows, and the way to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_phases import FACTS, next_phase, printed
from pch_desktop.reports.budget_versions import PHASES, PhaseRow, phase_rows
from pch_desktop.reports.words import uncapped
from pch_desktop.store import budget, trail
from pch_desktop.store.budget.readiness import readiness
from pch_desktop.store.trail import Change
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.parts import card, label
from pch_desktop.ui.question import Question
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

MOST_CHANGES = 5
LEAST = 200
"""How high the table stands at least; with large letters the page scrolls."""


class PhaseView:
    """The phases side by side, the one at hand marked, and the steps on and back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._model: TableModel[PhaseRow] = TableModel(PHASES, noun="phase")
        self.grid = Grid(desk, self._model, "What each phase allows", key="budget phases")
        if not desk.layout("budget phases"):
            self.grid.columns.hide("shows")
        self.question = Question("about the phase")
        self.now = label("", "lead", wrap=True)
        self.next = label("", "body", wrap=True)
        self.changes = label("", "secondary", wrap=True)
        self.sheet = Sheet(desk, self._laid_out())
        self.sheet.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        add = self.sheet.toolbar.add
        self.back = add("Back", "left", partial(self._turn, -1), "To the phase before")
        self.on = add("On", "right", partial(self._turn, 1), "To the phase after")

    def show_figures(self, figures: Figures) -> None:
        """Show the phase of the year at hand."""
        self._figures = figures
        steps = self._desk.file.read(readiness)
        phase, year = figures.phase, figures.year
        rows = phase_rows(phase, steps)
        self._model.show(rows)
        mark = f" Every page says {printed(phase)}." if printed(phase) else ""
        facts = FACTS[phase]
        self.now.setText(
            f"{figures.month.financial_year} is in the {phase.value} phase. "
            f"Who holds the money: {uncapped(facts.holder)}. "
            f"What is shown: {uncapped(facts.shows)}.{mark}"
        )
        after = next_phase(phase)
        ready = next((row.readiness for row in rows if row.phase is after), "")
        self.next.setText(
            f"Next: {after.value}. {FACTS[after].shows}. Readiness for it: {uncapped(ready)}."
            if after
            else "This is the last phase."
        )
        self.changes.setText(self._history())
        for verb, way, step in ((self.on, "On", 1), (self.back, "Back", -1)):
            to = self._to(step)
            words = f"{way} to {to.value}" if to else f"{way} is no further phase"
            verb.setText(f" {words if to else way}")
            verb.setAccessibleName(words)
            verb.setEnabled(year is not None and to is not None and not self._desk.is_read_only)

    def _to(self, step: int) -> Phase | None:
        order = list(Phase)
        phase = self._figures.phase if self._figures else Phase.SHADOW
        at = order.index(phase) + step
        return order[at] if 0 <= at < len(order) else None

    def _turn(self, step: int) -> None:
        to = self._to(step)
        if to is not None:
            sentence = f"Why does the budget go {'on' if step > 0 else 'back'} to {to.value}?"
            self.question.ask(
                sentence, ("Note for the history",), f"Go to {to.value}",
                lambda told: self._turned(to, told),
            )  # fmt: skip

    def _turned(self, to: Phase, told: Sequence[str]) -> Done[None] | None:
        year = self._figures.year if self._figures else None
        if year is None:
            return None
        change = asks.phase(year.year, to)
        note = " ".join(told[0].split())
        label_ = f"{change.label}: {note}" if note else change.label
        return self._desk.edit(label_, budget.set_phase, year.year, to)

    def _history(self) -> str:
        year = self._figures.year if self._figures else None
        if year is None:
            return ""
        found = [
            step
            for step in self._desk.file.read(trail.row_history, "budget_year", year.id)
            if step.row.change is Change.CHANGED
            and any(column.column == "phase" for column in step.row.columns)
        ]
        lines = [
            f"{step.at.astimezone():%d %b %Y}, {step.who}: {step.label}".lstrip("0")
            for step in found[:MOST_CHANGES]
        ]
        return "\n".join(lines) or "No change of phase so far."

    def _laid_out(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        frame, words = card()
        for part in (self.now, self.next):
            words.addWidget(part)
        log, steps = card("Changes of phase")
        steps.addWidget(self.changes)
        column.addWidget(self.question)
        column.addWidget(frame)
        self.grid.setMinimumHeight(self._desk.theme.px(LEAST))
        column.addWidget(self.grid, 1)
        column.addWidget(log)
        return scrolling(page, self.grid)
