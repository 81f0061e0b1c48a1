"""D21 among the moved services, and the catalogue's sheets, in the cells of the workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pch_desktop.exports.board import Pack
from pch_desktop.reports import services_freed, services_moved
from tests.exports.books import cells, formulas
from tests.exports.test_budget_registers import row_of

Book = dict[tuple[str, str], Any]


@pytest.fixture(scope="module")
def book(workbook: Path) -> Book:
    """What the cells of the sample's pack hold."""
    return cells(workbook)


def test_d21_stands_among_the_moved_services_with_live_formulas(book: Book, workbook: Path) -> None:
    found = row_of(book, "Moved services", "Skin lesions", services_moved.MOVED)
    figures = {key: value for key, (_, value) in found.items() if isinstance(value, int | float)}
    assert figures == {
        "contacts": 640, "price": 178, "still_paid": 0.3, "gross": 113_920, "double": 34_176,
        "released": 79_744, "community": 62_500, "benefit": 17_244, "lost": 79_744,
        "sheds": 60_000, "stranded": 19_744,
    }  # fmt: skip
    live = formulas(workbook)
    for key in ("gross", "double", "released", "benefit", "lost", "stranded"):
        assert live["Moved services", found[key][0]].startswith("=")


def test_gp_appointments_freed_are_live_and_a_blank_stays_blank(book: Book, workbook: Path) -> None:
    title = "GP appointments freed"
    found = row_of(book, title, "First-contact physiotherapy", services_freed.FREED)
    assert round(found["freed"][1], 4) == 483.2
    assert "*" in formulas(workbook)[title, found["freed"][0]]
    silent = row_of(book, title, "Medicines review", services_freed.FREED)
    assert silent["freed"][1] in {None, ""}
    assert round(silent["year_freed"][1], 4) == 634.2


def test_every_sheet_of_the_catalogue_is_in_the_pack(board: Pack, book: Book) -> None:
    wanted = {
        "Service catalogue", "Service pathways", "Bank holidays", "Service targets",
        "Target readings", "Moved services", "Safety assessments", "GP appointments freed",
        "Care homes", "Care homes by practice", "Community assets",
    }  # fmt: skip
    assert wanted <= {table.title for table in board.tables}
    notes = [str(value) for (sheet, _), value in book.items() if sheet == "Bank holidays"]
    assert any("Banking and Financial Dealings Act 1971" in note for note in notes)
    assert ("Care homes", "A5") in book
