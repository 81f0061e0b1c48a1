"""Levels that hold and lapse, needs that are met or short, days that follow from others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_skills import (
    Ability,
    Found,
    Level,
    NeedStatus,
    expiry,
    found,
    gap,
    last_week_on,
    learnt,
    next_due,
    share_pence,
    typed_level,
)

ON = date(2016, 10, 31)
days = st.dates(date(2010, 1, 1), date(2025, 12, 31))
levels = st.sampled_from(Level)
abilities = st.builds(Ability, levels, st.none() | days, st.none() | days)
needs = st.tuples(st.integers(1, 4), st.integers(1, 20))


@given(st.lists(abilities, max_size=12), needs, days)
def test_a_gap_is_never_below_nothing(held: list[Ability], need: tuple[int, int], on: date) -> None:
    told = found(held, *need, on)
    assert 0 <= told.gap <= need[1]
    assert 0 <= told.expiring <= told.have <= len(held)


@given(st.lists(abilities, max_size=12), abilities, needs, days)
def test_one_more_person_never_widens_a_gap(
    held: list[Ability], one: Ability, need: tuple[int, int], on: date
) -> None:
    before, after = found(held, *need, on), found([*held, one], *need, on)
    assert after.gap <= before.gap
    assert before.gap - after.gap <= 1


@given(st.lists(abilities, max_size=12), levels, needs, days, st.integers(1, 4000))
def test_what_has_expired_counts_the_same_as_none(
    held: list[Ability], level: Level, need: tuple[int, int], on: date, ago: int
) -> None:
    lapsed = Ability(level, None, on - timedelta(days=ago))
    assert found([*held, lapsed], *need, on) == found([*held, Ability(Level.NONE)], *need, on)


@given(abilities, needs, days)
def test_a_last_day_still_counts_and_the_next_does_not(
    one: Ability, need: tuple[int, int], on: date
) -> None:
    until = Ability(one.level, None, on)
    assert until.counts(need[0], on) is (one.level >= need[0])
    assert not until.counts(need[0], on + timedelta(days=1))


@given(days, st.integers(1, 600))
def test_an_expiry_is_so_many_months_on(day: date, months: int) -> None:
    ends = expiry(day, months)
    assert ends is not None
    assert (ends.year - day.year) * 12 + ends.month - day.month == months
    assert ends.day == day.day or (ends + timedelta(days=1)).day == 1


@given(st.none() | abilities, levels, days, st.none() | st.integers(1, 60))
def test_a_course_takes_no_level_away(
    before: Ability | None, level: Level, on: date, months: int | None
) -> None:
    after = learnt(before, level, on, months)
    for least in Level:
        if before is not None and before.counts(least, on):
            assert after.counts(least, on)
    if before is None or before.assessed_on is None or before.assessed_on <= on:
        assert after.counts(level, on)


@pytest.mark.parametrize(
    ("least", "have", "expiring", "status"),
    [
        (2, 0, 0, NeedStatus.NOBODY),
        (2, 1, 1, NeedStatus.SHORT),
        (2, 2, 1, NeedStatus.EXPIRING),
        (2, 3, 1, NeedStatus.MET),
        (2, 2, 0, NeedStatus.MET),
    ],
)
def test_a_need_is_met_or_not(least: int, have: int, expiring: int, status: NeedStatus) -> None:
    assert Found(least, have, expiring).status is status


def test_a_worked_example_of_the_gap() -> None:
    held = [
        Ability(Level.TEACHES),
        Ability(Level.INDEPENDENT, date(2016, 1, 31), date(2016, 10, 30)),
        Ability(Level.INDEPENDENT, date(2016, 1, 31), ON),
        Ability(Level.SUPERVISED),
        Ability(Level.INDEPENDENT, date(2016, 11, 1)),
    ]
    told = found(held, 3, 4, ON)
    assert (told.have, told.gap, told.expiring) == (2, 2, 1)
    assert gap(4, 2) == 2


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2016, 10, 18), 36, date(2019, 10, 18)),
        (date(2016, 10, 18), None, None),
    ],
)
def test_months_go_by_the_calendar(day: date, months: int | None, ends: date | None) -> None:
    assert expiry(day, months) == ends


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3", Level.INDEPENDENT), ("Independent", Level.INDEPENDENT),
        ("3 independent", Level.INDEPENDENT), ("◆ 2", Level.SUPERVISED), (" can  teach ",
        Level.TEACHES), ("none", Level.NONE), ("", None),
    ],
)  # fmt: skip
def test_a_level_is_typed_as_number_or_word(text: str, level: Level | None) -> None:
    assert typed_level(text) is level


@pytest.mark.parametrize("text", ["5", "-1", "3.5", "wizard", "=3"])
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is not a level"):
        typed_level(text)


def test_supervision_is_due_as_agreed_or_after_its_weeks() -> None:
    last, agreed = date(2016, 9, 28), date(2016, 11, 21)
    assert next_due(last, 6) == date(2016, 11, 9)
    assert next_due(last, 6, agreed) == agreed
    assert next_due(agreed, 6, agreed) == date(2017, 1, 2)
    assert next_due(None, 6, agreed) == agreed
    assert next_due(None, 6) is None


def test_each_place_has_its_share_of_the_cost() -> None:
    assert share_pence(100_00, 3) == 33_33
    assert share_pence(100_01, 2) == 50_01
    assert share_pence(None, 3) is None
    assert share_pence(100_00, 0) is None


def test_a_week_ends_on_its_seventh_day() -> None:
    assert last_week_on(date(2016, 10, 31), 1) == date(2016, 11, 6)
