"""Where the bands of a risk's score begin in this locality."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from pch_desktop.reports.table import Kind, Value
from pch_desktop.store import board
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Ask, Field, line_field
from pch_desktop.ui.parts import card, label

READS = frozenset({"setting"})
SAID = (
    "A risk scores consequence times likelihood, 1 to 25. Below moderate it is low. Usual are 4, "
    "8 and 15, after the National Patient Safety Agency."
)
NAMES = {
    "moderate": "Moderate from, such as 4",
    "high": "High from, such as 8",
    "extreme": "Extreme from, such as 15",
}


class BandsCard:
    """The card of the three scores at which bands begin."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.fields: dict[str, Field[Any]] = {
            band: line_field(desk, name, _of_band(band), Kind.COUNT) for band, name in NAMES.items()
        }
        made: tuple[QFrame, QVBoxLayout] = card("Bands of risks")
        self.card, column = made
        column.addWidget(label(SAID, "secondary", wrap=True))
        for field in self.fields.values():
            column.addWidget(field)
        desk.listen(READS, self.read, self.card)
        self.read()

    def read(self) -> None:
        """Show where the bands begin."""
        turned = self._desk.file.read(board.bands)
        for band, field in self.fields.items():
            field.show_value(turned, getattr(turned, band))


def _of_band(band: str) -> Ask:
    def ask(_row: object, value: Value) -> Change:
        return Change(f"Change where {band} risks begin", board.set_band, (band, value))

    return ask
