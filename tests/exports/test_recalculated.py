"""A second opinion on every formula: LibreOffice works them out from nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from tests.exports.books import Cell, cells, formulas, recalculated

HALF_A_PENNY = 0.005
TINY = 1e-9
"""How far apart two shares or indexes may be."""


def is_same(ours: Any, theirs: Any) -> bool:
    """Whether two results are one: words and days alike, numbers to within half a penny."""
    if isinstance(ours, str | datetime) or isinstance(theirs, str | datetime):
        return ours == theirs
    if ours is None or theirs is None:
        return ours is theirs
    near = TINY if max(abs(ours), abs(theirs)) < 2 else HALF_A_PENNY
    return abs(ours - theirs) < near


def test_every_formula_comes_to_what_the_program_said(workbook: Path, tmp_path: Path) -> None:
    ours, theirs = cells(workbook), cells(recalculated(workbook, tmp_path))
    live = formulas(workbook)
    differ: dict[Cell, Any] = {
        place: (live[place], ours.get(place), theirs.get(place))
        for place in live
        if not is_same(ours.get(place), theirs.get(place))
    }
    assert len(live) > 300
    assert differ == {}


def test_a_result_that_was_wrong_does_not_stay(tmp_path: Path) -> None:
    target = tmp_path / "wrong.xlsx"
    with Workbook(str(target)) as book:
        sheet = book.add_worksheet("Wrong")
        sheet.write_number(0, 0, 2)
        sheet.write_formula(1, 0, "=A1*2", None, 999)
    assert cells(target)["Wrong", "A2"] == 999
    assert cells(recalculated(target, tmp_path))["Wrong", "A2"] == pytest.approx(4)
