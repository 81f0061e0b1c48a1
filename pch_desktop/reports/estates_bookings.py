"""Bookings of rooms set out for reading, and what is odd about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pch_desktop.domain import opening
from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.working_days import bank_holidays
from pch_desktop.reports.service_hours import DAYS
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store.estates import BookingRow, Hours, hours_on

BOOKINGS: tuple[Column[BookingRow], ...] = (
    Column("day", "Day", lambda row: row.day, Kind.DATE, width=10),
    Column("weekday", "", lambda row: f"{row.day:%a}", width=5, help="The day of the week."),
    Column("room", "Room", lambda row: row.title, Kind.WORD, width=25),
    Column("starts", "From", lambda row: row.starts, width=6,
           help="A new beginning moves the whole booking; change Until to make it longer."),
    Column("ends", "Until", lambda row: row.ends, width=6),
    Column("partner", "Partner", lambda row: row.partner, Kind.WORD, width=21),
    Column("service", "Service", lambda row: row.service, Kind.WORD, width=20),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(BookingStatus), width=10),
    Column("repeat", "Comes again", lambda row: shown(row.repeat.value) if row.repeat else None,
           width=16, help="The series it belongs to; change it at the side."),
    Column("charge", "Charge", lambda row: row.charge_pence, Kind.EXACT, Total.SUM, width=9,
           help="Hours at the room's rate, or what was typed; blank the cell to go by the rate."),
    Column("note", "Note", lambda row: row.note, width=24),
)  # fmt: skip

MARKED: tuple[Column[BookingRow], ...] = (
    *(column for column in BOOKINGS if column.key in {"day", "weekday", "room"}),
    Column("starts", "From", lambda row: row.starts, width=7),
    Column("ends", "Until", lambda row: row.ends, width=7),
    *(column for column in BOOKINGS if column.key in {"partner", "service"}),
    Column("used", "Used", lambda row: shown(row.used.value) if row.used else None, Kind.WORD,
           words=listed(Used), width=10, help="Used, in part, or not; a blank is not known yet."),
    Column("used_minutes", "Minutes used", lambda row: row.used_minutes, Kind.COUNT, Total.SUM,
           width=12, help="Fewer than booked marks it as used in part, none as not used."),
    Column("minutes", "Minutes booked", lambda row: row.minutes, Kind.COUNT, Total.SUM, width=13),
)  # fmt: skip
"""The columns in which what was used is told."""


def warnings(
    rows: Sequence[BookingRow], hours: Mapping[int, Hours]
) -> Mapping[tuple[int, str], str]:
    """Return what is odd about bookings that stand: by id and column, in a sentence each."""
    found = ((row, odd(row, hours.get(row.site_id))) for row in rows if not row.is_cancelled)
    return {(row.id, "day" if "holiday" in said else "starts"): said for row, said in found if said}


def odd(row: BookingRow, hours: Hours | None) -> str:
    """Return why a booking lies outside its site's hours, nothing where it does not."""
    day = DAYS[row.day.weekday()]
    if row.day in bank_holidays(row.day.year):
        return f"{row.day.day} {row.day:%B %Y} is a bank holiday."
    opens = hours_on(hours, row.day)
    if opens is None or any(
        begins <= row.starts_minute and row.ends_minute <= stops for begins, stops in opens
    ):
        return ""
    if not opens:
        return f"{row.site} is closed on {day}s."
    return f"{row.site} is open {opening.words(opens)} on {day}s."


def finding(rows: Sequence[BookingRow]) -> str:
    """Return how many bookings there are and for how long, in a sentence."""
    standing = [row for row in rows if not row.is_cancelled]
    hours = Decimal(sum(row.minutes for row in standing)) / 60
    cancelled = len(rows) - len(standing)
    more = f"; {cancelled:,} cancelled" if cancelled else ""
    return f"{plural(len(standing), 'booking')}, {hours:,.1f} hours{more}"


def marked_finding(count: int, left: int, before: int) -> str:
    """Return how many bookings are still to be marked, in a sentence.

    Args:
        count: the bookings in sight.
        left: those of them nobody has marked.
        before: those of them from the months before.
    """
    if not left:
        return f"All {count:,} bookings are marked." if count else ""
    more = f", {before:,} of them of the months before" if before else ""
    return f"{left:,} of {plural(count, 'booking')} not marked yet{more}."
