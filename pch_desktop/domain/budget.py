"""The shadow budget: what each line may spend, spent, and will have spent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import MONTHS, FinancialYear
from pch_desktop.domain.working_days import of_year


class Phase(StrEnum):
    """Who holds the money, and so what may be done with it."""

    MAPPING = "mapping"
    SHADOW = "shadow"
    SHARED = "shared"
    DELEGATED = "delegated"
    FULL = "full"


class VersionStatus(StrEnum):
    """Where a version of a budget stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Scope(StrEnum):
    """Whether a line counts in the capitated sum."""

    IN = "in"
    SHADOW_ONLY = "shadow only"
    OUT = "out"


class ContractForm(StrEnum):
    """How the payer pays for a line today."""

    BLOCK = "block"
    TARIFF = "tariff"
    COST_PER_CASE = "cost per case"
    CAPITATION = "capitation"
    GRANT = "grant"


class Controllability(StrEnum):
    """How far the locality can move a line."""

    DIRECT = "direct"
    INFLUENCE = "influence"
    NONE = "none"


class Basis(StrEnum):
    """What an actual rests on."""

    INVOICE = "invoice"
    CONTRACT_MONITORING = "contract monitoring"
    BLOCK = "block twelfth"
    PRESCRIBING = "prescribing"
    PAYROLL = "payroll"
    LEDGER = "ledger"
    ESTIMATE = "estimate"
    ENTERED = "entered by hand"


class EntryKind(StrEnum):
    """What an entry of actuals is in the ledger."""

    SPENDING = "spending"
    CREDIT = "credit note"
    ACCRUAL = "accrual"
    PREPAYMENT = "prepayment"
    REVERSAL = "reversal"


class Build(StrEnum):
    """How a line's budget comes about where it was not set as one sum."""

    BASELINE = "recurrent baseline"
    GROWTH = "baseline and growth"
    FAIR_SHARE = "fair share"
    RATES = "rates by people"


class Profile(StrEnum):
    """How a year's budget is spread over its months."""

    EQUAL = "equal"
    CALENDAR_DAYS = "calendar days"
    WORKING_DAYS = "working days"
    LAST_YEAR = "as last year"
    QUARTERLY = "quarterly"
    FRONT = "front-loaded"
    BACK = "back-loaded"
    PERCENT = "by percentage"
    MANUAL = "by hand"


class Method(StrEnum):
    """How a line's outturn is forecast."""

    STRAIGHT_LINE = "straight line"
    RUN_RATE = "run rate, last 3 months"
    REMAINING_BUDGET = "remaining budget"
    PROFILED = "weighted by profile"
    TREND = "trend"
    MANUAL = "by hand"


class Rating(StrEnum):
    """How a variance is rated; a letter and a shape always go with it."""

    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where ratings turn: settings of the locality."""

    amber_share: Decimal = Decimal("0.005")
    red_share: Decimal = Decimal("0.02")
    least_pence: int = 5_000_00


def month_shares(
    profile: Profile, year: FinancialYear, given: Sequence[int] = ()
) -> tuple[int, ...]:
    """Return a year's twelve weights for a profile, April first.

    Args:
        profile: how the year is spread.
        year: the year, for the days of its months.
        given: the months' own weights, for a spread by percentage, as last year or by hand;
            the spread is equal until twelve are known, none below nothing and not all nothing.
    """
    match profile:
        case Profile.PERCENT | Profile.LAST_YEAR | Profile.MANUAL if is_spread(given):
            return tuple(given)
        case Profile.WORKING_DAYS:
            return of_year(year)
        case Profile.CALENDAR_DAYS:
            return tuple(month.days for month in year.months)
        case Profile.QUARTERLY:
            return (0, 0, 1) * 4
        case Profile.FRONT:
            return tuple(range(MONTHS, 0, -1))
        case Profile.BACK:
            return tuple(range(1, MONTHS + 1))
        case _:
            return (1,) * MONTHS


def is_spread(weights: Sequence[int]) -> bool:
    """Tell whether weights can spread a year: twelve, none below nothing, not all nothing."""
    return len(weights) == MONTHS and min(weights) >= 0 and any(weights)


def phased(annual_pence: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return a year's amount month by month, April first.

    Each month is the difference of two rounded running totals, so that the
    twelve add up to the year and every year to date is the rounded share.
    """
    return _phased(annual_pence, tuple(weights))


