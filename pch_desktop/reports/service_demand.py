"""Demand by weekday and hour: what was asked, what there was, and where more asked than that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import unmet
from pch_desktop.reports.service_hours import DAYS
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import HourRow, OpeningRow

HOURS = 24
COUNTS = {
    "asked": ("Asked", "People who asked to be seen in that hour, all its days together."),
    "slots": ("Appointments", "Appointments there were in that hour, all its days together."),
    "seen": ("Seen", "People seen in that hour, all its days together."),
    "unmet": ("Asked less appointments", "Above nought more asked than there were appointments."),
}
"""What an hour is told or worked out of: its name, and what it means."""
WEEKEND = 6
EVENING = 18


@dataclass(frozen=True, slots=True)
class Hour:
    """What an hour of a weekday came to over its sites; None is not known."""

    asked: int | None = None
    slots: int | None = None
    seen: int | None = None

    @property
    def unmet(self) -> int | None:
        """How many more asked than there were appointments; below nought some were spare."""
        return unmet(self.asked, self.slots)


@dataclass(frozen=True, slots=True)
class DemandDay:
    """A weekday with its 24 hours."""

    id: int
    """Monday is 1."""
    name: str
    hours: tuple[Hour, ...]
    """The hour from midnight first."""
    is_open: tuple[bool, ...]
    """Whether the service is open at some time in each hour; all True where nobody said."""

    def counts(self, key: str) -> tuple[int | None, ...]:
        """Return one of ``COUNTS`` of each hour."""
        return tuple(getattr(hour, key) for hour in self.hours)

    def total(self, key: str) -> int | None:
        """Return a count over the hours that told it; None where none did."""
        known = [count for count in self.counts(key) if count is not None]
        return sum(known) if known else None


def days_of(rows: Iterable[HourRow], openings: Sequence[OpeningRow] = ()) -> list[DemandDay]:
    """Return the week of some hours, over whatever services and sites they are of.

    A count of several sites is not known where one of them has not told it.
    """
    found: dict[tuple[int, int], list[HourRow]] = {}
    for row in rows:
        found.setdefault((row.weekday, row.hour), []).append(row)
    return [
        DemandDay(
            weekday,
            name,
            tuple(_hour(found.get((weekday, hour), [])) for hour in range(HOURS)),
            tuple(_is_open(openings, weekday, hour) for hour in range(HOURS)),
        )
        for weekday, name in enumerate(DAYS, start=1)
    ]


def outside(days: Sequence[DemandDay]) -> int:
    """Return how many asked in hours in which the service is not open."""
    return sum(
        hour.asked or 0
        for day in days
        for hour, is_open in zip(day.hours, day.is_open, strict=True)
        if not is_open
    )


def finding(days: Sequence[DemandDay], month: Month) -> str:
    """Return the sentence on how many asked beyond the appointments, and where most."""
    short = [
        (over, day.name, hour)
        for day in days
        for hour, over in enumerate(day.counts("unmet"))
        if over is not None and over > 0
    ]
    if not any(day.total("asked") for day in days):
        return f"Nobody has told who asked hour by hour in {month.words}."
    if not short:
        return f"In no hour of {month.words} did more people ask than there were appointments."
    total = sum(over for over, _, _ in short)
    late = sum(over for over, name, hour in short if hour >= EVENING or name in DAYS[WEEKEND - 1 :])
    most, name, hour = max(short)
    hours = plural(len(short), "hour")
    said = f"{total:,} more asked than there were appointments, in {hours} of the week"
    said = f"{said}; most on {name} from {hour:02d}:00, {most:,}"
    return f"{said}. {late:,} of them after {EVENING}:00 or at the weekend."


def alt_text(days: Sequence[DemandDay], month: Month) -> str:
    """Return the finding and its numbers, for those who do not see the map."""
    numbers = "; ".join(
        f"{day.name} {_told(day, 'asked')} asked, {_told(day, 'slots')} appointments"
        for day in days
    )
    return f"Map of demand by weekday and hour. {finding(days, month)} {numbers}."[:400]


def _told(day: DemandDay, key: str) -> str:
    return written(day.total(key), Kind.COUNT) or "not known"


def _hour(rows: Sequence[HourRow]) -> Hour:
    def total(key: str) -> int | None:
        counts = [getattr(row, key) for row in rows]
        return None if not counts or None in counts else sum(counts)

    return Hour(total("asked"), total("slots"), total("seen"))


def _is_open(openings: Sequence[OpeningRow], weekday: int, hour: int) -> bool:
    start, end = hour * 60, (hour + 1) * 60
    return not openings or any(
        row.weekday == weekday and row.opens_minute < end and row.closes_minute > start
        for row in openings
    )
