"""Every number on a sheet of the localities' care is decided: does it count people, or not."""

from __future__ import annotations

from pch_desktop.exports.board import Pack
from pch_desktop.reports.table import Holds, Kind

NUMBERS = {Kind.COUNT, Kind.NUMBER, Kind.SHARE, Kind.RATE, Kind.INDEX, Kind.WTE}
SECTIONS = {"population", "services", "estates"}
PUBLISHED = {
    "Incidents and praise": "registered",
    "Lists": "people practices moved without",
    "Load between practices": "registered",
    "National appointments": "national",
    "Need": "registered weighted england_index board_index",
    "Population": "list_size old_share registered weighted need_index",
    "Practices compared": "registered gps nurses",
    "Systems": "people share",
    "Systems by practice": "people",
}
"""Official figures anybody can read elsewhere: lists of thousands, national counts."""
ROOM = {
    "Activity by place": "parts",
    "Appointments taken up": "slots",
    "Bank holidays": "closed_count usual_count",
    "Beds": "beds_open available_days occupied_days occupancy",
    "Build, hire or extend": "life_years hours_a_week",
    "Care homes": "beds",
    "Care homes by practice": "homes beds unknown",
    "Demand by hour": "slots",
    "Estates": "rooms",
    "GP appointments freed": "each",
    "Late figures": "days_late",
    "Lead time": "national_high",
    "Mobile units": "patients_a_day days",
    "Moved services": "contacts still_paid",
    "Practices compared": "services extended_services hours extended_hours",
    "Premises projects": "hours_a_week options",
    "Room charges": "bookings hours year_hours",
    "Room use": "open booked used unused booked_share used_share unused_share unmarked",
    "Room use by hour": "open booked used unused booked_share used_share unused_share unmarked",
    "Room use by partner": "bookings booked used unused unused_share unmarked",
    "Rooms": "square_metres",
    "Service appointments": "planned_sessions sessions per_session slots",
    "Services": "days_open slots",
    "Systems": "live planned none unknown",
    "Units against the peak": "slots days places",
    "Weeks to clear": "contacts_each slots",
}
"""Rooms, beds, days, sessions, systems, services and contracts: nobody is known by them."""
TYPED = {
    "Service targets": "target amber reading",
    "Target readings": "target amber m0 m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11",
}
"""Shares somebody typed, of how many is not told."""


def test_every_number_of_care_is_of_people_or_worked_out_or_said_to_be_of_none(
    gathered: Pack,
) -> None:
    decided = {
        (title, key)
        for words in (PUBLISHED, ROOM, TYPED)
        for title, keys in words.items()
        for key in keys.split()
    }
    told = {
        (table.title, column.key)
        for table in gathered.every_table
        if gathered.homes.get(table.title) in SECTIONS
        for at, column in enumerate(table.columns)
        if column.kind in NUMBERS
        and column.holds is Holds.FIGURES
        and not rests_on_people(gathered, table.title, at)
    }
    assert told == decided


def rests_on_people(gathered: Pack, title: str, at: int) -> bool:
    """Return whether a column's formula has counts of people in it, directly or not."""
    from pch_desktop.domain.disclosure_sums import counted
    from pch_desktop.reports.disclosed_rows import disclosing

    table = next(each for each in gathered.every_table if each.title == title)
    return at in disclosing(table, counted({}, ())).touched
