"""What is said of services: months, take-up, hours, and what does not add up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.services import ServiceStatus
from pch_desktop.reports import service_counts, service_hours, service_months, service_rates
from pch_desktop.reports.services import STATEMENT
from pch_desktop.reports.table import Column
from pch_desktop.reports.totals import total_of
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import MonthRow, OpeningRow
from tests.reports.services import OCTOBER, month, service

NAMES = {1: "Echo", 2: "Falls"}


def sums(*rows: MonthRow, running: tuple[int, ...] = (1, 2)) -> list[service_months.SumRow]:
    return service_months.months_of(rows, NAMES, running, OCTOBER)


def test_months_are_added_up_and_a_service_that_has_not_told_is_named() -> None:
    september = OCTOBER.plus(-1)
    found = sums(
        month(1, september, attended=10, slots=12),
        month(2, september, attended=5),
        month(1, attended=20),
    )
    assert [(row.month, row.attended, row.late) for row in found] == [
        (september, 15, ()),
        (OCTOBER, 20, ("Falls",)),
    ]
    assert [row.state for row in found] == ["Final", "Without Falls"]
    assert (found[0].slots, found[0].told, found[1].told) == (12, 2, 1)
    assert service_months.months_finding(found) == (
        "20 appointments attended in October 2016, without Falls"
    )


def test_a_service_that_has_ended_is_not_late() -> None:
    found = sums(month(1, attended=1), month(2, OCTOBER.plus(-3), attended=5), running=(1,))
    assert found[-1].late == ()


def test_a_month_left_out_between_two_is_late_though_the_service_has_ended() -> None:
    found = sums(
        month(2, OCTOBER.plus(-3), attended=5), month(2, OCTOBER.plus(-1), attended=5), running=()
    )
    assert [bool(row.late) for row in found] == [False, True, False, False]


def test_a_month_is_compared_with_the_same_of_the_year_before() -> None:
    year_ago = OCTOBER.plus(-12)
    more = sums(month(1, year_ago, attended=100), *_between(), month(1, attended=120))
    assert service_months.months_finding(more).endswith("20.0% more than a year before")
    fewer = sums(month(1, year_ago, attended=100), *_between(), month(1, attended=90))
    assert service_months.months_finding(fewer, "Echo") == (
        "Echo: 90 appointments attended in October 2016, 10.0% fewer than a year before"
    )
    same = sums(month(1, year_ago, attended=1000), *_between(), month(1, attended=1001))
    assert service_months.months_finding(same).endswith("as many as a year before")


def _between() -> list[MonthRow]:
    return [month(1, OCTOBER.plus(-back), attended=1) for back in range(1, 12)]


def test_nothing_told_is_said_so() -> None:
    assert "No service has told" in service_months.months_finding([])
    assert "no month has been told" in service_months.months_finding([], "Echo")
    (blank,) = sums(month(1, waiting=3))
    assert (blank.state, blank.attended, blank.waiting) == ("Not known", None, 3)
    assert not blank.is_firm


def test_provisional_months_say_so_and_several_late_are_counted() -> None:
    early = [month(number, OCTOBER.plus(-1), attended=1) for number in (1, 2)]
    found = sums(*early, month(1, attended=None, slots=3, is_provisional=True))
    assert found[-1].state == "Without 2 services"
    assert sums(month(1, attended=3, is_provisional=True))[-1].state == "Provisional"
    late = replace(found[-1], attended=1)
    assert service_months.months_finding([late]).endswith("without Echo and 1 other")


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 5), st.integers(0, 999)), max_size=40))
def test_the_months_add_up_to_all_that_was_told(told: list[tuple[int, int, int]]) -> None:
    by_key = {(back, number): seen for back, number, seen in told}
    rows = [month(n, OCTOBER.plus(-back), attended=seen) for (back, n), seen in by_key.items()]
    found = service_months.months_of(rows, {}, {1, 2, 3, 4, 5}, OCTOBER)
    assert sum(row.attended or 0 for row in found) == sum(by_key.values())


def test_a_year_shows_one_count_month_by_month() -> None:
    rows = [service(1, "Echo"), service(2, "Falls", status=ServiceStatus.IDEA)]
    year = OCTOBER.financial_year
    echo, falls = service_months.years_of(rows, [month(1, slots=7)], year, "slots")
    assert echo.values == (None,) * 6 + (7,) + (None,) * 5
    assert (echo.is_told, falls.is_told, falls.is_running) == (True, False, False)


def test_what_does_not_add_up_is_told_by_its_count() -> None:
    told = month(1, slots=10, booked=8, attended=11, not_attended=1)
    found = service_months.troubles(service(1, "Echo", told=told))
    assert found["booked"] == "12 attended or not attended are more than the 8 booked."
    assert found["slots"] == "11 attended are more than the 10 appointments."
    assert service_months.troubles(service(1, "Echo")) == {}
    assert service_months.troubles(service(1, "Echo", told=month(1, attended=3))) == {}


def test_shares_are_those_of_the_worked_example() -> None:
    told = month(1, slots=384, booked=352, attended=328, not_attended=24)
    row = service(1, "Echo", told=told)
    shares = {
        column.key: column.value(row)
        for column in service_rates.RATES
        if column.key.endswith("share")
    }
    rounded = {key: round(Decimal(str(value)) * 100, 1) for key, value in shares.items()}
    assert rounded == {
        "fill_share": Decimal("91.7"),
        "not_attended_share": Decimal("6.8"),
        "utilisation_share": Decimal("85.4"),
    }
    assert service_rates.activity(row).lost_slots == 56
    assert service_rates.rates_finding([row], OCTOBER) == (
        "56 of 384 appointments saw nobody, 14.6%; most in Echo, 56"
    )


def test_take_up_that_is_not_known_or_full_is_said_so() -> None:
    assert "No service has told" in service_rates.rates_finding([service(1, "Echo")], OCTOBER)
    full = service(1, "Echo", told=month(1, slots=5, booked=5, attended=5))
    assert service_rates.rates_finding([full], OCTOBER) == "0 of 5 appointments saw nobody, 0.0%"
    assert "Echo 100.0% filled, not known not attended" in service_rates.rates_alt_text(
        [full], OCTOBER
    )


def test_appointments_of_which_nobody_knows_who_came_are_not_taken_as_kept() -> None:
    told = service(1, "Echo", told=month(1, slots=10, booked=9, attended=8))
    silent = service(2, "Falls", told=month(2, slots=90, booked=80, attended=None))
    assert service_rates.rates_finding([told, silent], OCTOBER).startswith("2 of 10 appointments")


def test_open_hours_are_counted_once_for_each_running_service() -> None:
    rows = [service(1, "Echo"), service(2, "Falls", status=ServiceStatus.CLOSED)]
    hours = [
        OpeningRow(1, 1, 1, 540, 570),
        OpeningRow(2, 1, 1, 580, 601),
        OpeningRow(3, 2, 1, 540, 600),
        OpeningRow(4, 1, 7, 0, 1440),
    ]
    days = service_hours.open_by_hour(rows, hours)
    assert [hour for hour, count in enumerate(days[0].counts) if count] == [9, 10]
    assert max(days[0].counts) == 1
    assert days[6].counts == (1,) * 24
    assert service_hours.hours_finding(days) == (
        "1 service open at once on weekdays; 0 after 18:00, 0 on Saturday, 1 on Sunday"
    )
    none = service_hours.open_by_hour([], [])
    assert "No opening hours are known" in service_hours.hours_finding(none)


def test_a_week_is_written_as_people_write_it() -> None:
    hours = [OpeningRow(day, 1, day, 480, 1110) for day in range(1, 8)]
    (week,) = service_hours.weeks([service(1, "Echo")], hours)
    assert week.days == ("08:00-18:30",) * 7
    assert week.is_seven_day
    (blank,) = service_hours.weeks([service(1, "Echo")], [])
    assert blank.is_seven_day is None


def test_alt_texts_tell_the_numbers_in_four_hundred_characters(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(services.services, OCTOBER)
    names = {row.id: row.name for row in rows}
    running = {row.id for row in rows if row.is_running}
    found = service_months.months_of(marsh_valley.read(services.activity), names, running, OCTOBER)
    days = service_hours.open_by_hour(rows, marsh_valley.read(services.openings))
    for text in (
        service_months.months_alt_text(found),
        service_rates.rates_alt_text(rows, OCTOBER),
        service_hours.hours_alt_text(days),
    ):
        assert 40 <= len(text) <= 400
    assert "October 2016 10,199, without 2 services" in service_months.months_alt_text(found)


def test_the_months_screen_totals_are_the_packs(marsh_valley: LocalityFile) -> None:
    table, *_ = STATEMENT.build(marsh_valley, OCTOBER)
    by_key: dict[str, Column[services.ServiceRow]] = {
        column.key: column for column in service_counts.MONTH
    }
    for column in table.columns:
        if column.key in by_key and column.key != "name":
            mine = total_of(by_key[column.key], service_counts.MONTH, table.rows)
            assert mine == total_of(column, table.columns, table.rows)


def test_what_does_not_add_up_is_a_finding(marsh_valley: LocalityFile) -> None:
    titles = [found.title for found in STATEMENT.findings(marsh_valley, OCTOBER)]
    assert not any("more than" in title for title in titles)
    assert any("Funding of End of life care ends" in title for title in titles)
