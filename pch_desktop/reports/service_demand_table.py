"""Demand by weekday and hour as tables: one count to type in, and the week on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import added, unmet
from pch_desktop.reports.service_demand import COUNTS, HOURS, DemandDay, Hour, alt_text, finding
from pch_desktop.reports.table import Chart, Column, Holds, Kind, Shape, Table, Total, Worse

ALL_DAYS = "All days of the month that fall on the weekday together."
BLANK = "A blank is not known; over several sites or weekdays it makes the hour not known."


@dataclass(frozen=True, slots=True)
class HourSum:
    """An hour of the day over the week."""

    id: int
    name: str
    """From when: 08:00."""
    asked: int | None
    slots: int | None
    seen: int | None
    short: int
    """How many more asked than there were appointments, over the weekdays that were short."""

    @property
    def unmet(self) -> int | None:
        """How many more asked than there were appointments; below nought some were spare."""
        return unmet(self.asked, self.slots)


def week_columns(key: str) -> tuple[Column[DemandDay], ...]:
    """Return the week's columns in one count: a column for each hour, and the day's total."""
    worse = Worse.ABOVE if key == "unmet" else Worse.BELOW
    formula = "asked-slots" if key == "unmet" else ""
    title, meaning = COUNTS[key]

    def hour(at: int) -> Column[DemandDay]:
        return Column(f"h{at}", f"{at:02d}", partial(_count, key, at), Kind.COUNT, Total.SUM,
                      title, formula=formula, worse=worse, help=meaning, width=4,
                      absent=lambda row: not row.is_open[at])  # fmt: skip

    total: Column[DemandDay] = Column(
        "day", "Day", lambda row: row.total(key), Kind.COUNT, Total.SUM, formula="the hours",
        worse=worse, help="The hours that are known, added up.", width=6,
    )  # fmt: skip
    name: Column[DemandDay] = Column("name", "Weekday", lambda row: row.name, width=12)
    return (name, *(hour(at) for at in range(HOURS)), total)


def hour_sums(days: Sequence[DemandDay]) -> list[HourSum]:
    """Return the hours of the day over the week, those anybody told of."""
    sums = [_sum(at, days) for at in range(HOURS)]
    return [row for row in sums if (row.asked, row.slots, row.seen) != (None, None, None)]


HOUR_SUMS: tuple[Column[HourSum], ...] = (
    Column("name", "From", lambda row: row.name, width=10),
    Column("asked", "Asked", lambda row: row.asked, Kind.COUNT, Total.SUM, width=10,
           holds=Holds.PEOPLE,
           help=COUNTS["asked"][1]),
    Column("slots", "Appointments", lambda row: row.slots, Kind.COUNT, Total.SUM, width=12,
           help=COUNTS["slots"][1]),
    Column("seen", "Seen", lambda row: row.seen, Kind.COUNT, Total.SUM, width=10,
           holds=Holds.PEOPLE,
           help=COUNTS["seen"][1]),
    Column("unmet", "Asked less appointments", lambda row: row.unmet, Kind.COUNT, Total.SUM,
           holds=Holds.PEOPLE,
           formula="{asked}-{slots}", worse=Worse.ABOVE, width=14, help=COUNTS["unmet"][1]),
    Column("short", "Short", lambda row: row.short, Kind.COUNT, Total.SUM, worse=Worse.ABOVE,
           holds=Holds.PEOPLE,
           width=10, help="More asked than appointments, over the weekdays that were short."),
)  # fmt: skip
"""The hours of the day over the week."""


def table(days: Sequence[DemandDay], month: Month) -> Table[HourSum]:
    """Return demand by the hour of the day as it prints."""
    rows = hour_sums(days)
    chart = Chart(Shape.COLUMNS, "name", ("asked", "slots"), finding(days, month),
                  alt_text(days, month))  # fmt: skip
    subtitle = f"Services that told hour by hour in {month.words}."
    notes = (ALL_DAYS, BLANK)
    return Table("Demand by hour", HOUR_SUMS, rows, subtitle, (chart,) if rows else (), notes)


def _count(key: str, at: int, row: DemandDay) -> int | None:
    return row.counts(key)[at]


def _sum(at: int, days: Sequence[DemandDay]) -> HourSum:
    told = [day.hours[at] for day in days if day.hours[at] != Hour()]

    def total(key: str) -> int | None:
        return added([getattr(hour, key) for hour in told])

    short = sum(max(0, day.hours[at].unmet or 0) for day in days)
    return HourSum(at + 1, f"{at:02d}:00", total("asked"), total("slots"), total("seen"), short)
