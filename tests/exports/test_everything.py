"""All that a file holds in one workbook: nothing is locked in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import everything
from pch_desktop.exports.names import sheet_words
from pch_desktop.store.everything import TableDump
from pch_desktop.store.locality_file import LocalityFile


@pytest.fixture(scope="module")
def tables(sample: LocalityFile) -> list[TableDump]:
    """Every table of the sample."""
    return everything.read_all(sample)[1]


@pytest.fixture(scope="module")
def book(
    sample: LocalityFile, tables: list[TableDump], tmp_path_factory: pytest.TempPathFactory
) -> Any:
    """The sample's workbook of everything."""
    folder: Path = tmp_path_factory.mktemp("everything")
    target = everything.write_all(everything.read_all(sample)[0], tables, folder)
    assert target == folder / "Marsh Valley everything.xlsx"
    return load_workbook(target, data_only=True)


def test_every_table_has_its_sheet_and_every_row_its_line(
    tables: list[TableDump], book: Any
) -> None:
    assert book.sheetnames == [sheet_words(table.name) for table in tables]
    for table in tables:
        sheet = book[sheet_words(table.name)]
        assert sheet.max_row == 1 + len(table.rows), table.name
        assert sheet.max_column == len(table.columns), table.name


def test_pounds_are_there_to_the_penny(tables: list[TableDump], book: Any) -> None:
    compared = 0
    for table in tables:
        for at, name in enumerate(table.columns):
            if not name.endswith("_pence"):
                continue
            pence = sum(int(str(row[at])) for row in table.rows if row[at] is not None)
            sheet = book[sheet_words(table.name)]
            pounds = [sheet.cell(row, at + 1).value for row in range(2, 2 + len(table.rows))]
            assert round(sum(each for each in pounds if each is not None) * 100) == pence
            compared += 1
    assert compared >= 5


def test_what_is_not_known_is_blank(tables: list[TableDump], book: Any) -> None:
    table = next(table for table in tables if table.name == "post")
    blank = sum(value is None for row in table.rows for value in row)
    cells = [cell.value for row in book["Post"].iter_rows(min_row=2) for cell in row]
    assert blank == sum(value is None for value in cells) > 0


def test_values_of_every_kind_are_written_as_people_read_them(tmp_path: Path) -> None:
    from datetime import UTC, datetime
    from decimal import Decimal

    from pch_desktop.domain.budget import Phase

    columns = ("id", "cost_pence", "wte", "on", "at", "is_hub", "phase", "name", "blank")
    row = (1, 123456, Decimal("0.8"), date(2016, 4, 1), datetime(2016, 4, 1, 9, tzinfo=UTC), True,
           Phase.SHADOW, "=1+1", None)  # fmt: skip
    target = everything.write_all("A", [TableDump("all_kinds", columns, (row,))], tmp_path)
    sheet = load_workbook(target)["All kinds"]
    assert [cell.value for cell in sheet[1]][:2] == ["Id", "Cost"]
    assert [cell.value for cell in sheet[2]][:3] == [1, 1234.56, 0.8]
    assert sheet["D2"].value.date() == date(2016, 4, 1)
    assert [cell.value for cell in sheet[2]][4:] == [
        "2016-04-01 09:00:00+00:00", "Yes", "shadow", "=1+1", None,
    ]  # fmt: skip
    assert sheet["H2"].data_type == "s"


def test_a_table_without_rows_still_has_its_headings(tmp_path: Path) -> None:
    target = everything.write_all("A", [TableDump("none", ("id", "name"), ())], tmp_path)
    assert [cell.value for cell in load_workbook(target)["None"][1]] == ["Id", "Name"]


def test_a_table_longer_than_a_sheet_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everything, "MOST_ROWS", 1)
    table = TableDump("actual", ("id",), ((1,), (2,)))
    with pytest.raises(Refusal, match="actual has more rows"):
        everything.write_all("A", [table], tmp_path)
    assert list(tmp_path.iterdir()) == []
