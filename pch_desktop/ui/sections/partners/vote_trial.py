"""Trying a vote before it is taken: what each would say, and what would come of it.

Nothing is written to the file until the vote is written down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QMenu

from pch_desktop.domain.partners import Cast
from pch_desktop.domain.partners_quorum import Rules
from pch_desktop.reports import partners_votes as report
from pch_desktop.reports.partners_forums import rule_words
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant, plural
from pch_desktop.store import partners
from pch_desktop.store.partners import CastRow, ForumRow, VoteRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners.trial_side import TrialSide
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel

READS = frozenset({"forum", "forum_member", "forum_need", "partner", "list_snapshot"})
EMPTY = (
    "Try a vote before it is taken: say what each member would say, and see whether it would "
    "carry. Add a forum and its members first."
)
HINT = "Write this down as a vote of the forum, on the last day of the month at hand"
COLUMNS = report.CAST


class Trying:
    """Takes the changes of a trial; the file stays as it is."""

    def __init__(self, desk: Desk) -> None:
        self.file: Any = self
        self._desk = desk

    def attempt(self, work: Callable[[], Any]) -> Any:
        """Run what may refuse."""
        return self._desk.attempt(work)

    def edit(self, _label: str, command: Callable[..., Any], *args: Any) -> object:
        """Carry out a change in memory."""
        return command(None, *args)


class TrialView(Sheet):
    """The members of a forum with what each would say; the outcome at the side."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._forums: list[ForumRow] = []
        self.forum: ForumRow | None = None
        self.rows: list[CastRow] = []
        edits: Edits[CastRow] = Edits(Trying(desk), {"said": self._ask})
        self.model = TableModel(COLUMNS, edits, noun="member")
        self.grid = Grid(desk, self.model, "What each would say", key="vote trial")
        self.side = TrialSide(desk)
        super().__init__(desk, self.grid, self.side)
        self._chosen = self.toolbar.add_menu("Forum", "group", self.forum_menu)
        self.toolbar.add("All for", "check", lambda: self.all_say(Cast.FOR))
        self.toolbar.add("All absent", "close", lambda: self.all_say(Cast.ABSENT))
        self.question = QLineEdit()
        self._write = self.side.add_writing(self.question, self.write_down, HINT)
        self._empty = EmptyState(
            desk, "check", EMPTY, ("Go to the forums", lambda: desk.visit("partners", "Forums"))
        )
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Take the forums afresh; what was being tried begins again."""
        found = self._desk.file.read(partners.forums, self._desk.month.last)
        self._forums = [row for row in found if row.seats]
        self.show_empty(self._empty, is_empty=not self._forums)
        kept = self.forum.name if self.forum else ""
        same = [row for row in self._forums if row.name == kept]
        largest = sorted(self._forums, key=lambda row: -len(row.seats))
        for row in (same or largest)[:1]:
            self.choose(row.name)

    def choose(self, name: str) -> None:
        """Try a vote of a forum: everybody is for, to begin with."""
        self.forum = next(row for row in self._forums if row.name == name)
        show_choice(self._chosen, name)
        self.rows = [
            CastRow(seat.id, 0, seat.partner_id, seat.partner, seat.kind, Cast.FOR,
                    _tried(seat.votes), seat.weight)
            for seat in self.forum.seats
        ]  # fmt: skip
        self._show()

    def forum_menu(self) -> QMenu:
        """Return the menu of forums that have members."""
        names = [(row.name, row.name) for row in self._forums]
        return choice_menu(self, names, self.forum.name if self.forum else "", self.choose)

    def all_say(self, said: Cast) -> None:
        """Let all say the same."""
        self.rows = [replace(row, said=said) for row in self.rows]
        self._show()

    def write_down(self) -> None:
        """Write the trial down as a vote, and go to it."""
        if self.forum is None:
            return
        question, said = self.question.text(), {row.partner_id: row.said for row in self.rows}
        args = (self.forum.name, question, self._desk.month.last, said)
        done = self._desk.edit(f"Add the vote on {question}", partners.add_vote, *args)
        if done is not None:
            self.question.clear()
            self._desk.visit("partners", "Votes", done.result)

    def _show(self) -> None:
        if self.forum is None:
            return
        self.model.show(self.rows)
        there = sum(row.said is not Cast.ABSENT for row in self.rows)
        self.toolbar.set_aside(f"{there} of {plural(len(self.rows), 'member')} there")
        self.side.show_trial(self.vote(self.forum), rule_words(self.forum.rule,
                             self.forum.threshold_share))  # fmt: skip

    def vote(self, forum: ForumRow) -> VoteRow:
        """Return the trial as a vote."""
        rules = Rules(forum.rule, forum.threshold_share, forum.quorum, frozenset(forum.needs))
        day = self._desk.month.last
        return VoteRow(0, forum.id, forum.name, forum.reports_to, day, "", rules, None,
                       tuple(self.rows))  # fmt: skip

    def _ask(self, row: CastRow, value: Value) -> Change:
        said = meant(Cast, str(value or "")) or Cast.ABSENT
        return Change(f"Let {row.partner} be {said.value}", self._say, (row.id, said), row.partner)

    def _say(self, _session: None, row_id: int, said: Cast) -> None:
        self.rows = [replace(row, said=said) if row.id == row_id else row for row in self.rows]
        self._show()


def _tried(votes: int | None) -> int:
    """Return the votes a member is tried with: one where they are not laid down."""
    return 1 if votes is None else votes
