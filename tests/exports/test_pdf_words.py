"""What comes from outside stands in the PDF as the words it is, whatever it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pch_desktop.charts.paper import LIGHT, say_nothing, sheet
from pch_desktop.charts.pictures import PAPER_DPI, png_of, svg_of
from pch_desktop.domain.board_pack import FIRST
from pch_desktop.exports.board import Issue, Logo, Pack, Picture
from pch_desktop.exports.pdf import set_pages, write_pdf
from pch_desktop.exports.pdf_letters import BREAK, UNKNOWN, letters
from pch_desktop.exports.pdf_pages import pack_facts
from pch_desktop.reports.table import Column, Table
from pch_desktop.reports.told import Told, told
from tests.exports import pdfs

MARKUP = (
    "= Heading", "#sys.version", "#panic(1)", "$ x^2 $", "*bold* _it_", "@ref <label>", "// gone",
    "/* gone */", "\\ \\u{1F600}", "`raw`", "- list", "https://example.org/a", '"#"', "[", "{}",
    "=1+1", "~", "--- -- ...", "'quote' \"double\"",
)  # fmt: skip
COLUMNS: tuple[Column[str], ...] = (
    Column("name", "Name", lambda words: words, width=40),
    Column("same", "Same", lambda words: words, width=40),
)


def one_table(pack: Pack, words: str) -> Pack:
    """Return a pack in which words from outside stand wherever they can."""
    table = told(Table(title="Words", columns=COLUMNS, rows=[words], notes=(words,)))
    return replace(
        pack, place=words, attention=(words,), cover=(("Locality", words),), sections=(table,),
        appendices=(),
    )  # fmt: skip


def page_of(pack: Pack, path: Path) -> str:
    """Write a pack; return the words of its page of words, as one line without breaks."""
    found = write_pdf(pack, path)
    at = pdfs.starts(found)["Words"]
    return " ".join(PdfReader(found).pages[at].extract_text().replace(BREAK, "").split())


@pytest.mark.parametrize("words", [" ".join(MARKUP[:9]), " ".join(MARKUP[9:])])
def test_markup_from_outside_is_never_obeyed(small: Pack, tmp_path: Path, words: str) -> None:
    page = page_of(one_table(small, words), tmp_path).replace(" ", "")
    assert page.count(words.replace(" ", "")) == 3


def test_forty_thousand_letters_go_on_over_pages_and_none_is_lost(
    small: Pack, tmp_path: Path
) -> None:
    found = write_pdf(one_table(small, "a" * 40_000), tmp_path)
    starts = pdfs.starts(found)
    pages = PdfReader(found).pages[starts["Words"] : starts["Data quality"]]
    cell = "".join(page.extract_text() for page in pages).replace(BREAK, "")
    assert len(pages) > 5
    # It stands in two columns and in a note.
    assert cell.count("a") > 3 * 40_000


def test_a_letter_no_font_shows_is_a_box_and_a_bell_is_nothing(small: Pack, tmp_path: Path) -> None:
    page = page_of(one_table(small, "Łódź Ωmega 日本 😀 \x07bell ◆ Red"), tmp_path)
    assert f"Łódź Ωmega {UNKNOWN * 2} {UNKNOWN} bell ◆ Red" in page


@settings(max_examples=12, deadline=None)
@example("\u202e\u200f\u0301\u00ad")
@example("\ufeff\u2028\u2029\ue000")
@given(words=st.text(max_size=60))
def test_any_words_make_a_pdf(small: Pack, words: str) -> None:
    facts = pack_facts(one_table(small, words), lambda _: None)
    assert set_pages(facts).startswith(b"%PDF")


@given(words=st.text(max_size=120))
def test_showing_words_twice_changes_nothing_more(words: str) -> None:
    show = letters().shown
    assert show(show(words).replace(BREAK, "")) == show(words)
    assert not re.search(r"[^\s\u200b]{25}", show(words))


def pictured(pack: Pack, words: str) -> Pack:
    """Return a pack issued with a picture, in which some words stand, and a logo."""
    table: Table[Told] = pack.sections[0]
    figure = sheet(is_dark=False)[0]
    say_nothing(figure.add_subplot(), LIGHT)
    figure.text(0.5, 0.7, words)
    picture = Picture(table.title, f"Found {words}.", "Six practices have 41,280 people on their "
                      "lists.", svg_of(figure), png_of(figure, PAPER_DPI))  # fmt: skip
    logo = Logo("A heron, the crest of the valley.", "png", png_of(figure, 20))
    issue = Issue(FIRST.next, datetime(2016, 11, 10, 9, 30, tzinfo=UTC), "3f" * 32, "A late bill.")
    return replace(pack, pictures=(picture,), logo=logo, issue=issue)


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize("words", ["plain", "日本"])
def test_pictures_and_the_logo_have_their_words_and_an_issued_pack_its_fingerprint(
    small: Pack, tmp_path: Path, words: str
) -> None:
    found = write_pdf(pictured(small, words), tmp_path)
    assert found.name.endswith("2016-10 v1.1.pdf")
    told_of = [str(tag["/Alt"]) for tag in pdfs.tags(found) if "/Alt" in tag]
    assert "A heron, the crest of the valley." in told_of
    assert "Six practices have 41,280 people on their lists." in told_of
    cover = pdfs.words(found)[0]
    assert "Issued as v1.1" in cover
    assert "A late bill." in cover
    assert "3f" * 32 in cover.replace(" ", "")
    assert "DRAFT" not in cover
