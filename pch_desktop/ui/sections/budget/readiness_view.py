"""The readiness list: what must be in place before each phase, and what shows it."""

from __future__ import annotations

from pch_desktop.domain.budget_phases import next_phase
from pch_desktop.imports.readiness import ready_steps
from pch_desktop.reports import budget_readiness as report
from pch_desktop.reports.table import Column
from pch_desktop.reports.words import shown
from pch_desktop.store.budget import readiness
from pch_desktop.store.budget.readiness import ReadinessRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.budget import register_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.register_view import Register, RegisterView

PURPOSE = (
    "Keep the list of what must be in place before the money moves on: who sees to each step, "
    "when it was done, and what shows it. The ready list is made of what the first sites wrote."
)


class ReadinessView(RegisterView):
    """The steps under their phases, and the ready list to begin with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, REGISTER, asks.edits(desk, "steps"))
        self.add_groups({"phase": _heading}, "phase")
        hint = "Add the steps of the ready list that are not here yet, each with its source"
        self.add_verb(("Ready list", "compass", self.add_ready, hint))
        self.offer(self.add_ready)

    def show_figures(self, figures: Figures) -> None:
        """Show how far each phase is prepared; at the right the one that comes next."""
        super().show_figures(figures)
        phase = next_phase(figures.year.phase) if figures.year else None
        rows = self._desk.file.read(readiness.readiness)
        self.toolbar.set_aside(report.progress(rows, phase) if phase else "")

    def add_ready(self) -> None:
        """Add the steps of the ready list that are not there yet."""
        self._desk.edit("Add the ready list", readiness.add_ready_steps, ready_steps())


def _heading(row: ReadinessRow) -> str:
    return f"Before {shown(row.phase.value)}"


def _columns(_figures: Figures) -> tuple[Column[ReadinessRow], ...]:
    return (*report.READINESS, SOURCE)


def _source(row: ReadinessRow) -> str | None:
    """Return where the ready list has a step from; nothing for a step in words of one's own."""
    sources = {step.words.casefold(): step.source for step in ready_steps()}
    return sources.get(row.words.casefold())


SOURCE: Column[ReadinessRow] = Column(
    "source", "Who says so", _source, help="Where the ready list has it from.", width=26
)


REGISTER = Register(
    name="Readiness",
    key="readiness",
    noun="step",
    columns=_columns,
    read=lambda desk, _figures: desk.file.read(readiness.readiness),
    finding=lambda rows, _figures: report.finding(rows),
    purpose=PURPOSE,
    first="Use the ready list",
)
