"""Initiatives as people read them: their milestones and measures as on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.board_initiatives import Days, Landing, way
from pch_desktop.domain.board_registers import Confidence, InitiativeStatus

RUNNING = frozenset({InitiativeStatus.PLANNED, InitiativeStatus.UNDER_WAY})
"""What is to be done, or being done."""
DONE = frozenset({Landing.DONE, Landing.DONE_LATE})


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A day by which something of an initiative is to be done."""

    id: int
    initiative_id: int
    initiative: str
    workstream: str | None
    name: str
    days: Days
    owner: str | None
    note: str | None
    on: date
    """The day it is asked about."""

    @property
    def landing(self) -> Landing:
        """How it stands on that day."""
        return self.days.landing(self.on)

    @property
    def slipped_days(self) -> int | None:
        """By how many days it is later than first planned."""
        return self.days.slipped_days(self.on)

    @property
    def is_done(self) -> bool:
        """Whether it was done by that day."""
        return self.landing in DONE


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """What is to tell whether an initiative works."""

    id: int
    initiative_id: int
    initiative: str
    name: str
    unit: str | None
    baseline: Decimal | None
    target: Decimal | None
    latest: Decimal | None
    latest_on: date | None

    @property
    def way_share(self) -> Decimal | None:
        """How much of the way from baseline to target is gone."""
        return way(self.baseline, self.target, self.latest)


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """A piece of work that is to change something, as it stands on a day."""

    id: int
    name: str
    workstream: str | None
    aim: str | None
    sponsor: str | None
    lead: str | None
    partner: str | None
    service: str | None
    line: str | None
    status: InitiativeStatus
    confidence: Confidence | None
    starts_on: date | None
    ends_on: date | None
    cost_pence: int | None
    spent_pence: int | None
    saving_pence: int | None
    saved_pence: int | None
    progress: str | None
    milestones: tuple[MilestoneRow, ...]
    measures: tuple[MeasureRow, ...]

    @property
    def is_running(self) -> bool:
        """Whether it is planned or under way."""
        return self.status in RUNNING

    @property
    def left_pence(self) -> int | None:
        """What of its cost is not spent; below nought where more was spent."""
        if self.cost_pence is None or self.spent_pence is None:
            return None
        return self.cost_pence - self.spent_pence

    @property
    def late(self) -> tuple[MilestoneRow, ...]:
        """The milestones that should have been done and were not."""
        return tuple(row for row in self.milestones if row.landing is Landing.LATE)

    @property
    def next_milestone(self) -> MilestoneRow | None:
        """The first milestone that is not done yet."""
        return next((row for row in self.milestones if not row.is_done), None)
