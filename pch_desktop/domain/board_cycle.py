"""The days of a meeting, counted in working days from the day it is held.

Ten dates from the call for papers to the published minutes, as boards of public bodies
keep them: papers go out five clear working days before (domain.md 6).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pch_desktop.domain.board import MeetingStatus
from pch_desktop.domain.period import Month
from pch_desktop.domain.working_days import working_days_between, working_days_from

READY_FIRST, READY_LAST = 8, 12
"""On which working days of the next month a month's figures are ready: between these."""
LEAST_TO_WRITE = 0
"""How many working days there must be between the figures and the day papers go out."""


class Step(StrEnum):
    """What is done on a day of the cycle, in order."""

    CALL = "forward plan and call for papers"
    AGENDA = "agenda with the chair"
    PAPERS = "papers due"
    QUALITY = "quality check of papers"
    ISSUED = "papers issued"
    INTERESTS = "interests and apologies"
    MEETING = "meeting"
    ACTIONS = "action log sent"
    MINUTES = "draft minutes with the chair"
    PUBLISHED = "agreed minutes published"


DAYS = {
    Step.CALL: -20,
    Step.AGENDA: -15,
    Step.PAPERS: -10,
    Step.QUALITY: -8,
    Step.ISSUED: -5,
    Step.INTERESTS: -2,
    Step.MEETING: 0,
    Step.ACTIONS: 2,
    Step.MINUTES: 10,
}
"""Working days from the meeting on which each is due."""
AFTER_NEXT = 5
"""Working days after the next meeting by which the minutes it agreed are published."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A step of the cycle and its day."""

    step: Step
    on: date


def day_of(step: Step, held_on: date, papers_due_on: date | None = None) -> date:
    """Return the day of a step but the last, which hangs on the next meeting."""
    if step is Step.PAPERS and papers_due_on is not None:
        return papers_due_on
    return working_days_from(held_on, DAYS[step])


def cycle(
    held_on: date, next_on: date | None = None, papers_due_on: date | None = None
) -> tuple[Dated, ...]:
    """Return the days of a meeting in their order; minutes are published after the next one."""
    found = [Dated(step, day_of(step, held_on, papers_due_on)) for step in DAYS]
    if next_on is not None:
        found.append(Dated(Step.PUBLISHED, working_days_from(next_on, AFTER_NEXT)))
    return tuple(found)


def ready(month: Month) -> tuple[date, date]:
    """Return between which days a month's figures are ready: its 8th to 12th working day after."""
    return (
        working_days_from(month.last, READY_FIRST),
        working_days_from(month.last, READY_LAST),
    )


def days_to_write(month: Month, held_on: date) -> int:
    """Return the working days between a month's figures, at the latest, and papers going out.

    Below nought the figures come too late for the meeting.
    """
    return working_days_between(ready(month)[1], day_of(Step.ISSUED, held_on))


def month_for(held_on: date) -> Month:
    """Return the latest month whose figures are ready in time for a meeting's papers."""
    month = Month.of(held_on).plus(-1)
    while days_to_write(month, held_on) < LEAST_TO_WRITE:
        month = month.plus(-1)
    return month


def may_be_issued(status: MeetingStatus) -> bool:
    """Return whether a meeting is still to be held, and so has papers to come."""
    return status not in {MeetingStatus.HELD, MeetingStatus.MINUTED, MeetingStatus.CANCELLED}
