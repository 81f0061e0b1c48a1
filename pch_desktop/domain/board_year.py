"""A year of meetings in one step: the same weekday of every month, or of every second one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.working_days import is_working_day

WEEK = timedelta(days=7)
LONGEST_STEP, MOST = 6, 24


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting's day and how far it has come, to find one among several."""

    id: int
    held_on: date
    status: MeetingStatus
    is_board: bool
    """Whether a board holds it; groups that report to it have other days."""


def year_of_meetings(first: date, every_months: int, count: int) -> tuple[date, ...]:
    """Return the days of so many meetings, the first among them, in order.

    Each falls in its month where the first does, such as on the fourth Wednesday; where
    that week is missing or a bank holiday, a week earlier.

    Raises:
        Refusal: the step or the number makes no plan, or the first is no working day.
    """
    if not 1 <= every_months <= LONGEST_STEP or not 1 <= count <= MOST:
        raise Refusal(
            f"Plan 1 to {MOST} meetings, one each month or up to one in {LONGEST_STEP} months."
        )
    if not is_working_day(first):
        raise Refusal("Choose a working day for the first meeting; the others follow its weekday.")
    return tuple(_alike(first, every_months * at) for at in range(count))


def _alike(first: date, months: int) -> date:
    """Return the day of a later month that falls as the first does."""
    month = Month.of(first).plus(months)
    start = month.first + timedelta(days=(first.weekday() - month.first.weekday()) % 7)
    day = start + (first.day - 1) // 7 * WEEK
    while day > month.last or not is_working_day(day):
        day -= WEEK
        if day < month.first:
            return _first_free(start, month.last)
    return day


def _first_free(start: date, last: date) -> date:
    """Return the first such weekday of a month that is worked."""
    day = start
    while not is_working_day(day) and day + WEEK <= last:
        day += WEEK
    return day


def before(rows: Sequence[Held], of: Held) -> Held | None:
    """Return the meeting before another, of the same kind of forum; cancelled ones are none."""
    told = [row for row in _standing(rows, of.is_board) if row.held_on < of.held_on]
    return told[-1] if told else None


def next_after(rows: Sequence[Held], on: date) -> Held | None:
    """Return the meeting a pack is for: the first after a day, a board's if boards meet at all."""
    is_board = any(row.is_board for row in rows)
    return next((row for row in _standing(rows, is_board) if row.held_on > on), None)


def _standing(rows: Sequence[Held], is_board: bool) -> Iterator[Held]:
    kept = (
        row
        for row in rows
        if row.status is not MeetingStatus.CANCELLED and (row.is_board or not is_board)
    )
    return iter(sorted(kept, key=lambda row: (row.held_on, row.id)))
