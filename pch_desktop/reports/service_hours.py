"""The week: when each service is open, and how many are open hour by hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain import opening
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import BankHolidays
from pch_desktop.reports.services_holiday_rows import holiday_rows, words_of
from pch_desktop.reports.table import Column, Kind, Total, Value
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store.services import OpeningRow, ServiceRow

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS = 24
SATURDAY, SUNDAY = 5, 6
EVENING = range(18, 22)


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A service's week: its hours on each day as people write them, nothing for closed."""

    id: int
    name: str
    days: tuple[str, ...]
    weekly_minutes: int
    is_running: bool
    bank_holidays: BankHolidays | None = None
    holidays: str = ""
    """What changes on bank holidays; nothing where that is not known."""

    @property
    def is_seven_day(self) -> bool | None:
        """Whether it is open every day; None where no hours are known."""
        return all(self.days) if any(self.days) else None


@dataclass(frozen=True, slots=True)
class DayRow:
    """How many services are open on a weekday at some time in each hour."""

    id: int
    name: str
    counts: tuple[int, ...]
    """The hour from midnight first."""


def _day(at: int) -> Column[WeekRow]:
    def value(row: WeekRow) -> Value:
        return row.days[at] or None

    meaning = f"{DAYS[at]}: 08:00-18:30; several spans with commas; blank is closed."
    return Column(f"day_{at + 1}", DAYS[at][:3], value, help=meaning, width=12)


WEEK: tuple[Column[WeekRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=26),
    *(_day(at) for at in range(len(DAYS))),
    Column("hours", "Hours a week", lambda row: Decimal(row.weekly_minutes) / 60
           if row.weekly_minutes else None, Kind.NUMBER, formula="closes-opens",
           help="All spans of the week together.", width=9),
    Column("is_seven_day", "7 days", lambda row: row.is_seven_day, Kind.YES, width=7,
           help="Open every day of the week."),
    Column("bank_holidays", "Bank holidays", lambda row: shown(row.bank_holidays.value)
           if row.bank_holidays else None, Kind.WORD, words=listed(BankHolidays), width=23,
           help="What it does on bank holidays."),
    Column("holidays", "What changes then", lambda row: row.holidays or None, width=30,
           help="Bank holidays of the month at hand that differ, and how many in 12 months."),
)  # fmt: skip
"""The columns of the weekly pattern."""


def _hour(hour: int) -> Column[DayRow]:
    def value(row: DayRow) -> Value:
        return row.counts[hour]

    return Column(f"hour_{hour}", f"{hour:02d}", value, Kind.COUNT, Total.NONE, width=4)


BY_HOUR: tuple[Column[DayRow], ...] = (
    Column("name", "Services open", lambda row: row.name, width=14),
    *(_hour(hour) for hour in range(HOURS)),
)
"""The columns of the table of what is open hour by hour."""


def weeks(
    rows: Sequence[ServiceRow], hours: Sequence[OpeningRow], month: Month | None = None
) -> list[WeekRow]:
    """Return each service's week, by name, and what changes on bank holidays from a month on."""
    spans: dict[tuple[int, int], list[opening.Span]] = defaultdict(list)
    for row in hours:
        spans[row.service_id, row.weekday].append((row.opens_minute, row.closes_minute))
    told = holiday_rows(rows, hours, month) if month is not None else []
    changes = {row.id: words_of(row, month) for row in told if month is not None}
    return [
        WeekRow(
            row.id,
            row.name,
            tuple(opening.words(spans[row.id, day]) for day in range(1, len(DAYS) + 1)),
            row.weekly_minutes,
            row.is_running,
            row.more.bank_holidays,
            changes.get(row.id, ""),
        )
        for row in rows
    ]


def open_by_hour(rows: Sequence[ServiceRow], hours: Sequence[OpeningRow]) -> list[DayRow]:
    """Return for each weekday how many running services are open in each hour."""
    running = {row.id for row in rows if row.is_running}
    open_then: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in hours:
        if row.service_id in running:
            for hour in range(row.opens_minute // 60, -(-row.closes_minute // 60)):
                open_then[row.weekday, hour].add(row.service_id)
    return [
        DayRow(day, name, tuple(len(open_then[day, hour]) for hour in range(HOURS)))
        for day, name in enumerate(DAYS, start=1)
    ]


def hours_finding(days: Sequence[DayRow]) -> str:
    """Return the sentence on how many services are open by day, evening and weekend."""
    weekdays = days[:SATURDAY]
    most = max(_busiest(weekdays, range(HOURS)), default=0)
    if not most and not any(any(day.counts) for day in days):
        return "No opening hours are known for services that run"
    evening = max(_busiest(weekdays, EVENING), default=0)
    saturday, sunday = (max(days[at].counts) for at in (SATURDAY, SUNDAY))
    return (
        f"{plural(most, 'service')} open at once on weekdays; {evening} after 18:00, "
        f"{saturday} on Saturday, {sunday} on Sunday"
    )


def hours_alt_text(days: Sequence[DayRow]) -> str:
    """Return the finding and its numbers, for those who do not see the map."""
    numbers = "; ".join(f"{day.name} {max(day.counts)} at most" for day in days)
    return f"Map of services open by weekday and hour. {hours_finding(days)}. {numbers}."[:400]


def _busiest(days: Sequence[DayRow], hours: range) -> Sequence[int]:
    return [max(day.counts[hour] for hour in hours) for day in days]
