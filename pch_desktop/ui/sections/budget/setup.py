"""How the lines are set up: who pays, what they are weighted by, how they are spread."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pch_desktop.domain.budget import (
    ContractForm,
    Controllability,
    Method,
    Phase,
    Profile,
    Scope,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.services import Focus
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks, ready
from pch_desktop.ui.sections.budget.columns import setup_columns
from pch_desktop.ui.sections.budget.figures import PHASES, Figures
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

SELDOM = (
    *("contract_form", "controllability", "is_income", "code", "payer"),
    *("reason_out", "funding_source", "funded_to", "is_in_share"),
)


class SetupView:
    """Every line, in scope or not, with what a manager seldom changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        self._model = TableModel(setup_columns(), self._edits(), noun="line")
        self.grid = Grid(desk, self._model, "How the lines are set up", key="budget setup")
        if not desk.layout("budget setup"):
            self.grid.columns.hide(*SELDOM)
        self.sheet = Sheet(desk, self.grid)
        add = self.sheet.toolbar.add
        add("Filter", "filter", self.grid.open_filter, "Show the lines that hold words (Ctrl+F)")
        self.sheet.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        add("Up", "up", lambda: self._move(-1), "Let the line change places with the one above")
        add("Down", "down", lambda: self._move(1), "Let the line change places with the one below")
        self.sheet.toolbar.add_menu("Add lines", "plus", self._adds)
        self._phase = self.sheet.toolbar.add_menu("Phase", "lock", self._phases)

    def show_figures(self, figures: Figures) -> None:
        """Show how each line is set up."""
        self._figures = figures
        self._model.show(figures.lines)
        self.sheet.toolbar.set_aside(plural(len(figures.lines), "line"))
        year = figures.year
        self._phase.setEnabled(year is not None)
        self._phase.setToolTip("How far the money has moved to the locality")
        words = f"Phase: {year.phase.value}" if year else "Phase"
        self._phase.setText(f" {words}")
        self._phase.setAccessibleName(words)

    def _adds(self) -> QMenu:
        menu = QMenu(self.sheet)
        for words, add in (
            ("A new line at the end (Ctrl++)", self.grid.add),
            ("Start from the ready lines", lambda: ready.add_standard(self._desk)),
            ("The network contract's lines, 2025/26", lambda: ready.add_network(self._desk)),
        ):
            menu.addAction(words, add)
        return menu

    def _phases(self) -> QMenu:
        menu = QMenu(self.sheet)
        year = self._figures.year if self._figures else None
        for phase in Phase:
            made = QAction(PHASES[phase], menu)
            made.setCheckable(True)
            made.setChecked(year is not None and year.phase is phase)
            made.triggered.connect(lambda _on=False, phase=phase: self.choose_phase(phase))
            menu.addAction(made)
        return menu

    def choose_phase(self, phase: Phase) -> None:
        """Say how far the money has moved."""
        year = self._figures.year if self._figures else None
        if year is not None and year.phase is not phase:
            change = asks.phase(year.year, phase)
            self._desk.edit(change.label, change.command, *change.args)

    def _move(self, step: int) -> None:
        line: LineRow | None = self.grid.current_row
        if line is None:
            self.grid.refuse("Choose a budget line first.")
        elif self._model.arrangement.sorts:
            self.grid.refuse("The lines are sorted. Choose “Columns as they were”, then move them.")
        else:
            way = "up" if step < 0 else "down"
            self._desk.edit(f"Move {line.name} {way}", budget.move_line, line.id, step)

    def _edits(self) -> Edits[LineRow]:
        return Edits(
            self._desk,
            {
                "name": asks.field("name"),
                "code": asks.field("code"),
                "sector": asks.word("sector", Sector),
                "provider": asks.provider,
                "payer": asks.field("payer"),
                "scope": asks.word("scope", Scope),
                "weighted_by": asks.weighting,
                "baseline": asks.baseline,
                "non_recurrent": asks.field("non_recurrent_pence"),
                "annual": asks.field("annual_pence"),
                "profile": asks.word("profile", Profile),
                "method": asks.word("method", Method),
                "focus": asks.word("focus", Focus),
                "owner": asks.field("owner"),
                "contract_form": asks.word("contract_form", ContractForm),
                "controllability": asks.word("controllability", Controllability),
                "is_income": asks.field("is_income"),
                "reason_out": asks.field("reason_out"),
                "funding_source": asks.field("funding_source"),
                "funded_to": asks.field("funded_to"),
                "is_in_share": asks.field("is_in_share"),
            },
            lambda values: asks.adding(self._desk.month.financial_year, values, self._last_sector),
            asks.removing,
        )

    @property
    def _last_sector(self) -> Sector:
        rows = self._model.rows
        return rows[-1].sector if rows else Sector.PRIMARY
