"""The register of systems set out for reading: practices beside systems, and whom that covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.estates_systems import Spread, spread
from pch_desktop.domain.period import Month
from pch_desktop.reports.service_compared_read import open_practices
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_day import registered_of
from pch_desktop.store import estates
from pch_desktop.store.estates import SystemRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class PracticePlace:
    """A practice as the register knows it: a column on the screen, a line on paper."""

    id: int
    name: str
    people: Decimal | None

    @property
    def key(self) -> str:
        """The key of its column."""
        return f"p{self.id}"


@dataclass(frozen=True, slots=True)
class SystemLine:
    """A system with what it comes to by a month's end."""

    system: SystemRow
    spread: Spread

    @property
    def id(self) -> int:
        """The system's key."""
        return self.system.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.system.name

    def use_words(self, practice_id: int) -> str | None:
        """Return how far a practice has taken it up, in words; None where it is not known."""
        use = self.system.uses.get(practice_id)
        return use.words if use else None


@dataclass(frozen=True, slots=True)
class Register:
    """The systems and the open practices at a month's end, each by name."""

    month: Month
    practices: Sequence[PracticePlace]
    lines: Sequence[SystemLine]


def register(file: Reads, month: Month) -> Register:
    """Return the register of systems at a month's end."""
    practices = [
        PracticePlace(row.id, row.name, registered_of(row)) for row in open_practices(file, month)
    ]
    return Register(month, practices, [
        SystemLine(
            row, spread([(row.uses.get(each.id), each.people) for each in practices], month.last)
        )
        for row in file.read(estates.systems)
    ])  # fmt: skip


def register_finding(told: Register) -> str:
    """Return the sentence on which system is live for whom, the shared record first."""
    if not told.lines:
        return "No system has been written down yet."
    first = told.lines[0]
    of_all = f"{first.spread.live:,} of {plural(len(told.practices), 'practice')}"
    said = f"{first.name} is live at {of_all}"
    if first.spread.share is not None:
        said += f", {written(first.spread.share, Kind.SHARE)} of the people"
    unknown = sum(line.spread.unknown for line in told.lines)
    return f"{said}; {plural(unknown, 'cell')} not known." if unknown else f"{said}."
