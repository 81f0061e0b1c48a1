"""What a change of a paper is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pch_desktop.domain.board import PaperStatus, Purpose
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import MeetingRow, PaperRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    needed,
    truth,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.sections.board.meeting_asks import Add, one

PAPER: Mapping[str, tuple[str, str, Meaning]] = {
    "title": ("title", "title", as_typed),
    "author": ("author", "author", as_typed),
    "sponsor": ("sponsor", "sponsor", as_typed),
    "purpose": ("purpose", "purpose", word(Purpose)),
    "status": ("status", "status", word(PaperStatus)),
    "due_on": ("due_on", "due day", as_typed),
    "received_on": ("received_on", "day it came", as_typed),
    "recommendation": ("recommendation", "recommendation", as_typed),
    "summary": ("summary", "summary", as_typed),
    "finance": ("finance", "meaning for money", as_typed),
    "risk": ("risk", "meaning for risk", as_typed),
    "equality": ("equality", "meaning for equality", as_typed),
    "patients": ("patients", "meaning for patients", as_typed),
    "considered": ("considered", "places it was considered", as_typed),
    "is_confidential": ("is_confidential", "confidentiality", truth),
    "sheet": ("sheet", "sheet", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_paper(key: str) -> Ask:
    """Return the change of one of a front sheet's fields."""
    return changing(board.set_paper, lambda row: row.title)(*PAPER[key])


def adding_paper(meeting: Callable[[], MeetingRow | None]) -> Add:
    """Return how a paper is called for, for the meeting at hand."""

    def add(values: Mapping[str, Value]) -> Change:
        title = needed(values, "title", "Enter the paper's title first.")
        rest = described(values, PAPER, "title")
        args = (one(meeting).id, title, rest)
        return Change(f"Call for {title}", board.add_paper, args, title)

    return add


def removing_papers(rows: Sequence[PaperRow]) -> Change:
    """Return the deletion of papers."""
    return deletion(rows, rows[0].title, "paper", board.remove_papers)
