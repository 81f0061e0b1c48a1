"""How one figure came about: its formula, what it rests on, and what lies beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pch_desktop.reports.explained import Explanation, Fact, Step
from pch_desktop.reports.words import written
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.explaining import NO_FIGURE, Told
from pch_desktop.ui.parts import button, label, rule

Flag = Qt.TextInteractionFlag
PLAIN = Flag.TextSelectableByMouse | Flag.TextSelectableByKeyboard


class ExplainPanel(QFrame):
    """One explanation at a time; it follows the cell that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Told | None = None
        self._place = QScrollArea()
        self._place.setWidgetResizable(True)
        self._place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place.setAccessibleName("How this figure came about")
        self._copy = button("Copy all of it", self.copy, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 6, 10)
        column.addWidget(self._place, 1)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._place)

    def show_told(self, told: Told) -> None:
        """Show an explanation."""
        is_same = self.told is not None and self.told.explanation == told.explanation
        self.told = told
        if is_same:
            return  # So that what was chosen in it, and the place in it, stay.
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(2, 0, 10, 0)
        column.setSpacing(6)
        if told.explanation is None:
            column.addWidget(_line(NO_FIGURE, "secondary"))
        else:
            self._set_out(column, told.explanation)
        column.addStretch(1)
        self._place.setWidget(body)
        for each in (body, self._place.viewport()):
            each.setAutoFillBackground(False)
        made = told.explanation
        self._place.setAccessibleDescription(made.words if made else NO_FIGURE)
        self._copy.setEnabled(made is not None)
        if made is not None:
            announce(self, f"{made.title}: {made.answer}. {made.formula}")

    def tell_again(self) -> None:
        """Tell the figure as it is now; where it can no longer be told, say so."""
        if self.told is None:
            return
        told = self.told.again()
        self.show_told(told or replace(self.told, explanation=None))

    def copy(self) -> None:
        """Copy the explanation as plain text."""
        if self.told is not None and self.told.explanation is not None:
            QGuiApplication.clipboard().setText(self.told.explanation.words)

    def go_back(self) -> None:
        """Put the keys back on the figure."""
        if self.told is not None:
            self.told.back()

    def explain_here(self) -> None:
        """Asked from the panel itself, go back to the figure and leave the panel open."""
        self.go_back()

    def leave(self) -> None:
        """Close the panel and put the keys back on the figure."""
        side = self.parentWidget()
        while side is not None and side.property("look") != "side":
            side = side.parentWidget()
        if side is not None:
            side.hide()
        self.go_back()

    def _set_out(self, column: QVBoxLayout, found: Explanation) -> None:
        for words, look in (
            (found.title, "strong"),
            (found.answer, "title"),
            (found.formula, "body"),
            (found.worked, "strong"),
            (found.unknown, "worse"),
        ):
            if words:
                column.addWidget(_line(words, look))
        self._list(column, "Rests on", found.facts)
        if found.steps:
            column.addWidget(rule())
            column.addWidget(_line("On the way", "card_title"))
        for step in found.steps:
            column.addLayout(_step(step))
        self._list(column, "Beneath it", found.beneath)

    def _list(self, column: QVBoxLayout, title: str, facts: Sequence[Fact]) -> None:
        if not facts:
            return
        column.addWidget(rule())
        column.addWidget(_line(title, "card_title"))
        following = [*(fact.goes for fact in facts[1:]), ""]
        for fact, after in zip(facts, following, strict=True):
            column.addLayout(self._fact(fact, leads=fact.goes != after))

    def _fact(self, fact: Fact, *, leads: bool) -> QVBoxLayout:
        """Return a fact set out; of several kept in one place the last leads there."""
        made = QVBoxLayout()
        made.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_line(fact.what, "body"), 1)
        value = _line(written(fact.value, fact.kind) or "Not known", "strong", wrap=False)
        head.addWidget(value, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        made.addLayout(head)
        if fact.source:
            made.addWidget(_line(fact.source, "small"))
        if leads and fact.goes and self.told is not None and self.told.leads(fact):
            words = f"Go to {fact.goes.rpartition('/')[2]}"
            go = button(words, partial(self.told.go, fact), "link", f"{words}: {fact.what}")
            made.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return made


def _step(step: Step) -> QVBoxLayout:
    """Return a figure on the way set out: what it is, how, and its sum."""
    made = QVBoxLayout()
    made.setSpacing(1)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(_line(step.what, "body"), 1)
    value = _line(step.answer, "strong", wrap=False)
    head.addWidget(value, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    made.addLayout(head)
    for words, look in ((step.formula, "small"), (step.worked, "status_strong")):
        if words:
            made.addWidget(_line(words, look))
    return made


def _line(words: str, look: str, *, wrap: bool = True) -> QLabel:
    made = label(words, look, wrap=wrap)
    made.setTextInteractionFlags(PLAIN)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
