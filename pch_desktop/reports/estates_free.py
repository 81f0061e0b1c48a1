"""Free rooms set out for reading."""

from __future__ import annotations

from pch_desktop.domain.estates_bookings import charge_pence
from pch_desktop.domain.opening import clock
from pch_desktop.reports.estates_places import clocked
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import shown
from pch_desktop.store.estates import FreeRow

FREE: tuple[Column[FreeRow], ...] = (
    Column("room", "Room", lambda row: row.room.title, width=34),
    Column("kind", "Kind", lambda row: shown(row.room.kind.value), width=13),
    Column("starts", "From", lambda row: clock(row.starts_minute), width=7,
           help="What would be booked."),
    Column("ends", "Until", lambda row: clock(row.ends_minute), width=7),
    Column("free", "Free from-until", lambda row: f"{clock(row.free_from_minute)}-"
           f"{clock(row.free_until_minute)}", width=14,
           help="How long it is free around that, on every day asked for."),
    Column("long", "Free for", lambda row: clocked(row.free_until_minute - row.free_from_minute),
           width=9, help="Hours and minutes."),
    Column("features", "What is in it", lambda row: row.room.features, width=28),
    Column("charge", "Charge each", lambda row: charge_pence(
           row.ends_minute - row.starts_minute, row.room.hourly_pence, None), Kind.EXACT, width=11),
    Column("hours", "Hours known", lambda row: row.knows_hours, Kind.YES, width=11,
           help="Whether the site's opening hours are entered; if not, all day counts as open."),
)  # fmt: skip
