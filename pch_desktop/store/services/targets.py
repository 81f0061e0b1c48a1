"""What services are to reach, with the readings of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING, ServiceStatus
from pch_desktop.domain.services_targets import Aim
from pch_desktop.models.services import Service
from pch_desktop.models.services_targets import ServiceTarget, TargetReading

TWO_YEARS = 24


@dataclass(frozen=True, slots=True)
class TargetRow:
    """What a service is to reach, and what was reached in two years of months."""

    id: int
    service_id: int
    service: str
    status: ServiceStatus
    measure: str
    aim: Aim
    is_outcome: bool
    """Whether it tells of people's health, and not of the service."""
    period: str | None
    source: str | None
    owner: str | None
    month: Month
    """The month at hand."""
    readings: Mapping[Month, Decimal]
    """Those of two years up to the month at hand and of the rest of its financial year."""

    @property
    def name(self) -> str:
        """What it is called in a sentence: Seen in 28 days, Memory clinic."""
        return f"{self.measure}, {self.service}"

    @property
    def is_running(self) -> bool:
        """Whether its service sees people."""
        return self.status in RUNNING

    @property
    def reading(self) -> Decimal | None:
        """What was reached in the month at hand."""
        return self.readings.get(self.month)

    @property
    def latest(self) -> Month | None:
        """The last month up to the one at hand that has a reading."""
        return max((month for month in self.readings if month <= self.month), default=None)

    @property
    def latest_reading(self) -> Decimal | None:
        """What was reached in the latest month that is told."""
        return self.readings[self.latest] if self.latest is not None else None

    @property
    def rating(self) -> Rating | None:
        """How the month at hand stands; None where it is not known."""
        return self.aim.rating(self.reading)


def targets(session: Session, month: Month) -> list[TargetRow]:
    """Return what services are to reach, by service and measure, with readings."""
    readings = _readings(session, month)
    query = (
        select(ServiceTarget, Service.name, Service.status)
        .join(Service, ServiceTarget.service_id == Service.id)
        .order_by(Service.name, ServiceTarget.measure)
    )
    return [
        TargetRow(
            target.id,
            target.service_id,
            service,
            status,
            target.measure,
            Aim(target.target, target.amber, target.is_higher_better),
            target.is_outcome,
            target.period,
            target.source,
            target.owner,
            month,
            readings[target.id],
        )
        for target, service, status in session.execute(query)
    ]


def _readings(session: Session, month: Month) -> Mapping[int, dict[Month, Decimal]]:
    first, last = month.plus(1 - TWO_YEARS), month.financial_year.months[-1]
    query = select(TargetReading).where(TargetReading.month >= first, TargetReading.month <= last)
    found: dict[int, dict[Month, Decimal]] = defaultdict(dict)
    for reading in session.scalars(query):
        found[reading.target_id][reading.month] = reading.value
    return found
