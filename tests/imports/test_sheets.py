"""Workbooks and pasted blocks are read as plain sheets, and bad ones refused in a sentence."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_grid import column_letters, text_of
from pch_desktop.imports.sheets import workbook
from tests.imports.own_workbooks import budget_book, saved, sheet, team_book

LOL = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{at} "{f"&lol{at - 1 or str()};" * 10}">' for at in range(1, 9))
    + "]><workbook>&lol8;</workbook>"
)
CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12
)


def pasted(text: str) -> list[list[str]]:
    """Return the rows of a pasted block."""
    return [list(cells) for cells in workbook(text).sheets[0].rows]


def test_a_workbook_is_read_sheet_by_sheet_with_what_is_hidden_merged_and_bold(
    tmp_path: Path,
) -> None:
    team = workbook(team_book(tmp_path / "team.xlsx"))
    assert [(page.name, page.is_hidden) for page in team.sheets] == [
        ("Team", False),
        ("Rates", True),
    ]
    assert team.sheets[0].cell(3, 6) == "2015-04-01"
    budget = workbook(budget_book(tmp_path / "budget.xlsx")).sheets[0]
    assert [(span.top, span.left, span.right) for span in budget.merged] == [(0, 0, 4), (1, 0, 4)]
    assert {0, 3, 5, 8} <= budget.bold
    assert 6 not in budget.bold


def test_words_merged_down_a_column_stand_in_each_row_and_figures_only_once(
    tmp_path: Path,
) -> None:
    book = Workbook()
    page = sheet(book, "A", [["Sector", "Line", "Budget"], ["Acute", "A&E", 10], [None, "Planned"]])
    page.merge_cells("A2:A3")
    page.merge_cells("C2:C3")
    rows = workbook(saved(book, tmp_path / "merged.xlsx")).sheets[0].rows
    assert rows[2] == ("Acute", "Planned")


def test_hidden_columns_are_known(tmp_path: Path) -> None:
    book = Workbook()
    page = sheet(book, "A", [["a", "b", "c"], [1, 2, 3]])
    page.column_dimensions["B"].hidden = True
    assert workbook(saved(book, tmp_path / "h.xlsx")).sheets[0].hidden_columns == {1}


def test_a_cell_in_the_last_corner_is_left_out_and_said(tmp_path: Path) -> None:
    book = Workbook()
    page = sheet(book, "A", [["a", "b"], [1, 2]])
    page.cell(1, 16_384, "far")
    page.cell(1_048_576, 1, "low")
    read = workbook(saved(book, tmp_path / "far.xlsx")).sheets[0]
    assert read.rows == (("a", "b"), ("1", "2"))
    assert read.notes == (
        "Only the first 256 columns were read.",
        "Only the first 200,000 rows were read.",
    )


def test_formulas_never_calculated_are_counted(tmp_path: Path) -> None:
    book = Workbook()
    sheet(book, "A", [["a", "b"], [1, "=A2*2"], [2, "=A3*2"]])
    read = workbook(saved(book, tmp_path / "formulas.xlsx")).sheets[0]
    assert read.rows[1] == ("1",)
    assert read.notes[0].startswith("2 cells hold formulas that were never calculated")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"%PDF-1.4 ...", "is not a workbook"),
        (b"PK\x03\x04 cut short", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a letter", "is not a workbook"),
        (b"a\x00b,c", "is not a text file"),
    ],
)
def test_what_is_no_workbook_is_named_in_a_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=said):
        workbook(path)


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    """Write an archive of some parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = archive(
        tmp_path / "bomb.xlsx", {"[Content_Types].xml": b"", "xl/workbook.xml": b" " * 60_000_000}
    )
    with pytest.raises(Refusal, match=r"would unpack to 57 MB"):
        workbook(bomb)
    many = archive(tmp_path / "many.xlsx", {f"xl/{at}": b"" for at in range(2_001)})
    with pytest.raises(Refusal, match="2,001 parts"):
        workbook(many)


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    good = saved(Workbook(), tmp_path / "good.xlsx")
    with zipfile.ZipFile(good) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/workbook.xml"] = LOL.encode()
    with pytest.raises(Refusal, match="definitions no workbook needs"):
        workbook(archive(tmp_path / "lol.xlsx", parts))


def test_a_changed_byte_in_a_part_is_damage(tmp_path: Path) -> None:
    path = budget_book(tmp_path / "budget.xlsx")
    with zipfile.ZipFile(path) as packed:
        part = packed.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    content[part.header_offset + 80] ^= 0xFF
    path.write_bytes(bytes(content))
    with pytest.raises(Refusal, match=r"damaged|cannot be read"):
        workbook(path)


def test_a_workbook_with_macros_is_read_without_them_and_a_renamed_one_as_what_it_is(
    tmp_path: Path,
) -> None:
    good = budget_book(tmp_path / "budget.xlsx")
    with zipfile.ZipFile(good) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    plain = b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
    types = parts["[Content_Types].xml"].replace(plain, b"vnd.ms-excel.sheet.macroEnabled.main")
    macros = archive(tmp_path / "budget.xlsm", parts | {"[Content_Types].xml": types})
    assert "not run" in workbook(macros).notes[0]
    renamed = tmp_path / "budget.csv"
    renamed.write_bytes(good.read_bytes())
    assert workbook(renamed).notes == (
        "The name ends in “.csv”, but it is a .xlsx file; read as one.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_file_is_read_whatever_its_encoding_and_line_ends(
    tmp_path: Path, encoding: str, end: str
) -> None:
    path = tmp_path / "lines.csv"
    text = end.join(["Line,Budget", '"Prescribing, all","£1,234"', ""])
    path.write_bytes(text.encode(encoding))
    assert workbook(path).sheets[0].rows == (("Line", "Budget"), ("Prescribing, all", "£1,234"))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"no file “gone.xlsx”"):
        workbook(tmp_path / "gone.xlsx")


def test_html_from_a_spreadsheet_is_read_cell_by_cell() -> None:
    html = (
        "<html><style>td {x:1}</style><table><tr><th colspan=2>Year to date</th></tr>"
        "<tr><td rowspan=2>Acute &amp; more</td><td>1&nbsp;234</td></tr><tr><td>5<br>6</td></tr>"
        "</table></html>"
    )
    assert pasted(html) == [["Year to date"], ["Acute & more", "1 234"], ["Acute & more", "5\n6"]]


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6))
def test_pasting_what_a_grid_copies_gives_the_same_rows(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    block = [row + [""] * (width - len(row)) for row in rows]
    copied = io.StringIO()
    csv.writer(copied, delimiter="\t", lineterminator="\r\n").writerows(block)
    expected = [[text_of(cell) for cell in row] for row in block]
    while expected and not any(expected[-1]):
        expected.pop()
    got = [row + [""] * (width - len(row)) for row in pasted(copied.getvalue())]
    assert got == expected


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_as_some_rows_or_refused(text: str) -> None:
    try:
        assert len(workbook(text).sheets) == 1
    except Refusal as refusal:
        assert str(refusal)


def test_cells_are_text_as_a_person_would_type_them() -> None:
    values = [None, True, 3.0, 0.1 + 0.2, 1e-7, 1234567890123456.0, date(2016, 4, 1), " a "]
    texts = ["", "Yes", "3", "0.3", "0.0000001", "1234567890123460", "2016-04-01", "a"]
    assert [text_of(value) for value in values] == texts
    assert [column_letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
