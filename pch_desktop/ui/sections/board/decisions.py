"""The decisions log: what was decided under which rule, and when it is reviewed."""

from __future__ import annotations

from typing import Any

from pch_desktop.reports import board_decisions as report
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store import board, partners
from pch_desktop.store.board import DecisionRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, text_field
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import NEAR, Standing
from pch_desktop.ui.sections.board import decision_asks as asks
from pch_desktop.ui.sections.board.at_hand import MeetingAtHand
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, offered

KEY = "board decisions"
READS = frozenset({"decision", "agenda_line", "meeting", "vote", "vote_cast", "forum"})
HIDDEN = ("rule", "conflicts", "line", "vote")
PURPOSE = (
    "Write down what was decided: under which rule, how the votes fell, how conflicts of interest "
    "were handled, and when it is looked at again."
)
TEXTS = {"text": ("Decision", 4), "votes": ("How the votes fell", 2), "conflicts": ("Conflicts", 3)}


class DecisionsView(FoundSheet):
    """Every decision, the latest first."""

    def __init__(self, desk: Desk, at: MeetingAtHand) -> None:
        self._desk = desk
        edits: Edits[DecisionRow] = Edits(
            desk,
            {key: asks.of_decision(key) for key in asks.DECISION},
            asks.adding_decision(at.since),
            asks.removing_decisions,
        )
        self._model = TableModel(report.decision_columns({}), edits, noun="decision")
        self.side = DecisionSide(desk)
        super().__init__(Grid(desk, self._model, report.VIEW, key=KEY), self.side)
        hide_at_first(desk, self.grid, KEY, *HIDDEN)
        self.add_columns()
        self.add_adding("Add decision")
        self.offer_beginning("check", PURPOSE, "Add the first decision")
        self.grid.row_changed.connect(self.side.show_decision)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show every decision with what became of its vote."""
        read, on = self._desk.file.read, self._desk.month.last
        rows = read(board.decisions)
        known = report.outcomes(self._desk.file)
        questions = [row.question for row in read(partners.votes)]
        self._model.columns = offered(report.decision_columns(known), vote=questions)
        self.show_rows(rows)
        self.tell(report.decisions_sentence(rows, on))
        self.toolbar.set_aside(plural(len(rows), "decision") if rows else "")
        self.side.show_decision(self.grid.current_row)


class DecisionSide(Inspector):
    """One decision."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a decision to see how it came about.", 290)
        self._desk = desk
        self._facts = self.add_facts("Decided", "Came from", "Linked vote")
        self.fields: dict[str, Field[Any]] = {
            key: self.add_field(text_field(desk, words, asks.of_decision(key), lines))
            for key, (words, lines) in TEXTS.items()
        }

    def show_decision(self, row: DecisionRow | None) -> None:
        """Show a decision, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        is_due = row.review_on is not None and row.review_on <= self._desk.month.last
        pill = Standing(NEAR, "To be reviewed") if is_due else None
        self.show_record(row.reference, pill, changed(self._desk, "decision", row.id))
        line = row.line or "No line of an agenda"
        self._facts.show_facts(written(row.decided_on, Kind.DATE), line, row.vote or "None")
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))
