"""The national file of practices."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.population import PracticeStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.imports.practices import (
    PracticesReading,
    find,
    tidied_name,
    tidied_postcode,
)
from pch_desktop.models.population import Practice
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import with_practices


@pytest.fixture
def national(tmp_path: Path) -> Path:
    """A national file with an open, a closed and an odd practice, and a prison."""
    return made.write(
        tmp_path / "epraccur.csv",
        made.practice("Z00001"),
        made.practice("Z00002", "DR O'NEIL & PARTNERS", "C"),
        made.practice("Z00003", "THE PRISON", setting="10"),
        made.practice("Z00004", "ALDER AND ASH", "X"),
        made.practice("Z00005", "ASH LODGE"),
    )


def test_practices_are_found_by_any_words_active_ones_first(national: Path) -> None:
    found = find(national, "high street")

    assert [hit.code for hit in found] == ["Z00005", "Z00001", "Z00002"]
    assert found[0].name == "Ash Lodge"
    assert found[0].postcode == "ZZ1 1ZZ"
    assert [hit.code for hit in find(national, "LODGE z00005")] == ["Z00005"]
    assert find(national, "zz11zz o'neil")[0].closed_on == date(2020, 3, 31)
    assert find(national, "prison") == []


def test_status_and_dates_are_taken_and_a_name_is_left(file: LocalityFile, national: Path) -> None:
    with_practices(file, "Z00001", "Z00002", "Z00009")
    plan = plan_for(file, read_file(national))
    commit(file, plan)
    rows = {row.code: row for row in file.read(_practices)}

    assert rows["Z00002"].status is PracticeStatus.CLOSED
    assert rows["Z00002"].closed_on == date(2020, 3, 31)
    assert rows["Z00001"].name == "Practice Z00001"
    assert rows["Z00001"].postcode == "ZZ1 1ZZ"
    assert rows["Z00009"].status is PracticeStatus.ACTIVE
    assert "Not in this file: Z00009." in plan.notes
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (5, 2, 3)


def test_practices_are_added_by_their_codes(file: LocalityFile, national: Path) -> None:
    reading = read_file(national)
    assert isinstance(reading, PracticesReading)
    commit(file, plan_for(file, reading.adding(frozenset({"Z00001", "Z00002"}))))

    names = [row.name for row in file.read(_practices)]
    assert names == ["The Alder Surgery", "Dr O'Neil & Partners"]


def test_what_is_no_gp_practice_or_has_an_odd_status_is_refused_by_row(
    file: LocalityFile, national: Path
) -> None:
    with_practices(file, "Z00003", "Z00004")
    plan = plan_for(file, read_file(national))

    assert [(row.row, row.reason[:30]) for row in plan.refused] == [
        (3, "Z00003 is not a GP practice: i"),
        (4, "“X” is not a status. It is A, "),
    ]


def test_a_file_with_other_columns_is_not_the_national_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="27 columns"):
        find(made.paid(tmp_path / "paid.csv"), "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ST. MARY'S HEALTH CENTRE", "St. Mary's Health Centre"),
        ("DR SMITH-JONES AND PARTNERS (GP)", "Dr Smith-Jones and Partners (Gp)"),
        ("Already Tidy", "Already Tidy"),
    ],
)
def test_a_name_in_capitals_is_written_as_people_write_it(text: str, name: str) -> None:
    assert tidied_name(text) == name


@given(st.sampled_from(["ZZ11ZZ", "ZZ1  1ZZ", "zz1 1zz", " ZZ1 1ZZ "]))
def test_a_postcode_has_one_space_whatever_it_had(text: str) -> None:
    assert tidied_postcode(text) == "ZZ1 1ZZ"
    assert tidied_postcode(" ") is None


def _practices(session: Session) -> list[Practice]:
    found = list(session.scalars(select(Practice).order_by(Practice.id)))
    session.expunge_all()
    return found
