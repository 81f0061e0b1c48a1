"""The sample's board pack in Word, read back from its document."""

from __future__ import annotations

import base64
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import making
from pch_desktop.exports.board import Logo, Pack
from pch_desktop.exports.word import write_word
from pch_desktop.exports.word_document import ALSO
from pch_desktop.reports.table import MONEYS, Column, Kind, Table
from pch_desktop.reports.told import told
from pch_desktop.reports.words import written
from tests.exports.books import cells

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
AWKWARD = '=HYPERLINK("x") <w:p/> & \x07\ud800 end'
Line = tuple[str, str, int]


@pytest.fixture(scope="module")
def path(board: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's document of October 2016."""
    return write_word(board, tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def document(path: Path) -> Any:
    """The same, opened."""
    return Document(str(path))


def headings(document: Any, level: int) -> list[str]:
    """Return a document's headings of a level."""
    found = document.paragraphs
    return [each.text for each in found if each.style.name == f"Heading {level}"]


def grids(document: Any) -> dict[str, list[list[str]]]:
    """Return what every table of a document says, by what it is called."""
    return {
        table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")): [
            [cell.text for cell in row.cells] for row in table.rows
        ]
        for table in document.tables
    }


def test_it_begins_with_what_the_board_is_asked_and_has_a_page_for_each_section(
    board: Pack, document: Any
) -> None:
    front = ["What the board is asked", "In short", "About this pack"]
    also = [table.title for table in board.appendices if table.title in ALSO]
    sections = ["Agenda", "Summary", *(table.title for table in board.sections), *also]
    assert headings(document, 1) == [*front, *sections]
    asked = [each.text for each in document.paragraphs if each.style.name == "List Number"]
    assert asked == list(board.attention)
    starts = [each for each in document.paragraphs if each.paragraph_format.page_break_before]
    assert [each.text for each in starts] == sections


def test_every_total_is_that_of_the_workbook(board: Pack, document: Any, workbook: Path) -> None:
    book = cells(workbook)
    heads = {
        (sheet, value): place[:-1]
        for (sheet, place), value in book.items()
        if place.endswith("4") and place[:-1].isalpha()
    }
    compared = 0
    for table in board.sections:
        grid = grids(document)[table.title]
        last = 4 + table.depth + 1
        columns = {column.title: column for column in table.printed if column.is_number}
        for title, words in zip(grid[0], grid[-1], strict=True):
            if grid[-1][0] == table.total_title and words and title in columns:
                value = book[table.title, f"{heads[table.title, title]}{last}"]
                assert words == as_written(value, columns[title].kind), (table.title, title)
                compared += 1
    assert compared >= 20


def as_written(value: float, kind: Kind) -> str:
    """Return what a workbook holds as people read it; it holds pounds, we hold pence."""
    exact = Decimal(repr(value))
    return written(int(exact * 100), kind) if kind in MONEYS else written(exact, kind)


def test_a_table_has_at_most_eight_rows_and_says_how_many_there_are(
    board: Pack, document: Any
) -> None:
    finance = next(table for table in board.sections if table.title == "Finance")
    grid = grids(document)["Finance"]
    assert len(grid) == 1 + 8 + 1
    assert len(finance.rows) == 13
    said = [each.text for each in document.paragraphs if each.style.name == "Caption"]
    assert "8 of 13 lines; the rest is in the workbook. The total is of all." in said
    red = [row[0] for row in grid if row[-1].endswith("Red")]
    assert red == ["Prescribing", "Emergency admissions", "A&E and urgent care"]
    said = [each.text for each in document.paragraphs]
    told = [words for words in said if words.startswith("Emergency admissions. ")]
    assert told == [
        "Emergency admissions. Winter activity came two weeks early and the average cost is up 3%. "
        "A recovery plan is with the board."
    ]


def test_it_can_be_read_by_everybody(document: Any, path: Path) -> None:
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len({cell.text for cell in table.rows[0].cells}) == len(table.columns)
    assert document.inline_shapes
    for shape in document.inline_shapes:
        words = shape._inline.docPr.get("descr")
        assert 40 <= len(words) <= 400
        assert any(mark.isdigit() for mark in words)
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    with zipfile.ZipFile(path) as package:
        assert b"documentProtection" not in package.read("word/settings.xml")


def test_its_properties_and_pages_name_the_locality_and_no_person(document: Any) -> None:
    facts, page = document.core_properties, document.sections[0]
    assert facts.title == "Marsh Valley: Board pack: Month 7, October 2016"
    assert (facts.author, facts.last_modified_by, facts.language) == (
        "Marsh Valley", "Marsh Valley", "en-GB")  # fmt: skip
    assert facts.subject == "Primary Care Home board pack"
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    header = page.header.paragraphs[0].text
    assert header == "Marsh Valley\tDRAFT  OFFICIAL  Board pack: Month 7, October 2016"
    fields = page.footer._element.iter(qn("w:fldSimple"))
    assert [each.get(qn("w:instr")) for each in fields] == ["PAGE", "NUMPAGES"]


def test_an_agenda_and_the_logo_stand_where_the_pack_has_them(small: Pack, tmp_path: Path) -> None:
    columns: tuple[Column[Line], ...] = (
        Column("reference", "Number", lambda row: row[0], width=8),
        Column("title", "Title", lambda row: row[1], width=50),
        Column("minutes", "Minutes", lambda row: row[2], Kind.COUNT),
    )
    lines = [(f"{number}", f"Line {number}", 5) for number in range(1, 13)]
    agenda: Table[Line] = Table("Agenda", columns, lines, "Board, 10 November 2016")
    logo = Logo("The logo of Marsh Valley", "png", DOT)
    pack = replace(small, appendices=(told(agenda),), logo=logo)
    document = Document(str(write_word(pack, tmp_path)))
    assert len(grids(document)["Agenda"]) == 13
    assert headings(document, 1)[3:5] == ["Agenda", "Summary"]
    first: Any = document.inline_shapes[0]
    assert first._inline.docPr.get("descr") == "The logo of Marsh Valley"


def test_words_from_outside_stay_words(small: Pack, tmp_path: Path) -> None:
    pack = replace(small, place=AWKWARD, attention=(AWKWARD, "x" * 40_000))
    document = Document(str(write_word(pack, tmp_path)))
    asked = [
        each.text for each in document.paragraphs if each.style and each.style.name == "List Number"
    ]
    assert asked == ['=HYPERLINK("x") <w:p/> &  end', "x" * 40_000]


def test_a_sheet_left_out_has_no_page_and_a_step_is_told_for_each(
    board: Pack, tmp_path: Path
) -> None:
    steps: list[str] = []
    path = write_word(board.without({"Finance"}), tmp_path, steps.append)
    assert "Finance" not in headings(Document(str(path)), 1)
    assert steps[:2] == ["Summary", "Population"]


def test_what_cannot_be_written_is_refused_and_the_former_document_stays(
    small: Pack, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        write_word(small, tmp_path / "nowhere")
    path = write_word(small, tmp_path)
    before = path.read_bytes()

    def stop(_: str) -> None:
        raise making.Stopped

    with pytest.raises(making.Stopped):
        write_word(small, tmp_path, stop)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_word_is_one_of_the_formats(small: Pack, tmp_path: Path) -> None:
    (path,) = making.make(small, making.Wanted(formats=("docx",)), tmp_path)
    assert path.name == f"{small.file_stem}.docx"
    assert headings(Document(str(path)), 1)[0] == "What the board is asked"
