"""Needs your attention: at most five findings, each with the verb that goes to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.reports.quality import MOST
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.words import plural
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paints import Paints, mark
from pch_desktop.ui.parts import button, card, label, row, rule
from pch_desktop.ui.pill import BETTER, NEAR, WORSE
from pch_desktop.ui.sections.overview.cut import Cut
from pch_desktop.ui.theme import Weight as Heavy

WAYS = {Weight.BLOCKS: WORSE, Weight.MONEY: WORSE, Weight.LATE: NEAR, Weight.NOTE: BETTER}
NOTHING = "Nothing needs attention this month."


class Mark(QWidget):
    """The shape of how much something matters: diamond, triangle or circle."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._paints = Paints(desk)
        self._way = BETTER
        self.setFixedSize(self.sizeHint())

    def show_way(self, way: str) -> None:
        """Take up a shape."""
        self._way = way
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._paints.px(20), self._paints.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "better" if self._way == BETTER else "worse"
        painter.setBrush(self._paints.colour(f"{ink}_fill"))
        middle = QPointF(self.width() / 2, self.height() / 2)
        mark(painter, self._way, middle, self._paints.px(14))
        painter.end()


class FindingRow(QWidget):
    """One finding: its mark, what it is, and the verb."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._finding: Finding | None = None
        self._mark = Mark(desk)
        self.title = Cut(desk, size=13, weight=Heavy.SEMIBOLD)
        self.detail = Cut(desk, size=12, ink="ink2")
        self.verb = button("Open", self._go, "link")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(9)
        line.addWidget(self._mark)
        line.addLayout(words, 1)
        line.addWidget(self.verb)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding."""
        self._finding = finding
        self._mark.show_way(WAYS[finding.weight])
        self.title.say(finding.title)
        self.detail.say(finding.detail)
        self.detail.setVisible(bool(finding.detail))
        self.verb.setText(finding.verb)
        self.verb.setAccessibleName(f"{finding.verb}: {finding.title}")
        self.verb.setAccessibleDescription(finding.detail)

    def _go(self) -> None:
        if self._finding is not None:
            found = self._finding
            if found.view:
                self._desk.visit(found.section, found.view, found.record_id)
            else:
                self._desk.go(found.section, found.record_id)
            if found.column:
                self._desk.point_at(found.column)


class AttentionCard(QFrame):
    """The card; its rows stay and only change their words, so that focus stays too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.count = label("", "secondary")
        column.addLayout(row(label("Needs your attention", "card_title"), None, self.count))
        column.setSpacing(4)
        self.rows = [FindingRow(desk) for _ in range(MOST)]
        self._rules = [rule() for _ in self.rows[1:]]
        for at, each in enumerate(self.rows):
            if at:
                column.addWidget(self._rules[at - 1])
            column.addWidget(each)
        self.nothing = label(NOTHING, "secondary", wrap=True)
        column.addWidget(self.nothing)
        column.addStretch(1)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show the heaviest; the count tells of the rest."""
        shown = found[:MOST]
        for at, each in enumerate(self.rows):
            each.setVisible(at < len(shown))
            if at:
                self._rules[at - 1].setVisible(at < len(shown))
            if at < len(shown):
                each.show_finding(shown[at])
        more = len(found) - len(shown)
        self.count.setText(f"{len(shown)} of {len(found)}" if more else plural(len(shown), "thing"))
        self.count.setVisible(bool(found))
        self.nothing.setVisible(not found)
