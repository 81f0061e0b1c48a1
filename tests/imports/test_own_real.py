"""Real workbooks, badly set out: each gives a plan or one sentence, never a fault."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import own
from pch_desktop.imports.own import OwnKind
from pch_desktop.imports.own_tables import tables
from pch_desktop.imports.sheets import workbook
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.imports.real import real_file

BOOKS = ["AE_England_data.xls", "GP_PCN_CCG_lookup_2019.xlsx", "stps_mapping_2017.xlsx"]
LARGE = "gpearnextime_202223.xlsx"
YEAR = FinancialYear(2016)


@pytest.fixture
def locality(tmp_path: Path) -> Generator[LocalityFile]:
    """A new file."""
    file = localities.empty(tmp_path / "m.pch")
    yield file
    file.close()


@pytest.mark.parametrize("kind", list(OwnKind))
@pytest.mark.parametrize("name", BOOKS)
def test_every_table_gives_a_plan_or_one_sentence(
    locality: LocalityFile, name: str, kind: OwnKind
) -> None:
    whole = own.read(real_file(f"xlsx_messy/{name}"))
    for table in whole.choices:
        reading = replace(whole, table=table, kind=kind)
        try:
            plan = own.plan_for(locality, reading, year=YEAR)
        except Refusal as refusal:
            assert str(refusal).endswith((".", "?"))
            continue
        assert plan.rows_read == len(reading.table.rows)
        assert all(row.reason for row in plan.refused)


def test_a_lookup_with_two_tables_side_by_side_gives_both() -> None:
    book = workbook(real_file("xlsx_messy/GP_PCN_CCG_lookup_2019.xlsx"))
    left, right = tables(book.sheets[0])
    assert left.headings == ("Code", "Raw data", "GP master list", "Notes", "Action")
    assert right.headings == ("GP code", "GP list", "PCN", "CCG")
    assert (len(left.rows), len(right.rows)) == (180, 180)


def test_hidden_sheets_and_columns_of_a_real_workbook_are_known() -> None:
    book = workbook(real_file("xlsx_messy/stps_mapping_2017.xlsx"))
    assert [page.name for page in book.sheets if page.is_hidden][:2] == ["NHSE Regions", "CCGs"]
    (current,) = tables(next(page for page in book.sheets if page.name == "Current STPs"))
    assert any(note.startswith("Hidden columns were read too") for note in current.notes)


def test_trusts_of_a_national_list_can_be_taken_for_partners(locality: LocalityFile) -> None:
    path = real_file("xlsx_messy/stps_mapping_2017.xlsx")
    reading = own.read(path, "partners", sheet="Trusts")
    plan = own.plan_for(locality, reading)
    assert plan.rows_kept > 200
    own.commit(locality, plan)
    again = own.plan_for(locality, own.read(path, "partners", sheet="Trusts"))
    assert again.is_nothing


def test_a_large_real_workbook_is_read_whole(locality: LocalityFile) -> None:
    reading = own.read(real_file(f"xlsx_messy/{LARGE}"))
    assert len(reading.choices) > 20
    try:
        plan = own.plan_for(locality, reading, year=YEAR)
    except Refusal as refusal:
        assert str(refusal)
    else:
        assert plan.rows_read == len(reading.table.rows)
