"""Vacancies, starters and leavers in the workbook: figures, formulas and no names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pch_desktop.domain.period import Month
from pch_desktop.exports import pack
from tests import localities
from tests.reports.teams import write_example

HEAD = 4
OCTOBER = Month(2016, 10)


def sheet(path: Path, title: str, *, is_live: bool = False) -> Worksheet:
    """Return a sheet: its formulas if asked for, else what they come to."""
    return load_workbook(path, data_only=not is_live)[title]


def column(found: Worksheet, title: str) -> list[Any]:
    """Return what stands in a column, total and all, to the first blank."""
    at = [cell.value for cell in found[HEAD]].index(title)
    values: list[Any] = [row[at].value for row in found.iter_rows(min_row=HEAD + 1)]
    return values[: values.index(None)] if None in values else values


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of a team of 78 that became one of 82 (D23)."""
    folder = tmp_path_factory.mktemp("example")
    file = localities.made(folder / "example.pch")
    file.edit("Write", write_example)
    written = pack.write_pack(pack.gather(file, OCTOBER, localities.NOON), folder)
    file.close()
    return written


def test_the_worked_example_stands_in_the_workbook(example: Path) -> None:
    said = [str(row[0].value) for row in sheet(example, "Starters and leavers").iter_rows()]
    assert "Turnover, heads 11.25%: 9 left of 80.0 on average." in said
    assert "Turnover, WTE 11.78%: 6.80 left of 57.73 on average." in said
    assert "Stability 89.74%: 70 of 78 stayed." in said
    vacancies = sheet(example, "Vacancies")
    assert column(vacancies, "Vacant WTE")[-1] == pytest.approx(6.85)
    months = sheet(example, "Coming and going")
    assert column(months, "Heads before")[0] == 78
    assert column(months, "Heads after")[11] == 82
    assert column(months, "WTE after")[11] == pytest.approx(57.35)


def test_sums_and_gaps_are_live_with_their_results(workbook: Path) -> None:
    vacancies = sheet(workbook, "Vacancies", is_live=True)
    assert column(vacancies, "Vacant WTE")[0] == "=MAX(0,D5-E5)"
    assert column(vacancies, "Days vacant")[0] == "=MAX(0,DATE(2016,10,31)-G5)"
    assert column(sheet(workbook, "Vacancies"), "Days vacant")[:3] == [45, 82, 76]
    months = sheet(workbook, "Coming and going", is_live=True)
    assert column(months, "Heads after")[0] == "=B5+C5-D5+E5"
    employers = sheet(workbook, "Workforce by employer", is_live=True)
    assert column(employers, "Vacant WTE")[-1].startswith("=SUBTOTAL(109,")


def test_starters_and_leavers_have_subtotals_and_no_names(workbook: Path) -> None:
    found = sheet(workbook, "Starters and leavers")
    titles = [cell.value for cell in found[HEAD]]
    assert titles == ["What", "Day", "Role", "Employer", "Contract", "Heads", "WTE",
                      "Left because", "Went to"]  # fmt: skip
    rows = {row[0].value: row for row in found.iter_rows(min_row=HEAD + 1)}
    said = {name: rows[name][5].value for name in ("Started, subtotal", "Left, subtotal",
                                                    "Net gain")}  # fmt: skip
    assert said == {"Started, subtotal": 33, "Left, subtotal": -24, "Net gain": 9}
