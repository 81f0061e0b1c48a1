"""The board pack as PDF: tagged, described, in a language, and made of the pack's own words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Pack
from pch_desktop.exports.pdf import PAGES, write_pdf
from tests.exports import pdfs


@pytest.fixture(scope="module")
def tags(pdf: Path) -> list[pdfs.Tag]:
    """The sample's structure, in reading order."""
    return list(pdfs.tags(pdf))


class Stopped(Exception):
    """Somebody chose to stop."""


def test_it_says_that_it_is_pdf_ua_and_what_it_is_called(board: Pack, pdf: Path) -> None:
    root, told = pdfs.root(pdf), pdfs.metadata(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert f"{board.place}: {board.title}" in told


def test_it_names_the_locality_as_its_author_and_no_time_of_its_making(
    board: Pack, pdf: Path
) -> None:
    found = PdfReader(pdf).metadata
    assert found is not None
    assert found.author == board.place
    assert {"/CreationDate", "/ModDate"}.isdisjoint(found)
    assert "Date>" not in pdfs.metadata(pdf)


def test_every_sheet_is_a_bookmark_and_stands_in_the_contents_with_its_page(
    board: Pack, pdf: Path, paper: list[str]
) -> None:
    reader = PdfReader(pdf)
    titles = [table.title for table in board.tables]
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    assert [mark.title for mark in marks] == ["Contents", *titles]
    contents = " ".join(paper[:6])
    for mark in marks[1:]:
        page = reader.get_destination_page_number(mark)
        assert page is not None
        assert str(mark.title) in paper[page]
        assert re.search(rf"{re.escape(str(mark.title))} .{{0,200}}? {page + 1}\b", contents)


def test_every_page_says_what_it_is_of_and_which_of_how_many(board: Pack, paper: list[str]) -> None:
    for number, words in enumerate(paper, start=1):
        assert f"Page {number} of {len(paper)}" in words
        assert board.place in words
        assert f"DRAFT OFFICIAL {board.title}" in words


def test_what_is_notional_says_so_on_each_of_its_pages(
    board: Pack, pdf: Path, paper: list[str]
) -> None:
    starts = pdfs.starts(pdf)
    titles = [table.title for table in board.tables]
    marked = {table.title for table in board.tables if table.marking}
    assert "Finance" in marked
    for title, following in zip(titles, [*titles[1:], ""], strict=True):
        last = max(starts[title], starts.get(following, len(paper)) - 1)
        if title in marked:
            assert all(board.notional in paper[at] for at in range(starts[title], last + 1))
    assert board.notional not in paper[starts["Workforce"]]


def test_every_table_is_tagged_with_headings_of_its_columns(
    board: Pack, tags: list[pdfs.Tag]
) -> None:
    kinds = Counter(str(tag["/S"]) for tag in tags)
    assert kinds["/Table"] == len(board.tables) + 1
    assert kinds["/THead"] == kinds["/Table"]
    columns = sum(len(table.printed) for table in board.tables)
    assert kinds["/TH"] == columns + 3
    assert kinds["/TD"] > 10_000


def test_every_chart_is_a_figure_that_says_its_finding_in_numbers(
    board: Pack, tags: list[pdfs.Tag]
) -> None:
    told = [str(tag["/Alt"]) for tag in tags if str(tag["/S"]) == "/Figure"]
    charts = [chart.alt_text for table in board.tables for chart in table.charts]
    assert sorted(told) == sorted(charts)
    assert all(40 <= len(words) <= 400 and re.search(r"\d", words) for words in told)


def test_it_is_set_in_the_shipped_letters_on_a4_on_its_side(pdf: Path) -> None:
    pages = PdfReader(pdf).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {
        (842, 595)
    }
    fonts = {str(font["/BaseFont"]).partition("+")[2]
             for page in pages for font in pdfs.fonts(page)}  # fmt: skip
    assert {"LiberationSans", "LiberationSans-Bold"} <= fonts
    assert all(name.startswith(("LiberationSans", "DejaVuSansMono")) for name in fonts)


def test_each_sheet_is_told_as_it_is_begun_and_the_pages_last(board: Pack, tmp_path: Path) -> None:
    told: list[str] = []

    def stop(name: str) -> None:
        told.append(name)
        if name == PAGES:
            raise Stopped

    with pytest.raises(Stopped):
        write_pdf(board, tmp_path, stop)
    assert told == [*(table.title for table in board.tables), PAGES]
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_refused(board: Pack, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        write_pdf(board, tmp_path / "nowhere")


def test_a_full_disk_leaves_the_former_one_whole(
    small: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = write_pdf(small, tmp_path)
    before = former.read_bytes()

    def full(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Refusal, match="No space left"):
        write_pdf(small, tmp_path)
    assert former.read_bytes() == before
    assert list(tmp_path.iterdir()) == [former]
