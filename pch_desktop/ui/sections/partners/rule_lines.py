"""What becomes of a vote under each rule: the outcome on top, the reason under it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pch_desktop.domain.partners import DecisionRule
from pch_desktop.reports.partners_votes import each_rule
from pch_desktop.store.partners import VoteRow
from pch_desktop.ui.parts import label


class RuleLines(QWidget):
    """A line for each rule and why; the vote's own rule is told by the words before them."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(1)
        column.addWidget(label("Under each rule", "small"))
        self.outcomes: dict[DecisionRule, QLabel] = {}
        self._reasons: dict[DecisionRule, QLabel] = {}
        for rule in DecisionRule:
            self.outcomes[rule] = label("", "status_strong", wrap=True)
            self._reasons[rule] = label("", "small", wrap=True)
            column.addWidget(self.outcomes[rule])
            column.addWidget(self._reasons[rule])
            column.addSpacing(4)

    def show_vote(self, vote: VoteRow) -> None:
        """Show what becomes of a vote under each rule."""
        for rule, (outcome, why) in each_rule(vote).items():
            self.outcomes[rule].setText(outcome)
            self._reasons[rule].setText(why)
