"""Months of activity in the cells of the workbook: live, whole, and without names of people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pch_desktop.reports.service_beds import BEDS
from pch_desktop.reports.service_load_table import RECHARGES
from tests.exports.books import cells, formulas
from tests.exports.test_budget_registers import row_of

Book = dict[tuple[str, str], Any]


@pytest.fixture(scope="module")
def book(workbook: Path) -> Book:
    """What the cells of the sample's pack hold."""
    return cells(workbook)


@pytest.fixture(scope="module")
def live(workbook: Path) -> dict[tuple[str, str], str]:
    """What the cells of the sample's pack work out."""
    return formulas(workbook)


def at(book: Book, sheet: str, name: str) -> str:
    """Return the row of a service on a sheet."""
    (row,) = [
        place[1:] for (title, place), value in book.items() if (title, value) == (sheet, name)
    ]
    return row


def test_rates_are_worked_out_live_and_a_blank_gives_none(
    book: Book, live: dict[tuple[str, str], str]
) -> None:
    sheet = "Appointments taken up"
    row = at(book, sheet, "First-contact physiotherapy")
    assert live[sheet, f"F{row}"] == f"=C{row}/B{row}"
    assert live[sheet, f"I{row}"] == f"=IF(N(C{row})>B{row},0,MAX(0,B{row}-D{row}))"
    assert [book[sheet, f"{letter}{row}"] for letter in "IJK"] == [75, 41, 0]
    blank = at(book, sheet, "Falls and balance classes")
    assert (sheet, f"F{blank}") not in book
    assert (sheet, f"F{blank}") not in live


def test_beds_and_recharges_stand_there_with_their_sums(
    book: Book, live: dict[tuple[str, str], str]
) -> None:
    hospice = row_of(book, "Beds", "End of life care", BEDS)
    assert hospice["available_days"][1] == 186
    assert live["Beds", hospice["available_days"][0]].startswith("=B")
    assert round(hospice["occupancy"][1], 4) == round(144 / 186, 4)
    total = row_of(book, "Recharge", "Total", RECHARGES)
    assert total["net"][1] == 0
    assert total["pays"][1] == total["receives"][1] > 0


def test_late_figures_name_the_lead_and_nobody_s_contact(book: Book) -> None:
    told = {str(value) for (sheet, _), value in book.items() if sheet == "Late figures"}
    assert "Marsh Valley Health CIC" in told
    assert not {each for each in told if "Wren" in each or "@" in each}
