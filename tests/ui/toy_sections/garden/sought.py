"""What of the garden can be searched for."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.store import population
from pch_desktop.store.shared import Reads
from pch_desktop.ui.section import Hit, Sought


def beds(file: Reads, month: Month) -> Sequence[Hit]:
    """Return the practices."""
    found = file.read(population.practices, month)
    return [Hit(practice.name, practice.code, practice.id) for practice in found]


SOUGHT = Sought(beds)
