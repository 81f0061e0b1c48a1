"""Where one budget line, or a sum of lines, stands at the end of a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pch_desktop.domain.budget import (
    Method,
    Rating,
    Thresholds,
    forecast_pence,
    rating,
    spread_pence,
    variance_pence,
    variance_share,
)
from pch_desktop.domain.period import MONTHS


@dataclass(frozen=True, slots=True)
class Year:
    """A line's twelve months, April first; a month without an actual is not known."""

    budget: tuple[int, ...]
    actual: tuple[int | None, ...]
    method: Method
    manual_pence: int | None = None
    is_income: bool = False

    def known(self, month_number: int) -> tuple[int, ...]:
        """Return the actuals from April on, up to a month or to the first gap."""
        run: list[int] = []
        for pence in self.actual[:month_number]:
            if pence is None:
                break
            run.append(pence)
        return tuple(run)


@dataclass(frozen=True, slots=True)
class Standing:
    """A line's figures for a month, the year to date and the full year, in pence.

    What is not known is None, and so is whatever depends on it. Favourable
    variances are positive.
    """

    month_budget: int
    month_actual: int | None
    date_budget: int
    date_actual: int | None
    annual: int
    outturn: int | None
    lowest: int | None
    highest: int | None
    is_income: bool

    @property
    def month_variance(self) -> int | None:
        """Of the month."""
        return self._variance(self.month_budget, self.month_actual)

    @property
    def date_variance(self) -> int | None:
        """Of the year to date."""
        return self._variance(self.date_budget, self.date_actual)

    @property
    def outturn_variance(self) -> int | None:
        """Of the full year, as forecast."""
        return self._variance(self.annual, self.outturn)

    @property
    def outturn_share(self) -> Decimal | None:
        """The full year's variance as a share of its budget."""
        variance = self.outturn_variance
        return None if variance is None else variance_share(variance, self.annual)

    def _variance(self, budget: int, actual: int | None) -> int | None:
        return None if actual is None else variance_pence(budget, actual, self.is_income)


@lru_cache(maxsize=2048)
def standing(year: Year, month_number: int) -> Standing:
    """Return where a line stands at the end of a month; April is 1.

    Kept, since an edit changes one line and the others are asked for again.
    """
    if not 1 <= month_number <= MONTHS or len(year.budget) != MONTHS != len(year.actual):
        raise ValueError(f"month {month_number} of {len(year.budget)} and {len(year.actual)}")
    to_date = year.actual[:month_number]
    known = year.known(month_number)
    outturn, lowest, highest = _ahead(year, known)
    return Standing(
        month_budget=year.budget[month_number - 1],
        month_actual=year.actual[month_number - 1],
        date_budget=sum(year.budget[:month_number]),
        date_actual=None if None in to_date else sum(known),
        annual=sum(year.budget),
        outturn=outturn,
        lowest=lowest,
        highest=highest,
        is_income=year.is_income,
    )


def _ahead(year: Year, known: Sequence[int]) -> tuple[int | None, int | None, int | None]:
    """Return a line's outturn, and the lowest and highest it may be.

    Before any actual nothing is known but what was put in by hand: a budget
    nobody has measured against is not shown as kept.
    """
    outturn = forecast_pence(year.method, year.budget, known, year.manual_pence)
    if not known:
        by_hand = outturn if year.method is Method.MANUAL else None
        return by_hand, by_hand, by_hand
    lowest, highest = spread_pence(year.budget, known)
    if outturn is None:
        return None, lowest, highest
    return outturn, min(lowest, outturn), max(highest, outturn)


def is_red(now: Standing, at: Thresholds) -> bool:
    """Tell whether a line is red, so far or as the year is forecast to end."""
    rated = (
        (now.date_variance, now.date_budget),
        (now.outturn_variance, now.annual),
    )
    return any(
        rating(variance, budget, at) is Rating.RED
        for variance, budget in rated
        if variance is not None
    )


def cumulative(amounts: Sequence[int | None]) -> tuple[int | None, ...]:
    """Return running totals, April first; after a month not known nothing is known."""
    totals: list[int | None] = []
    running: int | None = 0
    for amount in amounts:
        running = None if running is None or amount is None else running + amount
        totals.append(running)
    return tuple(totals)
