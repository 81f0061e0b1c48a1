"""Network staff: summed on reading, and nobody can be told from what is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.network_staff import StaffReading
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import state, with_practices

OURS = ("2021", "6", "U00001", "MARSH PCN", "DPC")
ROWS = (
    (*OURS, "Pharmacists", "0.333333333", "99001"),
    (*OURS, "Pharmacists", "1.0", "99002"),
    (*OURS, "Pharmacists", "0.5", "99002"),
    (*OURS, "Paramedics – advanced", "NULL", "99003"),
    (*OURS[:2], "U00009", "OTHER PCN", "DPC", "Pharmacists", "1", "99004"),
)


@pytest.fixture
def census(tmp_path: Path) -> Path:
    """A census in Windows text."""
    return made.write(tmp_path / "pcn.csv", made.STAFF, *ROWS, encoding="cp1252")


def join(session: Session, network: str) -> None:
    """Put every practice into a network."""
    for practice in session.scalars(select(Practice)):
        practice.network_code = network


def test_staff_are_summed_by_role_and_people_counted_once(file: LocalityFile, census: Path) -> None:
    with_practices(file, "Z00001").edit("Join", join, "U00001")
    plan = plan_for(file, read_file(census))
    commit(file, plan)
    query = select(NetworkStaff.role, NetworkStaff.wte, NetworkStaff.heads, NetworkStaff.counted_on)

    assert file.read(lambda session: [tuple(row) for row in session.execute(query)]) == [
        ("Pharmacists", Decimal("1.833333333"), 2, date(2021, 6, 30))
    ]
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (5, 3, 2)
    assert [(row.row, row.reason) for row in plan.refused] == [(5, "“NULL” is not a WTE")]
    assert plan_for(file, read_file(census)).is_nothing


def test_no_persons_number_is_kept_anywhere(file: LocalityFile, census: Path) -> None:
    with_practices(file, "Z00001").edit("Join", join, "U00001")
    reading = read_file(census)
    assert isinstance(reading, StaffReading)
    plan = plan_for(file, reading)
    commit(file, plan)

    for kept in (file.read(state), plan, reading.sums, reading.refused):
        assert "9900" not in str(kept)


def test_nothing_of_our_network_is_a_sentence(file: LocalityFile, census: Path) -> None:
    with_practices(file, "Z00001")
    without = plan_for(file, read_file(census))
    file.edit("Join", join, "U00007")
    elsewhere = plan_for(file, read_file(census))

    assert without.is_nothing
    assert elsewhere.is_nothing
    assert "Bring in the file of practices and their networks first." in without.notes[-1]
    assert elsewhere.notes[-1] == (
        "None of the 5 rows is of your network U00007, so there is nothing to keep."
    )


def test_practices_are_put_into_their_networks_by_the_map(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001", "Z00002")
    path = made.write(
        tmp_path / "map.csv",
        ("EXTRACT_DATE", "PRACTICE_CODE", "PCN_CODE", "PCN_NAME"),
        ("01Jan2022", "Z00001", "U00001", "MARSH PCN"),
        ("01Jan2022", "Z00002", "UNALLOCATED", ""),
        ("01Jan2022", "Z00003", "U00009", "OTHER PCN"),
    )
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    query = select(Practice.network_code).order_by(Practice.id)

    assert file.read(lambda session: list(session.scalars(query))) == ["U00001", None]
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (3, 2, 1)


def test_a_census_without_its_month_is_refused(tmp_path: Path) -> None:
    path = made.write(tmp_path / "pcn.csv", made.STAFF, ("2021", "", *OURS[2:], "Nurse", "1", "9"))

    with pytest.raises(Refusal, match="row 2: no census year and month"):
        read_file(path)
