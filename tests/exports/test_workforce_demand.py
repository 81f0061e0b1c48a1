"""D28 and D29 through the program: from what the file keeps to the cells of the workbook."""

from __future__ import annotations

from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

from pch_desktop.exports import pack
from pch_desktop.imports import demand as beginnings
from pch_desktop.imports.beginning import begin
from pch_desktop.reports.table import Column
from pch_desktop.reports.workforce_demand import DEMAND
from pch_desktop.reports.workforce_demand_pack import SIDES
from pch_desktop.store.workforce import demand_copies
from tests import localities
from tests.exports.books import cells, formulas
from tests.exports.conftest import OCTOBER


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The board pack of a locality that holds the worked example alone."""
    folder = tmp_path_factory.mktemp("example")
    file = begin(folder / "new.pch", localities.holder(), localities.noon, "Somewhere")
    file.edit("Example", demand_copies.add_demand_example, beginnings.example())
    board = pack.gather(file, OCTOBER, localities.NOON)
    written = pack.write_pack(board, folder)
    file.close()
    return written


def line(book: dict[tuple[str, str], Any], sheet: str, at: int, columns: tuple[Column[Any], ...]
         ) -> dict[str, Any]:  # fmt: skip
    """Return what stands in a line of a sheet, by the column's key."""
    keys = [column.key for column in columns if column.prints]
    places = zip(keys, ascii_uppercase, strict=False)
    return {key: book.get((sheet, f"{letter}{at}")) for key, letter in places}


def first_line(book: dict[tuple[str, str], Any], sheet: str, name: str, column: str) -> int:
    """Return the first line of a sheet that holds a name in a column."""
    return min(int(place[1:]) for (title, place), value in book.items()
               if title == sheet and place[0] == column and value == name)  # fmt: skip


def test_the_example_stands_in_the_workbook_with_live_formulas(example: Path) -> None:
    book, live = cells(example), formulas(example)
    at = first_line(book, "Demand", "GP", "A")
    rows = [line(book, "Demand", at + offset, DEMAND) for offset in range(8)]
    assert [row["contacts"] for row in rows] == [
        100_431, 67_992, 2_232, 10_098, 17_676, 7_296, 5_265, 3_510,
    ]  # fmt: skip
    assert [round(row["required_wte"], 2) for row in rows] == [
        19.07, 11.77, 0.28, 1.42, 3.0, 1.43, 1.11, 0.8,
    ]  # fmt: skip
    total = line(book, "Demand", at + 8, DEMAND)
    assert (total["contacts"], round(total["required_wte"], 2)) == (214_500, 38.89)
    written = line(live, "Demand", at, DEMAND)
    assert written["capacity"] == f"=37.5*60*D{at}*E{at}"
    assert written["required_wte"] == f"=IF(C{at}=0,0,C{at}/F{at})"
    assert written["gap_wte"] == f"=G{at}-H{at}-I{at}"
    assert (rows[0]["weeks"], rows[0]["facing"], rows[0]["capacity"]) == (42, 0.68, 64_260)
    notes = [value for (sheet, _), value in book.items() if sheet == "Demand"]
    assert "Source: Illustration with invented figures; not a benchmark." in notes


def test_both_sides_of_the_shift_stand_in_the_workbook(example: Path) -> None:
    book, live = cells(example), formulas(example)
    at = first_line(book, "Shift", "Freed", "B")
    freed = line(book, "Shift", at, SIDES)
    assert (freed["now"], round(freed["contacts"]), round(freed["hours"])) == (
        100_431,
        15_065,
        2_812,
    )
    assert (round(freed["wte"], 2), round(freed["a_day"], 1)) == (2.63, 59.5)
    assert line(live, "Shift", at, SIDES)["contacts"] == f"=D{at}*E{at}*F{at}"
    taken = [line(book, "Shift", at + offset, SIDES) for offset in (1, 2, 3)]
    assert sum(row["contacts"] for row in taken) == pytest.approx(freed["contacts"])
    assert line(live, "Shift", at + 2, SIDES)["contacts"] == f"=G{at}*E{at + 2}"


def test_scenarios_stand_side_by_side_in_the_workbook(example: Path) -> None:
    book = cells(example)
    at = first_line(book, "Scenarios", "Required WTE in all", "A")
    base, other = book["Scenarios", f"B{at}"], book["Scenarios", f"C{at}"]
    assert round(base, 2) == 38.89
    assert other != base
