"""The use of the rooms: the published example, unmarked bookings, charges, and one figure each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import TypeVar

import pytest

from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.period import Month
from pch_desktop.reports import estates_use_rows as rows
from pch_desktop.reports import estates_use_tables as tables
from pch_desktop.reports import estates_use_words as words
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.words import written
from pch_desktop.store import estates
from pch_desktop.store.estates import Slot
from pch_desktop.store.locality_file import LocalityFile
from tests import hubs
from tests.hubs import MONDAY

Row = TypeVar("Row")
OCTOBER, FEBRUARY = Month(2016, 10), Month(2017, 2)


@pytest.fixture
def hub(file: LocalityFile) -> LocalityFile:
    """The two rooms, with three bookings in October, one of them not marked."""
    file.edit("Hub", hubs.two_rooms)
    first = file.edit("Book", hubs.take, Slot(MONDAY, 540, 720))
    second = file.edit("Book", hubs.take, Slot(MONDAY, 720, 810), "Elders")
    file.edit("Book", hubs.take, Slot(MONDAY + timedelta(days=1), 1050, 1110), "Elders", 2)
    file.edit("Mark", estates.mark_used, [first], Used.PART, 60)
    file.edit("Mark", estates.mark_used, [second], Used.YES)
    return file


def test_the_published_example_comes_out_of_stored_bookings(file: LocalityFile) -> None:
    file.edit("Month", hubs.published_month)
    (row,) = rows.by_room(file, FEBRUARY)
    use = row.use
    assert (use.open_minutes, use.booked_minutes, use.used_minutes) == (12_000, 7_680, 6_540)
    shares = (use.booked_share, use.used_share, use.unused_share)
    assert [written(share, Kind.SHARE) for share in shares] == ["64.0%", "54.5%", "14.8%"]
    assert written(row.charge_pence, Kind.EXACT) == "£1,856.00"
    assert words.use_finding([row]) == (
        "64.0% of open hours booked, 54.5% used, 14.8% of booked hours not used."
    )
    found = {each.title for each in words.findings(file, FEBRUARY)}
    assert found == {"14.8% of booked room hours were not used"}


def sums(columns: tuple[Column[Row], ...], found: Sequence[Row], key: str) -> Value:
    """Return the total of a column as it stands on the screen and in the workbook."""
    total = total_of(next(each for each in columns if each.key == key), columns, found)
    assert total is not None
    return total.value


def test_one_figure_has_one_value_by_room_partner_hour_and_in_the_charges(
    marsh_valley: LocalityFile,
) -> None:
    by_room, by_partner = rows.by_room(marsh_valley, OCTOBER), rows.by_partner(
        marsh_valley, OCTOBER
    )  # fmt: skip
    by_hour, charges = rows.by_hours(marsh_valley, OCTOBER), rows.charges(marsh_valley, OCTOBER)

    booked = sums(tables.BY_ROOM, by_room, "booked")
    assert booked == sums(tables.BY_PARTNER, by_partner, "booked") == Decimal(590)
    assert booked == sums(tables.HOURS, by_hour, "booked") == sums(tables.CHARGES, charges, "hours")
    used = sums(tables.BY_ROOM, by_room, "used")
    assert (
        used == sums(tables.BY_PARTNER, by_partner, "used") == sums(tables.HOURS, by_hour, "used")
    )
    charged = sums(tables.BY_ROOM, by_room, "charge")
    assert charged == sums(tables.BY_PARTNER, by_partner, "charge") == 10_094_75
    assert charged == sums(tables.CHARGES, charges, "month")
    listed = marsh_valley.read(estates.bookings, OCTOBER.first, OCTOBER.last)
    assert charged == sum(row.charge_pence or 0 for row in listed)
    assert booked == Decimal(sum(row.minutes for row in listed if not row.is_cancelled)) / 60


def test_what_nobody_has_marked_makes_use_unknown_and_is_asked_after(hub: LocalityFile) -> None:
    first, second = rows.by_room(hub, OCTOBER)
    assert (first.use.used_minutes, second.use.used_minutes) == (150, None)
    assert second.use.open_minutes == 21 * 600 + 30
    assert words.use_finding([first, second]).endswith("; 1 booking not marked.")
    # Nobody has got to Tuesday yet, for nothing of it is marked.
    assert hub.read(estates.unmarked, OCTOBER) == 0
    assert hub.read(estates.unmarked, OCTOBER.plus(1)) == 1
    assert len(hub.read(estates.left_over, OCTOBER.plus(1))) == 1
    (asked,) = words.findings(hub, OCTOBER.plus(1))
    assert (asked.title, asked.view) == ("1 booking not marked as used or not", "What was used")


def test_a_partner_is_told_by_what_is_marked_and_charged(hub: LocalityFile) -> None:
    vale, elders = sorted(rows.by_partner(hub, OCTOBER), key=lambda row: row.partner, reverse=True)
    assert (vale.partner, vale.bookings, vale.use.unused_minutes) == ("Vale Trust", 1, 120)
    assert (elders.bookings, elders.use.used_minutes, elders.use.unmarked) == (2, None, 1)
    assert (vale.charge_pence, elders.charge_pence) == (4350, 2175 + 1450)
    (year,) = [row for row in rows.charges(hub, OCTOBER.plus(1)) if row.partner == "Vale Trust"]
    assert (year.minutes, year.month_pence, year.year_pence) == (0, 0, 4350)


def test_what_is_cancelled_is_charged_only_what_was_typed(hub: LocalityFile) -> None:
    ids = [row.id for row in hub.read(estates.bookings, OCTOBER.first, OCTOBER.last)]
    off = {"status": BookingStatus.CANCELLED}
    hub.edit(
        "Cancel", estates.change_bookings, {ids[0]: {**off, "charge_pence": 1000}, ids[1]: off}
    )
    row, _ = rows.by_room(hub, OCTOBER)
    assert (row.use.booked_minutes, row.charge_pence) == (0, 1000)
    hub.edit("Rate", estates.set_room, 2, "hourly_pence", None)
    _, other = rows.by_room(hub, OCTOBER)
    assert other.charge_pence is None
    assert words.charges_finding(rows.charges(hub, OCTOBER)) == (
        "£10.00 charged in the month; some have neither rate nor charge."
    )


def test_nothing_booked_makes_no_sheet_and_no_finding(file: LocalityFile) -> None:
    assert tables.tables(file, OCTOBER) == ()
    assert words.findings(file, OCTOBER) == []
    assert words.use_finding([]) == "Nothing was booked."
    assert words.hours_finding([]) == "Nothing is known of the hours."


def test_the_sheets_say_their_method(marsh_valley: LocalityFile) -> None:
    found = tables.tables(marsh_valley, OCTOBER)
    assert [table.title for table in found] == [
        "Room use",
        "Room use by partner",
        "Room use by hour",
        "Room charges",
    ]
    assert all(table.notes for table in found)
    assert "Booked, not used: (booked - used) / booked." in found[0].notes[0]
    assert found[0].charts[0].first == 12
