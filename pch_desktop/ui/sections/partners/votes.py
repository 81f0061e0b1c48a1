"""The votes: what was asked, what was said, and whether it carried."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.reports import partners_votes as report
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import VoteRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import vote_asks as asks
from pch_desktop.ui.sections.partners.vote_side import VoteSide
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import hide_at_first, worded

KEY = "partner votes"
READS = frozenset({"vote", "vote_cast", "forum", "forum_member", "forum_need", "partner"})
PURPOSE = (
    "Write down what was voted on and who said what; whether it carried follows from the "
    "forum's rule. Add the forum and its members first, then the first vote."
)
HIDDEN = ("abstained", "absent", "rule", "threshold", "why", "note")
TRY_HINT = "Set what each member would say, and see whether it would carry, under each rule"
TRIAL = "Governance/Try a vote"


class VotesView(FoundSheet):
    """The votes, the latest first, with who said what at the side."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[VoteRow] = Edits(
            desk, {key: asks.of_vote(key) for key in asks.VOTE}, self._add, asks.removing_votes
        )
        self._model = TableModel(report.VOTES, edits, noun="vote")
        self.side = VoteSide(desk)
        grid = Grid(desk, self._model, "Votes", key=KEY)
        super().__init__(grid, self.side)
        hide_at_first(desk, grid, KEY, *HIDDEN)
        self.add_groups({"forum": _forum, "outcome": _outcome})
        self.add_columns()
        self.add_adding("Add vote")
        self.toolbar.add("Try a vote", "compass", self.try_one, TRY_HINT)
        self.offer_beginning("check", PURPOSE, "Add the first vote")
        grid.row_changed.connect(self.side.show_vote)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the votes up to the end of the month at hand."""
        read, day = self._desk.file.read, self._desk.month.last
        rows = read(partners.votes, day)
        names = [row.name for row in read(partners.forums, day)]
        self._model.columns = worded(self._model.columns, forum=names)
        self.show_rows(rows)
        self.tell(report.finding(rows))
        self.toolbar.set_aside(plural(len(rows), "vote") if rows else "")

    def try_one(self) -> None:
        """Go to where a vote is tried before it is taken."""
        self._desk.visit("partners", TRIAL)

    def _add(self, values: Mapping[str, Value]) -> Change:
        return asks.adding_vote(self._desk.month.last)(values)


def _forum(row: VoteRow) -> str:
    return row.forum


def _outcome(row: VoteRow) -> str:
    return report.told(row.verdict.outcome)
