"""A figure is one figure: on the screen, in a chart, in a workbook, in the file."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.period import Month
from pch_desktop.exports import pack
from pch_desktop.exports.board import Pack
from pch_desktop.exports.series import Drawn, values_of
from pch_desktop.reports import overview
from pch_desktop.reports import workforce as workforce_report
from pch_desktop.reports.budget_bridge import bridge, budget_of
from pch_desktop.reports.budget_forecast import FORECASTS, forecast_rows
from pch_desktop.reports.budget_groups import group_of
from pch_desktop.reports.budget_path import cumulative_variance
from pch_desktop.reports.budget_risks import adjustment
from pch_desktop.reports.budget_run_rate import run_rate
from pch_desktop.reports.budget_standing import LINES, standing_rows
from pch_desktop.reports.table import MONEYS, Kind, Table, summed
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.words import written
from pch_desktop.store import budget, locality, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.arrangement import Group
from pch_desktop.ui.sections.budget.columns import lines_columns
from pch_desktop.ui.table_model import TableModel
from tests import localities

OCTOBER = Month.read("2016-10")
HEADLINES = {
    "registered": ("41,280", 41_280),
    "weighted": ("42,297", Decimal("42297.47")),
    "in_post_wte": ("207.90", Decimal("207.9")),
    "vacant_share": ("6.2%", Decimal("13.7") / Decimal("221.6")),
    "date_variance": ("£7,333", 7_333_33),
    "outturn_variance": ("(£9,000)", -9_000_00),
    "partners_signed": ("14", 14),
}
"""As written and as held: shares of one, money in pence."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open."""
    path = tmp_path_factory.mktemp("one") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


@pytest.fixture(scope="module")
def board(sample: LocalityFile) -> Pack:
    """Its board pack as facts."""
    return pack.gather(sample, OCTOBER, localities.NOON)


