"""How one figure came about: its formula, what it rests on, and what lies beneath."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pch_desktop.reports.explained import Fact
from pch_desktop.reports.words import written
from pch_desktop.ui.explaining import Told
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
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.leave)

    def show_told(self, told: Told) -> None:
        """Show an explanation."""
        self.told = told
        found = told.explanation
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(2, 0, 10, 0)
        column.setSpacing(6)
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
        self._list(column, "Beneath it", found.beneath)
        column.addStretch(1)
        self._place.setWidget(body)
        for each in (body, self._place.viewport()):
            each.setAutoFillBackground(False)
        self._place.setAccessibleDescription(found.words)

    def copy(self) -> None:
        """Copy the explanation as plain text."""
        if self.told is not None:
            QGuiApplication.clipboard().setText(self.told.explanation.words)

    def leave(self) -> None:
        """Close the panel and put the keys back on the figure."""
        side = self.parentWidget()
        while side is not None and side.property("look") != "side":
            side = side.parentWidget()
        if side is not None:
            side.hide()
        if self.told is not None:
            self.told.back()

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
        if leads and fact.goes and self.told is not None:
            words = f"Go to {fact.goes}"
            go = button(words, partial(self.told.go, fact), "link", f"{words}: {fact.what}")
            made.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return made


def _line(words: str, look: str, *, wrap: bool = True) -> QLabel:
    made = label(words, look, wrap=wrap)
    made.setTextInteractionFlags(PLAIN)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
