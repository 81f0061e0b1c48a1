"""How a risk scores: consequence times likelihood, its band, where it is going.

Bands are the 5 by 5 convention of the National Patient Safety Agency: 1 to 3 low, 4 to 6
moderate, 8 to 12 high, 15 to 25 extreme; a locality may set its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pch_desktop.domain.period import Month

STEPS = range(1, 6)
MOST_SCORE = 25
CONSEQUENCES = ("Negligible", "Minor", "Moderate", "Major", "Catastrophic")
"""What the steps of consequence are called, the least first."""
LIKELIHOODS = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
REVIEW_MONTHS = 3
"""After so many months without a look a risk is to be reviewed."""


class Band(StrEnum):
    """How heavily a risk weighs, in the words of its band."""

    LOW = "Low"
    MODERATE = "Moderate"
    HIGH = "High"
    EXTREME = "Extreme"


class Trend(StrEnum):
    """Where a risk has gone since it was scored before."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Bands:
    """From which score on each band begins; below the first it is low."""

    moderate: int = 4
    high: int = 8
    extreme: int = 15

    def of(self, score: int) -> Band:
        """Return the band of a score."""
        if score >= self.extreme:
            return Band.EXTREME
        if score >= self.high:
            return Band.HIGH
        return Band.MODERATE if score >= self.moderate else Band.LOW

    @property
    def is_in_order(self) -> bool:
        """Whether each begins above the one before, within what can be scored."""
        return 1 < self.moderate < self.high < self.extreme <= MOST_SCORE


@dataclass(frozen=True, slots=True)
class Score:
    """What a risk scored, from 1 to 5 each; a blank is not known."""

    consequence: int | None = None
    likelihood: int | None = None
    on: date | None = None
    """The day it was scored, where that is kept."""

    @property
    def product(self) -> int | None:
        """Consequence times likelihood, 1 to 25; not known while either is not."""
        if self.consequence is None or self.likelihood is None:
            return None
        return self.consequence * self.likelihood


def latest_two(scores: Iterable[Score], on: date) -> tuple[Score | None, Score | None]:
    """Return the last score given up to a day, and the one before it."""
    told = sorted(
        ((score.on, score) for score in scores if score.on is not None and score.on <= on),
        key=lambda pair: pair[0],
    )
    now = told[-1][1] if told else None
    before = told[-2][1] if len(told) > 1 else None
    return now, before


def trend(now: Score | None, before: Score | None) -> Trend | None:
    """Return where a risk went between two scores; None where either is not known."""
    after = now.product if now else None
    earlier = before.product if before else None
    if after is None or earlier is None:
        return None
    if after == earlier:
        return Trend.SAME
    return Trend.UP if after > earlier else Trend.DOWN


def is_above(score: int | None, appetite: int | None) -> bool:
    """Return whether a risk scores more than the board will bear; unknown is not above."""
    return score is not None and appetite is not None and score > appetite


def review_due(reviewed: date | None) -> date | None:
    """Return the day by which a risk is to be looked at again, some months after the last look."""
    if reviewed is None:
        return None
    month = Month.of(reviewed).plus(REVIEW_MONTHS)
    return date(month.year, month.month, min(reviewed.day, month.days))
