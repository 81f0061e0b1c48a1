"""The refused rows as a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.opening import plan_for, read_file
from pch_desktop.imports.refused import save
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import with_practices


def cells(path: Path) -> list[list[object]]:
    """Return a workbook's cells, and check that none is a formula."""
    from openpyxl import load_workbook

    page = load_workbook(path).worksheets[0]
    rows = [list(row) for row in page.iter_rows()]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    return [[cell.value for cell in row] for row in rows]


def test_every_row_left_out_stands_there_with_its_reason(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001", "Z00002")
    source = made.lists(
        tmp_path / "x.csv",
        ("Z00001", "ALL", "ALL", 1),
        ("Z00002", "=cmd()", "ALL", 1),
        ("Z00003", "ALL", "ALL", 1),
    )
    plan = plan_for(file, read_file(source))
    count = save(plan, tmp_path / "refused.xlsx", source)
    rows = cells(tmp_path / "refused.xlsx")

    assert count == plan.rows_refused == 2
    assert rows[0][0] == "x.csv: 3 rows read: 1 kept, 2 left out."
    assert rows[2][1:4] == ["3", "SEX", "“=cmd()” is not ALL, FEMALE or MALE"]
    assert rows[2][5] == "=cmd()"
    assert rows[3][1] == "4"
    assert rows[3][3] == "Not one of this locality's practices"
    assert "Z00003" in rows[3]


def test_without_the_file_the_rows_elsewhere_are_one_line(
    file: LocalityFile, tmp_path: Path
) -> None:
    source = made.lists(tmp_path / "x.csv", ("Z00003", "ALL", "ALL", 1))
    plan = plan_for(file, read_file(source))
    source.write_text("something else")
    save(plan, tmp_path / "refused.xlsx", source)

    assert cells(tmp_path / "refused.xlsx")[2][3] == "Not one of this locality's practices: 1 row"


def test_staff_of_other_networks_are_never_written_out(file: LocalityFile, tmp_path: Path) -> None:
    row = ("2021", "6", "U00009", "OTHER PCN", "DPC", "Pharmacists", "1", "99004")
    source = made.write(tmp_path / "pcn.csv", made.STAFF, row)
    save(plan_for(file, read_file(source)), tmp_path / "refused.xlsx", source)

    assert "99004" not in str(cells(tmp_path / "refused.xlsx"))


def test_a_folder_that_is_not_there_is_refused(file: LocalityFile, tmp_path: Path) -> None:
    source = made.lists(tmp_path / "x.csv", ("Z00003", "ALL", "ALL", 1))
    plan = plan_for(file, read_file(source))

    with pytest.raises(Refusal, match="cannot be written"):
        save(plan, tmp_path / "none" / "refused.xlsx")
