"""The foot of the page: how the rows were used, and the button that brings them in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pch_desktop.imports.plan import ImportPlan
from pch_desktop.reports.words import plural
from pch_desktop.ui.importing.lines import counts
from pch_desktop.ui.parts import button, label, relook


class Foot(QFrame):
    """What a plan comes to, in two lines, and what can be done with it."""

    commit_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.rows = label("", "strong")
        self.counts = label("", "secondary", wrap=True)
        self.commit = button("Bring in", self.commit_asked.emit, "strong")
        self.save = button("Save the rows left out…", self.save_asked.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 9, 12, 9)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.rows)
        words.addWidget(self.counts)
        line.addLayout(words, 1)
        line.addWidget(self.save)
        line.addWidget(self.commit)

    def show_plan(self, plan: ImportPlan | None, *, is_read_only: bool, is_done: bool) -> None:
        """Show what a plan comes to."""
        changes = len(plan.changes) if plan else 0
        verb = "Bring in"
        if is_done:
            words = "Brought in"
        elif plan is not None and not changes:
            words = "Nothing to change"
        else:
            words = f"{verb} {plural(changes, 'change')}" if changes else verb
        self.commit.setText(words)
        self.commit.setAccessibleName(words)
        self.commit.setToolTip("Ctrl+Enter" if changes else "")
        self.commit.setEnabled(bool(changes) and not is_read_only and not is_done)
        relook(self.commit, "look", "strong" if self.commit.isEnabled() else "")
        self.save.setEnabled(plan is not None and plan.rows_refused > 0)
        self.rows.setText(plan.rows_sentence if plan else "")
        self.counts.setText(".  ".join(counts(plan)) + "." if plan and counts(plan) else "")

    def focus_commit(self) -> bool:
        """Put the keys on the button, where it can be pressed."""
        if self.commit.isEnabled():
            self.commit.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.commit.isEnabled()
