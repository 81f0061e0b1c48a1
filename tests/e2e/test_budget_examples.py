"""The worked examples of money, from what is stored to the screen's rows and the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.budget import Method, Profile, Thresholds
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.exports import pack
from pch_desktop.reports import budget as report
from pch_desktop.reports.budget_forecast import forecast_rows
from pch_desktop.reports.budget_months import budget_columns
from pch_desktop.reports.table import Kind
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.words import written
from pch_desktop.store import budget, locality
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import NOON

YEAR = FinancialYear(2025)
SEPTEMBER = Month(2025, 9)
RATINGS = {"R": "◆ Red", "A": "▲ Amber", "G": "● Green"}
D06: tuple[tuple[str, int, int, int, str, str], ...] = (
    ("Prescribing", 276500000, 283120000, -6620000, "(2.4%)", "R"),
    ("Community", 208000000, 205400000, 2600000, "1.3%", "G"),
    ("Planned care", 36000000, 36350000, -350000, "(1.0%)", "G"),
    ("Estates", 4000000, 4400000, -400000, "(10.0%)", "G"),
    ("NEL", 502000000, 505100000, -3100000, "(0.6%)", "A"),
)
"""Line, budget and actual to month 6, variance, its share, rating."""
D07 = {"One": (276549900, "2,765"), "Two": (208049900, "2,080"), "Three": (36049900, "360")}
D08_PROFILE = (80, 81, 82, 83, 82, 83, 84, 84, 87, 87, 82, 85)
"""Thousandths of the year, April first."""
D08_SPENT = (44900000, 45700000, 46300000, 47200000, 46500000, 47800000)
D08 = {
    Method.STRAIGHT_LINE: 556800000,
    Method.RUN_RATE: 561400000,
    Method.REMAINING_BUDGET: 560386000,
    Method.PROFILED: 567006110,
    Method.TREND: 575108571,
}
D05 = (9759430, 9759430, 10247401, 11223345, 9759430, 10735373,
       11223344, 9759430, 10247402, 10247401, 9759430, 10735373)  # fmt: skip
D04 = (8333333, 8333334, 8333333, 8333333, 8333334, 8333333,
       8333333, 8333334, 8333333, 8333333, 8333334, 8333333)  # fmt: skip


def added(file: LocalityFile, name: str, annual: int | None) -> int:
    """Add a line to the year."""
    return file.edit("Add", budget.add_line, YEAR, name, Sector.PRIMARY, annual)


def month_by_month(file: LocalityFile, line_id: int, months: Sequence[int]) -> None:
    """Set a line's months by hand, April first."""
    for month, pence in zip(YEAR.months, months, strict=True):
        file.edit("Set", budget.set_month_budget, line_id, month, pence)


def spent(file: LocalityFile, line_id: int, months: Sequence[int]) -> None:
    """Enter what a line's first months cost."""
    for month, pence in zip(YEAR.months, months, strict=False):
        file.edit("Spend", budget.set_actual, line_id, month, pence)


def standing(file: LocalityFile) -> Mapping[str, report.StandingRow]:
    """Return the screen's rows at the end of September, by name."""
    rows = report.standing_rows(file.read(budget.lines, SEPTEMBER), file.read(locality.thresholds))
    return {row.name: row for row in rows}


