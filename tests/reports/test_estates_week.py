"""The week of rooms and the bookings as they are read: words, warnings, what is in sight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.reports import estates_bookings as report
from pch_desktop.reports import estates_week as weeks
from pch_desktop.store import estates
from pch_desktop.store.estates import Reach, Slot
from pch_desktop.store.locality_file import LocalityFile
from tests import hubs
from tests.hubs import MONDAY


@pytest.fixture
def hub(file: LocalityFile) -> LocalityFile:
    """The two rooms with nothing booked."""
    file.edit("Hub", hubs.two_rooms)
    return file


def shown(hub: LocalityFile, day: date) -> weeks.Week:
    site = weeks.main_site(hub.read(estates.sites))
    assert site is not None
    return weeks.week(hub, site, day)


def test_a_week_shows_what_is_open_or_booked_and_nothing_cancelled(hub: LocalityFile) -> None:
    hub.edit("Book", hubs.take, Slot(MONDAY, 540, 720))
    hub.edit("Book", hubs.take, Slot(MONDAY, 780, 840), "Elders")
    gone = hub.edit("Book", hubs.take, Slot(MONDAY + timedelta(days=5), 540, 720))
    found = shown(hub, MONDAY + timedelta(days=3))
    assert len(found.days) == 6
    hub.edit("Cancel", estates.cancel, gone, Reach.ONE)
    found = shown(hub, MONDAY + timedelta(days=3))
    assert (found.title, len(found.days)) == ("Weir House, 3 to 9 October 2016", 5)
    assert found.hours == (480, 1080)
    columns = weeks.week_columns(found.days)
    assert [column.title for column in columns][:2] == ["Room", "Mon 3 Oct"]
    assert columns[1].value(found.rows[0]) == "09:00-12:00 Vale Trust; 13:00-14:00 Elders"
    assert columns[1].value(found.rows[1]) is None
    assert weeks.week_finding(found) == "2 bookings in 2 rooms."


def test_a_booking_before_or_after_hours_widens_the_day(hub: LocalityFile) -> None:
    hub.edit("Book", hubs.take, Slot(MONDAY, 430, 470))
    hub.edit("Book", hubs.take, Slot(MONDAY, 1080, 1210))
    assert shown(hub, MONDAY).hours == (420, 1260)


def test_a_bank_holiday_is_said_and_closed(hub: LocalityFile) -> None:
    found = shown(hub, date(2016, 12, 28))
    assert found.opens[:3] == ((), (), ((480, 1080),))
    assert found.title == "Weir House, 26 December 2016 to 1 January 2017"
    assert weeks.week_finding(found).endswith("; bank holiday on Monday and Tuesday.")


def test_the_pack_shows_the_months_first_whole_week(hub: LocalityFile) -> None:
    october = Month(2016, 10)
    assert weeks.tables(hub, october) == ()
    hub.edit("Book", hubs.take, Slot(MONDAY, 540, 720))
    (table,) = weeks.tables(hub, october)
    assert table.title == "Week of rooms"
    assert table.subtitle == "Weir House, 3 to 9 October 2016. 1 booking in 2 rooms."


def test_what_lies_outside_a_sites_hours_is_warned_of(hub: LocalityFile) -> None:
    for when in (
        Slot(MONDAY, 470, 540),
        Slot(MONDAY, 540, 600),
        Slot(date(2016, 10, 8), 540, 600),
        Slot(date(2016, 12, 26), 540, 600),
    ):
        hub.edit("Book", hubs.take, when)
    rows = hub.read(estates.bookings, MONDAY, date(2016, 12, 31))
    told = report.warnings(rows, hub.read(estates.site_hours))
    assert told == {
        (rows[0].id, "starts"): "Weir House is open 08:00-18:00 on Mondays.",
        (rows[2].id, "starts"): "Weir House is closed on Saturdays.",
        (rows[3].id, "day"): "26 December 2016 is a bank holiday.",
    }
    assert report.warnings(rows[:3], {}) == {}
    assert report.finding(rows) == "4 bookings, 4.2 hours"
