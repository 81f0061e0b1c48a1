"""Bookings: the days a repeated one falls on, what it is charged, how much of it was used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pch_desktop.domain.estates import Repeat, Used
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.working_days import SATURDAY, bank_holidays

WEEK = 7
STEPS = {Repeat.WEEKLY: WEEK, Repeat.FORTNIGHTLY: 2 * WEEK, Repeat.FOUR_WEEKLY: 4 * WEEK}
LAST_WEEK = 4
"""A fifth weekday of a month is taken as its last, so that every month has one."""
LONGEST = timedelta(days=3 * 366)
HOUR = 60


@dataclass(frozen=True, slots=True)
class Repetition:
    """How often a booking comes again, and the last day it may."""

    repeat: Repeat
    until: date


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a repeated booking, and those left out as bank holidays."""

    kept: tuple[date, ...]
    left_out: tuple[date, ...]


def year_end(day: date) -> date:
    """Return 31 March of a day's financial year."""
    return FinancialYear.of(day).last


def days(first: date, repetition: Repetition) -> Days:
    """Return the days on which a booking comes again, the first among them.

    Raises:
        Refusal: the last day lies before the first or years after it, or no day is left.
    """
    if repetition.until < first:
        raise Refusal("The last day lies before the first. Enter a later day, or leave it blank.")
    if repetition.until - first > LONGEST:
        raise Refusal("A booking may come again for three years at most. Enter an earlier day.")
    all_days = tuple(_all(first, repetition))
    kept = tuple(day for day in all_days if day not in bank_holidays(day.year))
    if not kept:
        raise Refusal("Only bank holidays are left. Enter another day.")
    return Days(kept, tuple(day for day in all_days if day in bank_holidays(day.year)))


def charge_pence(minutes: int, hourly_pence: int | None, typed_pence: int | None) -> int | None:
    """Return what a booking is charged: what was typed, or its hours at the room's rate.

    Not known where neither is.
    """
    if typed_pence is not None or hourly_pence is None:
        return typed_pence
    return rounded(Decimal(minutes * hourly_pence) / HOUR)


def used_minutes(used: Used | None, minutes: int, part_minutes: int | None) -> int | None:
    """Return how much of a booking was used; not known where nobody has said."""
    match used:
        case Used.YES:
            return minutes
        case Used.PART:
            return part_minutes
        case Used.NO:
            return 0
        case None:
            return None


def nth_weekday(month: Month, weekday: int, number: int) -> date:
    """Return a month's weekday by its number, 0 for the first; from 4 on it is the last."""
    first = month.first + timedelta(days=(weekday - month.first.weekday()) % WEEK)
    found = first + timedelta(days=WEEK * min(number, LAST_WEEK))
    return found if found <= month.last else found - timedelta(days=WEEK)


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _all(first: date, repetition: Repetition) -> Iterator[date]:
    """Yield every day of the pattern, bank holidays too."""
    repeat, until = repetition.repeat, repetition.until
    if repeat is Repeat.MONTHLY:
        yield from _monthly(first, until)
        return
    step = STEPS.get(repeat, 1)
    for number in range(0, (until - first).days + 1, step):
        day = first + timedelta(days=number)
        if step > 1 or day.weekday() < SATURDAY:
            yield day


def _monthly(first: date, until: date) -> Iterator[date]:
    number = (first.day - 1) // WEEK
    month = Month.of(first)
    while (day := nth_weekday(month, first.weekday(), number)) <= until:
        if day >= first:
            yield day
        month = month.plus(1)
