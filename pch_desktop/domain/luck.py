"""Whether chance alone would have paid out: what a cost swings by with nothing changed.

Limits are those of a control chart of single values (XmR): the mean and 2.66
mean moving ranges either way. A sum of twelve such months swings by the square
root of twelve times as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.domain.sharing import WHOLE, Terms, shared
from pch_desktop.domain.spc import RANGES

FEWEST, WANTED, MOST = 12, 24, 36
"""Months without which nothing is said, without which it is said with care, and looked at."""


@dataclass(frozen=True, slots=True)
class CostMonth:
    """A month's net cost and its budget, in pence; a budget may not be known."""

    month: Month
    cost_pence: int
    budget_pence: int | None


@dataclass(frozen=True, slots=True)
class Limits:
    """Where single months lie while nothing changes."""

    mean: Decimal
    moving_range: Decimal
    """The mean of what one month differs from the next."""

    @property
    def lower(self) -> Decimal:
        """Below it a month is no chance."""
        return self.mean - RANGES * self.moving_range

    @property
    def upper(self) -> Decimal:
        """Above it a month is no chance."""
        return self.mean + RANGES * self.moving_range


@dataclass(frozen=True, slots=True)
class Window:
    """Twelve months in a row: what the scheme would have paid the locality for them."""

    id: int
    first: Month
    last: Month
    cost_pence: int
    budget_pence: int | None
    locality_pence: int | None
    """Against the budget; None where that is not known."""
    by_chance_pence: int
    """Against the mean cost of all months: with no saving and no loss but chance and trend."""


def limits(values: Sequence[int]) -> Limits | None:
    """Return the limits of some values in their order; None for fewer than two."""
    if len(values) < 2:
        return None
    steps = [abs(after - before) for before, after in pairwise(values)]
    return Limits(Decimal(sum(values)) / len(values), Decimal(sum(steps)) / len(steps))


def year_swing_pence(found: Limits) -> int:
    """Return how far chance alone takes twelve months from their mean, either way."""
    return rounded(RANGES * found.moving_range * Decimal(MONTHS).sqrt())


def windows(terms: Terms, months: Sequence[CostMonth]) -> list[Window]:
    """Return every twelve months in a row with what the scheme would have paid, quality met."""
    if len(months) < MONTHS:
        return []
    total = sum(month.cost_pence for month in months)
    usual = rounded(Decimal(total) * MONTHS / len(months))
    runs = [months[at : at + MONTHS] for at in range(len(months) - MONTHS + 1)]
    return [_window(terms, number, run, usual) for number, run in enumerate(runs, start=1)]


def _window(terms: Terms, number: int, run: Sequence[CostMonth], usual_pence: int) -> Window:
    cost = sum(month.cost_pence for month in run)
    known = [month.budget_pence for month in run if month.budget_pence is not None]
    budget = sum(known) if len(known) == len(run) else None
    return Window(
        number,
        run[0].month,
        run[-1].month,
        cost,
        budget,
        None if budget is None else _locality(terms, budget, cost),
        _locality(terms, usual_pence, cost),
    )


def _locality(terms: Terms, budget_pence: int, cost_pence: int) -> int:
    return shared(terms, budget_pence, budget_pence - cost_pence, WHOLE).locality_pence or 0