@lru_cache(maxsize=2048)
def _phased(annual_pence: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    whole, running, before, months = sum(weights), 0, 0, list[int]()
    for weight in weights:
        running += weight
        so_far = rounded(Decimal(annual_pence) * running / whole)
        months.append(so_far - before)
        before = so_far
    return tuple(months)


def variance_pence(budget_pence: int, actual_pence: int, is_income: bool = False) -> int:
    """Return how far a line is from its budget: favourable positive, adverse negative."""
    return actual_pence - budget_pence if is_income else budget_pence - actual_pence


def variance_share(variance: int, budget_pence: int) -> Decimal | None:
    """Return a variance as a share of its budget, or None where nothing was budgeted."""
    return Decimal(variance) / abs(budget_pence) if budget_pence else None


def rating(variance: int, budget_pence: int, at: Thresholds) -> Rating:
    """Return how a variance is rated.

    Green where favourable, adverse by less than the least amount, or up to the
    amber share; red above the red share.
    """
    if variance >= 0 or -variance < at.least_pence:
        return Rating.GREEN
    share = Decimal(-variance) / abs(budget_pence) if budget_pence else Decimal(1)
    if share <= at.amber_share:
        return Rating.GREEN
    return Rating.RED if share > at.red_share else Rating.AMBER


def forecast_pence(
    method: Method, budget: Sequence[int], actual: Sequence[int], manual_pence: int | None = None
) -> int | None:
    """Return the year's outturn in pence, or None where it cannot be known yet.

    Args:
        method: how to look ahead.
        budget: the twelve months' budget, April first.
        actual: the months known so far, April first, none missing.
        manual_pence: the outturn put in by hand, for that method.
    """
    done, spent, annual = len(actual), sum(actual), sum(budget)
    left = MONTHS - done
    if method is Method.MANUAL:
        return manual_pence
    if not done:
        return annual
    match method:
        case Method.RUN_RATE:
            recent = actual[-3:]
            return rounded(spent + Decimal(sum(recent)) / len(recent) * left)
        case Method.REMAINING_BUDGET:
            return spent + sum(budget[done:])
        case Method.PROFILED if sum(budget[:done]):
            return rounded(Decimal(annual) * spent / sum(budget[:done]))
        case Method.TREND if done > 1:
            return rounded(spent + _trend_pence(actual, left))
        case _:
            return rounded(Decimal(spent) / done * MONTHS)


def spread_pence(budget: Sequence[int], actual: Sequence[int]) -> tuple[int, int]:
    """Return the lowest and highest of the five calculated forecasts."""
    methods = (method for method in Method if method is not Method.MANUAL)
    known = [
        forecast
        for method in methods
        if (forecast := forecast_pence(method, budget, actual)) is not None
    ]
    return min(known), max(known)


def known_total(amounts: Iterable[int | None]) -> tuple[int, bool]:
    """Return the sum of what is known, and whether anything is not known."""
    listed = list(amounts)
    return sum(amount for amount in listed if amount is not None), None in listed


def _trend_pence(actual: Sequence[int], left: int) -> Decimal:
    """Return what a least-squares line through the months adds for those to come."""
    done = len(actual)
    mean = Decimal(sum(actual)) / done
    steps = [Decimal(2 * at - done - 1) / 2 for at in range(1, done + left + 1)]
    rise = sum(
        (step * (pence - mean) for step, pence in zip(steps, actual, strict=False)), Decimal(0)
    )
    slope = rise / sum((step * step for step in steps[:done]), Decimal(0))
    return sum((mean + slope * step for step in steps[done:]), Decimal(0))
