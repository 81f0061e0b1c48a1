"""How long people wait: percentiles of days or of bands of days, and who was seen in time.

The clock runs from referral received to first contact. It is not the 18-week
clock, which stops at first treatment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

MEDIAN, NINETY_SECOND = Decimal("0.5"), Decimal("0.92")
TWO_WEEKS, FOUR_WEEKS = 14, 28
Edges = tuple[int, int | None]
"""The first day of a band, and the first day beyond it; nothing where it has no end."""
NATIONAL: tuple[Edges, ...] = ((0, 1), (1, 2), (2, 8), (8, 15), (15, 22), (22, 29), (29, None))
"""The bands of the national figures: same day, 1, 2 to 7, 8 to 14, 15 to 21, 22 to 28, over 28."""


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """How many people waited so many days; up to, but not with, ``until_days``."""

    from_days: int
    until_days: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Percentile:
    """So many days, or only that it lies beyond some; neither where nobody was seen."""

    days: Decimal | None = None
    beyond: int | None = None
    """It lies in the band without an end: over so many days, and no number."""

    @property
    def words(self) -> str:
        """It as people read it where it is no number: over 28 days; nothing otherwise."""
        return "" if self.beyond is None else f"over {self.beyond} days"


@dataclass(frozen=True, slots=True)
class Within:
    """The part of people seen within some days."""

    share: Decimal
    is_least: bool
    """Whether it may be more: a band that reaches across those days is left out whole."""


def people(spells: Sequence[Spell]) -> int:
    """Return how many people were seen."""
    return sum(each.people for each in spells)


def linear(days: Sequence[Spell], share: Decimal) -> Percentile:
    """Return a percentile of single days, between neighbours: h = (n - 1) × share.

    It is what Excel's PERCENTILE.INC gives (domain.md 2, D31).
    """
    count = people(days)
    if not count:
        return Percentile()
    place = (count - 1) * share
    low, part = int(place), place - int(place)
    first, second = _ranked(days, low), _ranked(days, min(low + 1, count - 1))
    return Percentile(first + part * (second - first))


def nearest_rank(days: Sequence[Spell], share: Decimal) -> int | None:
    """Return the least day by which at least that share of people were seen; D31 beside it."""
    count = people(days)
    if not count:
        return None
    rank = int((count * share).to_integral_value(ROUND_CEILING))
    return _ranked(days, max(rank, 1) - 1)


def banded(bands: Sequence[Spell], share: Decimal) -> Percentile:
    """Return a percentile of people in bands of days, read within its band (domain.md 2, D32).

    ``lo + (n × share - people before) / people of the band × (hi - lo)``; in a
    band without an end it is no number.
    """
    wanted, before = people(bands) * share, 0
    for band in sorted(band for band in bands if band.people):
        if wanted <= before + band.people:
            if band.until_days is None:
                return Percentile(beyond=band.from_days - 1)
            width = band.until_days - band.from_days
            return Percentile(band.from_days + (wanted - before) * width / band.people)
        before += band.people
    return Percentile()


def within(spells: Sequence[Spell], days: int) -> Within | None:
    """Return the part of people seen within so many days, that day among them.

    Of bands only those that end by then are counted, whole.
    """
    count = people(spells)
    if not count:
        return None
    told = [each for each in spells if each.people]
    whole = [each for each in told if each.until_days is not None and each.until_days - 1 <= days]
    is_least = any(each.from_days <= days for each in told if each not in whole)
    return Within(Decimal(people(whole)) / count, is_least)


def _ranked(days: Sequence[Spell], place: int) -> int:
    """Return the days of the person at a place in the queue of all, the first being 0."""
    for each in sorted(days):
        if place < each.people:
            return each.from_days
        place -= each.people
    raise IndexError(place)
