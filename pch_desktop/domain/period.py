"""Months and financial years: 1 April to 31 March, April being month 1."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pch_desktop.domain.refusal import Refusal

APRIL = 4
MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; months sort as they come."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= MONTHS and 1900 <= self.year <= 2999):
            raise ValueError(f"there is no month {self.month} of {self.year}")

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Month:
        """Return the month written as 2016-10.

        Raises:
            Refusal: it is not written so.
        """
        return _month(text)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last.day

    @property
    def number(self) -> int:
        """Its place in the financial year: April 1, March 12."""
        return (self.month - APRIL) % MONTHS + 1

    @property
    def financial_year(self) -> FinancialYear:
        """The financial year it lies in."""
        return FinancialYear(self.year if self.month >= APRIL else self.year - 1)

    @property
    def words(self) -> str:
        """It as people say it: October 2016."""
        return f"{month_name[self.month]} {self.year}"

    def plus(self, months: int) -> Month:
        """Return the month so many later; earlier where negative."""
        year, month = divmod(self.year * MONTHS + self.month - 1 + months, MONTHS)
        return Month(year, month + 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The year that starts on 1 April of ``start``."""

    start: int

    @classmethod
    def of(cls, day: date) -> FinancialYear:
        """Return the financial year a day lies in."""
        return Month.of(day).financial_year

    @classmethod
    def read(cls, text: str) -> FinancialYear:
        """Return the year written as 2015/16; 2015-16, 15-16 and 2015-2016 will do.

        Raises:
            Refusal: it is not written so, or the two years do not follow each other.
        """
        return _year(text)

    @property
    def first(self) -> date:
        """1 April."""
        return date(self.start, APRIL, 1)

    @property
    def last(self) -> date:
        """31 March."""
        return date(self.start + 1, APRIL, 1) - timedelta(days=1)

    @property
    def months(self) -> tuple[Month, ...]:
        """Its twelve months, April first."""
        return _months(self.start)

    def plus(self, years: int) -> FinancialYear:
        """Return the year so many later; earlier where negative."""
        return FinancialYear(self.start + years)

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"


# A file of ten years holds the same few months a hundred thousand times.


@lru_cache(maxsize=1024)
def _month(text: str) -> Month:
    found = re.fullmatch(r"(\d{4})-(\d{2})", text.strip())
    if not found or not 1 <= int(found[2]) <= MONTHS:
        raise Refusal(f"“{text}” is not a month. Write it as 2016-10.")
    return Month(int(found[1]), int(found[2]))


@lru_cache(maxsize=256)
def _year(text: str) -> FinancialYear:
    found = re.fullmatch(r"((?:20|19)?\d{2})\s*[/–-]\s*((?:20|19)?\d{2})", text.strip())
    if found:
        start = int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1])
        if int(found[2]) % 100 == (start + 1) % 100:
            return FinancialYear(start)
    raise Refusal(f"“{text}” is not a financial year. Write it as 2015/16.")


@lru_cache(maxsize=256)
def _months(start: int) -> tuple[Month, ...]:
    april = Month(start, APRIL)
    return tuple(april.plus(number) for number in range(MONTHS))
