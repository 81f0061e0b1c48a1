"""Opening files: encodings, torn files, and files that are something else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.opening import read_file
from pch_desktop.imports.payments_plan import PaymentsReading
from pch_desktop.imports.reading import LONGEST_LINE, check_lines, delimiter, encoding_of, opened
from tests.imports import official_files as made

YEAR = FinancialYear.read("2015/16")
NAME = "paid 15-16.csv"


def refusal(path: Path) -> str:
    """Return the sentence a file is refused with."""
    with pytest.raises(Refusal) as caught:
        read_file(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1252", "Windows (cp1252)"),
    ],
)
def test_an_encoding_is_found_and_shown(tmp_path: Path, encoding: str, words: str) -> None:
    row = ["09X", "Z00003", "CAFÉ – SURGERY", *made.OTHER[3:]]
    reading = read_file(made.paid(tmp_path / NAME, row, encoding=encoding))

    assert words in reading.facts.seen[0]
    assert reading.facts.rows_read == 1


def test_text_in_two_encodings_is_refused_by_row(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(made.text(made.PAID).encode() + "é,".encode() + "é\r\n".encode("cp1252"))

    assert refusal(path) == (
        f"“{NAME}”, row 2: this text is neither UTF-8 nor Windows text throughout. "
        "Open it in Excel and save it as “CSV UTF-8”."
    )


def test_a_nul_is_refused_by_row(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"a,b\r\n1,\x002\r\n")

    assert refusal(path).startswith(f"“{NAME}”, row 2: a NUL character")


def test_half_a_character_of_utf_16_is_refused() -> None:
    with pytest.raises(Refusal, match="cut off"):
        encoding_of("x.csv", "a,b".encode("utf-16") + b"\x00")


def test_an_empty_file_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b" \r\n")

    assert refusal(tmp_path / "empty.csv").startswith("“empty.csv” is empty.")
    assert "cannot be read" in refusal(tmp_path / "none.csv")


def test_a_file_cut_in_its_last_row_is_refused(tmp_path: Path) -> None:
    path = made.paid(tmp_path / NAME)
    path.write_bytes(path.read_bytes()[:-30])

    assert "row 4: the last row is cut short" in refusal(path)


def test_a_row_cut_in_the_middle_is_refused(tmp_path: Path) -> None:
    path = made.paid(tmp_path / NAME, made.ALDER[:9], made.BIRCH)

    assert "row 2: the row is cut short" in refusal(path)


def test_a_second_row_of_headings_is_refused(tmp_path: Path) -> None:
    units = ["words"] * 4 + ["people"] * 2 + ["pounds"] * 11
    path = made.paid(tmp_path / NAME, units, made.ALDER)

    assert "row 2: a second row of headings" in refusal(path)


def test_a_quotation_mark_never_closed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(made.text(made.PAID) + '"' + "a,1\r\n" * 50_000)

    assert "quotation mark" in refusal(path)


def test_a_line_that_never_ends_is_refused() -> None:
    check_lines("x.csv", ("a" * 1_000 + "\n") * 3_000)

    with pytest.raises(Refusal, match=r"“x.csv”, row 2: this line has over a million"):
        check_lines("x.csv", "short\n" + "a" * LONGEST_LINE * 2)


def test_semicolons_and_tabs_part_cells_as_commas_do() -> None:
    assert [delimiter(text) for text in ("a,b,c", "a;b;c", "a\tb\tc", "a")] == [",", ";", "\t", ","]


def test_a_password_an_archive_and_a_picture_are_told_apart(tmp_path: Path) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"))
    archive = tmp_path / "archive.xlsx"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("../../evil", "x")
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(archive.read_bytes()[:40])

    assert "password" in refusal(locked)
    assert "not a workbook" in refusal(archive)
    assert "damaged" in refusal(torn)


def test_a_workbook_far_larger_than_it_looks_is_refused_before_it_is_read(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "0" * 300_000_000)

    assert "would unpack to" in refusal(bomb)


def test_an_official_file_saved_as_a_workbook_is_read_the_same(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["NHS Payments to General Practice"])
    page.append([])
    page.append([f"{heading}\n" for heading in made.PAID])
    page.append([_typed(cell) for cell in made.ALDER])
    path = tmp_path / "payments 2015-16.xlsx"
    book.save(path)

    reading = read_file(path)
    first = read_file(made.paid(tmp_path / NAME, made.ALDER))

    assert isinstance(reading, PaymentsReading)
    assert isinstance(first, PaymentsReading)
    assert reading.practices["Z00001"].pence == first.practices["Z00001"].pence


def _typed(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell or None


def test_the_rows_of_a_file_can_be_read_again_and_again(tmp_path: Path) -> None:
    sheet = opened(made.paid(tmp_path / NAME)).sheets[0]

    assert list(sheet.rows()) == list(sheet.rows())


def test_a_file_of_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as out:
        out.truncate(1_000_000_000)

    assert refusal(path) == "“large.csv” is 1,000 MB. Choose a file of at most 100 MB."
