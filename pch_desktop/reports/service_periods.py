"""Which months are added up, up to the one at hand."""

from __future__ import annotations

from pch_desktop.domain.period import Month

YEAR, MONTH, TWELVE = "year so far", "month", "twelve months"
PERIODS = (YEAR, MONTH, TWELVE)


def first_of(period: str, month: Month) -> Month:
    """Return the first month of one of ``PERIODS`` that ends with a month."""
    firsts = {YEAR: month.financial_year.months[0], MONTH: month, TWELVE: month.plus(-11)}
    return firsts[period]


def words_of(period: str, month: Month) -> str:
    """Return a period as people say it: April 2016 to October 2016."""
    first = first_of(period, month)
    return month.words if first == month else f"{first.words} to {month.words}"
