"""List sizes: all ages beside their detail, five-year bands and single years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.list_sizes import band_of
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.models.population import ListSnapshot
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import with_practices

Band = tuple[str, int, int, int]


def bands(session: Session) -> list[Band]:
    """Return the file's lists: sex, ages, people."""
    query = select(
        ListSnapshot.sex, ListSnapshot.age_from, ListSnapshot.age_to, ListSnapshot.people
    ).order_by(ListSnapshot.id)
    return [(str(sex), first, last, people) for sex, first, last, people in session.execute(query)]


def test_the_row_of_all_stands_beside_its_detail(file: LocalityFile, tmp_path: Path) -> None:
    with_practices(file, "Z00001")
    path = made.lists(
        tmp_path / "x.csv",
        ("Z00001", "ALL", "ALL", 60),
        ("Z00001", "FEMALE", "ALL", 35),
        ("Z00001", "FEMALE", "0_4", 35),
        ("Z00001", "MALE", "95+", 25),
        ("Z00009", "ALL", "ALL", 40),
    )
    plan = plan_for(file, read_file(path))
    commit(file, plan)

    assert file.read(bands) == [
        ("all", 0, 130, 60), ("female", 0, 130, 35), ("female", 0, 4, 35), ("male", 95, 130, 25),
    ]  # fmt: skip
    assert plan.taken_on == date(2017, 9, 1)
    assert plan.label == "Import list sizes 01/09/2017"
    assert [(each.measure, each.value) for each in plan.controls] == [
        ("practices", 2), ("registered", 100),
    ]  # fmt: skip
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (5, 4, 1)


def test_single_years_of_age_become_bands_of_five(file: LocalityFile, tmp_path: Path) -> None:
    with_practices(file, "Z00001")
    years = [("Z00001", "FEMALE", str(age), 2) for age in range(95)]
    path = made.lists(tmp_path / "x.csv", *years, ("Z00001", "FEMALE", "95+", 7))
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    found = file.read(bands)

    assert plan.rows_kept == 96
    assert len(found) == 20
    assert {people for _, first, _, people in found if first < 95} == {10}
    assert plan_for(file, read_file(path)).is_nothing


def test_a_row_that_cannot_be_used_is_refused_with_its_column(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001")
    path = made.lists(
        tmp_path / "x.csv",
        ("Z00001", "ALL", "ALL", "many"),
        ("Z00001", "ALL", "ALL", "*"),
        ("Z00001", "INDETERMINATE", "ALL", 1),
        ("Z00001", "MALE", "young", 1),
        ("Z00001", "MALE", "0_4", ""),
        ("Z00001", "MALE", "5_9", 1),
        ("Z00001", "MALE", "5_9", 2),
    )
    plan = plan_for(file, read_file(path))

    assert [(row.row, row.column) for row in plan.refused] == [
        (2, "NUMBER_OF_PATIENTS"), (3, "NUMBER_OF_PATIENTS"), (4, "SEX"), (5, "AGE_GROUP_5"),
        (6, "NUMBER_OF_PATIENTS"), (8, ""),
    ]  # fmt: skip
    assert plan.rows_kept == 1


def test_a_list_of_nobody_is_nought_and_not_unknown(file: LocalityFile, tmp_path: Path) -> None:
    with_practices(file, "Z00001")
    commit(
        file, plan_for(file, read_file(made.lists(tmp_path / "x.csv", ("Z00001", "ALL", "ALL", 0))))
    )

    assert file.read(bands) == [("all", 0, 130, 0)]


def test_lists_without_a_date_are_refused(tmp_path: Path) -> None:
    path = made.lists(tmp_path / "x.csv", ("Z00001", "ALL", "ALL", 1), day="lately")

    with pytest.raises(Refusal, match="row 2, column “EXTRACT_DATE”: no date says"):
        read_file(path)


def test_a_locality_without_practices_is_told_to_pick_them(
    file: LocalityFile, tmp_path: Path
) -> None:
    plan = plan_for(file, read_file(made.lists(tmp_path / "x.csv", ("Z1", "ALL", "ALL", 1))))

    assert plan.is_nothing
    assert "This locality has no practices yet: pick them first." in plan.notes


@pytest.mark.parametrize(
    ("text", "ages"),
    [("ALL", (0, 130)), ("0_4", (0, 4)), ("05-09", (5, 9)), ("95+", (95, 130)), ("95_", (95, 130)),
     ("42", (42, 42)), (" 10 to 14 ", (10, 14))],
)  # fmt: skip
def test_an_age_band_is_read_however_it_is_written(text: str, ages: tuple[int, int]) -> None:
    assert band_of(text) == ages
