"""The tables of the rooms' use: by room, by partner, by hour of the day, and charges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pch_desktop.domain.period import Month
from pch_desktop.reports.estates_use import HOURS, HourRow, in_hours, use_columns
from pch_desktop.reports.estates_use_rows import (
    ChargeRow,
    PartnerUseRow,
    RoomUseRow,
    by_hours,
    by_partner,
    by_room,
    charges,
)
from pch_desktop.reports.estates_use_words import charges_finding, hours_finding, use_finding
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table, Total, Value
from pch_desktop.reports.words import shown

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

Row = TypeVar("Row")
OPENLESS = frozenset({"open", "booked_share", "used_share"})
"""What cannot be told of a partner: a room is open for all of them."""
METHOD = (
    "Booked and used: hours of the open hours. Booked, not used: (booked - used) / booked.",
    "Open hours are the site's, without bank holidays, and those booked outside them.",
    "Cancelled bookings are left out. Used in part counts the minutes told.",
)
CHARGED = (
    "A booking is charged its hours at the room's rate, to the whole penny, or what was typed. A "
    "cancelled one is charged only what was typed."
)


def _charge(key: str, title: str, value: Callable[[Row], Value]) -> Column[Row]:
    return Column(key, title, value, Kind.EXACT, Total.SUM, width=max(12, len(title)),
                  help="Hours at the room's rate, or what was typed.")  # fmt: skip


def _hours(key: str, title: str, value: Callable[[ChargeRow], int]) -> Column[ChargeRow]:
    return Column(key, title, lambda row: in_hours(value(row)), Kind.NUMBER, Total.SUM,
                  width=12)  # fmt: skip


def _without_open() -> tuple[Column[PartnerUseRow], ...]:
    columns: tuple[Column[PartnerUseRow], ...] = use_columns()
    return tuple(column for column in columns if column.key not in OPENLESS)


BY_ROOM: tuple[Column[RoomUseRow], ...] = (
    Column("room", "Room", lambda row: row.room.title, width=38),
    Column("kind", "Kind", lambda row: shown(row.room.kind.value), width=13),
    *use_columns(),
    _charge("charge", "Charged £", lambda row: row.charge_pence),
)
BY_PARTNER: tuple[Column[PartnerUseRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, width=30),
    Column("bookings", "Bookings", lambda row: row.bookings, Kind.COUNT, Total.SUM, width=10),
    *_without_open(),
    _charge("charge", "Charged £", lambda row: row.charge_pence),
)
CHARGES: tuple[Column[ChargeRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, width=30),
    Column("bookings", "Month bookings", lambda row: row.bookings, Kind.COUNT, Total.SUM,
           width=13),
    _hours("hours", "Month h", lambda row: row.minutes),
    _charge("month", "Month charged £", lambda row: row.month_pence),
    _hours("year_hours", "Year to date h", lambda row: row.year_minutes),
    _charge("year", "Year to date charged £", lambda row: row.year_pence),
)  # fmt: skip


def room_table(rows: Sequence[RoomUseRow], month: Month) -> Table[RoomUseRow]:
    """Return the use of the rooms with the chart of what was used of each."""
    charts: tuple[Chart, ...] = ()
    if any(row.use.booked_minutes for row in rows):
        said = use_finding(rows)
        charts = (Chart(Shape.BARS, "room", ("used", "unused"), said,
                        f"Lying bars of hours used and not used by room. {said}"[:400],
                        first=12),)  # fmt: skip
    title = f"Hours in {month.words}. {use_finding(rows)}"
    return Table("Room use", BY_ROOM, rows, title, charts, METHOD)


def hour_table(rows: Sequence[HourRow], month: Month) -> Table[HourRow]:
    """Return the use of the rooms hour by hour of the day."""
    subtitle = f"All rooms and days of {month.words}, hour by hour. {hours_finding(rows)}"
    return Table("Room use by hour", HOURS, rows, subtitle, notes=METHOD)


def partner_table(rows: Sequence[PartnerUseRow], month: Month) -> Table[PartnerUseRow]:
    """Return what each partner booked and used."""
    return Table("Room use by partner", BY_PARTNER, rows, f"Hours in {month.words}.",
                 notes=METHOD)  # fmt: skip


def charge_table(rows: Sequence[ChargeRow], month: Month) -> Table[ChargeRow]:
    """Return what each partner is charged for rooms."""
    subtitle = f"{month.words}, and from April to its end. {charges_finding(rows)}"
    return Table("Room charges", CHARGES, rows, subtitle, notes=(CHARGED,))


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets of use for the board pack; none where nothing was booked."""
    partners = by_partner(file, month)
    if not any(row.bookings for row in partners):
        return ()
    return (
        room_table(by_room(file, month), month),
        partner_table(partners, month),
        hour_table(by_hours(file, month), month),
        charge_table(charges(file, month), month),
    )
