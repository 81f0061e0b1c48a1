"""National figures of appointments: two layouts, whole places only, the same file twice."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.imports import preview
from pch_desktop.imports.beginning import begin_from
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.reading import opened
from pch_desktop.imports.recognise import recognised
from pch_desktop.models.population import Practice
from pch_desktop.models.services_waits import AppointmentCount
from pch_desktop.store import services
from pch_desktop.store.locality import control_totals
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.imports import official_files as made
from tests.imports.real import real_file, state

REGION = (
    "CCG_CODE", "CCG_ONS_CODE", "CCG_NAME", "REGION_NAME", "Appointment_Month", "APPT_STATUS",
    "HCP_TYPE", "APPT_MODE", "TIME_BETWEEN_BOOK_AND_APPT", "COUNT_OF_APPOINTMENTS",
)  # fmt: skip
PRACTICE = (
    "APPOINTMENT_MONTH_START_DATE", "GP_CODE", "GP_NAME", "SUB_ICB_LOCATION_CODE", "HCP_TYPE",
    "APPT_MODE", "NATIONAL_CATEGORY", "TIME_BETWEEN_BOOK_AND_APPT", "COUNT_OF_APPOINTMENTS",
    "APPT_STATUS",
)  # fmt: skip
CORNWALL = "appointments/Regional_CSV_CornwallIoS_2021.csv"


def region(month: str, status: str, lead: str, count: object, code: str = "09X") -> list[object]:
    """Return a row of the regional file."""
    return [code, "E38", f"NHS {code}", "South", month, status, "GP", "Face-to-Face", lead, count]


@pytest.fixture
def ours(file: LocalityFile) -> LocalityFile:
    """A locality of one practice, Z00001, whose commissioner is 09X."""
    practice = Practice(code="Z00001", name="ALDER", commissioner_code="09X")
    file.edit("Add", lambda session: session.add(practice))
    return file


def taken(file: LocalityFile, path: Path) -> ImportPlan:
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    return plan


def counts(session: Session) -> dict[tuple[str, str, str], int]:
    """Return the appointments by month, status and time from booking."""
    query = select(
        AppointmentCount.month,
        AppointmentCount.status,
        AppointmentCount.lead_time,
        AppointmentCount.appointments,
    )
    return {(str(month), status, lead): count for month, status, lead, count in
            session.execute(query)}  # fmt: skip


def test_it_is_known_by_its_headings_whatever_its_name(tmp_path: Path) -> None:
    path = made.write(tmp_path / "x.csv", REGION, region("MAR2019", "DNA", "1 Day", 5))
    kind, _ = recognised(opened(path))
    assert kind.key == "appointments"


def test_the_commissioners_rows_are_kept_and_others_set_aside(
    ours: LocalityFile, tmp_path: Path
) -> None:
    path = made.write(
        tmp_path / "region.csv",
        REGION,
        region("MAR2019", "Attended", "8  to 14 Days", "6,624"),
        region("APR2019", "DNA", "Same Day", 12),
        region("APR2019", "DNA", "Same Day", 7, "99Z"),
    )
    plan = taken(ours, path)
    assert ours.read(counts) == {
        ("2019-03", "Attended", "8 to 14 Days"): 6624,
        ("2019-04", "DNA", "Same Day"): 12,
    }
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (3, 2, 1)
    said = " ".join(preview.sentences(plan))
    assert "NHS 09X (09X): 6,636 appointments in 2 months, March 2019 to April 2019." in said
    assert "Counts of appointments: 2 new." in said
    (control,) = ours.read(control_totals)
    assert (control.measure, control.value) == ("appointments", 6643)
    ours.undo()
    assert not ours.read(counts)


def test_the_same_file_again_changes_nothing_and_a_new_count_changes_one(
    ours: LocalityFile, tmp_path: Path
) -> None:
    path = made.write(tmp_path / "a.csv", REGION, region("MAR2019", "DNA", "1 Day", 5),
                      region("MAR2019", "DNA", "Same Day", 6))  # fmt: skip
    taken(ours, path)
    before = ours.read(state)
    assert taken(ours, path).is_nothing
    assert ours.read(state) == before
    again = made.write(tmp_path / "b.csv", REGION, region("MAR2019", "DNA", "1 Day", 9))
    plan = taken(ours, again)
    assert [(change.before, change.after) for change in plan.changes] == [
        ({"appointments": 5}, {"appointments": 9})
    ]
    assert ours.read(counts)["2019-03", "DNA", "1 Day"] == 9


def test_rows_of_a_practice_in_several_categories_are_added_up(
    ours: LocalityFile, tmp_path: Path
) -> None:
    def row(category: str, count: int, code: str = "Z00001") -> list[object]:
        return ["01MAR2023", code, "ALDER", "09X", "GP", "Telephone", category, "1 Day", count,
                "Attended"]  # fmt: skip

    path = made.write(tmp_path / "p.csv", PRACTICE, row("General", 5), row("Acute", 4),
                      row("Acute", 3, "Z99999"))  # fmt: skip
    plan = taken(ours, path)
    assert ours.read(counts) == {("2023-03", "Attended", "1 Day"): 9}
    assert (plan.rows_kept, plan.rows_refused) == (2, 1)


def test_bad_rows_of_ours_are_refused_with_row_and_column(
    ours: LocalityFile, tmp_path: Path
) -> None:
    path = made.write(
        tmp_path / "bad.csv",
        REGION,
        region("MAR2019", "DNA", "1 Day", 5),
        region("MAR2019", "DNA", "1 Day", 5),
        region("MAR2019", "DNA", "Same Day", "-3"),
        region("MARCH", "DNA", "Same Day", 2),
        region("MAR2019", "Attended", "Same Day", ""),
        region("", "Attended", "Same Day", 4),
        region("sometime", "DNA", "Same Day", "x", "99Z"),
    )
    plan = taken(ours, path)
    assert [(row.row, row.column, row.reason.split(".")[0]) for row in plan.refused] == [
        (3, "", "The same month, status, staff, mode and time stand above"),
        (4, "COUNT_OF_APPOINTMENTS", "“-3” cannot be taken"),
        (5, "Appointment_Month", "“MARCH” is not a month"),
        (6, "COUNT_OF_APPOINTMENTS", "The cell is blank, so how many there were is not known"),
        (7, "Appointment_Month", "No month says when the appointments were"),
    ]
    assert ours.read(counts) == {("2019-03", "DNA", "1 Day"): 5}


def test_a_file_of_elsewhere_keeps_nothing_and_says_why(ours: LocalityFile, tmp_path: Path) -> None:
    path = made.write(tmp_path / "x.csv", REGION, region("MAR2019", "DNA", "1 Day", 5, "99Z"))
    plan = taken(ours, path)
    assert plan.is_nothing
    assert "Nothing in this file is of your commissioner (09X)" in " ".join(plan.notes)


def test_cornwalls_file_taken_in_for_st_austell_adds_up_as_a_sum_made_outside(
    path: Path,
) -> None:
    source = real_file(CORNWALL)
    file = begin_from(path, localities.holder(), localities.noon, "st-austell")
    plan = taken(file, source)
    told: Counter[tuple[str, str]] = Counter()
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = (row["Appointment_Month"], row["APPT_STATUS"])
            told[key] += int(row["COUNT_OF_APPOINTMENTS"])
    query = select(
        AppointmentCount.month,
        AppointmentCount.status,
        func.sum(AppointmentCount.appointments),
    ).group_by(AppointmentCount.month, AppointmentCount.status)
    kept = file.read(lambda session: session.execute(query).all())
    assert {(f"{month.first:%b%Y}".upper(), status): count for month, status, count in kept} == told
    assert sum(told.values()) == 9_744_923
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (7169, 7169, 0)
    months = file.read(services.national_months)
    assert (len(months), months[0].month, months[0].place_name) == (
        30, Month(2019, 3), "NHS Kernow CCG",
    )  # fmt: skip
    assert taken(file, source).is_nothing
    file.undo()
    assert not file.read(services.national_months)
    file.close()
