"""The Finance sheets of the pack: by sector, month by month, forecast, bridge, what-ifs."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.budget import Method, Scope
from pch_desktop.domain.budget_plan import RiskKind, ScenarioKind
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.exports import pack
from pch_desktop.exports.board import Pack
from pch_desktop.reports.budget_groups import by_group
from pch_desktop.reports.budget_standing import finance
from pch_desktop.reports.totals import total_of
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.exports.books import Cell, cells, formulas, recalculated
from tests.exports.conftest import OCTOBER
from tests.exports.test_recalculated import is_same

YEAR = FinancialYear(2016)
SHEETS = ("Budget by month", "Actual by month", "Forecast", "Bridge", "Outturn risks", "What if")


@pytest.fixture(scope="module")
def book(workbook: Path) -> Any:
    """The sample's workbook, opened for its results."""
    return load_workbook(workbook, data_only=True)


@pytest.fixture(scope="module")
def live(workbook: Path) -> dict[Cell, str]:
    """Every formula of the sample's workbook."""
    return formulas(workbook)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """A budget with income, a line out of scope, a line without actuals, and what may come."""
    path = tmp_path_factory.mktemp("odd") / "odd.pch"
    file = localities.empty(path)
    file.edit("Fill", fill)
    yield file
    file.close()


def fill(session: Any) -> None:
    """Fill a file with what is seldom met."""
    ids = {
        name: budget.add_line(session, YEAR, name, sector, annual)
        for name, sector, annual in (
            ("Wards", Sector.SECONDARY, 1_234_567_89),
            ("Drugs", Sector.PRIMARY, 654_321_01),
            ("Rent received", Sector.PRIMARY, 120_000_00),
            ("Ambulance", Sector.PUBLIC, 90_000_00),
            ("Late", Sector.VOLUNTARY, 12_000_00),
            ("Nothing set", Sector.VOLUNTARY, None),
        )
    }
    budget.set_line(session, ids["Rent received"], "is_income", True)
    budget.set_line(session, ids["Ambulance"], "scope", Scope.OUT)
    budget.set_line(session, ids["Drugs"], "method", Method.TREND)
    for number, month in enumerate(YEAR.months[:7]):
        for name in ("Wards", "Drugs", "Rent received", "Ambulance"):
            pence = 10_000_01 * (number + 3) // (1 + ids[name])
            budget.set_actual(session, ids[name], month, pence)
    half = {"amount_pence": 1_000_01, "likelihood_share": Decimal("0.5")}
    budget.add_risk(session, YEAR, RiskKind.RISK, "Flu", {**half, "line": "Wards"})
    budget.add_risk(session, YEAR, RiskKind.MITIGATION, "Jabs", half)
    budget.add_scenario(session, YEAR, "Forecast")
    scenario = budget.add_scenario(session, YEAR, "=1+1")
    budget.suppose(session, scenario, ids["Rent received"], ScenarioKind.ADD, 10_00)
    budget.suppose(session, scenario, ids["Wards"], ScenarioKind.SHARE, Decimal("0.015"))


def down(page: Any, name: str) -> int:
    """Return the row that begins with a name."""
    return next(row for row in range(5, page.max_row + 1) if page.cell(row, 1).value == name)


def across(page: Any, heading: str) -> int:
    """Return the column under a heading."""
    return next(at for at in range(1, page.max_column + 1) if page.cell(4, at).value == heading)


def test_each_sector_has_its_subtotal_and_the_total_counts_nothing_twice(
    sample: LocalityFile, book: Any, live: dict[Cell, str]
) -> None:
    page = book["Finance"]
    table = finance(sample, OCTOBER)
    columns = [column for column in table.printed if column.key in {"annual", "outturn_variance"}]
    blocks = by_group(table.rows)
    assert len(blocks) == 4
    for column in columns:
        at = across(page, column.title)
        for block in blocks:
            row = down(page, f"{block.title}, subtotal")
            summed = total_of(column, table.columns, block.rows)
            assert summed is not None
            assert page.cell(row, at).value == pytest.approx(int(str(summed.value)) / 100)
            assert live["Finance", page.cell(row, at).coordinate].startswith("=SUBTOTAL(109,")
        whole = total_of(column, table.columns, table.rows)
        assert whole is not None
        total = page.cell(down(page, "Total shadow budget"), at)
        assert total.value == pytest.approx(int(str(whole.value)) / 100)
        assert live["Finance", total.coordinate] == (
            f"=SUBTOTAL(109,{total.column_letter}5:{total.column_letter}{total.row - 1})"
        )


def test_the_page_says_of_what_it_is_and_how_it_is_read(book: Any) -> None:
    assert book["Finance"]["A2"].value == (
        "£000. Marsh Valley, 2016/17, month 7 (to 31 October 2016), version 1, draft. "
        "Variance = budget − actual. (Brackets) mean overspent. SHADOW – NOTIONAL: no cash moves."
    )
    notes = [page[0].value for page in book["Finance"].iter_rows(min_row=23)]
    assert any(str(note).startswith("Risk-adjusted outturn: £47,629,000") for note in notes)


@pytest.mark.parametrize("name", SHEETS)
def test_a_finance_sheet_is_one_titled_table_without_gaps(book: Any, name: str) -> None:
    page = book[name]
    assert page["A1"].value == name
    heads = [cell.value for cell in page[4] if cell.value is not None]
    assert len(heads) == len(set(heads)) >= 4
    assert list(page.merged_cells.ranges) == []
    (table,) = page.tables.values()
    assert all(any(cell.value is not None for cell in row) for row in page[table.ref])
    assert page.freeze_panes == "B5"
    assert page.oddHeader.center.text == "SHADOW – NOTIONAL"


