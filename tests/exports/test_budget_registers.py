"""D20 and D21 through the program: from what the file keeps to the cells of the workbook."""

from __future__ import annotations

from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

from pch_desktop.reports.budget_marginal import MARGINAL
from pch_desktop.reports.budget_moved import MOVED
from pch_desktop.reports.table import Column
from tests.exports.books import cells, formulas


def row_of(
    book: dict[tuple[str, str], Any], sheet: str, name: str, columns: tuple[Column[Any], ...]
) -> dict[str, tuple[str, Any]]:
    """Return where each column of a record stands and what is in it, by the column's key."""
    (at,) = (place[1:] for (title, place), value in book.items() if (title, value) == (sheet, name))
    printed = [column for column in columns if column.prints]
    places = {
        column.key: letter + at for letter, column in zip(ascii_uppercase, printed, strict=False)
    }
    return {key: (place, book.get((sheet, place))) for key, place in places.items()}


@pytest.fixture(scope="module")
def book(workbook: Path) -> dict[tuple[str, str], Any]:
    """What the cells of the sample's pack hold."""
    return cells(workbook)


def test_d21_stands_in_the_workbook_with_live_formulas(
    book: dict[tuple[str, str], Any], workbook: Path
) -> None:
    found = row_of(book, "Double payment", "Skin lesions", MOVED)
    assert {key: value for key, (_, value) in found.items() if isinstance(value, int | float)} == {
        "contacts": 640, "price": 178, "still_paid": 0.3, "gross": 113_920, "double": 34_176,
        "released": 79_744, "community": 62_500, "benefit": 17_244, "one_off": 12_000,
        "payback": pytest.approx(12_000 * 12 / 17_244), "lost": 79_744, "sheds": 60_000,
        "stranded": 19_744, "counted": 0, "uncounted": 17_244,
    }  # fmt: skip
    assert found["rating"][1] == "▲ Amber"
    live = formulas(workbook)
    written = {key: live.get(("Double payment", place)) for key, (place, _) in found.items()}
    at = found["gross"][0][1:]
    assert written["gross"] == f"=B{at}*C{at}"
    assert written["double"] == f"=ROUND(E{at}*D{at},2)"
    assert written["benefit"] == f"=G{at}-H{at}"
    assert all(written[key] for key in ("released", "payback", "lost", "stranded", "uncounted"))


def test_what_is_not_known_stays_empty_in_the_workbook(book: dict[tuple[str, str], Any]) -> None:
    found = row_of(book, "Double payment", "Iron infusions", MOVED)
    for key in ("still_paid", "double", "released", "benefit", "stranded", "rating", "uncounted"):
        assert found[key][1] is None
    assert found["gross"][1] == 36_816
    notes = [value for (sheet, _), value in book.items() if sheet == "Double payment"]
    assert any("Incomplete totals" in str(note) for note in notes)
    assert any("No saving is counted" in str(note) for note in notes)


def test_d20_stands_in_the_workbook_with_live_formulas(
    book: dict[tuple[str, str], Any], workbook: Path
) -> None:
    found = row_of(book, "Marginal rate", "Emergency admissions at Ouseby", MARGINAL)
    figures = {key: found[key][1] for key in ("full", "payable", "abated")}
    assert figures == {"full": 10_840_245, "payable": 10_633_591.5, "abated": 206_653.5}
    live = formulas(workbook)
    assert all(("Marginal rate", found[key][0]) in live for key in figures)
    ambulances = row_of(book, "Marginal rate", "Ambulance conveyances", MARGINAL)
    assert {ambulances[key][1] for key in figures} == {None}
