"""The days England works."""

from __future__ import annotations

from datetime import date

import pytest

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.working_days import (
    bank_holidays,
    easter,
    is_working_day,
    of_year,
    working_days,
)


def test_2025_26_has_253_working_days() -> None:
    days = of_year(FinancialYear(2025))
    assert days == (20, 20, 21, 23, 20, 22, 23, 20, 21, 21, 20, 22)
    assert sum(days) == 253


@pytest.mark.parametrize(
    ("year", "holidays"),
    [
        (2011, "3 Jan, 22 Apr, 25 Apr, 29 Apr, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec"),
        (2012, "2 Jan, 6 Apr, 9 Apr, 7 May, 4 Jun, 5 Jun, 27 Aug, 25 Dec, 26 Dec"),
        (2016, "1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec"),
        (2020, "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec"),
        (2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec"),
        (2022, "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec"),
        (2023, "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec"),
    ],
)
def test_bank_holidays_are_those_that_were_kept(year: int, holidays: str) -> None:
    told = [f"{day.day} {day:%b}" for day in sorted(bank_holidays(year))]
    assert ", ".join(told) == holidays


def test_easter_falls_where_the_church_put_it() -> None:
    known = {2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2024: (3, 31), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in known} == known


def test_weekends_and_holidays_are_no_working_days() -> None:
    assert is_working_day(date(2016, 12, 28))
    assert not is_working_day(date(2016, 12, 27))
    assert not is_working_day(date(2016, 12, 31))
    assert working_days(Month(2016, 12)) == 20
