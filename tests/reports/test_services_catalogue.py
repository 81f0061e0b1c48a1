"""The catalogue set out: one figure from one function, what is due, missed and not safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.reports import (
    budget_moved,
    services_care_homes,
    services_catalogue,
    services_freed,
    services_holidays,
    services_moved,
    services_pack,
    services_safety,
    services_targets,
)
from pch_desktop.reports.services_freed_rows import freed_rows
from pch_desktop.reports.services_holiday_rows import holiday_rows, words_of
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.totals import total_of
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import ServiceRow
from tests import localities

OCTOBER = Month(2016, 10)
DECEMBER = Month(2016, 12)


def found(file: LocalityFile, month: Month = OCTOBER) -> dict[str, Finding]:
    return {each.title: each for each in services_pack.findings(file, month)}


def named(file: LocalityFile, name: str) -> ServiceRow:
    return next(row for row in file.read(services.services, OCTOBER) if row.name == name)


def test_moved_services_show_the_registers_own_figures_and_total(
    marsh_valley: LocalityFile,
) -> None:
    mine = services_moved.from_hospital(marsh_valley, OCTOBER)
    register = budget_moved.double_payment(marsh_valley, OCTOBER)
    by_name = {row.name: row for row in mine.rows}
    theirs = {column.key: column for column in budget_moved.MOVED}
    for line in register.rows:
        for column in mine.columns:
            if column.key in services_moved.REGISTER:
                assert column.value(by_name[line.name]) == theirs[column.key].value(line)
    for column in mine.columns:
        if column.key in services_moved.REGISTER and column.is_number:
            one = total_of(column, mine.columns, mine.rows)
            other = total_of(theirs[column.key], register.columns, register.rows)
            assert (one and one.value) == (other and other.value), column.key
    assert "Not in the register: 2 moved services" in mine.notes[0]
    assert mine.marking == register.marking


def test_safety_stands_beside_what_moved_and_is_unknown_outside_the_catalogue(
    marsh_valley: LocalityFile,
) -> None:
    rows = {row.name: row.safety for row in services_moved.read_moved(marsh_valley, OCTOBER)}
    assert rows["Physiotherapy"] == rows["Teledermatology"] == "● Signed"
    assert rows["Skin lesions"] == ""
    later = {row.name: row.safety for row in services_moved.read_moved(marsh_valley, DECEMBER)}
    assert later["Teledermatology"] == "▲ Review due"


def test_gp_appointments_freed_are_people_times_what_each_saves(
    marsh_valley: LocalityFile,
) -> None:
    table = services_freed.gp_freed(marsh_valley, OCTOBER)
    rows = {row.name: row for row in table.rows}
    assert rows["First-contact physiotherapy"].freed == 604 * Decimal("0.8")
    assert rows["Medicines review"].freed is None
    assert (rows["Medicines review"].told, rows["Medicines review"].is_whole) == (6, False)
    assert rows["Healthy living checks"].freed == 0
    column = next(each for each in table.columns if each.key == "freed")
    total = total_of(column, table.columns, table.rows)
    assert total is not None
    assert (total.value, total.is_incomplete) == (Decimal("672.6"), True)
    assert "672.6 in October 2016" in table.notes[0]
    assert table.notes[0].endswith("incomplete.")
    assert "people attended ×" in table.notes[1]
    pilot = next(
        row for row in freed_rows(marsh_valley.read(services.seen_in_year, OCTOBER), OCTOBER)
        if row.name == "Children's same-day clinic"
    )  # fmt: skip
    assert (pilot.told, pilot.expected) == (5, 5)


def test_bank_holidays_of_twelve_months_are_told_by_day_and_by_service(
    marsh_valley: LocalityFile,
) -> None:
    table = services_holidays.holidays(marsh_valley, DECEMBER)
    days = {row.day: row for row in table.rows}
    boxing = days[date(2016, 12, 26)]
    assert boxing.other == ("Out of hours 00:00-24:00",)
    assert "Acute Response Team" in boxing.usual
    assert "Same-day access" in boxing.closed
    assert boxing.unknown == ("Children's same-day clinic", "Community diagnostics")
    assert "Diabetes clinic" not in boxing.closed
    assert table.notes[0].startswith("26 Dec 2016: 8 services closed that usually open")
    hours = marsh_valley.read(services.openings)
    (row,) = holiday_rows([named(marsh_valley, "Out of hours")], hours, DECEMBER)
    assert words_of(row, DECEMBER).startswith("26 Dec 2016 00:00-24:00, 27 Dec 2016 00:00-24:00; ")
    assert words_of(replace(row, rule=None), DECEMBER) == ""
    assert services_holidays.finding([], DECEMBER) == "The hours of no service are known yet."


def test_care_homes_say_which_beds_no_practice_covers(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(services.care_homes)
    assert services_care_homes.finding(rows) == (
        "173 of 227 beds have a practice, 76.2%; without one: Millrace Lodge, Sluice House."
    )
    by_practice = services_care_homes.by_practice(rows)
    assert sum(row.cover.beds for row in by_practice) == services_care_homes.covered(rows).beds
    assert by_practice[-1].name == services_care_homes.NOBODY
    assert "No care home" in services_care_homes.finding([])


def test_targets_count_what_is_met_near_missed_and_not_told(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(services.targets, OCTOBER)
    assert services_targets.finding(rows) == (
        "Of 10 targets 5 met, 2 near, 1 missed, 2 without a reading."
    )
    kinds = {row.measure: services_targets.kind_of(row) for row in rows}
    assert kinds["Weeks to diagnosis"] is Kind.NUMBER
    assert kinds["Medicines stopped for each person"] is Kind.WTE
    (missed,) = services_targets.missed(rows)
    assert services_targets.reading_words(missed) == "78.0 against 90.0 or more"


def test_direct_access_is_marked_and_not_known_where_nobody_said(
    marsh_valley: LocalityFile,
) -> None:
    assert services_catalogue.is_direct(named(marsh_valley, "Healthy living checks")) is True
    row = named(marsh_valley, "Memory clinic")
    assert services_catalogue.is_direct(row) is False
    assert services_catalogue.is_direct(replace(row, access_route=None)) is None


def test_what_is_due_and_missed_leads_to_its_view(marsh_valley: LocalityFile) -> None:
    told = found(marsh_valley)
    missed = told["First-contact physiotherapy missed seen within seven days, %"]
    assert (missed.view, missed.weight) == ("Targets", Weight.NOTE)
    assert told["2 care homes without a practice"].view == "Care homes"
    assert not any("safety" in title for title in told)
    december = found(marsh_valley, DECEMBER)
    assert "Review of Acute Response Team was due 31 Dec 2016" in december
    assert december["Safety of Teledermatology is due for review"].view == "Safety"


def test_a_moved_service_that_runs_unsigned_outweighs_all_else(tmp_path: Path) -> None:
    file = localities.sample(tmp_path / "unsigned.pch")
    memory = named(file, "Memory clinic")
    file.edit("Mark", services.set_service, memory.id, "is_from_hospital", True)
    finding = found(file)["Memory clinic runs without a signed safety assessment"]
    assert (finding.weight, finding.view, finding.record_id) == (Weight.BLOCKS, "Safety", memory.id)
    table = services_safety.safety(file, OCTOBER)
    assert "running without a signed assessment: Memory clinic" in table.notes[0]
    file.edit("Late", services.set_service, named(file, "Saturday hub").id, "live_on",
              date(2016, 10, 1))  # fmt: skip
    assert "Saturday hub was to begin and still stands at “design”" in found(file)
    file.close()


def test_no_sheet_names_who_signed_or_answers(marsh_valley: LocalityFile) -> None:
    signers = {row.signed_by for row in marsh_valley.read(services.safety_assessments)} - {None}
    assert signers
    for table in services_pack.tables(marsh_valley, OCTOBER):
        values = {column.value(row) for column in table.columns for row in table.rows}
        assert not signers & values, table.title


def test_a_closed_service_misses_no_target(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(services.targets, OCTOBER)
    closed = [replace(row, status=ServiceStatus.CLOSED) for row in rows]
    assert services_targets.missed(closed) == []
