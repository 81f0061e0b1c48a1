"""Whether figures have really changed: the control chart of single values (XmR).

Limits are the mean and 2.66 mean moving ranges either way, near limits two thirds
of that. The four rules and their order are those of Making Data Count (NHS England)
and of its package NHSRplotthedots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

RANGES = Decimal("2.66")
OUTLYING = Decimal("3.267")
"""A moving range of so many mean moving ranges or more is an outlier."""
FEWEST = 12
"""With fewer points than this limits are on trial."""
RUN = 7
"""How many points make a shift or a trend."""


class Rule(StrEnum):
    """Why a point is no chance; the first that holds gives its name."""

    OUTSIDE = "outside the limits"
    TREND = "7 rising or falling"
    NEAR = "2 of 3 near a limit"
    SHIFT = "7 on one side of the mean"


@dataclass(frozen=True, slots=True)
class Method:
    """How limits are come by."""

    baseline: int | None = None
    """How many first points they are fixed from; nothing for all of them."""
    leaves_outliers_out: bool = False
    """Whether outlying moving ranges are left out, once."""
    trend: int = RUN
    """How many points, one rising or falling from the other, make a trend."""


USUAL = Method()


@dataclass(frozen=True, slots=True)
class Limits:
    """Where points lie while nothing changes."""

    mean: Decimal
    moving_range: Decimal
    """The mean of what one point differs from the next."""
    points: int
    """How many points they are made of."""

    @property
    def lower(self) -> Decimal:
        """Below it a point is no chance."""
        return self.mean - RANGES * self.moving_range

    @property
    def upper(self) -> Decimal:
        """Above it a point is no chance."""
        return self.mean + RANGES * self.moving_range

    @property
    def near(self) -> Decimal:
        """How far from the mean two of three points are no chance."""
        return RANGES * self.moving_range * 2 / 3

    @property
    def is_trial(self) -> bool:
        """Whether there are too few points to rely on them."""
        return self.points < FEWEST

    def side(self, value: Decimal) -> int:
        """Return 1 for a value above the mean, -1 for one below, 0 for one on it."""
        return (value > self.mean) - (value < self.mean)


def limits(values: Sequence[Decimal], method: Method = USUAL) -> Limits:
    """Return the limits of one stretch of points; of none they are noughts."""
    told = values[: method.baseline]
    mean = _mean(told)
    ranges = [abs(after - before) for before, after in pairwise(told)]
    if method.leaves_outliers_out:
        bound = OUTLYING * _mean(ranges)
        ranges = [each for each in ranges if each < bound] or ranges
    return Limits(mean, _mean(ranges), len(told))


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values) if values else Decimal(0)
