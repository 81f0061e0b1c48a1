"""Whatever a name begins with, a workbook holds it as text."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import pack
from pch_desktop.exports.board import Pack
from pch_desktop.exports.names import LONGEST_BYTES, file_words, sheet_words
from pch_desktop.reports.definitions import DEFINITIONS, TermRow
from pch_desktop.reports.table import Table
from tests.exports.books import cells, formulas

SLY = (
    '=HYPERLINK("http://a.example","x")',
    "=1+1",
    "+44 1234",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    "http://a.example/x",
    "file:///etc/passwd",
    r"\\server\share",
    "mailto:a@b.example",
    "internal:Cover!A1",
    "{=1+1}",
    "<b>&amp;</b>",
)


def with_terms(board: Pack, *words: str) -> Pack:
    """Return a board pack whose definitions are these words."""
    rows = [TermRow(number, each, each) for number, each in enumerate(words, start=1)]
    return replace(board, definitions=Table("Definitions", DEFINITIONS, rows, words[0][:50]))


def terms(target: Path) -> list[object]:
    """Return the words of the definitions as a workbook holds them."""
    held = cells(target)
    return [held.get(("Definitions", f"A{row}")) for row in range(5, 5 + len(SLY))]


def test_what_begins_like_a_formula_or_a_link_stays_text(board: Pack, tmp_path: Path) -> None:
    before = len(formulas(pack.write_pack(board, tmp_path)))
    target = pack.write_pack(with_terms(board, *SLY), tmp_path)
    assert terms(target) == list(SLY)
    assert len(formulas(target)) == before


def test_only_our_own_sheets_are_linked_to(board: Pack, tmp_path: Path) -> None:
    target = pack.write_pack(with_terms(board, *SLY), tmp_path)
    with zipfile.ZipFile(target) as book:
        outside = [name for name in book.namelist() if b"TargetMode" in book.read(name)]
        sheet = book.read("xl/worksheets/sheet10.xml")
    assert outside == []
    assert sheet.count(b"<hyperlink ") == 1


def test_a_sly_word_is_marked_as_text_for_whoever_edits_it(board: Pack, tmp_path: Path) -> None:
    target = pack.write_pack(with_terms(board, "=1+1"), tmp_path)
    with zipfile.ZipFile(target) as book:
        assert b'quotePrefix="1"' in book.read("xl/styles.xml")


def test_what_a_workbook_cannot_hold_is_left_out(board: Pack, tmp_path: Path) -> None:
    sly = with_terms(board, "a\0b\x1bc\ud800d\ufffee\rf", "two\nlines")
    target = pack.write_pack(replace(sly, place="A\0\x1b"), tmp_path)
    assert cells(target)["Definitions", "A5"] == "abcdef"
    assert cells(target)["Definitions", "A6"] == "two\nlines"


def test_words_too_long_for_a_cell_are_refused_by_their_beginning(
    board: Pack, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="cannot hold “Everything known"):
        pack.write_pack(with_terms(board, "Everything known " + "x" * 40_000), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_place_with_an_ampersand_heads_its_pages(board: Pack, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    target = pack.write_pack(replace(board, place="A & B" + " long" * 60), tmp_path)
    head = load_workbook(target)["Finance"].oddHeader
    assert head is not None
    assert str(head.left.text).replace("&&", "&").startswith("A & B long")


UNSAFE = ("../../x", "CON", "a:b", "x" * 400, "dots...", "", "a\\b", "C:\\x", "nul\0", "é" * 400)


@pytest.mark.parametrize("place", UNSAFE)
def test_no_place_leads_out_of_the_chosen_folder(board: Pack, tmp_path: Path, place: str) -> None:
    target = pack.write_pack(replace(board, place=place or "."), tmp_path)
    assert target.parent == tmp_path
    assert target.is_file()
    assert len(target.name.encode()) < 200
    assert target.name.endswith(" board pack 2016-10.xlsx")


@given(st.text())
def test_a_file_s_name_is_letters_digits_spaces_and_hyphens(place: str) -> None:
    words = file_words(place)
    assert words
    assert words == words.strip()
    assert len(words.encode()) <= LONGEST_BYTES
    assert all(mark.isalnum() or mark in " -" for mark in words)


def test_a_sheet_s_name_is_as_long_as_it_may_be() -> None:
    assert sheet_words("budget_line") == "Budget line"
    assert len(sheet_words("a" * 99)) == 31
