"""How the program's values are kept in a STRICT table.

A STRICT column is INTEGER, TEXT or BLOB and holds nothing else. There is no
REAL: binary fractions belong neither in money nor in a history that must give
back exactly what it was given.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import CheckConstraint, Dialect, Integer, Text, TypeDecorator

from pch_desktop.domain.period import FinancialYear, Month

Words = TypeVar("Words", bound=StrEnum)


class Day(TypeDecorator[date]):
    """A date as ISO text, 2016-10-31: it sorts as it reads."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A moment as ISO text in UTC, so that moving clocks never reorder it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class MonthText(TypeDecorator[Month]):
    """A month as text, 2016-10."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Month | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Month | None:
        return None if value is None else Month.read(value)


class YearText(TypeDecorator[FinancialYear]):
    """A financial year as text, 2015/16."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: FinancialYear | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> FinancialYear | None:
        return None if value is None else FinancialYear.read(value)


class Word(TypeDecorator[Words], Generic[Words]):
    """One of a few words the program's rules turn on."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[Words]) -> None:
        super().__init__()
        self.words = words
        self._by_text = {word.value: word for word in words}

    def process_bind_param(self, value: Words | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Words | None:
        return None if value is None else self._by_text.get(value) or self.words(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0: a STRICT table knows no BOOLEAN."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Scaled(TypeDecorator[Decimal]):
    """A decimal as a whole number of its smallest unit: 0.8 to four places is 8000."""

    impl = Integer
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        units = value.scaleb(self.places)
        if units != units.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimal places")
        return int(units)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.places)


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """Return the CHECK that a column holds one of some words, or nothing."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def is_day(column: str) -> CheckConstraint:
    """Return the CHECK that a column holds a real date, or nothing."""
    return CheckConstraint(f"{column} IS date({column})", name=column)


def is_month(column: str) -> CheckConstraint:
    """Return the CHECK that a column holds a month, 2016-10, or nothing."""
    return CheckConstraint(f"{column} IS strftime('%Y-%m', {column} || '-01')", name=column)


def is_year(column: str) -> CheckConstraint:
    """Return the CHECK that a column holds a financial year, 2015/16, or nothing."""
    return CheckConstraint(f"{column} GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'", name=column)


def is_span(starts: str, ends: str) -> CheckConstraint:
    """Return the check that two columns are minutes of one day, the second after the first."""
    return CheckConstraint(
        f"{starts} BETWEEN 0 AND 1439 AND {ends} > {starts} AND {ends} <= 1440", name="hours"
    )


def is_share(column: str) -> CheckConstraint:
    """Return the CHECK that a column of six places holds a part of one, 0 to 1, or nothing."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 1000000", name=column)
