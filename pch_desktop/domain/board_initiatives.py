"""How initiatives land: milestones by their days, measures by their way to the target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Landing(StrEnum):
    """How a milestone stands on a day."""

    LATE = "late"
    """It should have been done before that day, and was not."""
    SLIPPED = "slipped"
    """It is due later than it was first to be done."""
    ON_TIME = "on time"
    NO_DAY = "no day given"
    DONE_LATE = "done late"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a milestone; a blank is not known."""

    baseline: date | None = None
    """When it was first to be done."""
    due: date | None = None
    done: date | None = None

    @property
    def planned(self) -> date | None:
        """When it is to be done as planned now: its own day, else the first one."""
        return self.due or self.baseline

    def landing(self, on: date) -> Landing:
        """Return how it stands on a day; what was done later is not done yet."""
        planned = self.planned
        if self.done is not None and self.done <= on:
            is_late = planned is not None and self.done > planned
            return Landing.DONE_LATE if is_late else Landing.DONE
        if planned is None:
            return Landing.NO_DAY
        if planned < on:
            return Landing.LATE
        return Landing.SLIPPED if (self.slipped_days(on) or 0) > 0 else Landing.ON_TIME

    def slipped_days(self, on: date) -> int | None:
        """Return by how many days it is later than first planned, or earlier below nought.

        What is not done by a day is as late as it is due, or as that day if that is later.
        """
        if self.baseline is None or self.planned is None:
            return None
        if self.done is not None and self.done <= on:
            return (self.done - self.baseline).days
        return (max(self.planned, on) - self.baseline).days


def way(baseline: Decimal | None, target: Decimal | None, latest: Decimal | None) -> Decimal | None:
    """Return how much of the way from baseline to target is gone, as a share.

    Below nought where it went the other way, above one past the target; not known where any
    of the three is not, or where there is no way to go.
    """
    if baseline is None or target is None or latest is None or target == baseline:
        return None
    return (latest - baseline) / (target - baseline)
