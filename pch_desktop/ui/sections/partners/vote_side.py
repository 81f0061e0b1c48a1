"""The side of a vote: what became of it and why, who said what, and each other rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pch_desktop.domain.partners import Cast
from pch_desktop.domain.partners_verdict import Outcome
from pch_desktop.reports import partners_votes as report
from pch_desktop.reports.words import shown
from pch_desktop.store.partners import CastRow, VoteRow
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, text_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button, label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.partners import vote_asks as asks
from pch_desktop.ui.sections.partners.rule_lines import RuleLines
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first

WIDTH = 320
TALL = 230
WAYS: Mapping[Outcome, str] = {
    Outcome.CARRIED: BETTER,
    Outcome.NOT_CARRIED: WORSE,
    Outcome.REFERRED: NEAR,
    Outcome.NOT_QUORATE: WORSE,
    Outcome.NOT_KNOWN: UNKNOWN,
}


class VoteSide(Inspector):
    """One vote: carried or not, who said what."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a vote to see who said what and why it carried.", WIDTH)
        self._desk = desk
        self._row: VoteRow | None = None
        self.why = self.add(label("", "body", wrap=True))
        edits: Edits[CastRow] = Edits(desk, {key: asks.of_cast(key) for key in asks.CAST})
        self._model = TableModel(report.CAST, edits, noun="member")
        self.cast = Grid(desk, self._model, "Who said what", key="votes cast")
        hide_at_first(desk, self.cast, "votes cast", "weight")
        self.cast.setFixedHeight(desk.theme.px(TALL))
        self.add(self.cast)
        self.all = self.add(button("All for", self.say_all, "", "Every member said for"))
        self.all.setEnabled(not desk.is_read_only)
        self.rules = self.add(RuleLines())
        self.note: Field[Any] = self.add_field(text_field(desk, "Note", asks.of_vote("note"), 3))

    def show_vote(self, row: VoteRow | None) -> None:
        """Show a vote, or say how to choose one."""
        self._row = row
        if row is None:
            self.show_nothing()
            return
        self.show_record(row.question, standing(row), changed(self._desk, "vote", row.id))
        refers = f" It goes to {row.refers_to}." if row.refers_to else ""
        is_referred = row.verdict.outcome is Outcome.REFERRED
        self.why.setText(row.verdict.why + (refers if is_referred else ""))
        self._model.show(row.cast)
        self.rules.show_vote(row)
        self.note.show_value(row, row.note)

    def say_all(self) -> None:
        """Write that every member said for, as one step."""
        if self._row is not None and self._row.cast:
            change = asks.say_all(self._row.cast, Cast.FOR)
            self._desk.attempt(lambda: carry_out(self._desk, change.label, [change]))


def standing(row: VoteRow) -> Standing:
    """Return what became of a vote, as a pill."""
    outcome = row.verdict.outcome
    return Standing(WAYS[outcome], shown(outcome.value))
