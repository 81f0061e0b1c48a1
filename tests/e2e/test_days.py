"""A person's day at the window, by the keys and buttons a person has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.reports import budget as finance
from pch_desktop.reports import overview
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import budget, checking
from pch_desktop.ui.export_page import ExportPage
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page import Page
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.tiles import Tile
from tests import localities
from tests.e2e.conftest import Opening

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
OCTOBER = Month.read("2016-10")
LINE = "Prescribing"
MONEY = {
    "month_budget", "month_actual", "month_variance", "date_budget", "date_actual",
    "date_variance", "annual", "outturn", "outturn_variance",
}  # fmt: skip
"""The columns that the screen and the pack both have."""


@pytest.fixture
def valley(tmp_path: Path) -> Path:
    """A person's own copy of the sample."""
    path = tmp_path / "Marsh Valley.pch"
    localities.copied(localities.whole_sample, path)
    return path


def sat_down(start: Opening, path: Path) -> Shell:
    """Open a file in a new window."""
    window = start()
    assert window.furniture.doings.open_file(path)
    return window


def screen(window: Shell, section: str) -> Any:
    """Go to a section by its button on the rail, and return its screen."""
    window.rail.buttons[section].click()
    return window.stage.currentWidget()


def lines_grid(window: Shell) -> Grid:
    """Return the finance table."""
    return screen(window, "budget").shown("Lines").grid


def annual(window: Shell, month: Month = OCTOBER) -> int | None:
    """Return the line's budget as the file has it."""
    assert window.desk is not None
    rows = window.desk.file.read(budget.lines, month)
    return next(row.annual_pence for row in rows if row.name == LINE)


def type_over(grid: Grid, record_id: int, key: str, text: str) -> None:
    """Choose a cell, type over what it shows, and press Enter."""
    grid.select_record(record_id, key)
    grid.view.setFocus()
    for letter in text:
        QTest.keyClicks(grid.view.delegate.editor or grid.view, letter)
    QTest.keyClick(grid.view.delegate.editor or grid.view, Key.Key_Return)


def line_id(window: Shell) -> int:
    """Return the number of the line that is changed."""
    assert window.desk is not None
    rows = window.desk.file.read(budget.lines, OCTOBER)
    return next(row.id for row in rows if row.name == LINE)


def test_an_amount_typed_is_undone_redone_and_there_the_next_morning(
    start: Opening, valley: Path
) -> None:
    window = sat_down(start, valley)
    before = annual(window)
    grid = lines_grid(window)
    type_over(grid, line_id(window), "annual", "6500")
    assert annual(window) == 6_500_000_00
    window.furniture.menus.actions["undo"].trigger()
    assert annual(window) == before
    window.top.redo.click()
    assert annual(window) == 6_500_000_00
    window.close()

    assert checking.check(valley) == []
    morning = sat_down(start, valley)
    assert annual(morning) == 6_500_000_00
    assert morning.furniture.menus.actions["undo"].text() == (
        f"Undo: Change full-year budget of {LINE}"
    )
    morning.furniture.menus.actions["undo"].trigger()
    assert annual(morning) == before


def test_another_month_and_a_chart_show_that_months_figures(
    start: Opening, valley: Path, qtbot: QtBot
) -> None:
    window = sat_down(start, valley)
    page = screen(window, "budget")
    window.furniture.doings.step_month(-1)
    assert window.top.month_button.text() == "September 2016, month 6 of 12"
    assert lines_grid(window).model.columns[2].band == "September  £000"
    assert page.shown("Charts").chart.isVisible()
    assert not window.furniture.strip.isVisible()
    for section in window.rail.buttons:
        shown = screen(window, section)
        assert shown is window.stage.currentWidget()
        if isinstance(shown, Page):
            for at in range(shown.tabs.count()):
                shown.tabs.setCurrentIndex(at)
                qtbot.wait(1)
        assert not window.furniture.strip.isVisible(), window.furniture.strip.sentence


