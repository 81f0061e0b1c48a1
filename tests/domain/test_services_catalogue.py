"""The catalogue's rules: steps, settings, bank holidays, targets, safety, what is freed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import RUNNING, BankHolidays, ServiceStatus, Setting
from pch_desktop.domain.services_care_homes import Beds, cover
from pch_desktop.domain.services_freed import freed, freed_in
from pch_desktop.domain.services_holidays import (
    HolidayHours,
    holidays_between,
    hours_on,
    on_holidays,
)
from pch_desktop.domain.services_safety import Safety, SafetyStanding, needed
from pch_desktop.domain.services_settings import named, told, words
from pch_desktop.domain.services_status import STEPS, oddity, step_refused
from pch_desktop.domain.services_targets import Aim
from pch_desktop.domain.working_days import bank_holidays

DAY = date(2016, 10, 31)
STATUSES = st.sampled_from(list(ServiceStatus))
RULES = st.none() | st.sampled_from(list(BankHolidays))
SPANS = st.sampled_from([(), ((480, 1080),), ((0, 1440),), ((540, 720), (780, 1020))])
WEEKS = st.dictionaries(st.integers(1, 7), SPANS)
NUMBERS = st.decimals(-1000, 1000, places=2)
TEXTS = st.none() | st.just("told")
DAYS = st.none() | st.dates(date(2014, 1, 1), date(2018, 12, 31))
SAFETIES = st.builds(Safety, TEXTS, TEXTS, TEXTS, TEXTS, DAYS, DAYS)


@given(STATUSES, STATUSES)
def test_a_step_is_taken_or_says_which_could_be(now: ServiceStatus, then: ServiceStatus) -> None:
    said = step_refused("Falls", now, then, DAY)
    may = then is now or then in STEPS[now]
    assert (said == "") is may
    assert may or all(each.value in said for each in STEPS[now])


@given(STATUSES, STATUSES)
def test_nothing_begins_to_see_people_without_its_first_day(
    now: ServiceStatus, then: ServiceStatus
) -> None:
    said = step_refused("Falls", now, then, None)
    assert then not in RUNNING or then is now or said


def test_every_status_is_reached_from_an_idea_and_every_one_can_be_closed() -> None:
    reached, ahead = {ServiceStatus.IDEA}, [ServiceStatus.IDEA]
    while ahead:
        for then in STEPS[ahead.pop()]:
            if then not in reached:
                reached.add(then)
                ahead.append(then)
    assert reached == set(ServiceStatus)
    others = set(ServiceStatus) - {ServiceStatus.CLOSED}
    assert all(ServiceStatus.CLOSED in STEPS[status] for status in others)


def test_a_first_day_that_does_not_fit_the_status_is_told() -> None:
    assert oddity(ServiceStatus.LIVE, date(2016, 11, 1), DAY) == "runs before its first day"
    assert "still stands at “design”" in oddity(ServiceStatus.DESIGN, DAY, DAY)
    assert oddity(ServiceStatus.LIVE, DAY, DAY) == oddity(ServiceStatus.IDEA, None, DAY) == ""


@given(st.sets(st.sampled_from(list(Setting))))
def test_settings_are_read_as_they_are_written(settings: set[Setting]) -> None:
    assert set(told(words(settings))) == set(named(words(settings))) == settings


def test_words_of_old_are_read_as_ticks_where_they_name_a_setting() -> None:
    assert named("community hospital, home") == (Setting.COMMUNITY_HOSPITAL, Setting.HOME)
    assert named("hospice, phone and Surgeries") == (Setting.PRACTICE, Setting.REMOTE)
    assert named("community") == named(None) == ()
    with pytest.raises(Refusal, match="“moon” is no setting"):
        told("home; Moon")


@given(WEEKS, RULES, st.dates(date(2015, 1, 1), date(2030, 12, 31)))
def test_a_closed_service_is_closed_and_a_usual_one_as_usual(
    week: dict[int, tuple[tuple[int, int], ...]], rule: BankHolidays | None, day: date
) -> None:
    found = hours_on(week, rule, day)
    assert found.usual == week.get(day.isoweekday(), ())
    if rule is BankHolidays.CLOSED:
        assert found.hours == ()
    if rule is BankHolidays.OPEN:
        assert not found.differs
    if rule is BankHolidays.SUNDAY:
        assert found.hours == week.get(7, ())
    if rule is None:
        assert found.words == ("" if found.usual else "closed as usual")


@given(WEEKS, RULES, st.integers(2015, 2030))
def test_the_holidays_of_a_year_are_those_of_the_dated_table(
    week: dict[int, tuple[tuple[int, int], ...]], rule: BankHolidays | None, year: int
) -> None:
    found = on_holidays(week, rule, date(year, 1, 1), date(year, 12, 31))
    known = any(week.values())
    assert {each.day for each in found} == (set(bank_holidays(year)) if known else set())
    assert list(holidays_between(date(year, 1, 1), date(year, 12, 31))) == sorted(
        bank_holidays(year)
    )


def test_what_a_service_does_on_a_holiday_is_said_in_words() -> None:
    usual = ((480, 1110),)
    assert HolidayHours(DAY, usual, ()).words == "closed"
    assert HolidayHours(DAY, usual, usual).words == "as usual"
    assert HolidayHours(DAY, usual, ((600, 720),)).words == "10:00-12:00"


@given(NUMBERS, NUMBERS, st.booleans())
def test_a_reading_at_the_target_meets_it_and_the_mirror_is_rated_alike(
    target: Decimal, value: Decimal, is_higher: bool
) -> None:
    aim, mirror = Aim(target, None, is_higher), Aim(-target, None, not is_higher)
    assert aim.rating(target) is Rating.GREEN
    assert aim.rating(value) is mirror.rating(-value)
    assert aim.rating(None) is Aim(None).rating(value) is None


@given(NUMBERS, st.decimals(0, 100, places=2), NUMBERS, NUMBERS)
def test_a_better_reading_is_never_rated_worse(
    target: Decimal, slack: Decimal, one: Decimal, other: Decimal
) -> None:
    aim = Aim(target, target - slack)
    order = [Rating.RED, Rating.AMBER, Rating.GREEN]
    low, high = (order.index(aim.rating(each) or Rating.RED) for each in sorted((one, other)))
    assert aim.is_in_order
    assert low <= high


def test_an_amber_mark_beyond_the_target_is_out_of_order() -> None:
    assert not Aim(Decimal(90), Decimal(95)).is_in_order
    assert not Aim(Decimal(5), Decimal(4), is_higher_better=False).is_in_order
    assert Aim(Decimal(5), Decimal(6), is_higher_better=False).rating(Decimal(6)) is Rating.AMBER


@given(st.lists(SAFETIES, max_size=4))
def test_a_service_may_leave_hospital_once_one_assessment_is_signed(found: list[Safety]) -> None:
    assert (needed(tuple(found)) == "") is any(each.is_signed for each in found)


@given(SAFETIES)
def test_only_what_is_complete_and_signed_counts_as_signed(safety: Safety) -> None:
    standing = safety.standing(DAY)
    counts = standing in {SafetyStanding.SIGNED, SafetyStanding.REVIEW}
    assert counts is (safety.is_signed and (safety.signed_on or DAY) <= DAY)
    assert (standing is SafetyStanding.OPEN) is bool(safety.missing)


@given(st.lists(st.none() | st.integers(0, 5000)), st.decimals(0, 5, places=4))
def test_what_is_freed_in_months_is_the_sum_of_what_is_freed_in_each(
    months: list[int | None], each: Decimal
) -> None:
    known = [count for count in months if count is not None]
    whole = sum((freed(count, each) or Decimal(0) for count in known), Decimal(0))
    assert freed_in(months, each) == (whole if known else None)
    assert freed_in(months, None) is freed(None, each) is None


@given(st.lists(st.builds(Beds, st.none() | st.integers(0, 200), st.booleans())))
def test_beds_with_and_without_a_practice_make_all_beds(homes: list[Beds]) -> None:
    found = cover(homes)
    without = cover(home for home in homes if not home.is_aligned)
    assert found.beds == found.aligned_beds + without.beds
    assert found.homes == found.aligned_homes + without.homes
    assert found.unknown == sum(home.beds is None for home in homes)
    assert (found.share is None) is (found.beds == 0)
