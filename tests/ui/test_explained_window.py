"""The panel that explains figures, in the window: never stale, and all of it by keyboard."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Profile
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.explain_panel import ExplainPanel
from pch_desktop.ui.explaining import NO_FIGURE
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.offices import Offices
from pch_desktop.ui.sections.budget.lines import LinesView
from pch_desktop.ui.sections.budget.screen import BudgetScreen
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.style import Style
from pch_desktop.ui.tiles import Tile

NAME = "Prescribing"
KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    qtbot: QtBot, style: Style, preferences: PreferenceFile, offices: Offices, sample: LocalityFile
) -> Generator[Shell]:
    """The window on the sample's budget, with the keys in it."""
    shell = Shell(style, preferences, offices)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.show_file(sample)
    shell.go("budget")
    QApplication.processEvents()
    with qtbot.waitActive(shell):
        shell.activateWindow()
    yield shell
    shell.close()


def screen(window: Shell) -> BudgetScreen:
    """Return the budget's page."""
    found = window.stage.currentWidget()
    assert isinstance(found, BudgetScreen)
    return found


def lines(window: Shell) -> Grid:
    """Return the finance table."""
    view = screen(window).shown("Lines")
    assert isinstance(view, LinesView)
    return view.grid


def line_id(window: Shell, name: str = NAME) -> int:
    """Return a line's number by its name."""
    return next(row.id for row in screen(window).figures.rows if row.name == name)


def stand_on(window: Shell, key: str) -> Grid:
    """Put the keys on a figure of the line in the finance table."""
    grid = lines(window)
    grid.select_record(line_id(window), key)
    grid.view.setFocus()
    return grid


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keys are."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)
    QApplication.processEvents()


def panel(window: Shell) -> ExplainPanel:
    """Return what explains the figure, open."""
    found = window.furniture.side.explained
    assert found is not None
    assert found.isVisible()
    return found


def words(window: Shell) -> list[str]:
    """Return what the panel says."""
    return [each.text() for each in panel(window).findChildren(QLabel) if each.text()]


def has_keys(part: object) -> bool:
    """Return whether the keys are in a part of the window."""
    return QApplication.focusWidget() is part


def test_the_window_is_the_only_one(window: Shell) -> None:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [window]


# Never stale


def test_the_explanation_is_told_again_after_an_edit_and_after_undo(
    window: Shell, qtbot: QtBot
) -> None:
    stand_on(window, "annual")
    press(KEY.Key_F9)
    assert words(window)[1] == "£6,480,000.00"
    desk = window.desk
    assert desk is not None
    desk.edit("Set", budget.set_line, line_id(window), "annual_pence", 600_000_000)
    qtbot.waitUntil(lambda: words(window)[1] == "£6,000,000.00")
    window.furniture.doings.undo()
    qtbot.waitUntil(lambda: words(window)[1] == "£6,480,000.00")


def test_it_is_told_again_for_another_month(window: Shell, qtbot: QtBot) -> None:
    stand_on(window, "month_actual")
    press(KEY.Key_F9)
    assert words(window)[0].endswith("October 2016")
    window.furniture.doings.step_month(-1)
    qtbot.waitUntil(lambda: words(window)[0].endswith("September 2016"))


def test_it_is_told_again_while_its_table_is_out_of_sight(window: Shell, qtbot: QtBot) -> None:
    stand_on(window, "month_budget")
    press(KEY.Key_F9)
    assert words(window)[1] == "£540,000.00"
    screen(window).show_tab("Set-up")
    desk = window.desk
    assert desk is not None
    desk.edit("Spread", budget.set_line, line_id(window), "profile", Profile.QUARTERLY)
    qtbot.waitUntil(lambda: words(window)[1] == "£0.00")
    desk.edit("Delete", budget.remove_lines, [line_id(window)])
    qtbot.waitUntil(lambda: words(window) == [NO_FIGURE])


def test_on_words_it_says_that_there_is_no_figure(window: Shell) -> None:
    stand_on(window, "annual")
    press(KEY.Key_F9)
    grid = stand_on(window, "name")
    assert words(window) == [NO_FIGURE]
    grid.select_record(line_id(window), "rating")
    assert words(window)[:2] == [f"{NAME}, rating", "◆ Red"]


# By keyboard


def test_f9_goes_to_the_explanation_and_back_and_esc_closes_it(window: Shell) -> None:
    grid = stand_on(window, "outturn")
    press(KEY.Key_F9)
    assert panel(window).isAncestorOf(QApplication.focusWidget() or window)
    press(KEY.Key_F9)
    assert has_keys(grid.view)
    assert panel(window).isVisible()
    press(KEY.Key_F9)
    panel(window).setFocus()
    press(KEY.Key_Escape)
    assert not window.furniture.side.isVisible()
    assert has_keys(grid.view)


def test_esc_closes_the_history_too_and_goes_back(window: Shell) -> None:
    grid = stand_on(window, "outturn")
    window.furniture.doings.toggle_history()
    assert window.furniture.side.isVisible()
    press(KEY.Key_Escape)
    assert not window.furniture.side.isVisible()
    assert has_keys(grid.view)


