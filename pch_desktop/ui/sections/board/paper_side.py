"""The side of a paper: its front sheet, the summary with its count of words."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.board import PaperStatus
from pch_desktop.domain.board_front import MOST_WORDS
from pch_desktop.reports.board_papers import late
from pch_desktop.reports.words import shown
from pch_desktop.store.board import PaperRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.board import paper_asks as asks

WIDTH = 320
TEXTS = {
    "recommendation": ("Recommendation", 3),
    "finance": ("What it means for money", 2),
    "risk": ("For risk", 2),
    "equality": ("For equality", 2),
    "patients": ("For patients", 2),
    "considered": ("Considered before", 2),
}
STANDINGS = {
    PaperStatus.CALLED: UNKNOWN,
    PaperStatus.RECEIVED: NEAR,
    PaperStatus.CHECKED: BETTER,
    PaperStatus.ISSUED: BETTER,
    PaperStatus.WITHDRAWN: UNKNOWN,
}


class PaperSide(Inspector):
    """One paper's front sheet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a paper to write its front sheet.", WIDTH)
        self._desk = desk
        self.fields: dict[str, Field[Any]] = {}
        self._add("summary", text_field(desk, "Summary", asks.of_paper("summary"), 6))
        self.count = self.add(label("", "small"))
        for key, (words, lines) in TEXTS.items():
            self._add(key, text_field(desk, words, asks.of_paper(key), lines))
        for key, words in (("sponsor", "Sponsor"), ("sheet", "Sheet of the pack")):
            self._add(key, line_field(desk, words, asks.of_paper(key)))

    def show_paper(self, row: PaperRow | None) -> None:
        """Show a paper's front sheet, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        is_late = late(row, self._desk.month.last)
        pill = Standing(STANDINGS[row.status], shown(row.status.value))
        pill = Standing(WORSE, "Late") if is_late else pill
        self.show_record(row.title, pill, changed(self._desk, "paper", row.id))
        words = len((row.summary or "").split())
        self.count.setText(f"{words} of at most {MOST_WORDS} words")
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))

    def _add(self, key: str, field: Field[Any]) -> None:
        self.fields[key] = self.add_field(field)
