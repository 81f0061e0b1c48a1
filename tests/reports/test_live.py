"""What a workbook works out live is told on the screen by the same formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.exports import pack
from pch_desktop.reports.explained import of_column, of_total
from pch_desktop.reports.formula import Given, value, worked
from pch_desktop.reports.live import read
from pch_desktop.reports.table import Kind, Table, Total
from pch_desktop.reports.totals import total_of
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.explaining import must_hold

OCTOBER = Month(2016, 10)
FIGURES = {
    "a": Given("Tariff", 100_00), "b": Given("Cost", -30_00), "s": Given("People", 3, Kind.COUNT),
    "u": Given("Unknown", None),
}  # fmt: skip


def found(key: str, _place: int | None) -> Given | None:
    """Return a figure by its key."""
    return FIGURES.get(key)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open."""
    path: Path = tmp_path_factory.mktemp("live") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


@pytest.fixture(scope="module")
def tables(sample: LocalityFile) -> list[Table[Any]]:
    """Every table of the sample's board pack."""
    board = pack.gather(sample, OCTOBER, localities.NOON)
    return list(board.tables)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{a}-{b}", "£100.00 − (−£30.00) = £130.00"),
        ("ROUND({a}*{s}/7,2)", "£100.00 × 3 ÷ 7 = £42.86, rounded"),
        ("IF({b}=0,0,{a}*12/{s})", "£100.00 × 12 ÷ 3 = £400.00"),
        ("SIGN({b})*ROUND(ABS({b})*{s},2)", "−1 × rounded(£30.00 × 3) = (£90.00)"),
        ("SUM({a}:{s})", "£100.00 − £30.00 + 3 = £70.03"),
        ("MIN({a},{b}-{a})", "−£30.00 − £100.00 = (£130.00)"),
        ("{a}-({b}-{a})", "£100.00 − (−£30.00 − £100.00) = £230.00"),
        ("{a}-{u}", "£100.00 − not known = not known"),
    ],
)
def test_arithmetic_is_read_with_the_figures_of_the_row(text: str, said: str) -> None:
    formula = read(text, found, tuple(FIGURES))
    assert formula is not None
    assert worked(formula) == said


@pytest.mark.parametrize(
    "text",
    ["what is supposed", "closes-opens", 'IF({a}="No",0,1)', "{nowhere}+1", "{a}+", "ROUND({a},0)",
     "VLOOKUP({a},1)", "{a})", "SUM({a}:{nowhere})"],
)  # fmt: skip
def test_what_is_more_than_arithmetic_is_not_read(text: str) -> None:
    assert read(text, found, tuple(FIGURES)) is None


def test_a_condition_takes_the_branch_that_holds() -> None:
    for sign, taken in (("<=", 1), ("<", 1), (">", 2), (">=", 2), ("=", 2)):
        formula = read(f"IF({{b}}{sign}{{a}},1,2)", found)
        assert formula is not None
        assert value(formula) == taken


def test_every_live_formula_of_the_pack_comes_to_its_cell(tables: list[Table[Any]]) -> None:
    told: Counter[str] = Counter()
    for table in tables:
        for at, column in enumerate(table.columns):
            for row in table.rows:
                made = of_column(table.columns, at, row, table.rows)
                if made is None:
                    continue
                assert made.value == column.value(row)
                must_hold(made)
                told[table.title] += bool(made.worked)
    assert told["Finance"] >= 13 * 3
    assert {"Forecast", "Capitation", "Fair share", "Double payment", "Share"} <= {
        title for title, count in told.items() if count
    }


def test_every_total_of_the_pack_tells_the_rows_it_is_made_of(tables: list[Table[Any]]) -> None:
    walked = 0
    for table in tables:
        for at, column in enumerate(table.columns):
            made = of_total(table.columns, at, table.rows, "Total")
            totalled = total_of(column, table.columns, table.rows)
            assert (made is None) == (column.total is Total.NONE)
            if made is None or totalled is None:
                continue
            assert made.value == totalled.value
            assert bool(made.unknown) == totalled.is_incomplete
            must_hold(made)
            walked += 1
    assert walked > 100
