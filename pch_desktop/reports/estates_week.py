"""One week of a site's rooms: who has which room when, for the screen, the printer and the pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pch_desktop.domain.estates_bookings import WEEK, monday
from pch_desktop.domain.opening import Span
from pch_desktop.domain.period import Month
from pch_desktop.domain.working_days import SATURDAY, bank_holidays
from pch_desktop.reports.service_hours import DAYS
from pch_desktop.reports.table import Column, Table
from pch_desktop.reports.words import plural
from pch_desktop.store import estates
from pch_desktop.store.estates import BookingRow, RoomRow, SiteRow, hours_on

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

USUAL: Span = (8 * 60, 18 * 60)
"""What a day shows where neither hours nor bookings tell more."""
HOUR = 60
Opens = tuple[tuple[Span, ...] | None, ...]
"""When a site is open on each day of a week."""


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A room's week: its bookings of each day, Monday first, without those cancelled."""

    id: int
    room: RoomRow
    days: tuple[tuple[BookingRow, ...], ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A site's rooms in one week."""

    site: SiteRow
    monday: date
    rows: Sequence[WeekRow]
    opens: Opens
    """When the site is open on each day; None where that is not known."""

    days: tuple[date, ...]
    """The days in sight: weekends only where they are open or booked."""
    hours: Span
    """From and until when a day shows, in whole hours: all that is open or booked."""

    @property
    def all_days(self) -> tuple[date, ...]:
        """Its seven days."""
        return _days(self.monday)

    @property
    def dates(self) -> str:
        """Its days in words: 3 to 9 October 2016."""
        first, last = self.monday, self.monday + timedelta(days=WEEK - 1)
        month = f" {first:%B}" if first.month != last.month else ""
        year = f" {first.year}" if first.year != last.year else ""
        return f"{first.day}{month}{year} to {last.day} {last:%B %Y}"

    @property
    def title(self) -> str:
        """What it is: Weir House, 3 to 9 October 2016."""
        return f"{self.site.name}, {self.dates}"


def week(file: Reads, site: SiteRow, day: date) -> Week:
    """Return the week of a site in which a day lies."""
    days = _days(monday(day))
    of_room: dict[int, list[list[BookingRow]]] = defaultdict(lambda: [[] for _ in range(WEEK)])
    for row in file.read(estates.bookings, days[0], days[-1], site.id):
        if not row.is_cancelled:
            of_room[row.room_id][row.day.weekday()].append(row)
    rows = [
        WeekRow(room.id, room, tuple(map(tuple, of_room[room.id])))
        for room in file.read(estates.rooms)
        if room.site_id == site.id and (room.is_bookable or room.id in of_room)
    ]
    hours = site.hours if site.open_minutes_week else None
    opens = tuple(hours_on(hours, each) for each in days)
    return Week(site, days[0], rows, opens, _in_sight(days, rows, opens), _hours(rows, opens))


def _days(first: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=at) for at in range(WEEK))


def _in_sight(days: Sequence[date], rows: Sequence[WeekRow], opens: Opens) -> tuple[date, ...]:
    last = SATURDAY
    for at in range(SATURDAY, WEEK):
        if opens[at] or any(row.days[at] for row in rows):
            last = at + 1
    return tuple(days[:last])


def _hours(rows: Sequence[WeekRow], opens: Opens) -> Span:
    spans = [span for day in opens for span in day or ()]
    spans += [(each.starts_minute, each.ends_minute)
              for row in rows for day in row.days for each in day]  # fmt: skip
    starts, ends = (min(a for a, _ in spans), max(b for _, b in spans)) if spans else USUAL
    return starts // HOUR * HOUR, -(-ends // HOUR) * HOUR


def main_site(sites: Sequence[SiteRow]) -> SiteRow | None:
    """Return the site that is shown first: of those with rooms a hub, then the most rooms."""
    with_rooms = [site for site in sites if site.room_count]
    return max(with_rooms, key=lambda site: (site.is_hub, site.room_count), default=None)


def cell_words(bookings: Sequence[BookingRow]) -> str | None:
    """Return who has a room on a day: 09:00-12:00 Vale; nothing where nobody has."""
    return "; ".join(f"{row.starts}-{row.ends} {row.who}" for row in bookings) or None


def week_columns(days: Sequence[date]) -> tuple[Column[WeekRow], ...]:
    """Return the columns of a week as a table: the room, and each day with its bookings."""
    return (
        Column("room", "Room", lambda row: row.room.name, width=18),
        *(_day(at, day) for at, day in enumerate(days)),
    )


def week_finding(shown: Week) -> str:
    """Return how many bookings a week has, in a sentence."""
    count = sum(len(day) for row in shown.rows for day in row.days)
    shut = [day for day in shown.days if day in bank_holidays(day.year)]
    more = "; bank holiday on " + " and ".join(f"{day:%A}" for day in shut) if shut else ""
    return f"{plural(count, 'booking')} in {plural(len(shown.rows), 'room')}{more}."


def tables(file: Reads, month: Month) -> Sequence[Table[WeekRow]]:
    """Return the month's first whole week of the main site for the board pack, if it has one."""
    site = main_site(file.read(estates.sites))
    if site is None:
        return ()
    shown = week(file, site, month.first + timedelta(days=-month.first.weekday() % WEEK))
    if not any(day for row in shown.rows for day in row.days):
        return ()
    subtitle = f"{shown.title}. {week_finding(shown)}"
    return (Table("Week of rooms", week_columns(shown.days), shown.rows, subtitle),)


def _day(at: int, day: date) -> Column[WeekRow]:
    def value(row: WeekRow) -> str | None:
        return cell_words(row.days[at])

    return Column(f"day_{at + 1}", f"{DAYS[at][:3]} {day.day} {day:%b}", value, width=24)