@pytest.fixture(scope="module")
def book(board: Pack, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Its board pack, written and opened for its results."""
    target: Path = pack.write_pack(board, tmp_path_factory.mktemp("one"))
    return load_workbook(target, data_only=True)


@pytest.mark.parametrize("key", HEADLINES)
def test_a_headline_is_the_same_on_screen_and_in_the_workbook(
    sample: LocalityFile, book: Any, key: str
) -> None:
    words, held = HEADLINES[key]
    row = next(row for row in overview.measures(sample, OCTOBER) if row.key == key)
    assert written(row.value, row.kind) == words
    assert row.value == held
    shown = next(
        line[2].value for line in book["Summary"].iter_rows(min_row=5) if line[1].value == row.name
    )
    assert shown == pytest.approx(in_cells(row.value, row.kind), abs=1e-9)


@pytest.mark.parametrize("key", [key for key in HEADLINES if key != "partners_signed"])
def test_a_headline_is_the_total_of_the_table_it_comes_from(
    sample: LocalityFile, board: Pack, key: str
) -> None:
    row = next(row for row in overview.measures(sample, OCTOBER) if row.key == key)
    assert row.total is not None
    title, column_key = row.total
    table = next(table for table in board.sections if table.title == title)
    column = next(column for column in table.columns if column.key == column_key)
    total = total_of(column, table.columns, table.rows)
    assert total is not None
    assert total.value == row.value


def test_every_total_in_the_workbook_is_the_program_s_to_the_penny(board: Pack, book: Any) -> None:
    compared = 0
    for table in board.tables:
        for at, column, value in totals(table):
            cell = book[table.title].cell(5 + table.depth, at)
            assert cell.value == pytest.approx(in_cells(value, column.kind), abs=0.004)
            compared += 1
    assert compared > 30


def test_every_bar_and_point_of_a_chart_is_a_cell_of_its_table(board: Pack, book: Any) -> None:
    compared = 0
    for table in board.tables:
        for chart in table.charts:
            drawn = Drawn(table, chart)
            for key in chart.series:
                at = [column.key for column in table.printed].index(key) + 1
                column = table.printed[at - 1]
                cells = [book[table.title].cell(5 + row, at).value for row in range(drawn.bars)]
                values = values_of(drawn, key)
                is_money = column.kind in {Kind.MONEY, Kind.THOUSANDS}
                pounds = [each / 100 if each is not None and is_money else each for each in values]
                assert cells == pytest.approx(pounds)
                compared += len(cells)
    assert compared > 60


def test_the_last_month_s_variance_to_date_is_the_one_of_the_finance_table(board: Pack) -> None:
    months = next(table for table in board.tables if table.title == "By month")
    told = {column.key: list(map(column.value, months.rows)) for column in months.columns}
    october = told["month"].index("Oct 16")
    assert told["date_variance"][october] == told["forecast_variance"][october] == 7_333_33
    assert told["forecast_variance"][-1] == -9_000_00


def totals(table: Table[Any]) -> list[tuple[int, Any, Any]]:
    """Return a table's totals that are known: where each stands, its column, its value."""
    found = [
        (at, column, total_of(column, table.columns, table.rows))
        for at, column in enumerate(table.printed, start=1)
    ]
    return [(at, column, total.value) for at, column, total in found if total and table.rows
            and total.value is not None]  # fmt: skip


def in_cells(value: Any, kind: Kind) -> float:
    """Return a value as a cell holds it: pounds and pence."""
    return float(value) / 100 if kind in MONEYS else float(value)


@pytest.mark.parametrize("key", ["annual_cost", "in_post_wte", "vacant_wte", "cover_wte"])
def test_the_posts_add_up_to_the_staff_groups(sample: LocalityFile, key: str) -> None:
    posts = sample.read(workforce.posts, OCTOBER.last)
    groups = workforce_report.by_group(sample, OCTOBER)
    by_post = summed(next(each for each in workforce_report.POSTS if each.key == key), posts)
    by_group = summed(next(each for each in groups.columns if each.key == key), groups.rows)
    assert by_post == by_group


POSITION = {
    "annual": 47_500_000_00,
    "date_actual": 27_701_000_00,
    "date_variance": 7_333_33,
    "outturn": 47_509_000_00,
    "outturn_variance": -9_000_00,
}
"""The headlines of the position, in pence: worked out by hand from the invented sample."""
ADJUSTED = 47_629_000_00


@pytest.mark.parametrize("key", POSITION)
def test_a_headline_of_the_position_is_the_same_in_the_grid_and_in_the_workbook(
    sample: LocalityFile, book: Any, key: str
) -> None:
    rows = standing_rows(sample.read(budget.lines, OCTOBER), sample.read(locality.thresholds))
    model = TableModel(lines_columns(OCTOBER), noun="line")
    model.show(rows)
    shown = model.total(model.columns[model.column_at(key)])
    assert shown is not None
    assert (shown.value, shown.is_incomplete) == (POSITION[key], False)
    column = next(column for column in LINES if column.key == key)
    assert beneath(book["Finance"], column.title, "Total shadow budget") == POSITION[key]


def test_the_headlines_of_the_position_are_the_ends_of_its_charts(
    sample: LocalityFile, book: Any
) -> None:
    lines = sample.read(budget.lines, OCTOBER)
    rows = standing_rows(lines, sample.read(locality.thresholds))
    path = cumulative_variance(lines, OCTOBER)
    assert path[6].date_variance == POSITION["date_variance"]
    assert path[-1].forecast == POSITION["outturn_variance"]
    months = run_rate(path)
    assert sum(row.actual or 0 for row in months) == POSITION["date_actual"]
    assert sum(row.budget or 0 for row in months) == POSITION["annual"]
    steps = bridge(rows)
    assert budget_of(steps) == POSITION["annual"]
    assert steps[-1].reached == POSITION["outturn"]
    held = "Budget or cost £"
    assert beneath(book["Bridge"], held, "Forecast outturn") == POSITION["outturn"]
    assert beneath(book["Bridge"], held, "Budget") == POSITION["annual"]


def test_the_risk_adjusted_outturn_is_one_figure_in_words_grid_and_workbook(
    sample: LocalityFile, board: Pack, book: Any
) -> None:
    rows = standing_rows(sample.read(budget.lines, OCTOBER), sample.read(locality.thresholds))
    risks = sample.read(budget.risks, OCTOBER.financial_year)
    assert adjustment(rows, risks).adjusted == ADJUSTED
    model = TableModel(FORECASTS, noun="line")
    model.show(forecast_rows(rows, OCTOBER, risks))
    shown = model.total(model.columns[model.column_at("adjusted")])
    assert shown is not None
    assert shown.value == ADJUSTED
    assert beneath(book["Forecast"], "With risks", "Total") == ADJUSTED
    said = f"Risk-adjusted outturn: {written(ADJUSTED, Kind.MONEY)}"
    for title in ("Finance", "Forecast"):
        table = next(table for table in board.tables if table.title == title)
        assert any(note.startswith(said) for note in table.notes)


def test_every_subtotal_on_the_screen_is_the_one_in_the_workbook(
    sample: LocalityFile, book: Any
) -> None:
    rows = standing_rows(sample.read(budget.lines, OCTOBER), sample.read(locality.thresholds))
    model = TableModel(lines_columns(OCTOBER), noun="line")
    model.show(rows)
    model.arrange(group_by=group_of)
    compared = 0
    groups = [each for at in range(model.rowCount()) if isinstance(each := model.line(at), Group)]
    for group in groups:
        for column in LINES:
            total = model.total(model.columns[model.column_at(column.key)], group)
            if total is not None and column.kind is Kind.THOUSANDS:
                name = f"{group.title}, subtotal"
                assert beneath(book["Finance"], column.title, name) == total.value
                compared += 1
    assert compared == 4 * 9


def beneath(sheet: Any, heading: str, name: str) -> int:
    """Return the pence under a heading, in the row of that name."""
    at = next(cell.column for cell in sheet[4] if cell.value == heading)
    row = next(row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 1).value == name)
    return round(sheet.cell(row, at).value * 100)
