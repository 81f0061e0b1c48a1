"""The published example of room use in the cells of a workbook, worked out live."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.period import Month
from pch_desktop.exports import pack
from pch_desktop.store.locality_file import LocalityFile
from tests import hubs
from tests.localities import NOON


def _line(sheet: Any, name: str) -> dict[str, Any]:
    heads = [cell.value for cell in sheet[4]]
    row = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == name)
    return dict(zip(heads, (cell.value for cell in row), strict=False))


def test_the_published_example_reaches_the_workbook(file: LocalityFile, tmp_path: Path) -> None:
    file.edit("Month", hubs.published_month)
    target = pack.write_pack(pack.gather(file, Month(2017, 2), NOON), tmp_path)
    shown, live = load_workbook(target, data_only=True), load_workbook(target)
    for name in ("Room 1, Weir House", "Total"):
        line = _line(shown["Room use"], name)
        assert (line["Open h"], line["Booked h"], line["Used h"]) == (200, 128, 109)
        shares = (line["Booked"], line["Used"], line["Booked, not used"])
        assert shares == pytest.approx((0.64, 0.545, 19 / 128))
        assert line["Charged £"] == pytest.approx(1856.00)
    formulas = _line(live["Room use"], "Room 1, Weir House")
    assert formulas["Booked"].startswith("=IF(")
    assert formulas["Not used h"].startswith("=IF(")
    charges = _line(shown["Room charges"], "Vale Trust")
    assert 1856.00 in charges.values()
    assert shown["Week of rooms"]["A5"].value == "Room 1"
