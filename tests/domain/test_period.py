"""Months and financial years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal

MONTHS = st.builds(Month, st.integers(1901, 2998), st.integers(1, 12))


@pytest.mark.parametrize(
    ("day", "year", "number"),
    [
        (date(2025, 4, 1), "2025/26", 1),
        (date(2026, 3, 31), "2025/26", 12),
        (date(2025, 12, 31), "2025/26", 9),
        (date(2026, 1, 1), "2025/26", 10),
    ],
)
def test_a_day_has_its_financial_year_and_month_number(day: date, year: str, number: int) -> None:
    assert str(FinancialYear.of(day)) == year
    assert Month.of(day).number == number


@given(MONTHS)
def test_a_month_reads_back_as_it_was_written(month: Month) -> None:
    assert Month.read(str(month)) == month
    assert month in month.financial_year.months
    assert month.financial_year.months[month.number - 1] == month


@given(MONTHS, st.integers(-600, 600))
def test_going_on_and_back_by_as_many_months_comes_home(month: Month, months: int) -> None:
    if 1900 < month.year + months // 12 < 2998:
        assert month.plus(months).plus(-months) == month


@pytest.mark.parametrize("text", ["2015/16", "2015-16", "15-16", "15/16", "2015-2016", " 2015/16 "])
def test_a_financial_year_is_read_however_people_write_it(text: str) -> None:
    assert FinancialYear.read(text) == FinancialYear(2015)


@pytest.mark.parametrize("text", ["2015", "2015/17", "April", "", "2015/16/17"])
def test_what_is_no_financial_year_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="2015/16"):
        FinancialYear.read(text)


@pytest.mark.parametrize("text", ["2016-13", "Oct 2016", "2016", ""])
def test_what_is_no_month_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="2016-10"):
        Month.read(text)


def test_a_leap_years_february_has_29_days() -> None:
    assert Month(2016, 2).days == 29
    assert Month(2016, 2).words == "February 2016"


def test_a_financial_year_runs_from_the_first_of_april_to_the_end_of_march() -> None:
    assert FinancialYear(2015).first == date(2015, 4, 1)
    assert FinancialYear(2015).last == date(2016, 3, 31)
    assert FinancialYear(2015).plus(1) == FinancialYear(2016)


def test_a_thirteenth_month_is_a_fault() -> None:
    with pytest.raises(ValueError, match="13"):
        Month(2016, 13)
