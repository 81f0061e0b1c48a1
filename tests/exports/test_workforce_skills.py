"""Skills, training and placements in the cells of the workbook, with live formulas."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from tests.exports.books import cells, formulas

ON = date(2016, 10, 31)
SHEETS = ("Skills gaps", "Skills by role", "Training", "Placements")


@pytest.fixture(scope="module")
def book(workbook: Path) -> dict[tuple[str, str], Any]:
    """What the cells of the sample's pack hold."""
    return cells(workbook)


def line(book: dict[tuple[str, str], Any], sheet: str, at: int) -> list[Any]:
    return [book.get((sheet, f"{letter}{at}")) for letter in "ABCDEFGHIJ"]


def test_gaps_are_worked_out_in_the_workbook(
    book: dict[tuple[str, str], Any], workbook: Path
) -> None:
    assert line(book, "Skills gaps", 5)[:9] == [
        "Diabetes clinic", "Insulin initiation", "3 independent", 8, 5, 3, 0, "◆ 3 short", "◆ Red",
    ]  # fmt: skip
    live = formulas(workbook)
    assert live["Skills gaps", "F5"] == "=MAX(0,D5-E5)"
    assert live["Skills gaps", "F19"] == "=SUBTOTAL(109,F5:F18)"
    assert book["Skills gaps", "F19"] == 5


def test_the_last_day_of_a_placement_is_worked_out(
    book: dict[tuple[str, str], Any], workbook: Path
) -> None:
    assert formulas(workbook)["Placements", "G5"] == "=E5+7*F5-1"
    first, weeks, last, learner_weeks = line(book, "Placements", 5)[4:8]
    assert (first.date(), last.date()) == (date(2017, 1, 9), date(2017, 2, 19))
    assert (weeks, learner_weeks) == (6, 12)


def test_training_is_summed_by_who_pays(book: dict[tuple[str, str], Any], workbook: Path) -> None:
    titles = [value for (sheet, place), value in book.items()
              if sheet == "Training" and place[0] == "A"]  # fmt: skip
    assert "Health Education England, subtotal" in titles
    assert any(str(value).startswith("Incomplete totals") for value in titles)
    places = [place for (sheet, place), value in book.items()
              if (sheet, value) == ("Training", "Total")]  # fmt: skip
    total = formulas(workbook)["Training", f"E{places[0][1:]}"]
    assert total.startswith("=SUBTOTAL(109,E5:")


def test_no_sheet_on_skills_names_a_person(
    book: dict[tuple[str, str], Any], sample: LocalityFile
) -> None:
    names = {row.name for row in sample.read(workforce.workers, ON)}
    told = " ".join(str(value) for (sheet, _), value in book.items() if sheet in SHEETS)
    assert "Insulin initiation" in told
    assert not any(name in told for name in names)
