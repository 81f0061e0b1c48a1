"""What a service does on bank holidays, day by day, against the dated table of England's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain import opening
from pch_desktop.domain.opening import Span
from pch_desktop.domain.services import BankHolidays
from pch_desktop.domain.working_days import bank_holidays

SUNDAY = 7
Week = Mapping[int, tuple[Span, ...]]
"""A week's hours by weekday, Monday being 1."""


@dataclass(frozen=True, slots=True)
class HolidayHours:
    """A bank holiday of a service: its usual hours on that weekday, and those of the day."""

    day: date
    usual: tuple[Span, ...]
    hours: tuple[Span, ...] | None
    """None where nobody has said what it does on bank holidays."""

    @property
    def is_closed(self) -> bool:
        """Whether it is closed though it usually is open."""
        return bool(self.usual) and self.hours == ()

    @property
    def differs(self) -> bool:
        """Whether its hours are known to be other than usual."""
        return self.hours is not None and self.hours != self.usual

    @property
    def words(self) -> str:
        """What it does: closed, 08:00-12:00, as usual; nothing where it is not known."""
        if self.hours is None:
            return ""
        if self.hours == self.usual:
            return "as usual" if self.usual else "closed as usual"
        return opening.words(self.hours) or "closed"


def holidays_between(first: date, last: date) -> tuple[date, ...]:
    """Return the bank holidays from one day to another, both included."""
    years = range(first.year, last.year + 1)
    days = (day for year in years for day in bank_holidays(year))
    return tuple(sorted(day for day in days if first <= day <= last))


def hours_on(week: Week, rule: BankHolidays | None, day: date) -> HolidayHours:
    """Return a service's hours on a bank holiday.

    A day it is closed on anyway stays closed, unless Sunday's hours are kept.
    """
    usual = tuple(week.get(day.isoweekday(), ()))
    match rule:
        case BankHolidays.CLOSED:
            return HolidayHours(day, usual, ())
        case BankHolidays.OPEN:
            return HolidayHours(day, usual, usual)
        case BankHolidays.SUNDAY:
            return HolidayHours(day, usual, tuple(week.get(SUNDAY, ())))
        case None:
            return HolidayHours(day, usual, None if usual else ())


def on_holidays(
    week: Week, rule: BankHolidays | None, first: date, last: date
) -> tuple[HolidayHours, ...]:
    """Return a service's bank holidays from one day to another; none without known hours."""
    if not any(week.values()):
        return ()
    return tuple(hours_on(week, rule, day) for day in holidays_between(first, last))