def test_the_command_stands_in_the_view_menu_and_in_the_search_box(window: Shell) -> None:
    action = window.furniture.menus.actions["explain"]
    assert (action.text(), action.shortcut().toString()) == ("Explain this figure", "F9")
    assert action in window.furniture.menus.menus["View"].actions()
    stand_on(window, "date_budget")
    found = window.furniture.palette.entries("Explain this figure")
    assert found[0].title == "Explain this figure"
    found[0].run()
    assert words(window)[0] == f"{NAME}, YTD budget"


def test_the_menu_of_a_cell_offers_both(window: Shell) -> None:
    grid = stand_on(window, "date_budget")
    shown = [action.text() for action in grid.menu().actions()]
    assert "Explain this figure\tF9" in shown
    assert "Explain the column's total\tShift+F9" in shown


def test_shift_f9_explains_the_columns_total_line_by_line(window: Shell) -> None:
    stand_on(window, "outturn_variance")
    press(KEY.Key_F9, SHIFT)
    said = words(window)
    assert said[:2] == ["Total of what is shown, full year variance", "(£9,000.00)"]
    assert said[3].endswith(" = (£9,000.00)")
    assert NAME in said


def test_a_share_of_all_is_one_total_by_another(window: Shell) -> None:
    stand_on(window, "outturn_share")
    press(KEY.Key_F9, SHIFT)
    assert "−£9,000.00 ÷ £47,500,000.00 = (0.0%)" in words(window)


def test_where_nobody_stands_on_a_figure_the_key_says_what_to_do(window: Shell) -> None:
    window.top.search.setFocus()
    window.furniture.doings.explain()
    assert not window.furniture.strip.isHidden()
    assert window.furniture.side.explained is None


def test_a_way_leads_to_the_line_in_its_own_view(window: Shell) -> None:
    stand_on(window, "annual")
    press(KEY.Key_F9)
    ways = {each.text(): each for each in panel(window).findChildren(QPushButton)}
    ways["Go to Baseline"].click()
    QApplication.processEvents()
    page = screen(window)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Capitation"
    grids = [grid for grid in page.findChildren(Grid) if grid.isVisible()]
    assert grids[0].current_row.line_id == line_id(window)


# Elsewhere


def test_a_table_that_explains_nothing_itself_lets_its_columns_do_it(window: Shell) -> None:
    window.go("workforce")
    QApplication.processEvents()
    page = window.stage.currentWidget()
    assert page is not None
    grid = next(grid for grid in page.findChildren(Grid) if grid.isVisible())
    column = next(each for each in grid.model.columns if each.is_number and each.help)
    grid.select_record(grid.model.shown[0].id, column.key)
    grid.view.setFocus()
    press(KEY.Key_F9)
    assert column.help in words(window)


def leaf(window: Shell, tab: str, title: str) -> list[Grid]:
    """Return the tables of a view under a tab of the budget, in sight."""
    screen(window).show_place(f"{tab}/{title}", None)
    QApplication.processEvents()
    return [grid for grid in screen(window).findChildren(Grid) if grid.isVisible()]


@pytest.mark.parametrize(
    ("tab", "title", "key", "title_said"),
    [
        ("Capitation", "Build", "current", "budget of 2016/17"),
        ("Capitation", "Build", "per_head", "a head"),
        ("Capitation", "Fair share", "target", "target"),
        ("Registers", "Double payment", "benefit", "locality benefit"),
        ("Registers", "Marginal rate", "full", "full tariff"),
        ("Versions", "Virements", "current", "current"),
    ],
)
def test_the_views_of_the_budget_explain_their_figures(
    window: Shell, tab: str, title: str, key: str, title_said: str
) -> None:
    grid = next(each for each in leaf(window, tab, title) if each.model.rows)
    grid.select_record(grid.model.shown[0].id, key)
    grid.view.setFocus()
    press(KEY.Key_F9)
    assert words(window)[0].casefold().endswith(title_said)
    assert len(words(window)) > 2


def test_the_reckoning_of_the_share_is_explained_as_supposed(window: Shell) -> None:
    grids = leaf(window, "Share", "Who gets what")
    steps = next(grid for grid in grids if grid.view.accessibleName().startswith("The reckoning"))
    steps.select_record(7, "amount")
    steps.view.setFocus()
    press(KEY.Key_F9)
    assert words(window)[0] == "Gain or loss"
    assert " − " in words(window)[3]


def test_a_tile_of_the_overview_tells_how_its_figure_came_about(window: Shell) -> None:
    window.go("overview")
    QApplication.processEvents()
    page = window.stage.currentWidget()
    assert page is not None
    tile = next(each for each in page.findChildren(Tile) if "Shadow budget" in each.figure.name)
    tile.setFocus()
    press(KEY.Key_F9)
    said = words(window)
    assert said[:2] == ["Variance, forecast outturn, October 2016", "(£9,000.00)"]
    assert NAME in said
    way = next(
        each for each in panel(window).findChildren(QPushButton) if each.text() == "Go to Lines"
    )
    panel(window).setFocus()
    press(KEY.Key_Escape)
    assert has_keys(tile)
    way.click()
    QApplication.processEvents()
    assert screen(window).tabs.tabText(screen(window).tabs.currentIndex()) == "Lines"
