"""What is said of months by place, load, beds, calls and late figures, on paper and the sample."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import Month
from pch_desktop.domain.population import PracticeStatus
from pch_desktop.reports import service_counts, service_load_table
from pch_desktop.reports.service_activity_checks import activity_findings
from pch_desktop.reports.service_activity_pack import activity_tables
from pch_desktop.reports.service_beds import BEDS, bed_troubles, beds_finding, month_beds
from pch_desktop.reports.service_calls import CALLS, call_troubles, calls_finding, month_calls
from pch_desktop.reports.service_checks import checks
from pch_desktop.reports.service_late import MISSING, PROVISIONAL, late_rows
from pch_desktop.reports.service_late_table import LATE, late_finding, missing, request
from pch_desktop.reports.service_load import load, load_finding
from pch_desktop.reports.service_parts import wholes
from pch_desktop.reports.service_parts_table import parts_finding
from pch_desktop.reports.service_periods import MONTH, TWELVE, YEAR, first_of, words_of
from pch_desktop.reports.table import Column
from pch_desktop.reports.totals import total_of
from pch_desktop.store import population
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import BedRow, CallRow, PartRow, ServiceRow
from tests.reports.services import OCTOBER, month, service

PLACES = ("Valley", "Millpond", "Hub", None)


def part(
    number: int, patients: int | None, place: int, seen: int | None, price: int | None = 100
) -> PartRow:
    """Return so many patients of a practice seen at a place by number; the third is no practice."""
    return PartRow(
        number, 1, "Echo", OCTOBER, PLACES[place], place + 1 if place < 2 else None, None, patients,
        None, None, seen, None, None, price, None,
    )  # fmt: skip


PARTS = st.lists(
    st.tuples(st.none() | st.integers(1, 2), st.integers(0, 3), st.none() | st.integers(0, 99)),
    max_size=30,
)


def test_more_attended_than_booked_is_told_with_the_way_to_put_it_right() -> None:
    row = service(1, "Echo", told=month(1, slots=20, booked=8, attended=11, not_attended=1))
    (check,) = checks(row)
    assert check.sentence == "12 attended or not attended are more than the 8 booked."
    assert (check.key, check.field, check.value, check.verb) == (
        "booked", "booked", 12, "Make booked 12",
    )  # fmt: skip
    assert not check.is_allowed


def test_overbooking_may_stand_and_is_told() -> None:
    told = month(1, slots=10, booked=12, attended=9, not_attended=1)
    (check,) = checks(service(1, "Echo", told=told))
    assert check.sentence == (
        "2 people overbooked: 12 booked for 10 appointments; none count as lost."
    )
    assert check.is_allowed
    assert told.activity.lost_slots == 0


def test_decided_referrals_are_held_against_those_received_and_left_from_before() -> None:
    told = month(1, referrals=10)
    row = service(1, "Echo", told=replace(told, accepted=11, rejected=2, first_contacts=9))
    assert checks(row, undecided=3) == []
    (check,) = checks(row, undecided=2)
    assert check.sentence == (
        "13 accepted or rejected are more than the 10 received and the 2 left from before."
    )
    assert (check.field, check.value) == ("referrals", 11)
    (alone,) = checks(row)
    assert alone.sentence.endswith("are more than the 10 received.")
    firsts = service(1, "Echo", told=replace(month(1, attended=8), first_contacts=9))
    assert [each.sentence for each in checks(firsts)] == [
        "9 seen for the first time are more than the 8 attended."
    ]


def value(columns: tuple[Column[ServiceRow], ...], key: str, row: ServiceRow) -> object:
    return next(column.value(row) for column in columns if column.key == key)


def test_d33_reads_alike_in_the_columns_of_a_month() -> None:
    told = month(1, sessions=32, slots=384, booked=352, attended=328, not_attended=24)
    row = service(1, "Echo", told=told)
    found = {key: value(service_counts.MONTH, key, row) for key in (
        "per_session", "unfilled_slots", "lost_slots", "overbooked", "contacts",
    )}  # fmt: skip
    assert found == {
        "per_session": 12, "unfilled_slots": 32, "lost_slots": 56, "overbooked": 0,
        "contacts": None,
    }  # fmt: skip


def test_parts_are_held_against_the_month_and_a_difference_is_told() -> None:
    row = service(1, "Echo", told=month(1, attended=9, slots=4))
    (whole,) = wholes([part(1, 1, 0, 4), part(2, 2, 1, 3)], [row])
    assert whole.differences == {"attended": -2}
    assert whole.sentence == "attended 7 by place, 2 fewer than the month's 9"
    assert parts_finding([whole], OCTOBER).startswith("Echo: attended 7 by place")
    (blank,) = wholes([part(1, 1, 0, 4), part(2, 2, 1, None)], [row])
    assert blank.apart("attended") is None
    assert "each as its month" in parts_finding([blank], OCTOBER)
    assert "No service has told" in parts_finding(wholes([], [row]), OCTOBER)


@given(PARTS)
def test_everybody_seen_stands_once_in_the_load_and_all_nets_are_nought(
    told: list[tuple[int | None, int, int | None]],
) -> None:
    rows = [part(at, *each) for at, each in enumerate(told, start=1)]
    found = load(rows, practices())
    seen = sum(count or 0 for _, _, count in told)
    assert sum(row.everywhere for row in found.rows) == seen
    assert sum(row.recharge.net_pence for row in found.rows) == 0
    assert found.untold == sum(count is None for _, _, count in told)
    for row in found.rows:
        assert row.elsewhere is None or 0 <= row.elsewhere <= row.everywhere


def practices() -> list[population.PracticeRow]:
    return [
        population.PracticeRow(
            at, f"V{at}", name, None, None, PracticeStatus.ACTIVE, None, None, None, None, None, "",
            2_000 * at, None, None, None, None, None, None, None,
        )
        for at, name in ((1, "Valley"), (2, "Millpond"))
    ]  # fmt: skip


def test_the_load_tells_who_is_seen_elsewhere_for_each_thousand_and_what_is_owed() -> None:
    rows = [part(1, 1, 0, 30), part(2, 1, 1, 10, 250), part(3, 2, 0, 4, None), part(4, None, 2, 5)]
    found = load(rows, practices())
    assert found.places == ("Valley", "Millpond", "Hub")
    valley, millpond, unknown = found.rows
    assert valley.seen == (30, 10, None)
    assert (valley.elsewhere, valley.received, valley.per_thousand) == (10, 4, 20)
    assert (valley.recharge.net_pence, millpond.recharge.net_pence) == (-2_500, 2_500)
    assert (unknown.elsewhere, found.unpriced) == (None, 4)
    assert load_finding(found).endswith("own practice; most of Valley, 10")
    assert any("without a price" in note for note in service_load_table.notes(found))
    assert "Nobody has been told" in load_finding(load([], practices()))


def test_beds_and_calls_that_do_not_add_up_are_told() -> None:
    full = BedRow(1, "Beds", OCTOBER, True, 2, 1, 0, 63, 5)
    assert bed_troubles(full) == {
        "occupied_days": "63 occupied are more than the 62 bed days of 2 beds. Enter more beds, or "
        "fewer nights.",
        "stay_days": "5 days stayed, and nobody discharged.",
    }
    assert bed_troubles(BedRow(1, "Beds", OCTOBER)) == {}
    calls = CallRow(1, "Line", OCTOBER, True, 10, 9, 2)
    assert call_troubles(calls)["offered"].startswith("11 answered or given up are more than")
    assert call_troubles(CallRow(1, "Line", OCTOBER)) == {}
    assert "No bed service has told" in beds_finding([], OCTOBER)
    assert "No telephone line has told" in calls_finding([], OCTOBER)


def test_periods_end_with_the_month_at_hand() -> None:
    assert first_of(YEAR, OCTOBER) == Month(2016, 4)
    assert first_of(TWELVE, OCTOBER) == Month(2015, 11)
    assert words_of(MONTH, OCTOBER) == "October 2016"
    assert words_of(YEAR, OCTOBER) == "April 2016 to October 2016"


def test_the_sample_s_late_figures_are_asked_of_the_lead(marsh_valley: LocalityFile) -> None:
    rows = late_rows(marsh_valley, OCTOBER)
    told = [(row.name, row.what, row.state) for row in missing(rows)]
    assert told == [
        ("Medicines review", "Activity", MISSING),
        ("Rehabilitation beds", "Activity", "Attended not told"),
        ("Rehabilitation beds", "Beds", MISSING),
    ]
    assert rows[0].due_on == date(2016, 11, 15)
    assert rows[1].due_on == date(2016, 11, 20)
    assert {row.state for row in rows[3:]} == {PROVISIONAL}
    assert late_finding(rows, OCTOBER) == (
        "3 returns missing, none of which are due yet; 5 months still provisional"
    )
    assert "please send the activity figures of Medicines review for October 2016" in request(
        rows[0]
    )
    assert "contact" not in {column.key for column in LATE}


def test_a_month_that_is_over_due_presses(marsh_valley: LocalityFile) -> None:
    december = Month(2016, 12)
    rows = late_rows(marsh_valley, december)
    first = rows[0]
    assert (first.name, first.month, first.days_late) == ("Medicines review", OCTOBER, 46)
    (late,) = [each for each in activity_findings(marsh_valley, december) if each.verb == "Ask"]
    assert late.view == "What is late"
    assert "longest Medicines review, October 2016, due 15 Nov 2016" in late.title


def test_the_sample_s_difference_by_place_is_a_finding(marsh_valley: LocalityFile) -> None:
    told = [(each.title, each.view) for each in activity_findings(marsh_valley, OCTOBER)]
    assert ("Healthy living checks: attended 179 by place, 2 fewer than the month's 181",
            "By place") in told  # fmt: skip


@pytest.mark.parametrize(
    ("title", "key", "held"),
    [
        ("Service appointments", "attended", 10_199),
        ("Ways of contact", "contacts", 10_199),
        ("Recharge", "net", 0),
        ("Load between practices", "everywhere", 7_275),
        ("Calls", "offered", 2_467),
    ],
)
def test_the_pack_tells_what_the_screen_does(
    marsh_valley: LocalityFile, title: str, key: str, held: object
) -> None:
    table = next(table for table in activity_tables(marsh_valley, OCTOBER) if table.title == title)
    column = next(column for column in table.columns if column.key == key)
    total = total_of(column, table.columns, table.rows)
    assert total is not None
    assert total.value == held


def test_beds_in_the_pack_say_that_a_service_has_not_told_them(marsh_valley: LocalityFile) -> None:
    table = next(each for each in activity_tables(marsh_valley, OCTOBER) if each.title == "Beds")
    column = next(column for column in table.columns if column.key == "occupancy")
    assert [column.value(row) for row in table.rows if row.is_told] == [Decimal(144) / 186]
    total = total_of(column, table.columns, table.rows)
    assert total is not None
    assert total.value is None
    assert total.is_incomplete


def test_columns_of_beds_and_calls_come_from_one_place(marsh_valley: LocalityFile) -> None:
    beds = [row for row in month_beds(marsh_valley, OCTOBER) if row.is_told]
    calls = month_calls(marsh_valley, OCTOBER)
    assert [row.name for row in beds] == ["End of life care"]
    assert {column.key for column in BEDS} >= {"occupancy", "mean_stay", "turnover"}
    assert {column.key for column in CALLS} >= {"answered_share", "abandoned_share"}
    assert beds_finding(month_beds(marsh_valley, OCTOBER), OCTOBER).endswith("without 1 service")
    assert calls_finding(calls, OCTOBER) == "91.6% of 2,467 calls answered in October 2016"