class Book:
    """A file's board pack of September, by sheet, row and column heading."""

    def __init__(self, file: LocalityFile, folder: Path) -> None:
        self.path = pack.write_pack(pack.gather(file, SEPTEMBER, NOON), folder)
        self._book = load_workbook(self.path, data_only=True)

    def cell(self, sheet: str, row: str, heading: str) -> Any:
        """Return a cell's result."""
        page = self._book[sheet]
        at = next(
            number
            for number in range(1, page.max_column + 1)
            if page.cell(4, number).value == heading
        )
        down = next(
            number for number in range(5, page.max_row + 1) if page.cell(number, 1).value == row
        )
        return page.cell(down, at).value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where packs go."""
    made = tmp_path / "packs"
    made.mkdir()
    return made


def test_d06_a_variance_and_its_rating_are_the_same_on_the_screen_and_in_the_workbook(
    file: LocalityFile, folder: Path
) -> None:
    for name, budgeted, actual, *_ in D06:
        line_id = added(file, name, None)
        month_by_month(file, line_id, (budgeted, *(0,) * 5, *(1,) * 6))
        spent(file, line_id, (actual, *(0,) * 5))
    assert file.read(locality.thresholds) == Thresholds()
    rows, book = standing(file), Book(file, folder)
    column = next(each for each in report.LINES if each.key == "date_share")
    for name, budgeted, actual, variance, share, letter in D06:
        row = rows[name]
        assert (row.date_budget, row.date_actual) == (budgeted, actual)
        assert row.date_variance == variance
        assert written(column.value(row), Kind.SHARE) == share
        assert RATINGS[letter] == written(row.date_rating, Kind.RATING)
        assert book.cell("Finance", name, "YTD variance") == pytest.approx(variance / 100)
        assert book.cell("Finance", name, "YTD rating") == RATINGS[letter]
        exact = Decimal(variance) / budgeted
        assert book.cell("Finance", name, "YTD variance %") == pytest.approx(float(exact))


def test_d07_the_total_in_thousands_is_rounded_from_the_pence_and_the_page_says_so(
    file: LocalityFile, folder: Path
) -> None:
    for name, (pence, _) in D07.items():
        added(file, name, pence)
    rows, book = standing(file), Book(file, folder)
    for name, (pence, shown) in D07.items():
        assert written(rows[name].annual, Kind.THOUSANDS) == shown
        assert book.cell("Finance", name, "Full-year budget") == pytest.approx(pence / 100)
    column = next(each for each in report.LINES if each.key == "annual")
    total = total_of(column, report.LINES, list(rows.values()))
    assert total is not None
    assert written(total.value, Kind.THOUSANDS) == "5,206"
    held = book.cell("Finance", "Total shadow budget", "Full-year budget")
    assert held == pytest.approx(5_206_497.00)
    assert book.cell("Finance", "Primary care, subtotal", "Full-year budget") == held
    notes = report.finance(file, SEPTEMBER).notes
    assert any("totals are rounded from the exact total" in note for note in notes)


def test_d08_five_methods_look_ahead_from_what_is_stored(file: LocalityFile, folder: Path) -> None:
    line_id = added(file, "Prescribing", None)
    month_by_month(file, line_id, [part * 554_000 for part in D08_PROFILE])
    spent(file, line_id, D08_SPENT)
    row = standing(file)["Prescribing"]
    assert row.annual == 554000000
    assert (row.date_budget, row.date_actual) == (272014000, 278400000)
    assert row.date_variance == -6386000
    assert row.line.method is Method.PROFILED
    assert (row.outturn, row.outturn_variance) == (567006110, -13006110)
    (forecast,) = forecast_rows([row], SEPTEMBER)
    assert dict(zip(Method, forecast.by_method, strict=True)) == {**D08, Method.MANUAL: None}
    assert forecast.spread == max(D08.values()) - min(D08.values())
    book = Book(file, folder)
    for heading, method in (
        ("Straight line", Method.STRAIGHT_LINE),
        ("Run rate", Method.RUN_RATE),
        ("Remaining", Method.REMAINING_BUDGET),
        ("Profile", Method.PROFILED),
        ("Trend", Method.TREND),
    ):
        held = book.cell("Forecast", "Prescribing", heading)
        assert held == pytest.approx(D08[method] / 100, abs=0.001)
    assert book.cell("Forecast", "Prescribing", "Outturn") == pytest.approx(5670061.10)
    assert book.cell("Finance", "Prescribing", "Forecast variance") == pytest.approx(-130061.10)
    assert book.cell("Bridge", "Forecast outturn", "Budget or cost £") == pytest.approx(5670061.10)


@pytest.mark.parametrize("method", list(D08))
def test_d08_whichever_method_a_line_uses_is_its_outturn(
    file: LocalityFile, method: Method
) -> None:
    line_id = added(file, "Prescribing", None)
    month_by_month(file, line_id, [part * 554_000 for part in D08_PROFILE])
    spent(file, line_id, D08_SPENT)
    file.edit("Method", budget.set_line, line_id, "method", method)
    assert standing(file)["Prescribing"].outturn == D08[method]


def test_a_year_without_a_budget_so_far_is_carried_on_in_a_straight_line(
    file: LocalityFile,
) -> None:
    line_id = added(file, "Late start", None)
    month_by_month(file, line_id, (*(0,) * 6, *(100_00,) * 6))
    spent(file, line_id, (10_00,) * 6)
    row = standing(file)["Late start"]
    assert row.line.method is Method.PROFILED
    assert row.outturn == 120_00


@pytest.mark.parametrize(
    ("profile", "annual", "expected", "so_far"),
    [
        (Profile.EQUAL, 100000000, D04, 50000000),
        (Profile.WORKING_DAYS, 123456789, D05, 61484409),
    ],
)
def test_d04_and_d05_a_year_is_spread_to_the_penny_on_the_screen_and_in_the_workbook(
    file: LocalityFile,
    folder: Path,
    profile: Profile,
    annual: int,
    expected: Sequence[int],
    so_far: int,
) -> None:
    line_id = added(file, "Wards", annual)
    file.edit("Spread", budget.set_line, line_id, "profile", profile)
    row = standing(file)["Wards"]
    columns = budget_columns(SEPTEMBER)
    assert tuple(column.value(row) for column in columns[1:-1]) == tuple(expected)
    assert row.date_budget == so_far
    book = Book(file, folder)
    for column, pence in zip(columns[1:-1], expected, strict=True):
        held = book.cell("Budget by month", "Wards", column.title)
        assert held == pytest.approx(pence / 100)
    assert book.cell("Budget by month", "Wards", "Full year") == pytest.approx(annual / 100)
    assert book.cell("Finance", "Wards", "YTD budget") == pytest.approx(so_far / 100)


@pytest.mark.parametrize(
    ("day", "year", "number"),
    [
        (date(2025, 4, 1), "2025/26", 1),
        (date(2026, 3, 31), "2025/26", 12),
        (date(2025, 12, 31), "2025/26", 9),
        (date(2026, 1, 1), "2025/26", 10),
    ],
)
def test_d42_a_day_s_month_is_numbered_from_april_where_its_money_is_read(
    file: LocalityFile, folder: Path, day: date, year: str, number: int
) -> None:
    month = Month(day.year, day.month)
    line_id = added(file, "Wards", 1_200_00)
    file.edit("Spend", budget.set_actual, line_id, month, 77_00)
    (row,) = report.standing_rows(file.read(budget.lines, month), Thresholds())
    assert row.month_actual == 77_00
    assert row.date_budget == number * 100_00
    assert f"{year}, month {number} (to " in report.finance(file, month).subtitle
    made = pack.gather(file, month, NOON)
    assert made.title.startswith(f"Board pack: Month {number}, ")
    page = load_workbook(pack.write_pack(made, folder))["Finance"]
    assert f"{year}, month {number} (to {month.last.day} {month.words})" in page["A2"].value
