"""The days of repeated bookings, their charges and their use: examples, refusals and laws."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain import opening
from pch_desktop.domain.estates import Repeat, Used
from pch_desktop.domain.estates_bookings import (
    Repetition,
    charge_pence,
    days,
    monday,
    nth_weekday,
    used_minutes,
    year_end,
)
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.working_days import bank_holidays

STEPS = {Repeat.WEEKLY: 7, Repeat.FORTNIGHTLY: 14, Repeat.FOUR_WEEKLY: 28}
FIRSTS = st.dates(date(2011, 1, 1), date(2030, 12, 31))


def test_a_weekly_booking_runs_to_the_years_end_without_bank_holidays() -> None:
    first = date(2016, 10, 3)
    found = days(first, Repetition(Repeat.WEEKLY, year_end(first)))
    assert found.left_out == (date(2016, 12, 26), date(2017, 1, 2))
    assert (found.kept[0], found.kept[-1], len(found.kept)) == (first, date(2017, 3, 27), 24)


def test_a_monthly_booking_keeps_its_weekday_and_its_place() -> None:
    found = days(date(2016, 10, 11), Repetition(Repeat.MONTHLY, date(2017, 1, 31)))
    assert found.kept == (
        date(2016, 10, 11),
        date(2016, 11, 8),
        date(2016, 12, 13),
        date(2017, 1, 10),
    )
    fifth = days(date(2016, 10, 31), Repetition(Repeat.MONTHLY, date(2017, 1, 31)))
    assert fifth.kept == (date(2016, 10, 31), date(2016, 11, 28), date(2017, 1, 30))
    assert fifth.left_out == (date(2016, 12, 26),)


def test_every_working_day_leaves_out_weekends_and_holidays() -> None:
    found = days(date(2016, 12, 23), Repetition(Repeat.DAILY, date(2017, 1, 3)))
    assert found.kept == (
        date(2016, 12, 23),
        *(date(2016, 12, day) for day in (28, 29, 30)),
        date(2017, 1, 3),
    )
    assert found.left_out == (date(2016, 12, 26), date(2016, 12, 27), date(2017, 1, 2))


@pytest.mark.parametrize(
    ("first", "until", "said"),
    [
        (date(2016, 10, 3), date(2016, 10, 2), "lies before the first"),
        (date(2016, 10, 3), date(2020, 10, 3), "three years at most"),
        (date(2016, 12, 26), date(2017, 1, 1), "Only bank holidays are left"),
    ],
)
def test_what_cannot_come_again_is_refused(first: date, until: date, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        days(first, Repetition(Repeat.WEEKLY, until))


@given(FIRSTS, st.sampled_from(Repeat), st.integers(0, 400))
def test_no_repeated_booking_falls_on_a_bank_holiday(
    first: date, repeat: Repeat, length: int
) -> None:
    until = first + timedelta(days=length)
    try:
        found = days(first, Repetition(repeat, until))
    except Refusal:
        return
    assert not any(day in bank_holidays(day.year) for day in found.kept)
    assert all(day in bank_holidays(day.year) for day in found.left_out)
    together = sorted([*found.kept, *found.left_out])
    assert len(set(together)) == len(together)
    assert first <= together[0]
    assert together[-1] <= until


@given(FIRSTS, st.sampled_from(Repeat), st.integers(0, 400))
def test_every_repeated_booking_is_on_the_right_weekday(
    first: date, repeat: Repeat, length: int
) -> None:
    try:
        found = days(first, Repetition(repeat, first + timedelta(days=length)))
    except Refusal:
        return
    together = sorted([*found.kept, *found.left_out])
    if repeat is Repeat.DAILY:
        assert all(day.weekday() < 5 for day in together)
        return
    assert {day.weekday() for day in together} == {first.weekday()}
    gaps = [(after - day).days for day, after in pairwise(together)]
    if repeat is Repeat.MONTHLY:
        months = [Month.of(day) for day in together]
        assert months == [months[0].plus(number) for number in range(len(months))]
    else:
        assert set(gaps) <= {STEPS[repeat]}
        assert len(together) == length // STEPS[repeat] + 1


@given(FIRSTS, st.integers(0, 6), st.integers(0, 4))
def test_a_weekday_of_a_month_lies_in_it(day: date, weekday: int, number: int) -> None:
    month = Month.of(day)
    found = nth_weekday(month, weekday, number)
    assert (Month.of(found), found.weekday()) == (month, weekday)
    assert monday(found).weekday() == 0


def test_a_charge_is_the_hours_at_the_rate_or_what_was_typed() -> None:
    assert charge_pence(128 * 60, 1450, None) == 185_600
    assert charge_pence(50, 1450, None) == 1208
    assert charge_pence(1, 30, None) == 1
    assert charge_pence(60, 1450, 0) == 0
    assert charge_pence(60, None, None) is None


def test_what_was_used_follows_from_the_mark() -> None:
    found = [used_minutes(used, 90, 40) for used in (Used.YES, Used.PART, Used.NO, None)]
    assert found == [90, 40, 0, None]
    assert used_minutes(Used.PART, 90, None) is None


@pytest.mark.parametrize(
    ("text", "minute"),
    [("9", 540), ("09:30", 570), ("9.30", 570), ("2 pm", 840), ("12am", 0), ("24:00", 1440),
     ("0930", 570), ("", None), ("–", None)],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text: str, minute: int | None) -> None:
    assert opening.minute(text) == minute


@pytest.mark.parametrize("text", ["25", "9:75", "noon", "9-10"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"is no time of the day. Enter one such as 09:00"):
        opening.minute(text)
