"""The sites and their rooms, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pch_desktop.domain import opening
from pch_desktop.domain.estates import Owner, RoomKind, Tenure
from pch_desktop.reports.service_hours import DAYS
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store.estates import RoomRow, SiteRow

LEASE_DAYS = 365
"""A lease that ends within so many days is told: a move takes about a year to prepare."""


def _day(at: int) -> Column[SiteRow]:
    meaning = f"{DAYS[at]}: 08:00-18:30; several spans with commas; blank is closed."
    return Column(
        f"day_{at + 1}",
        DAYS[at][:3],
        lambda row: opening.words(row.hours[at]) or None,
        help=meaning,
        width=12,
    )


SITES: tuple[Column[SiteRow], ...] = (
    Column("name", "Site", lambda row: row.name, width=30),
    Column("owner", "Owner", lambda row: shown(row.owner.value) if row.owner else None,
           Kind.WORD, words=listed(Owner), width=20),
    Column("tenure", "Tenure", lambda row: shown(row.tenure.value) if row.tenure else None,
           Kind.WORD, words=listed(Tenure), width=13),
    Column("lease_ends_on", "Lease ends", lambda row: row.lease_ends_on, Kind.DATE, width=12,
           absent=lambda row: row.tenure is Tenure.FREEHOLD),
    Column("is_hub", "Hub", lambda row: row.is_hub, Kind.YES, width=6),
    Column("rooms", "Rooms", lambda row: row.room_count, Kind.COUNT, Total.SUM, width=8,
           formula="", help="Rooms entered here, bookable or not."),
    Column("open_week", "Open a week", lambda row: clocked(row.open_minutes_week), width=11,
           help="Hours and minutes a week by the opening hours; blank where none are entered."),
    *(_day(at) for at in range(len(DAYS))),
    Column("practice", "Practice", lambda row: row.practice, width=26, prints=False),
    Column("postcode", "Postcode", lambda row: row.postcode, width=10, prints=False),
    Column("note", "Note", lambda row: row.note, width=40, prints=False),
)  # fmt: skip

ROOMS: tuple[Column[RoomRow], ...] = (
    Column("site", "Site", lambda row: row.site, width=30),
    Column("name", "Room", lambda row: row.name, width=22),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD, words=listed(RoomKind),
           width=14),
    Column("square_metres", "Size m²", lambda row: row.square_metres, Kind.COUNT, width=9),
    Column("features", "What is in it", lambda row: row.features, width=30,
           help="What a clinic needs, with commas between: couch, sink, hoist."),
    Column("hourly", "£ an hour", lambda row: row.hourly_pence, Kind.EXACT, width=10,
           help="What an hour of it is charged; a booking may be charged otherwise."),
    Column("is_bookable", "Bookable", lambda row: row.is_bookable, Kind.YES, width=9),
    Column("note", "Note", lambda row: row.note, width=30),
)  # fmt: skip


def clocked(minutes: int | None) -> str | None:
    """Return a time as hours and minutes, 52:30; nothing where it is not known."""
    return None if minutes is None else f"{minutes // 60:,}:{minutes % 60:02d}"


def ending(rows: Sequence[SiteRow], on: date) -> list[SiteRow]:
    """Return the sites whose lease ends within ``LEASE_DAYS`` of a day or has ended, the first
    on top."""
    last = on + timedelta(days=LEASE_DAYS)
    found = [row for row in rows if row.lease_ends_on and row.lease_ends_on <= last]
    return sorted(found, key=lambda row: row.lease_ends_on or last)


def finding(sites: Sequence[SiteRow], rooms: Sequence[RoomRow]) -> str:
    """Return what there is to work in, in a sentence."""
    if not rooms:
        return f"{plural(len(sites), 'site')}; no room has been added yet."
    where = {row.site_id for row in rooms}
    bookable = sum(row.is_bookable for row in rooms)
    return f"{plural(len(rooms), 'room')} on {plural(len(where), 'site')}, {bookable} bookable."
