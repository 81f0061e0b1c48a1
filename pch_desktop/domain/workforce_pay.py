"""What a post costs: pay, National Insurance, pension and levy, in a full year or a part of one.

W11 and W12 of the specification. The sums of W11 are those that give NHS England's own published
maxima for additional roles, to the pound (D25).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import MONTHS, FinancialYear, Month
from pch_desktop.domain.refusal import Refusal

POUND = 100
"""So many pence."""
MOST_AWARD = Decimal("0.25")
"""No pay award is taken for meant beyond this."""


@dataclass(frozen=True, slots=True)
class Insurance:
    """The employer's National Insurance: a share of pay above a threshold for each person."""

    share: Decimal
    threshold_pence: int


@dataclass(frozen=True, slots=True)
class OnCosts:
    """What an employer pays on all pay: into a pension, and as apprenticeship levy."""

    pension_share: Decimal
    levy_share: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Cost:
    """What somebody costs in a full year, and what that is made of, in pence.

    Each part is rounded for reading; the total is rounded once, so that it may differ from the
    sum of its parts by a penny.
    """

    full_time_pence: int
    wte: Decimal
    salary_pence: int
    insurance_pence: int
    pension_pence: int
    levy_pence: int
    total_pence: int


def cost(full_time_pence: int, wte: Decimal, insurance: Insurance, on_costs: OnCosts) -> Cost:
    """Return what one person costs in a full year (W11).

    The National Insurance threshold is for each person and is never multiplied by the WTE.

    Args:
        full_time_pence: a full year's pay for a whole time.
        wte: how much of a whole time they work.
        insurance: the employer's National Insurance on the day.
        on_costs: the employer's pension rate and levy on the day.
    """
    return _cost(full_time_pence, (wte,), insurance, on_costs)


def post_cost(full_time_pence: int, wte: Decimal, insurance: Insurance, on_costs: OnCosts) -> Cost:
    """Return what a post costs in a full year, held by as few people as it can be.

    Of a post of more than one WTE each whole time is somebody, with a threshold of their own.
    """
    whole, rest = divmod(wte, 1)
    return _cost(full_time_pence, (Decimal(1),) * int(whole) + (rest,), insurance, on_costs)


def _cost(
    full_time_pence: int, people: Sequence[Decimal], insurance: Insurance, on_costs: OnCosts
) -> Cost:
    wte = sum(people, Decimal(0))
    salary = full_time_pence * wte
    above = (max(Decimal(0), full_time_pence * each - insurance.threshold_pence) for each in people)
    taxed = sum(above, Decimal(0)) * insurance.share
    pension = salary * on_costs.pension_share
    levy = salary * on_costs.levy_share
    return Cost(
        full_time_pence,
        wte,
        rounded(salary),
        rounded(taxed),
        rounded(pension),
        rounded(levy),
        rounded(salary + taxed + pension + levy),
    )


def months(first: date | None, last: date | None, year: FinancialYear) -> Fraction:
    """Return for how many months of a year something runs, parts of months by calendar days.

    Args:
        first: its first day; nothing where it has always run.
        last: its last day, which counts; nothing where it goes on.
        year: the financial year; the whole of it is twelve.
    """
    begin = max(first, year.first) if first else year.first
    end = min(last, year.last) if last else year.last
    return sum((_part(month, begin, end) for month in year.months), Fraction(0))


def part_year(annual_pence: int, of_months: Fraction) -> int:
    """Return what a year's cost comes to in so many months (W12)."""
    return nearest(annual_pence * of_months / MONTHS)


def per_wte(annual_pence: int, wte: Decimal) -> int:
    """Return what a whole time costs in a year, of a post that costs so much as it is funded."""
    return rounded(annual_pence / wte)


def nearest(pence: Fraction) -> int:
    """Return the nearest whole number of pence, halves away from zero."""
    whole = (2 * abs(pence.numerator) + pence.denominator) // (2 * pence.denominator)
    return whole if pence >= 0 else -whole


def awarded(annual_pence: int, share: Decimal) -> int:
    """Return a year's pay after an award, rounded to the pound.

    Raises:
        Refusal: it is less than nothing or more than an award is.
    """
    if not 0 <= share <= MOST_AWARD:
        raise Refusal("Enter an award from 0% to 25%, such as 3.3%.")
    return rounded(annual_pence * (1 + share) / POUND) * POUND


def _part(month: Month, first: date, last: date) -> Fraction:
    begin, end = max(first, month.first), min(last, month.last)
    return Fraction(max(0, (end - begin).days + 1), month.days)
