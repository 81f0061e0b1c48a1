"""Care homes in the round: beds, residents, and how many a practice looks after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Beds:
    """A care home as it counts: its beds, and whether a practice is aligned to it."""

    beds: int | None
    is_aligned: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """Care homes added up; beds that are not known are left out and counted apart."""

    homes: int
    aligned_homes: int
    beds: int
    aligned_beds: int
    unknown: int
    """Homes whose beds are not known."""

    @property
    def share(self) -> Decimal | None:
        """Beds of homes with a practice, of all beds known; None where there are none."""
        return Decimal(self.aligned_beds) / self.beds if self.beds else None


def cover(homes: Iterable[Beds]) -> Cover:
    """Return how far care homes are covered by practices."""
    told = list(homes)
    known = [(home.beds, home.is_aligned) for home in told if home.beds is not None]
    return Cover(
        homes=len(told),
        aligned_homes=sum(home.is_aligned for home in told),
        beds=sum(beds for beds, _ in known),
        aligned_beds=sum(beds for beds, is_aligned in known if is_aligned),
        unknown=len(told) - len(known),
    )
