"""The sheets of the share: each step a live formula that comes to the program's figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.exports.books import cells, formulas


def test_the_steps_are_live_and_carry_their_results(workbook: Path) -> None:
    live, held = formulas(workbook), cells(workbook)
    column = [(f"C{row}", live.get(("Share", f"C{row}"))) for row in range(5, 23)]
    told = {place: formula for place, formula in column if formula}
    assert told["C7"] == "=C5+C6"
    assert told["C11"] == "=C7-C10"
    assert told["C18"] == "=SIGN(C11)*ROUND(C15*B16*B17,2)"
    assert held["Share", "C11"] == -284_000
    assert held["Share", "C18"] == -94_775
    assert held["Share", "C22"] == -189_225


def test_the_partners_add_up_to_the_localitys_part(workbook: Path) -> None:
    held: Any = cells(workbook)
    parts = [held["Share by partner", f"E{row}"] for row in range(5, 16)]
    assert round(sum(parts), 2) == held["Share", "C18"] == held["Share by partner", "E16"]
    assert formulas(workbook)["Share by partner", "F5"] == "=E5-C5"
