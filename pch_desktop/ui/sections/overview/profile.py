"""What the locality says of itself: why, what, how and its priorities, with sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pch_desktop.store.locality import LocalityRow, StatementRow
from pch_desktop.ui.parts import card, label

COLUMNS = (("Why",), ("What", "How"), ("Priority", "Fact"))
TITLES = {"Priority": "Priorities", "Fact": "Facts"}


class ProfileCard(QFrame):
    """The card; out of sight where nothing has been said."""

    def __init__(self) -> None:
        super().__init__()
        frame, column = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._title = label("", "card_title", wrap=True)
        self._under = label("", "secondary", wrap=True)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(20)
        self.sources = label("", "small", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._under)
        column.addLayout(self._columns)
        column.addWidget(self.sources)
        column.addStretch(1)
        self._told: Sequence[StatementRow] | None = None
        self._parts: list[QWidget] = []

    @property
    def words(self) -> list[str]:
        """What stands on it, line by line."""
        return [
            each.text() for part in self._parts for each in part.findChildren(QLabel) if each.text()
        ]

    def show_profile(self, place: LocalityRow, statements: Sequence[StatementRow]) -> None:
        """Show what the locality is and says; rebuilt only where that has changed."""
        self.setVisible(bool(statements))
        self._title.setText(f"What {place.name} is for")
        stated = place.population_stated
        facts = [place.region, place.vehicle, f"{stated:,} people stated" if stated else None]
        self._under.setText(". ".join(fact for fact in facts if fact))
        self._under.setVisible(any(facts))
        sources = sorted({row.source for row in statements if row.source})
        self.sources.setText(f"Source: {'; '.join(sources)}." if sources else "")
        if statements == self._told:
            return
        self._told = statements
        for old in self._parts:
            self._columns.removeWidget(old)
            old.deleteLater()
        self._parts = [
            part for headings in COLUMNS if (part := _column(headings, statements)) is not None
        ]
        for part in self._parts:
            self._columns.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)


def _column(headings: Sequence[str], statements: Sequence[StatementRow]) -> QWidget | None:
    told = {heading: [row for row in statements if row.heading == heading] for heading in headings}
    if not any(told.values()):
        return None
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 4, 0, 2)
    column.setSpacing(4)
    for heading, rows in told.items():
        if rows:
            column.addWidget(label(TITLES.get(heading, heading), "strong"))
        for row in rows:
            words = label(row.text, "secondary", wrap=True)
            words.setToolTip(row.source or "")
            column.addWidget(words)
    return part
