"""F9 tells how a figure came about, follows the cell, and lets go."""

from __future__ import annotations

from collections.abc import Generator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pch_desktop.preferences import PreferenceFile
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.explain_panel import ExplainPanel
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.offices import Offices
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.forecast import ForecastView
from pch_desktop.ui.sections.budget.lines import LinesView
from pch_desktop.ui.sections.budget.months import MonthsView
from pch_desktop.ui.sections.budget.screen import BudgetScreen
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.style import Style


@pytest.fixture
def window(
    qtbot: QtBot, style: Style, preferences: PreferenceFile, offices: Offices, sample: LocalityFile
) -> Generator[Shell]:
    """The window on the sample's budget."""
    shell = Shell(style, preferences, offices)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.show_file(sample)
    QApplication.processEvents()
    shell.go("budget")
    QApplication.processEvents()
    yield shell
    shell.close()


def screen(window: Shell) -> BudgetScreen:
    """Return the budget's page."""
    found = window.stage.currentWidget()
    pages = [found] if isinstance(found, BudgetScreen) else window.findChildren(BudgetScreen)
    assert isinstance(pages[0], BudgetScreen)
    return pages[0]


def lines(window: Shell) -> LinesView:
    """Return the finance table."""
    view = screen(window).shown("Lines")
    assert isinstance(view, LinesView)
    return view


def panel(window: Shell) -> ExplainPanel:
    """Return what explains the figure."""
    found = window.furniture.side.explained
    assert found is not None
    assert found.isVisible()
    return found


def words(window: Shell) -> list[str]:
    """Return all that the panel says."""
    return [each.text() for each in panel(window).findChildren(QLabel) if each.text()]


def press(qtbot: QtBot, grid: Grid, key: Qt.Key) -> None:
    """Press a key in a table."""
    qtbot.keyClick(grid.view, key)
    QApplication.processEvents()


def line_id(view: LinesView, name: str) -> int:
    """Return a line's key by its name."""
    return next(row.id for row in view.grid.model.rows if row.name == name)


def test_f9_explains_the_figure_and_follows_the_cell(window: Shell, qtbot: QtBot) -> None:
    grid = lines(window).grid
    grid.select_record(line_id(lines(window), "Prescribing"), "date_variance")
    press(qtbot, grid, Qt.Key.Key_F9)
    assert words(window)[:2] == ["Prescribing, YTD variance", "(£122,000.00)"]
    assert "£3,780,000.00 − £3,902,000.00 = (£122,000.00)" in words(window)
    press(qtbot, grid, Qt.Key.Key_Left)
    QApplication.processEvents()
    assert words(window)[0] == "Prescribing, YTD actual, October 2016"
    assert "Beneath it" in words(window)
    assert any("provisional. Entered by hand." in each for each in words(window))


def test_a_heading_and_the_last_line_tell_what_their_sums_are_made_of(
    window: Shell, qtbot: QtBot
) -> None:
    grid = lines(window).grid
    grid.view.go(0, grid.model.column_at("annual"))
    press(qtbot, grid, Qt.Key.Key_F9)
    assert words(window)[:2] == ["Primary care, full year budget", "£12,995,000.00"]
    grid.view.go(grid.model.rowCount() - 1, grid.model.column_at("annual"))
    QApplication.processEvents()
    assert words(window)[:2] == [
        "Total of what is shown, full year budget", "£47,500,000.00",
    ]  # fmt: skip


def test_escape_in_the_panel_goes_back_to_the_cell(window: Shell, qtbot: QtBot) -> None:
    grid = lines(window).grid
    grid.select_record(line_id(lines(window), "Prescribing"), "outturn")
    press(qtbot, grid, Qt.Key.Key_F9)
    shown = panel(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    shown.setFocus()
    shown.leave()
    QApplication.processEvents()
    assert not window.furniture.side.isVisible()
    assert grid.current_row.name == "Prescribing"
    assert grid.view.hasFocus()


def test_a_fact_leads_to_where_it_is_kept_and_all_of_it_can_be_copied(
    window: Shell, qtbot: QtBot
) -> None:
    grid = lines(window).grid
    grid.select_record(line_id(lines(window), "Prescribing"), "annual")
    press(qtbot, grid, Qt.Key.Key_F9)
    panel(window).copy()
    assert QGuiApplication.clipboard().text().startswith("Prescribing, budget of 2016/17: £6,480,")
    link = next(
        each for each in panel(window).findChildren(QPushButton) if each.text() == "Go to Set-up"
    )
    assert link.accessibleName() == "Go to Set-up: As set"
    link.click()
    QApplication.processEvents()
    page = screen(window)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Set-up"


def test_a_cell_of_words_is_asked_for_a_figure(window: Shell, qtbot: QtBot) -> None:
    grid = lines(window).grid
    grid.select_record(line_id(lines(window), "Prescribing"), "name")
    press(qtbot, grid, Qt.Key.Key_F9)
    assert window.furniture.side.explained is None
    assert not grid.strip.isHidden()


def test_the_months_and_the_forecasts_explain_their_figures_too(
    window: Shell, qtbot: QtBot
) -> None:
    page = screen(window)
    months = page.shown("By month")
    assert isinstance(months, MonthsView)
    months.actuals.select_record(line_id(lines(window), "Prescribing"), "m4")
    page.show_tab("By month")
    press(qtbot, months.actuals, Qt.Key.Key_F9)
    assert words(window)[0] == "Prescribing, month actual, August 2016"
    leaves = page.shown("Forecast")
    assert isinstance(leaves, Leaves)
    forecasts = cast("Leaves[Figures]", leaves).shown("Methods")
    assert isinstance(forecasts, ForecastView)
    record = next(row.id for row in forecasts.grid.model.rows if row.name == "Prescribing")
    for key, title in (("trend", "outturn by trend"), ("spread", "spread of forecasts")):
        forecasts.grid.select_record(record, key)
        press(qtbot, forecasts.grid, Qt.Key.Key_F9)
        assert words(window)[0] == f"Prescribing, {title}"