def test_a_line_s_year_is_the_live_sum_of_its_months(book: Any, live: dict[Cell, str]) -> None:
    page = book["Budget by month"]
    row = down(page, "Prescribing")
    assert live["Budget by month", f"N{row}"] == f"=SUM(B{row}:M{row})"
    assert page[f"N{row}"].value == pytest.approx(6_480_000)
    spent = book["Actual by month"]
    row = down(spent, "Prescribing")
    assert live["Actual by month", f"I{row}"] == f"=SUM(B{row}:H{row})"
    total = book["Finance"].cell(
        down(book["Finance"], "Total shadow budget"), across(book["Finance"], "YTD actual")
    )
    assert spent.cell(down(spent, "Total"), 9).value == pytest.approx(total.value)


def test_the_outturn_is_the_live_one_of_the_method_named_and_its_risks_are_added(
    book: Any, live: dict[Cell, str]
) -> None:
    page = book["Forecast"]
    row = down(page, "Emergency admissions")
    at = page.cell(row, across(page, "Outturn"))
    assert live["Forecast", at.coordinate].startswith("=IF(I")
    assert at.value == pytest.approx(10_272_000)
    assert page.cell(row, across(page, "Risks")).value == pytest.approx(-72_000)
    assert page.cell(row, across(page, "With risks")).value == pytest.approx(10_344_000)
    total = down(page, "Total")
    assert page.cell(total, across(page, "With risks")).value == pytest.approx(47_629_000)


def test_the_bridge_runs_on_live_from_the_step_before(book: Any, live: dict[Cell, str]) -> None:
    page = book["Bridge"]
    last = down(page, "Forecast outturn")
    assert ("Bridge", "E5") not in live
    assert live["Bridge", f"E{last}"] == f"=E{last - 1}+C{last}-D{last}"
    assert page[f"E{last}"].value == pytest.approx(47_509_000)


def test_every_cell_of_an_odd_budget_is_what_libreoffice_makes_of_it(
    odd: LocalityFile, tmp_path: Path
) -> None:
    target = pack.write_pack(pack.gather(odd, OCTOBER, localities.NOON), tmp_path)
    live, ours = formulas(target), cells(target)
    theirs = cells(recalculated(target, tmp_path))
    differ = {
        place: (live[place], ours.get(place), theirs.get(place))
        for place in live
        if not is_same(ours.get(place), theirs.get(place))
    }
    assert differ == {}
    assert {sheet for sheet, _ in live} >= {*SHEETS} - {"What if"}


def test_a_what_if_of_any_name_heads_a_column_of_its_own(odd: LocalityFile, tmp_path: Path) -> None:
    target = pack.write_pack(pack.gather(odd, OCTOBER, localities.NOON), tmp_path)
    page: Any = load_workbook(target)["What if"]
    heads = [cell.value for cell in page[4] if cell.value is not None]
    assert heads == ["Budget line", "Budget", "Forecast", "If: Forecast", "If: =1+1"]
    (table,) = page.tables.values()
    assert [column.name for column in table.tableColumns] == heads


def test_a_line_out_of_scope_stands_below_the_total_and_is_in_none(
    odd: LocalityFile, tmp_path: Path
) -> None:
    target = pack.write_pack(pack.gather(odd, OCTOBER, localities.NOON), tmp_path)
    page: Any = load_workbook(target, data_only=True)["Finance"]
    total, memo = down(page, "Total shadow budget"), down(page, "Memo: Ambulance")
    assert memo == total + 1
    at = across(page, "Full-year budget")
    assert page.cell(memo, at).value == pytest.approx(90_000)
    assert page.cell(total, at).value == pytest.approx(1_234_567.89 + 654_321.01 - 120_000 + 12_000)
    assert page.cell(memo, across(page, "Rating")).value is None


def test_what_is_kept_back_of_the_sum_stands_below_the_total(
    odd: LocalityFile, tmp_path: Path
) -> None:
    def keep_back(session: Any) -> None:
        budget.remove_lines(session, [line.id for line in budget.lines(session, OCTOBER)
                                      if line.annual_pence is None])  # fmt: skip
        budget.set_sum(session, YEAR, "top_slice_share", Decimal("0.005"))
        budget.set_sum(session, YEAR, "contingency_share", Decimal("0.01"))

    odd.edit("Keep back", keep_back)
    target = pack.write_pack(pack.gather(odd, OCTOBER, localities.NOON), tmp_path)
    page: Any = load_workbook(target, data_only=True)["Finance"]
    at = across(page, "Full-year budget")
    total = page.cell(down(page, "Total shadow budget"), at).value
    names = ("top-slice, kept by the commissioner", "contingency, kept back",
             "left to run services with")  # fmt: skip
    parts = [page.cell(down(page, f"Of which {name}"), at).value for name in names]
    assert parts[0] == pytest.approx(round(total * 0.005, 2))
    assert sum(parts) == pytest.approx(total)
    odd.undo()


def test_a_month_without_any_budget_has_an_empty_table_that_says_so(
    file: LocalityFile, tmp_path: Path
) -> None:
    made: Pack = pack.gather(file, Month(2016, 6), localities.NOON)
    assert [table.title for table in made.tables if table.title in SHEETS] == []
    pack.write_pack(made, tmp_path)
