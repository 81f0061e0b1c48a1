"""What a search finds in the board's registers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.store import board, locality
from pch_desktop.ui.section import Hit

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile


def register_hits(file: LocalityFile) -> Iterator[tuple[str, Hit]]:
    """Yield each risk with the words it may be found by."""
    on = (file.read(locality.latest_month) or Month(2016, 10)).last
    for row in file.read(board.risks, on):
        words = f"{row.reference} {row.title} {row.category.value}"
        band = f", {row.band.lower()}" if row.band else ""
        hit = Hit(f"{row.reference} {row.title}", f"Risk{band}", row.id, "Risks/Risks")
        yield words, hit
