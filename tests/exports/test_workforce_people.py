"""What leaves the file: no names of people unless they are asked for."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import everything
from pch_desktop.exports.list_book import write_list
from pch_desktop.exports.person_book import write_person
from pch_desktop.reports.person_file import person_tables
from pch_desktop.reports.table import Block
from pch_desktop.reports.workforce import PEOPLE, POSTS
from pch_desktop.reports.workforce_names import nameless, team_list
from pch_desktop.store import partners, workforce
from pch_desktop.store.locality_file import LocalityFile
from tests.exports.books import formulas

ON = date(2016, 10, 31)


def words_of(path: Path) -> str:
    """Return every byte of every part of a workbook, as text."""
    with zipfile.ZipFile(path) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def names(file: LocalityFile) -> set[str]:
    """Return what tells the sample's people, contacts of partners of the same name apart."""
    people = file.read(workforce.people, ON)
    contacts = {row.name for row in file.read(partners.contacts)}
    told = {row.name for row in people} - contacts
    told |= {row.staff_code for row in people if row.staff_code}
    return told | {row.work_email for row in people if row.work_email}


def test_the_pack_names_nobody_of_the_team(sample: LocalityFile, workbook: Path) -> None:
    held = words_of(workbook)
    assert sorted(name for name in names(sample) if name in held) == []


def test_the_workbook_of_everything_names_nobody_unless_asked(
    sample: LocalityFile, tmp_path: Path
) -> None:
    held = words_of(everything.write_all(*everything.read_all(sample), tmp_path))
    contacts = {row.name for row in sample.read(partners.contacts)}
    assert sorted(name for name in names(sample) | contacts if name in held) == []
    assert "Person 1<" in held
    named = words_of(everything.write_all(*everything.read_all_with_names(sample), tmp_path))
    assert all(name in named for name in names(sample))


def test_a_list_is_one_accessible_table_with_live_totals(
    sample: LocalityFile, tmp_path: Path
) -> None:
    rows = sample.read(workforce.posts, ON)
    groups = sorted({row.role for row in rows})
    blocks = [Block(role, tuple(r for r in rows if r.role == role)) for role in groups]
    table = nameless(team_list("Posts", POSTS, rows, blocks, "At 31 Oct 2016."))
    target = write_list("Marsh Valley", table, tmp_path / "list.xlsx")
    book = load_workbook(target)
    sheet = book["Posts"]
    assert book.sheetnames == ["Posts"]
    assert (sheet["A1"].value, sheet["A2"].value) == ("Posts", "At 31 Oct 2016.")
    assert not sheet.merged_cells.ranges
    assert not sheet.protection.sheet
    assert len(sheet.tables) == 1
    headings = [cell.value for cell in sheet[4]]
    assert headings == [column.title for column in table.columns]
    at = headings.index("In post WTE")
    shown = load_workbook(target, data_only=True)["Posts"]
    total = next(row for row in shown.iter_rows(min_row=5) if row[0].value == "Total")
    assert round(Decimal(str(total[at].value)), 4) == Decimal("207.9")
    live = [formula for formula in formulas(target).values() if formula.startswith("=SUBTOTAL")]
    assert len(live) > len(groups)


def test_text_in_a_list_is_never_a_formula(sample: LocalityFile, tmp_path: Path) -> None:
    from dataclasses import replace

    person = replace(sample.read(workforce.people, ON)[0], name="=1+1")
    table = team_list("People", PEOPLE, [person])
    sheet = load_workbook(write_list("A", table, tmp_path / "list.xlsx"))["People"]
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("=1+1", "s")


def test_all_about_one_person_is_a_workbook_and_a_text(
    sample: LocalityFile, tmp_path: Path
) -> None:
    person = next(row for row in sample.read(workforce.people, ON) if row.name == "R. Fern")
    tables = person_tables(sample.read(workforce.person_file, person.id), ON)
    target = write_person("Marsh Valley", tables, tmp_path / "about.xlsx")
    book = load_workbook(target)
    assert book.sheetnames == [table.title for table in tables]
    assert book["Person"]["B5"].value == "R. Fern"
    assert all(sheet["A1"].value == sheet.title for sheet in book.worksheets)
    text = (tmp_path / "about.txt").read_text("utf-8")
    assert "Name: R. Fern" in text


def test_a_folder_that_is_not_there_is_refused(sample: LocalityFile, tmp_path: Path) -> None:
    table = team_list("People", PEOPLE, sample.read(workforce.people, ON))
    with pytest.raises(Refusal, match="Choose another folder"):
        write_list("A", table, tmp_path / "nowhere" / "list.xlsx")
