"""What would come of a vote that is being tried, under the forum's rule and each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from pch_desktop.reports import partners_votes as report
from pch_desktop.store.partners import VoteRow
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button, label
from pch_desktop.ui.sections.partners.rule_lines import RuleLines
from pch_desktop.ui.sections.partners.vote_side import standing

WIDTH = 320
QUESTION = "The question"


class TrialSide(Inspector):
    """Would it carry, why, under which rule, and where to write it down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a forum to try a vote.", WIDTH)
        self._desk = desk
        self.why: QLabel = self.add(label("", "body", wrap=True))
        self.rules = self.add(RuleLines())

    def add_writing(
        self, question: QLineEdit, write: Callable[[], object], hint: str
    ) -> QPushButton:
        """Add the line for the question, and the verb that writes the vote down."""
        name = self.add(label(QUESTION, "small"))
        name.setBuddy(question)
        question.setAccessibleName(QUESTION)
        self.add(question)
        question.returnPressed.connect(write)
        made = self.add(button("Write it down", write, "strong", hint))
        for part in (question, made):
            part.setEnabled(not self._desk.is_read_only)
        return made

    def show_trial(self, vote: VoteRow, rule: str) -> None:
        """Show what would come of a trial."""
        self.show_record(f"{vote.forum}: {rule[:1].lower()}{rule[1:]}", standing(vote))
        self.why.setText(vote.verdict.why)
        self.rules.show_vote(vote)
        announce(self.why, f"{report.told(vote.verdict.outcome)}. {vote.verdict.why}")
