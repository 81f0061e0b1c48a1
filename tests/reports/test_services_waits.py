"""Waits, diverted, demand, queues, lead times and national figures, set out for reading."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import ServiceStatus, WaitKind
from pch_desktop.domain.services_waits import NATIONAL, Spell
from pch_desktop.domain.services_waits_typed import spells_of
from pch_desktop.reports import (
    service_appointments,
    service_clearing,
    service_demand,
    service_demand_table,
    service_diverted,
    service_lead_times,
    service_wait_spread,
    service_waits_table,
)
from pch_desktop.reports.service_appointments_table import COMPARED
from pch_desktop.reports.service_clearing import ClearingRow
from pch_desktop.reports.service_diverted_table import DIVERTED
from pch_desktop.reports.service_waits import waited
from pch_desktop.reports.services import STATEMENT
from pch_desktop.reports.table import Column, Value
from pch_desktop.reports.totals import total_of
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import (
    AppointmentRow,
    HourRow,
    LeadRow,
    MonthRow,
    NationalMonth,
    OpeningRow,
    QueueRow,
    WaitRow,
)
from tests.reports import services as made

OCTOBER = Month(2016, 10)
DAYS = (3, 5, 6, 7, 7, 9, 10, 12, 14, 15, 16, 18, 20, 21, 21, 24, 27, 30, 35, 41)
COUNTS = (1820, 610, 1455, 890, 520, 305, 140)


def of_days(days: tuple[int, ...] = DAYS, name: str = "Falls") -> WaitRow:
    return WaitRow(1, name, True, OCTOBER, WaitKind.DAYS, spells_of(days))


def of_bands(counts: tuple[int | None, ...] = COUNTS, name: str = "Same-day") -> WaitRow:
    spells = tuple(Spell(*edges, count) for edges, count in zip(NATIONAL, counts, strict=True)
                   if count is not None)  # fmt: skip
    return WaitRow(2, name, True, OCTOBER, WaitKind.BANDS, spells)


def cell(columns: tuple[Column[WaitRow], ...], key: str, row: WaitRow) -> Value:
    return next(column for column in columns if column.key == key).value(row)


def queue_row(each: Decimal | None = None, service_id: int = 1, **told: int) -> QueueRow:
    names = ("slots", "referrals", "accepted", "rejected", "first_contacts", "waiting",
             "instead_of_hospital", "still_to_hospital")  # fmt: skip
    counts = {name: told.get(name) for name in names}
    return QueueRow(service_id, f"Service {service_id}", ServiceStatus.LIVE, each, **counts)


def queue(each: Decimal | None = None, **told: int) -> ClearingRow:
    row = queue_row(each, **told)
    return ClearingRow(row.id, row.name, OCTOBER, row.is_running, row)


def hour(weekday: int, at: int, asked: int | None, slots: int | None, site: int = 1) -> HourRow:
    return HourRow(at, 1, site, f"Site {site}", weekday, at, asked, slots, None)


def test_the_table_shows_the_examples_as_they_are_worked_out() -> None:
    row, bands = of_days(), of_bands()
    columns = service_waits_table.WAITS
    assert cell(columns, "median", row) == Decimal("15.5")
    assert cell(columns, "ninety_second", row) == Decimal("32.4")
    assert (cell(columns, "median_rank", row), cell(columns, "ninety_second_rank", row)) == (15, 35)
    assert (cell(columns, "two_weeks", row), cell(columns, "four_weeks", row)) == (
        Decimal("0.45"), Decimal("0.85"),
    )  # fmt: skip
    median, two = cell(columns, "median", bands), cell(columns, "two_weeks", bands)
    assert isinstance(median, Decimal)
    assert isinstance(two, Decimal)
    assert (round(median, 2), round(two, 3)) == (Decimal("3.81"), Decimal("0.832"))
    assert cell(columns, "seen", bands) == 5740


def test_a_percentile_over_the_last_band_is_words_and_a_band_not_told_makes_it_unknown() -> None:
    late = of_bands((0, 0, 1, 0, 0, 0, 9))
    assert cell(service_waits_table.WAITS, "median", late) == "over 28 days"
    blank = waited(of_bands((1, None, 1, 0, 0, None, 9)))
    assert (blank.seen, blank.median.days, blank.two_weeks) == (None, None, None)
    assert blank.method == "Incomplete: 2 bands not told"


def test_bands_that_are_not_the_national_ones_say_at_least() -> None:
    spells = (Spell(0, 8, 6), Spell(8, 22, 4))
    row = WaitRow(3, "Other", True, OCTOBER, WaitKind.BANDS, spells)
    assert cell(service_waits_table.WAITS, "two_weeks", row) == "at least 60.0%"
    assert cell(service_waits_table.WAITS, "four_weeks", row) == 1


def test_the_sentence_names_who_waits_longest() -> None:
    rows = [of_days(), of_bands(), of_bands((0, 0, 1, 0, 0, 0, 9), "Wellbeing")]
    said = service_waits_table.finding(rows, OCTOBER)
    assert said == (
        "3 services told the waits of October 2016; longest in Wellbeing: half waited over 28 days."
    )
    assert "No service" in service_waits_table.finding([], OCTOBER)


def test_the_spread_adds_up_and_the_curve_ends_where_the_open_band_begins() -> None:
    rows = service_wait_spread.spread(of_bands())
    assert sum(row.people for row in rows) == rows[-1].until == 5740
    assert rows[-1].seen_share == 1
    end = service_wait_spread.curve(of_bands())[-1]
    assert end == (29.0, pytest.approx(5600 / 5740))
    assert service_wait_spread.curve(of_days())[-1] == (41.0, 1.0)
    assert 40 <= len(service_wait_spread.alt_text(of_days(), rows)) <= 400


def test_the_share_diverted_and_the_wait_stand_apart() -> None:
    told = queue_row(None, 1, instead_of_hospital=54, still_to_hospital=22)
    short = queue_row(None, 2, instead_of_hospital=6, still_to_hospital=4)
    blank = queue_row(None, 3, instead_of_hospital=5)
    waits = [WaitRow(at, "", True, OCTOBER, WaitKind.DAYS, spells_of(DAYS)) for at in (1, 2, 3)]
    rows = service_diverted.diverted([told, short, blank], waits)
    assert [row.standing for row in rows] == ["● Target met", "◆ 10.0 points short", ""]
    by_key = {column.key: column for column in DIVERTED}
    assert by_key["four_weeks"].value(rows[0]) == Decimal("0.85")
    assert by_key["share"].value(rows[1]) == Decimal("0.6")
    assert by_key["share"].value(rows[2]) is None
    total = total_of(by_key["would_have"], DIVERTED, rows)
    assert total is not None
    assert total.is_incomplete
    said = service_diverted.finding(rows, OCTOBER)
    assert said.startswith("69.8% of 86 people were seen here instead of in hospital")
    assert "Apart from that" in said


def test_the_longest_wait_of_those_seen_here_may_lie_beyond_the_bands() -> None:
    beyond = of_bands((0, 0, 0, 0, 0, 1, 9), "Service 2")
    queues = [
        queue_row(service_id=number, instead_of_hospital=7, still_to_hospital=3)
        for number in (1, 2)
    ]
    rows = service_diverted.diverted(queues, [of_days(), beyond])
    said = service_diverted.finding(rows, OCTOBER)
    assert said.endswith("half in Service 2 waited over 28 days.")


def test_weeks_to_clear_is_worked_out_at_the_pace_of_the_month() -> None:
    row = queue(waiting=28, referrals=85, rejected=4, first_contacts=86)
    assert row.weeks == pytest.approx(Decimal(28) * 31 / (5 * 7))
    growing = queue(waiting=83, referrals=41, rejected=2, first_contacts=28)
    assert growing.weeks == "growing"
    assert queue(waiting=1, referrals=5, first_contacts=5).weeks == "growing"
    assert queue(waiting=1, referrals=5).weeks is None


def test_the_gap_is_contacts_needed_less_appointments() -> None:
    row = queue(Decimal("2.8"), accepted=39, slots=91)
    assert (row.needed, row.gap) == (Decimal("109.2"), Decimal("18.2"))
    assert queue(accepted=39, slots=91).gap is None
    said = service_clearing.finding([row], OCTOBER)
    assert said.startswith("For no service are waiting")


def test_hours_of_several_sites_add_up_and_a_blank_one_is_not_known() -> None:
    days = service_demand.days_of([hour(1, 9, 12, 10), hour(1, 9, 5, None, 2), hour(6, 9, 7, 0)])
    monday, saturday = days[0].hours[9], days[5].hours[9]
    assert (monday.asked, monday.slots, monday.unmet) == (17, None, None)
    assert saturday.unmet == 7
    said = service_demand.finding(days, OCTOBER)
    assert "7 more asked than there were appointments, in 1 hour of the week" in said
    assert "7 of them after 18:00 or at the weekend" in said
    (nine,) = service_demand_table.hour_sums(days)
    assert (nine.name, nine.asked, nine.short) == ("09:00", 24, 7)
    assert (nine.slots, nine.unmet) == (None, None), "a blank weekday is not nought"
    assert "Monday 17 asked, not known appointments" in service_demand.alt_text(days, OCTOBER)


def test_who_asks_when_it_is_closed_is_counted() -> None:
    opening = OpeningRow(1, 1, 1, 9 * 60 + 30, 17 * 60)
    days = service_demand.days_of(
        [hour(1, 8, 4, 0), hour(1, 9, 6, 9), hour(2, 10, 3, 0)], [opening]
    )
    assert service_demand.outside(days) == 7
    assert days[0].is_open[8:18] == (False, *[True] * 8, False)


def test_who_misses_is_told_beside_the_national_share() -> None:
    rows = [LeadRow(1, 1, 0, 1, 98, 2), LeadRow(2, 1, 8, None, 90, 10),
            LeadRow(3, 2, 8, None, 10, None)]  # fmt: skip
    bands = service_lead_times.bands(rows[:2])
    assert [band.share for band in bands] == [Decimal("0.02"), None, None, Decimal("0.1")]
    assert [band.standing for band in bands] == ["◆ More", "", "", "◆ More"]
    assert bands[3].national == "8.2% to 8.9%"
    assert service_lead_times.bands(rows)[3].not_attended is None
    assert "GPonline" in service_lead_times.NATIONAL


def appointment(status: str, lead: str, mode: str, count: int, staff: str = "GP") -> AppointmentRow:
    return AppointmentRow(1, status, staff, mode, lead, count, None)


def test_national_shares_are_of_what_is_known_and_ours_stand_beside() -> None:
    national = [
        appointment("Attended", "Same Day", "Face-to-Face", 90),
        appointment("DNA", "2 to 7 Days", "Telephone", 10),
        appointment("Unknown", "Unknown / Data Issue", "Unknown", 50, "Unknown"),
    ]
    ours: list[MonthRow] = [made.month(1, attended=95, not_attended=5)]
    rows = service_appointments.compared(national, ours, [LeadRow(1, 1, 0, 1, 30, 0),
                                         LeadRow(2, 1, 8, None, 60, 10)])  # fmt: skip
    by_name = {row.name: row for row in rows}
    assert by_name["Appointments"].national == 150
    assert (by_name["Not attended"].national, by_name["Not attended"].ours) == (
        Decimal("0.1"), Decimal("0.05"),
    )  # fmt: skip
    assert (by_name["Same day"].national, by_name["Same day"].ours) == (
        Decimal("0.9"), Decimal("0.3"),
    )  # fmt: skip
    assert by_name["Mode: telephone"].national == Decimal("0.1")
    assert by_name["Staff: GP"].ours is None
    apart = next(column for column in COMPARED if column.key == "apart")
    assert apart.value(by_name["Not attended"]) == "5.0 points less"
    assert service_appointments.unknown(national)["outcome"] == 50


def test_ours_beside_the_national_shares_are_of_services_that_told_all_of_it() -> None:
    national = [appointment("Attended", "Same Day", "Face-to-Face", 90)]
    ways = {"telephone": 1, "video": 0, "home_visits": 0, "group_contacts": 0}
    ours: list[MonthRow] = [
        replace(made.month(1, attended=90, not_attended=10), face_to_face=3, **ways),
        replace(made.month(2, attended=900), face_to_face=800),
    ]
    leads = [LeadRow(1, 1, 0, 1, 30, 0), LeadRow(2, 1, 8, None, 60, 10),
             LeadRow(3, 2, 0, 1, 500, None)]  # fmt: skip
    rows = {row.name: row for row in service_appointments.compared(national, ours, leads)}
    assert (rows["Appointments"].ours, rows["Not attended"].ours) == (100, Decimal("0.1"))
    assert rows["Mode: face to face"].ours == Decimal("0.75")
    assert rows["Same day"].ours == Decimal("0.3")


def test_the_nearest_national_month_is_the_same_or_the_latest_before() -> None:
    told = [NationalMonth("11N", "Kernow", Month(2019, at)) for at in (3, 4, 6)]
    nearest = service_appointments.nearest
    assert nearest(told, "11N", Month(2019, 4)) == Month(2019, 4)
    assert nearest(told, "11N", Month(2019, 5)) == Month(2019, 4)
    assert nearest(told, "11N", OCTOBER) == Month(2019, 3)
    assert nearest(told, "99Z", OCTOBER) is None


def test_the_sample_keeps_the_examples_and_its_pack_shows_each_table(
    marsh_valley: LocalityFile,
) -> None:
    by_name = {row.name: waited(row) for row in marsh_valley.read(services.waits, OCTOBER)}
    assert by_name["Falls and balance classes"].median.days == Decimal("15.5")
    assert by_name["Same-day access"].seen == 5740
    titles = [table.title for table in STATEMENT.build(marsh_valley, OCTOBER)]
    for title in ("Waits", "Instead of hospital", "Demand by hour", "Weeks to clear", "Lead time",
                  "National appointments"):  # fmt: skip
        assert title in titles
    found = {each.view: each for each in STATEMENT.findings(marsh_valley, OCTOBER)}
    assert "is growing for 4 services" in found["Weeks to clear"].title
    assert "62.2% seen here instead of in hospital" in found["Instead of hospital"].title
