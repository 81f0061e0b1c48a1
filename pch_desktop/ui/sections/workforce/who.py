"""Names and boxes for asking who starts and who leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import PersonRow
from pch_desktop.ui.desk import Desk

ROOM = 28


def named(desk: Desk, day: date) -> Mapping[str, PersonRow]:
    """Return everybody by name; people of one name are told apart by their staff code."""
    people = desk.file.read(workforce.people, day)
    count = Counter(row.name for row in people)
    return {_told_apart(row) if count[row.name] > 1 else row.name: row for row in people}


def offer(box: QLineEdit, words: Sequence[str]) -> None:
    """Offer words while somebody types in a box; any part of them is found."""
    made = QCompleter(list(words), box)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    popup: Any = made.popup()
    popup.setAccessibleName(f"Choices for {box.accessibleName()}")
    box.setCompleter(made)


def fill(box: QLineEdit, day: date) -> None:
    """Put a day into a box, to be left or typed over, and give it room."""
    box.setText(written(day, Kind.DATE))
    box.setToolTip(box.placeholderText())
    box.setMinimumWidth(box.fontMetrics().horizontalAdvance(box.text()) + ROOM)


def _told_apart(person: PersonRow) -> str:
    return f"{person.name} ({person.staff_code or f'no. {person.id}'})"
