"""A board pack as facts, before a workbook is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import Month
from pch_desktop.exports.names import file_words
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.table import Table

Step = Callable[[str], None]
"""Told the name of each sheet as it is begun; it may raise to stop."""
MARKING = "OFFICIAL"


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a board pack shows, read from the file once."""

    place: str
    month: Month
    made_at: datetime
    summary: Table[MeasureRow]
    sections: tuple[Table[Any], ...]
    """The first table of each section, in order."""
    appendices: tuple[Table[Any], ...]
    cover: tuple[tuple[str, str], ...]
    attention: tuple[str, ...]
    """What the board should see to first."""
    quality: Table[Any]
    definitions: Table[Any]
    thresholds: Thresholds

    @property
    def title(self) -> str:
        """What the pack is called on its cover."""
        return f"Board pack: Month {self.month.number}, {self.month.words}"

    @property
    def tables(self) -> tuple[Table[Any], ...]:
        """Every table, in the order of its sheets."""
        return (self.summary, *self.sections, self.quality, self.definitions, *self.appendices)

    @property
    def notional(self) -> str:
        """What must stand where its money is notional, or nothing."""
        return self.summary.marking

    @property
    def file_name(self) -> str:
        """What its workbook is called: safe in any folder."""
        return f"{file_words(self.place)} board pack {self.month}.xlsx"