def exported(window: Shell, folder: Path, qtbot: QtBot) -> Path:
    """Make the board pack by the button of the bar: Finance, and what is always in it."""
    folder.mkdir()
    window.top.export.click()
    page = window.stage.currentWidget()
    assert isinstance(page, ExportPage)
    qtbot.waitUntil(page.make.isEnabled, timeout=60_000)
    page.form.folder.setText(str(folder))
    page.sheets.none.click()
    (finance,) = [line for line in page.sheets.lines() if line.text(0) == "Finance"]
    finance.setCheckState(0, Qt.CheckState.Checked)
    page.make.click()
    qtbot.waitUntil(lambda: page.strip.sentence.startswith("Made"), timeout=60_000)
    (target,) = folder.iterdir()
    return target


def test_the_headlines_on_the_screen_are_the_cells_of_the_pack(
    start: Opening,
    valley: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = sat_down(start, valley)
    type_over(lines_grid(window), line_id(window), "annual", "6500")
    target = exported(window, tmp_path / "papers", qtbot)
    book = load_workbook(target, data_only=True)
    cells = {row[1]: row[2] for row in book["Summary"].iter_rows(min_row=5, values_only=True)}
    assert window.desk is not None
    rows = overview.measures(window.desk.file, OCTOBER)
    names = {row.key: row.name for row in rows}
    tiles = {
        tile.figure.name: tile.figure for tile in screen(window, "overview").findChildren(Tile)
    }
    people = cells[names["registered"]]
    assert tiles["Defined population"].number == f"{people:,.0f}" == "41,280"
    in_post = cells[names["in_post_wte"]]
    assert tiles["One integrated team"].number == f"{in_post:,.1f}"
    over = float(str(cells[names["outturn_variance"]]))
    assert over == pytest.approx(11_000)
    assert tiles["Shadow budget, year end"].number == f"£{over / 1000:,.0f}k"
    signed = cells[names["partners_signed"]]
    assert tiles["Partners signed"].number == f"{signed:.0f}"


def test_every_total_of_the_finance_table_is_the_same_on_the_screen_and_in_the_pack(
    start: Opening,
    valley: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = sat_down(start, valley)
    grid = lines_grid(window)
    target = exported(window, tmp_path / "papers", qtbot)
    sheet = load_workbook(target, data_only=True)["Finance"]
    lines = next(row for row in sheet.iter_rows() if row[0].value == LINE)
    assert window.desk is not None
    total = next(row for row in sheet.iter_rows() if row[0].value == "Total shadow budget")
    row = grid.model.line_of(line_id(window))
    compared = 0
    keys = [column.key for column in finance.finance(window.desk.file, OCTOBER).printed]
    for at, key in enumerate(keys):
        column = next((each for each in grid.model.columns if each.key == key), None)
        if column is None or key not in MONEY:
            continue
        here = grid.model.total(column)
        assert here is not None
        assert here.value == round(float(str(total[at].value)) * 100)
        pence = round(float(str(lines[at].value)) * 100)
        shown = grid.model.index(row, grid.model.column_at(key)).data()
        assert shown == written(pence, Kind.THOUSANDS)
        compared += 1
    assert compared == len(MONEY)


def test_ctrl_z_in_the_table_takes_back_what_was_typed(
    start: Opening, valley: Path, qtbot: QtBot
) -> None:
    window = sat_down(start, valley)
    before = annual(window)
    grid = lines_grid(window)
    type_over(grid, line_id(window), "annual", "6123")
    assert annual(window) == 6_123_000_00
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(grid.view, Key.Key_Z, CTRL)
    assert annual(window) == before


def test_a_file_in_use_elsewhere_is_shown_and_says_why_it_cannot_be_changed(
    start: Opening, valley: Path
) -> None:
    first = sat_down(start, valley)
    second = start()
    assert second.furniture.doings.open_file(valley)
    assert second.furniture.banner.isVisible()
    grid = lines_grid(second)
    type_over(grid, line_id(second), "annual", "1")
    assert annual(second) == annual(first) != 1_000_00


def test_whoever_goes_to_a_section_can_type_at_once(
    start: Opening, valley: Path, qtbot: QtBot
) -> None:
    window = sat_down(start, valley)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for section in ("population", "workforce", "services", "partners", "budget"):
        window.furniture.menus.actions[f"section_{section}"].trigger()
        table = QApplication.focusWidget()
        assert isinstance(table, QAbstractItemView), section
        page = window.stage.currentWidget()
        assert page is not None
        QTest.keyClick(table, Key.Key_Tab, CTRL)
        after = QApplication.focusWidget()
        assert after is not None
        assert page.isAncestorOf(after)
