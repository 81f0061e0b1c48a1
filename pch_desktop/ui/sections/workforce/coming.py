"""Starters and leavers: who came and went in a period, and why."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu, QVBoxLayout

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import LeavingReason
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import shown, written
from pch_desktop.reports.workforce_flow import FLOWS, FlowRow, flow_measures, flow_rows, periods
from pch_desktop.reports.workforce_flow_months import reasons
from pch_desktop.reports.workforce_flow_words import finding
from pch_desktop.store import workforce
from pch_desktop.ui.asking import Meaning, as_typed, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.coming_side import ComingSide
from pch_desktop.ui.sections.workforce.leaving import Leaving
from pch_desktop.ui.sections.workforce.starting import Starting
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import choices, hide_at_first

KEY = "workforce starters and leavers"
READS = frozenset({"assignment", "person", "post", "role", "partner", "recruitment", "setting"})
EMPTY = (
    "Nobody has started or left in this period. Record who starts and who leaves, and turnover, "
    "stability and the charts follow."
)
CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "leaving_reason": ("leaving_reason", "reason for leaving", word(LeavingReason)),
    "destination": ("destination", "where they went", as_typed),
}


def of_leaver(field: str, words: str, turn: Meaning = as_typed) -> CellEdit[FlowRow]:
    """Return how what is known of somebody's going is changed."""

    def ask(row: FlowRow, value: Value) -> Change:
        if not row.has_gone:
            raise Refusal("Only who has gone has a reason. Choose the line of a leaver.")
        label_ = f"Change {words} of {row.person} in {row.post} {row.role}"
        args = (row.assignment_id, field, turn(value))
        return Change(label_, workforce.set_assignment, args, row.person)

    return ask


class ComingView(Sheet):
    """Who started, left, moved or changed hours, in groups that add up; the figures beside."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self._chosen = 0
        self.question = Question("about who starts or leaves")
        self.starting = Starting(desk, at, self.question)
        self.leaving = Leaving(desk, at, self.question)
        cells = {key: of_leaver(*told) for key, told in CELLS.items()}
        self.model: TableModel[FlowRow] = TableModel(FLOWS, Edits(desk, cells), noun="line")
        self.grid = Grid(desk, self.model, "Starters and leavers", key=KEY)
        self.side = ComingSide(desk)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "flow", "post")
        self.grid.group(lambda row: shown(row.flow.value))
        self._empty = EmptyState(
            desk, "population", EMPTY, ("Record a starter", self.starting.ask),
            also=("Record a leaver", self.leaving.ask),
        )  # fmt: skip
        self._add_verbs()
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.question)
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the period up to the day."""
        day = self._at.day
        words, (since, until) = tuple(periods(day).items())[self._chosen]
        rows = flow_rows(self._desk.file, since, until)
        self._period.setText(f" Period: {words}")
        self.model.show(rows)
        self.show_empty(self._empty, is_empty=not rows)
        self.toolbar.set_aside(finding(rows) if rows else "")
        title = f"{words}, to {written(until, Kind.DATE)}"
        self.side.show_figures(title, reasons(rows), flow_measures(self._desk.file, until))

    def choose(self, words: str) -> None:
        """Look at another period, by its words."""
        self._chosen = tuple(periods(self._at.day)).index(words)
        self.read()

    def _add_verbs(self) -> None:
        bar = self.toolbar
        bar.add("Filter", "filter", self.grid.open_filter, "Find lines (Ctrl+F)")
        self._period = bar.add_menu("Period", "history", self._periods)
        bar.add_menu("Columns", "columns", self.grid.columns.menu)
        for words, icon, press, hint in (
            ("Record a starter", "plus", self.starting.ask,
             "Put somebody into a vacant post from a day on"),
            ("Record a leaver", "right", self.leaving.ask,
             "End what somebody holds, with the reason and where they go"),
        ):  # fmt: skip
            bar.add(words, icon, press, hint).setEnabled(not self._desk.is_read_only)

    def _periods(self) -> QMenu:
        return choices(self._period, tuple(periods(self._at.day)), self.choose)
