"""The days England works: Mondays to Fridays that are no bank holidays.

The holidays follow the Banking and Financial Dealings Act 1971 and the dated
exceptions proclaimed since 2011, as gov.uk lists them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from pch_desktop.domain.period import FinancialYear, Month

SATURDAY = 5
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Holidays kept on another day that year: two jubilees, the 75th VE Day."""
ONCE = (
    date(2011, 4, 29),
    date(2012, 6, 5),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
)
"""Holidays of one year alone: weddings, jubilees, a funeral, a coronation."""


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a calendar year in England, substitutes in their place."""
    usual = {MOVED.get(day, day) for day in _usual(year)}
    return frozenset(usual | {day for day in ONCE if day.year == year})


def is_working_day(day: date) -> bool:
    """Tell whether a day is a Monday to Friday and no bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_days(month: Month) -> int:
    """Return how many working days a month has."""
    days = (month.first + timedelta(days=number) for number in range(month.days))
    return sum(map(is_working_day, days))


def of_year(year: FinancialYear) -> tuple[int, ...]:
    """Return the working days of a year's months, April first."""
    return tuple(map(working_days, year.months))


def working_days_from(day: date, count: int) -> date:
    """Return the working day so many on from a day, or back where negative; nought is the day."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """Return how many working days lie after a day up to another; negative the other way."""
    if last < first:
        return -working_days_between(last, first)
    days = (last - first).days
    return sum(is_working_day(first + timedelta(days=each)) for each in range(1, days + 1))


def easter(year: int) -> date:
    """Return Easter Sunday of a year, by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    moon = epact - epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _usual(year: int) -> Iterator[date]:
    sunday = easter(year)
    yield _next_free(date(year, 1, 1))
    yield sunday - timedelta(days=2)
    yield sunday + timedelta(days=1)
    yield _monday(date(year, 5, 1))
    yield _monday(date(year, 5, 25))
    yield _monday(date(year, 8, 25))
    christmas = _next_free(date(year, 12, 25))
    boxing = _next_free(date(year, 12, 26))
    yield christmas
    # Where Christmas takes the Monday, or the Tuesday is Boxing Day's own, the next day serves.
    yield boxing if boxing != christmas else boxing + timedelta(days=1)


def _next_free(day: date) -> date:
    """Return the day, or the Monday after it where it falls on a weekend."""
    return _monday(day) if day.weekday() >= SATURDAY else day


def _monday(day: date) -> date:
    """Return the first Monday from a day on."""
    return day + timedelta(days=-day.weekday() % 7)
