"""How a next step with a partner stands on a day, and how long ago partners were met."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

SOON_DAYS = 14
"""A step that is due within so many days is due soon."""
QUIET_MONTHS = 6
"""A partner not met for so many months is one to meet, unless another number is chosen."""


class Step(StrEnum):
    """How a next step stands, in the order it is told."""

    OVERDUE = "overdue"
    SOON = "due soon"
    NO_DAY = "no day named"
    TO_COME = "to come"
    DONE = "done"


def step_standing(
    next_step: str | None, due_on: date | None, done_on: date | None, on: date
) -> Step | None:
    """Return how a step stands on a day; None where there is none.

    A step is overdue from the day after it was due.
    """
    if not next_step:
        return None
    if done_on is not None and done_on <= on:
        return Step.DONE
    if due_on is None:
        return Step.NO_DAY
    if due_on < on:
        return Step.OVERDUE
    return Step.SOON if due_on <= on + timedelta(days=SOON_DAYS) else Step.TO_COME


def months_before(day: date, months: int) -> date:
    """Return the same day so many months before, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
