"""A secretary's own document, and packages that are not to be trusted."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Pack
from pch_desktop.exports.template import fill_template
from tests.exports import templates
from tests.exports.templates import bookmark, control

BODY = "word/document.xml"
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>last</w:t></w:r><w:r><w:tab/><w:t> month</w:t></w:r>"
PROMPT = '<w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click</w:t></w:r></w:p>'


def test_controls_and_bookmarks_hold_the_figures_in_the_look_of_their_first_run(
    board: Pack, tmp_path: Path
) -> None:
    template = templates.document(
        tmp_path / "ours.docx",
        control("PCH_registered", f"<w:p>{BOLD}</w:p>"),
        bookmark("PCH_month", BOLD),
        control("PCH_outturn_variance", PROMPT, prompt=True),
        control("PCH_place", "<w:p/>"),
        bookmark("PCH_year", ""),
        control("Their own", "<w:p><w:r><w:t>stays</w:t></w:r></w:p>"),
    )
    filled = fill_template(board, template, tmp_path / "October.docx")
    xml = templates.parts(filled.path)[BODY].decode()
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">41,280</w:t></w:r><w:r></w:r>' in xml
    assert "showingPlcHdr" not in xml
    assert "PlaceholderText" not in xml
    paragraphs = [each.text for each in Document(str(filled.path)).paragraphs]
    assert "In October 2016 we met." in paragraphs
    assert "In 2016/17 we met." in paragraphs
    assert all(f">{words}<" in xml for words in ("(£9,000)", "Marsh Valley", "stays"))
    assert len(filled.filled) == 5


def test_every_other_part_of_a_document_stays_byte_for_byte(board: Pack, tmp_path: Path) -> None:
    template = templates.document(tmp_path / "ours.docx", bookmark("PCH_month", BOLD))
    filled = fill_template(board, template, tmp_path / "October.docx")
    before, after = templates.parts(template), templates.parts(filled.path)
    assert [*after] == [*before]
    assert {name for name in after if after[name] != before[name]} == {BODY}
    start, end = (before[BODY].index(each) for each in (b"<w:t>last", b'<w:bookmarkEnd w:id="7"'))
    rest = before[BODY][end:]
    assert after[BODY].startswith(before[BODY][:start])
    assert after[BODY].endswith(rest)


def test_a_line_that_is_broken_is_broken_in_the_document_too(board: Pack, tmp_path: Path) -> None:
    template = templates.document(tmp_path / "ours.docx", bookmark("PCH_cover_For_attention", BOLD))
    filled = fill_template(board, template, tmp_path / "October.docx")
    asked = dict(board.cover)["For attention"]
    text = next(each.text for each in Document(str(filled.path)).paragraphs if each.text)
    assert text == f"In {asked} we met."
    assert "\n" in asked


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (control("PCH_table_Finance", PROMPT), "a whole table, which stands in workbooks only"),
        (control("PCH_place", control("PCH_month", PROMPT)), "PCH_month stands within PCH_place"),
        (control("Theirs", PROMPT), "it has Theirs"),
    ],
)
def test_a_document_that_cannot_be_filled_is_refused(
    board: Pack, tmp_path: Path, body: str, sentence: str
) -> None:
    template = templates.document(tmp_path / "ours.docx", body)
    with pytest.raises(Refusal, match=sentence):
        fill_template(board, template, tmp_path / "October.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["ours.docx"]


def test_a_control_that_shows_a_property_is_refused(board: Pack, tmp_path: Path) -> None:
    bound = control("PCH_place", PROMPT).replace(
        "</w:sdtPr>", '<w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>'
    )
    template = templates.document(tmp_path / "ours.docx", bound)
    with pytest.raises(Refusal, match="shows a property of the document"):
        fill_template(board, template, tmp_path / "October.docx")


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
STRANGE: dict[str, tuple[dict[str, bytes], str]] = {
    "an entity in the workbook": ({"xl/workbook.xml": DOCTYPE + b"<x>&e;</x>"}, "is damaged"),
    "an entity in a sheet": (
        {"xl/worksheets/sheet1.xml": DOCTYPE + b"<worksheet>&e;</worksheet>"},
        "is damaged",
    ),
    "a sheet cut off": ({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}, "is damaged"),
    "another encoding": (
        {"xl/worksheets/sheet1.xml": b'<?xml version="1.0" encoding="latin-1"?><worksheet/>'},
        "not written in UTF-8",
    ),
    "macros": ({"[Content_Types].xml": b"<x>macroEnabled</x>"}, "holds macros"),
    "a signature": ({"_xmlsignatures/sig1.xml": b"<x/>"}, "is signed"),
    "a bomb": ({"xl/media/zeros": b"\0" * 60_000_000}, "would unpack to"),
}


@pytest.mark.parametrize("which", STRANGE)
def test_a_package_that_is_not_to_be_trusted_is_refused(
    board: Pack, tmp_path: Path, which: str
) -> None:
    changed, sentence = STRANGE[which]
    template = templates.workbook(
        tmp_path / "ours.xlsx", {"PCH_place": "Notes!$B$1", "PCH_year": "'Our front'!$B$1"}
    )
    templates.with_parts(template, changed)
    with pytest.raises(Refusal, match=sentence):
        fill_template(board, template, tmp_path / "October.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["ours.xlsx"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
        (b"PK\x03\x04 and then nothing", "is damaged"),
        (b"just words", "is no template"),
        (None, "There is no template"),
    ],
)
def test_a_file_that_is_no_package_is_refused(
    board: Pack, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    template = tmp_path / "ours.xlsx"
    if content is not None:
        template.write_bytes(content)
    with pytest.raises(Refusal, match=sentence):
        fill_template(board, template, tmp_path / "October.xlsx")


def test_a_template_is_never_written_over_itself(board: Pack, tmp_path: Path) -> None:
    template = templates.workbook(tmp_path / "ours.xlsx", {"PCH_place": "Notes!$B$1"})
    with pytest.raises(Refusal, match="another name that ends in"):
        fill_template(board, template, template)
    assert zipfile.is_zipfile(template)
