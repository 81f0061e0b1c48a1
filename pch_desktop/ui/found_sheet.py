"""A table with the sentence of its finding above it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.table_sheet import TableSheet

LEAST_HEIGHT = 250
"""Below so many pixels at 100 percent the table needs the finding's place."""


class FoundSheet(TableSheet):
    """A table to work in, its finding above, and the side of the record chosen."""

    def __init__(self, grid: Grid, inspector: Inspector | None = None) -> None:
        super().__init__(grid, inspector)
        self.finding = label("", "strong", wrap=True)
        self.finding.setAccessibleName(f"Finding: {grid.view.accessibleName()}")
        self.notes = label("", "small", wrap=True)
        self.notes.hide()
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.finding)
            place.addWidget(self.notes)

    def tell(self, sentence: str) -> None:
        """Say what the table shows, in a sentence; nothing hides it."""
        self.finding.setText(sentence)
        self.grid.view.setAccessibleDescription(sentence)
        self._fit()

    def tell_notes(self, *sentences: str) -> None:
        """Say under the table what must be read with it: method, sources."""
        self.notes.setText(" ".join(sentences))
        self._fit()

    def show_record(self, record_id: int) -> None:
        """Select a record."""
        self.grid.select_record(record_id)
        self.grid.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the finding go where little room is left for rows; it is still said aloud."""
        has_room = self.height() >= self.grid.desk.theme.px(LEAST_HEIGHT)
        is_shown = bool(self.grid.model.rows) and has_room
        self.finding.setVisible(is_shown)
        self.notes.setVisible(is_shown and bool(self.notes.text()))
