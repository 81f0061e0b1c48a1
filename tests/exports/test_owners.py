"""Whose something is, before the board: by name where names are ticked, else by partner alone."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.exports.board import Pack
from pch_desktop.exports.making import FORMATS, Wanted, make
from tests.exports import pdfs
from tests.exports.books import held

WHO = {
    "Risks": ["Owner"], "Mitigations": ["Owner"], "Issues": ["Owner"], "Milestones": ["Owner"],
    "Initiatives": ["Lead"], "Actions": ["Owner"], "Agenda": ["Lead"],
    "Papers": ["Author", "Sponsor"], "Forward plan": ["Chair", "Secretary"],
}  # fmt: skip
"""The sheets of the board that say who, and the headings of those columns."""
OWNER, LEAD, ASKED = "L. Ahmed", "S. Osier", "K. Sandpiper"
"""Of the heaviest risk, of the initiative that is Red, and of an open action."""


@pytest.fixture(scope="module")
def ticked(
    gathered: Pack, called: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The board's own sheets with names, in every format."""
    others = frozenset(table.title for table in gathered.every_table) - WHO.keys()
    wanted = Wanted(FORMATS, with_names=True, left_out=others, called=called)
    made = make(gathered, wanted, tmp_path_factory.mktemp("ticked"))
    return {path.suffix: path for path in made}


def test_every_sheet_of_the_board_says_who_and_still_fits_its_page(ticked: dict[str, Path]) -> None:
    book: Any = load_workbook(ticked[".xlsx"])
    for title, headings in WHO.items():
        sheet = book[title]
        heads = [cell.value for cell in sheet[4]]
        assert set(headings) <= set(heads), title
        widths = [size.width for size in sheet.column_dimensions.values() if size.width]
        assert sum(widths) <= 215, title
        for heading in headings:
            at = heads.index(heading)
            assert any(row[at] for row in sheet.iter_rows(min_row=5, values_only=True)), title


def test_owners_and_leads_stand_in_the_pdf_and_in_the_document(ticked: dict[str, Path]) -> None:
    pages = " ".join(pdfs.words(ticked[".pdf"]))
    with zipfile.ZipFile(ticked[".docx"]) as package:
        document = package.read("word/document.xml").decode()
    for name in (OWNER, LEAD, ASKED):
        assert name in pages, name
        assert f">{name}<" in document, name


def test_without_names_a_risk_and_an_action_still_say_whose_they_are(
    workbook: Path, called: dict[str, str]
) -> None:
    book: Any = load_workbook(workbook, read_only=True)
    for title in ("Risks", "Actions"):
        rows = list(book[title].iter_rows(min_row=4, values_only=True))
        assert "Owner" not in rows[0]
        partners = [row[rows[0].index("Partner")] for row in rows[1:]]
        assert "Vale Community NHS Trust" in partners
        assert not held(repr(rows).encode(), called)
