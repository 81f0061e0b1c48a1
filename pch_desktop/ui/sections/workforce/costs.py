"""What a post or somebody in post costs, told at its side with how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.reports.workforce_pay import cost_words, working
from pch_desktop.store.workforce import Costing
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.parts import label


class CostPart(QWidget):
    """A full year's cost, and under it the sum that gives it."""

    def __init__(self) -> None:
        super().__init__()
        self._annual = label("", "status_strong", wrap=True)
        self._working = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        for part in (label("A full year costs", "small"), self._annual, self._working):
            column.addWidget(part)

    @property
    def words(self) -> str:
        """All that is told, a part to a line."""
        return f"{self._annual.text()}\n{self._working.text()}"

    def show_costing(self, costing: Costing) -> None:
        """Show what a full year costs, typed or worked out."""
        self._annual.setText(cost_words(costing))
        self._working.setText(working(costing))
        self.setAccessibleName(f"A full year costs {self.words}")


def offer_words(box: WordBox, words: Sequence[str]) -> None:
    """Offer words in a box that may be blank, leaving what stands in it."""
    kept = box.text_now()
    while box.count() > 1:
        box.removeItem(1)
    box.addItems(list(words))
    box.put(kept)
