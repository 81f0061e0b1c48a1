"""National figures of practices' staff: three layouts, added up by staff group."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.imports import preview
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.reading import opened
from pch_desktop.imports.recognise import recognised
from pch_desktop.models.workforce_teams import PracticeStaff
from pch_desktop.store import workforce
from pch_desktop.store.locality import control_totals
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import state, with_practices

WIDE = (
    "prac_code", "prac_name", "pcn_code", "total_patients", "total_gp_hc", "total_gp_extgl_hc",
    "total_gp_fte", "total_gp_extgl_fte", "total_nurses_hc", "total_nurses_fte", "total_dpc_hc",
    "total_dpc_fte", "total_admin_hc", "total_admin_fte", "total_admin_manager_fte", "year",
    "month",
)  # fmt: skip
ALDER = (
    "Z00001", "ALDER", "U00001", "9703", "8", "6", "6.04", "4.640266667", "3", "2.2", "2",
    "1.033333333", "12", "9.88346667", "1", "2025", "07",
)  # fmt: skip
BIRCH = (
    "z00002", "BIRCH", "U00001", "", "2", "2", "1.5", "1.5", "NA", "NA", "ND", "ND", "4", "",
    "0", "2025", "07",
)  # fmt: skip
OTHER = ("Z99999", "OTHER", "U00009", "5000", *ALDER[4:])
LONG = (
    "prac_code", "prac_name", "staff_group", "detailed_staff_role", "measure", "value", "year",
    "month",
)  # fmt: skip
BY_YEAR = (
    "Practice.Code", "Year", "TOTAL_PATIENTS", "TOTAL_GP_EXTGL_HC", "TOTAL_GP_EXTGL_FTE",
    "TOTAL_ADMIN_FTE", "TOTAL_ADMIN_MANAGER_FTE", "TOTAL_ADMIN_RECEPT_FTE",
    "TOTAL_ADMIN_TELEPH_FTE", "IMD",
)  # fmt: skip


def role(group: str, name: str, measure: str, value: str, code: str = "Z00001") -> list[str]:
    """Return a row of a role of a practice."""
    return [code, "ALDER", group, name, measure, value, "2024", "08"]


def taken(file: LocalityFile, path: Path) -> ImportPlan:
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    return plan


def counts(file: LocalityFile, code: str = "Z00001") -> dict[tuple[str, str], tuple[object, ...]]:
    """Return the WTE, heads and patients of a practice by group and role."""
    return {
        (row.staff_group, row.role): (row.wte, row.heads, row.patients)
        for row in file.read(workforce.practice_staff)
        if row.practice_code == code
    }


@pytest.fixture
def ours(file: LocalityFile) -> LocalityFile:
    return with_practices(file, "Z00001", "Z00002")


@pytest.mark.parametrize("headings", [WIDE, LONG, BY_YEAR, [each.upper() for each in LONG]])
def test_each_layout_is_told_by_its_headings(tmp_path: Path, headings: list[str]) -> None:
    path = made.write(tmp_path / "any.csv", headings)
    assert recognised(opened(path))[0].key == "practice_staff"


def test_a_column_for_each_group_gives_its_wte_heads_and_patients(
    ours: LocalityFile, tmp_path: Path
) -> None:
    plan = taken(ours, made.write(tmp_path / "practices.csv", WIDE, ALDER, BIRCH, OTHER))
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (3, 2, 1)
    assert plan.taken_on == date(2025, 7, 31)
    assert counts(ours) == {
        ("GP", "all"): (Decimal("6.04"), 8, 9703),
        ("GP", "without training and locums"): (Decimal("4.6403"), 6, 9703),
        ("nurse", "all"): (Decimal("2.2"), 3, 9703),
        ("direct patient care", "all"): (Decimal("1.0333"), 2, 9703),
        ("admin and non-clinical", "all"): (Decimal("9.8835"), 12, 9703),
        ("admin and non-clinical", "managers"): (Decimal(1), None, 9703),
    }
    assert {row.practice_code for row in ours.read(workforce.practice_staff)} == {
        "Z00001", "Z00002",
    }  # fmt: skip


def test_blank_na_and_nd_are_not_known_and_never_nothing(
    ours: LocalityFile, tmp_path: Path
) -> None:
    taken(ours, made.write(tmp_path / "practices.csv", WIDE, BIRCH))
    found = counts(ours, "Z00002")
    assert found["nurse", "all"] == (None, None, None)
    assert found["direct patient care", "all"] == (None, None, None)
    assert found["admin and non-clinical", "all"] == (None, 4, None)
    assert found["admin and non-clinical", "managers"] == (Decimal(0), None, None)
    rows = ours.read(workforce.practice_staff)
    assert all(row.patients_per_wte is None for row in rows)


def test_the_same_file_again_changes_nothing_and_a_correction_only_its_cell(
    ours: LocalityFile, tmp_path: Path
) -> None:
    path = made.write(tmp_path / "practices.csv", WIDE, ALDER, BIRCH)
    before = ours.read(state)
    taken(ours, path)
    number = ours.read(_count)
    assert plan_for(ours, read_file(path)).is_nothing
    corrected = [*ALDER[:9], "2.6", *ALDER[10:]]
    plan = taken(ours, made.write(tmp_path / "later.csv", WIDE, corrected, BIRCH))
    assert [dict(change.after) for change in plan.changes] == [{"wte": Decimal("2.6")}]
    assert ours.read(_count) == number
    ours.undo()
    ours.undo()
    assert ours.read(state) == before


def test_bad_cells_are_named_by_row_and_column_and_good_rows_taken(
    ours: LocalityFile, tmp_path: Path
) -> None:
    path = made.write(
        tmp_path / "practices.csv",
        WIDE,
        [*ALDER[:9], "many", *ALDER[10:]],
        [*ALDER[:9], "-1", *ALDER[10:]],
        [*ALDER[:-1], "13"],
        [*ALDER[:-2], "last year", "07"],
        BIRCH,
        BIRCH,
    )
    plan = taken(ours, path)
    assert [(row.row, row.column, row.reason) for row in plan.refused] == [
        (2, "total_nurses_fte", "“many” is not a number. It is one such as 4.6, or blank"),
        (3, "total_nurses_fte", "“-1” is below nothing. It is 0 or more"),
        (4, "month", "“13” is not a month from 1 to 12"),
        (5, "year", "“last year” is not a year such as 2016"),
        (7, "", "Z00002 stands in row 6 already. Keep one of the two"),
    ]
    assert counts(ours) == {}
    assert counts(ours, "Z00002")["GP", "all"][0] == Decimal("1.5")
    assert "Row 2, column “total_nurses_fte”" in " ".join(preview.sentences(plan))


def test_a_row_for_each_role_is_added_up_by_group(ours: LocalityFile, tmp_path: Path) -> None:
    path = made.write(
        tmp_path / "roles.csv",
        LONG,
        role("GP", "Salaried By Practice", "FTE", "2.333333333"),
        role("GP", "Partner/Provider", "FTE", "1.5"),
        role("GP", "Training Grade - ST3", "FTE", "1"),
        role("GP", "Locum - Covering Vacancy", "FTE", "0.2"),
        role("GP", "Partner/Provider", "HC", "2"),
        role("Direct Patient Care", "Pharmacist", "FTE", "0.333333333"),
        role("Direct Patient Care", "Podiatrist", "FTE", "0.333333333"),
        role("Nurses", "Practice Nurse", "FTE", "1"),
        role("Nurses", "Nurse Partner", "FTE", "ND"),
        role("Admin/Non-Clinical", "Manager", "FTE", "1", code="Z99999"),
    )
    plan = taken(ours, path)
    assert counts(ours) == {
        ("GP", "all"): (Decimal("5.0333"), None, None),
        ("GP", "without training and locums"): (Decimal("3.8333"), None, None),
        ("direct patient care", "all"): (Decimal("0.6667"), None, None),
        ("nurse", "all"): (None, None, None),
    }
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (10, 9, 1)


def test_a_role_that_cannot_be_read_makes_its_groups_total_not_known(
    ours: LocalityFile, tmp_path: Path
) -> None:
    path = made.write(
        tmp_path / "roles.csv",
        LONG,
        role("Nurses", "Practice Nurse", "FTE", "1"),
        role("Nurses", "Nurse Partner", "FTE", "some"),
        role("Wizards", "Wizard", "FTE", "1"),
        role("Nurses", "Practice Nurse", "FTE", "1"),
    )
    plan = taken(ours, path)
    assert [(row.row, row.column) for row in plan.refused] == [
        (3, "value"), (4, "staff_group"), (5, "detailed_staff_role"),
    ]  # fmt: skip
    assert counts(ours)["nurse", "all"] == (None, None, None)


def test_figures_by_year_say_that_they_are_derived(ours: LocalityFile, tmp_path: Path) -> None:
    path = made.write(
        tmp_path / "years.csv",
        BY_YEAR,
        ["Z00001", "2016", "9703", "6", "4.6", "9.8", "1", "4.9", "0", "27.7"],
        ["Z00001", "2021", "10542.5", "NA", "NA", "10.8", "1", "5", "0", "27.5"],
    )
    plan = taken(ours, path)
    rows = ours.read(workforce.practice_staff)
    assert {row.counted_on for row in rows} == {date(2016, 9, 30), date(2021, 9, 30)}
    assert {row.source for row in rows} == {"General practice workforce by year, derived (HEEC)"}
    assert {row.patients for row in rows} == {9703, 10543}
    assert any("is derived from the national figures" in note for note in plan.notes)
    assert any("30 September 2016 to 30 September 2021" in note for note in plan.notes)
    settled = [row for row in rows if row.role == "without training and locums"]
    assert [(row.wte, row.heads) for row in settled] == [(None, None), (Decimal("4.6"), 6)]


def test_the_whole_files_totals_are_kept(ours: LocalityFile, tmp_path: Path) -> None:
    plan = taken(ours, made.write(tmp_path / "practices.csv", WIDE, ALDER, BIRCH, OTHER))
    kept = {row.measure: row.value for row in ours.read(control_totals)}
    assert kept == {control.measure: control.value for control in plan.controls}
    assert (kept["practices"], kept["wte GP"]) == (3, Decimal("13.58"))


def test_a_locality_without_practices_is_told_to_pick_them(
    file: LocalityFile, tmp_path: Path
) -> None:
    plan = plan_for(file, read_file(made.write(tmp_path / "practices.csv", WIDE, ALDER)))
    assert plan.is_nothing
    assert plan.notes[-1] == "This locality has no practices yet: pick them first."


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(PracticeStaff)) or 0
