"""The change from last year on the screen, by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.budget.charts import years_chart
from pch_desktop.ui.sections.budget.screen import CAPITATION, SCREEN, BudgetScreen
from pch_desktop.ui.sections.budget.years import YearsView
from pch_desktop.ui.style import Style


def screen(desk: Desk, qtbot: QtBot) -> BudgetScreen:
    """Return the screen of a desk, in sight."""
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    return made


def leaf(made: BudgetScreen) -> YearsView:
    """Return the view of the change, brought into sight."""
    leaves: Any = made.shown(CAPITATION)
    view: Any = leaves.shown("Change")
    assert isinstance(view, YearsView)
    return view


def test_the_samples_two_years_stand_line_by_line_with_their_finding(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    view = leaf(screen(Desk(sample, Month(2016, 10), style, preferences), qtbot))
    QAbstractItemModelTester(view.lines)
    change = view.lines.column_at("change")
    total = view.lines.total(view.lines.columns[change])
    assert total is not None
    assert (total.value, total.is_incomplete) == (1_060_000_00, False)
    assert view.finding.text().startswith("2016/17 is £1,060,000 more than 2015/16 (2.3%).")
    assert view.lines.total(view.lines.columns[view.lines.column_at("other")]) is not None


def test_practices_take_the_place_of_lines_and_back_by_key(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    view = leaf(screen(Desk(sample, Month(2016, 10), style, preferences), qtbot))
    QAbstractItemModelTester(view.practices)
    verb = next(each for each in view.sheet.findChildren(QPushButton) if "practice" in each.text())
    assert view.grid.isVisible()
    for is_by_practice, words in ((True, "By line"), (False, "By practice")):
        verb.setFocus()
        QTest.keyClick(verb, Qt.Key.Key_Space)
        assert view.by_practice.isVisible() is is_by_practice
        assert verb.text() == words


def test_a_year_without_one_before_it_says_what_it_would_show(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    view = leaf(screen(Desk(sample, Month(2015, 10), style, preferences), qtbot))
    assert not view.grid.isVisible()
    assert view.finding.text() == ""


def test_the_chart_steps_from_last_years_sum_to_this_years(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    desk = Desk(sample, Month(2016, 10), style, preferences)
    chart = years_chart(desk, screen(desk, qtbot).figures)
    assert chart.finding.startswith("2016/17 is £1,060,000 more")
    assert "Prescribing +£240,000" in chart.alt_text
    assert chart.make is not None
    axes: Any = chart.make(False).axes[0]
    names = [str(each.get_text()) for each in axes.get_xticklabels()]
    assert (names[0], names[-1]) == ("2015/16", "2016/17")
