"""The sheets on how the budget is built: live formulas with the program's own results."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.budget_ready import ReadySet
from pch_desktop.exports import pack
from pch_desktop.imports.ready_lines import ready_lines, ready_rates
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.store.budget_builds import (
    D02,
    D40,
    OCTOBER,
    YEAR,
    build_lines,
    put,
    share_fairly,
    weigh,
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """A file with the worked examples in it."""
    path = tmp_path_factory.mktemp("built") / "built.pch"
    file = localities.empty(path)
    build_lines(file)
    weigh(file)
    put(file, budget.use_weighted, YEAR)
    lines = ready_lines(ReadySet.NETWORK)
    put(file, budget.add_ready_lines, YEAR, lines, ready_rates(lines))
    put(file, budget.set_sum, YEAR, "care_home_beds", 320)
    put(file, budget.set_sum, YEAR, "weighted_people", 41_870)
    share_fairly(file)
    yield file
    file.close()


@pytest.fixture(scope="module")
def written(built: LocalityFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its board pack."""
    board = pack.gather(built, OCTOBER, localities.NOON)
    return pack.write_pack(board, tmp_path_factory.mktemp("pack"))


def column(book: Any, sheet: str, heading: str) -> dict[str, Any]:
    """Return a column of a sheet by what its rows are called."""
    page = book[sheet]
    at = next(cell.column for cell in page[4] if cell.value == heading)
    return {row[0].value: row[at - 1].value for row in page.iter_rows(min_row=5)}


def test_the_workbook_holds_the_worked_examples(written: Path) -> None:
    book = load_workbook(written, data_only=True)
    built = column(book, "Capitation", "Built £")
    expected = {name: int(told[-1]) / 100 for name, told in D02.items()}
    expected["Community services"] = 4_190_911.82
    assert {name: built[name] for name in D02} == expected
    assert {name: built[name] for name in D40} == {name: p / 100 for name, p in D40.items()}
    fair = column(book, "Fair share", "Target £")
    assert fair["Community services"] == 4_213_693.08
    assert column(book, "Fair share", "Budget £")["Community services"] == 4_190_911.82
    assert column(book, "Capitated sum", "Value")["Registered people"] == 40_000


def test_its_formulas_are_live(written: Path) -> None:
    book = load_workbook(written)
    grown = column(book, "Capitation", "Grown £")["Prescribing"]
    assert grown.startswith("=ROUND(")
    assert grown.endswith(",2)")
    assert column(book, "Capitation", "Built £")["Prescribing"].startswith("=IF(")
    assert column(book, "Fair share", "Target £")["Community services"].startswith("=ROUND(")


def test_every_page_says_that_it_is_notional(written: Path) -> None:
    book = load_workbook(written)
    for title in ("Capitation", "Capitated sum", "Fair share", "Service changes"):
        head: Any = book[title].oddHeader
        assert head.center.text == "SHADOW – NOTIONAL"


def test_a_list_weighted_here_is_what_the_workbook_divides_by(
    file: LocalityFile, tmp_path: Path
) -> None:
    build_lines(file)
    weigh(file)
    put(file, budget.use_weighted, YEAR)
    target = pack.write_pack(pack.gather(file, OCTOBER, localities.NOON), tmp_path)
    values = column(load_workbook(target, data_only=True), "Capitated sum", "Value")
    assert values["Weighted people"] == 45_304
    assert (values["A head"], values["Operating sum"]) == (958.51, 38_340_385.23)
    assert values["A weighted head"] == 846.29
