"""The share's views by keyboard: who gets what, the terms, the tables, and settlements signed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import QualityMode, SplitRule, Stage
from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import budget_share as report
from pch_desktop.reports.budget_share_words import CAUTION, finding
from pch_desktop.store import budget
from pch_desktop.store.budget import settlements, share_edits, sharing
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget.charts import ChartsView
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.style import Style
from tests.shares import (
    BUDGET,
    FIVE,
    MARCH,
    OCTOBER,
    YEAR,
    agree,
    phase,
    settle,
    spend,
    spent,
    take_part,
)


def shown(file: LocalityFile, style: Style, preferences: PreferenceFile, month: Month) -> Any:
    """Return the page in sight."""
    desk = Desk(file, month, style, preferences)
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    made.resize(1290, 662)
    made.show()
    return made


@pytest.fixture
def page(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The page on the sample, at October 2016."""
    made = shown(sample, style, preferences, OCTOBER)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def march(
    file: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The page on a small year that is known whole, at March 2017."""
    made = shown(file, style, preferences, MARCH)
    qtbot.addWidget(made)
    return made


def leaf(page: BudgetScreen, title: str) -> Any:
    """Return a view of the share, in sight."""
    leaves: Any = page.shown("Share")
    return leaves.shown(title)


def type_in(grid: Grid, at: int, key: str, text: str) -> str:
    """Type into a cell of a line; return the refusal."""
    return grid.model.change_cell(at, grid.model.column_at(key), text)


def cell(grid: Grid, at: int, key: str) -> str:
    """Return what a cell shows."""
    return str(grid.model.index(at, grid.model.column_at(key)).data())


def press(view: QWidget, words: str) -> None:
    """Press a button by its name."""
    found = (each for each in view.findChildren(QAbstractButton)
             if each.accessibleName().strip() == words)  # fmt: skip
    next(found).click()


def grids(view: Any) -> Iterator[Grid]:
    """Yield the tables of a view."""
    yield from view.sheet.findChildren(Grid)


# Who gets what


def test_the_slider_supposes_any_end_and_changes_nothing(
    page: BudgetScreen, sample: LocalityFile
) -> None:
    who = leaf(page, "Who gets what")
    known = report.reckoning(sample, OCTOBER)
    assert known is not None
    assert who.finding == finding(known)
    assert who.slider.value() == -11
    steps = sample.changes()
    who.slider.setFocus()
    QTest.keyClick(who.slider, Qt.Key.Key_Home)
    assert who.finding == finding(known.supposing(-500_000_00))
    QTest.keyClick(who.slider, Qt.Key.Key_End)
    assert who.finding.startswith("If the year ends £500,000 under budget, the locality would get")
    QTest.keyClick(who.slider, Qt.Key.Key_Left)
    assert who.finding.startswith("If the year ends £475,000 under budget")
    assert who.slider.accessibleDescription().endswith(who.finding)
    assert "to £500,000 under, in steps of £25,000" in who.slider.accessibleName()
    assert who.partners.model.rows == tuple(report.partner_rows(known.supposing(475_000_00)))
    who.forecast.click()
    assert who.finding == finding(known)
    assert not who.forecast.isEnabled()
    assert sample.changes() == steps


def test_the_reckoning_stands_step_by_step_under_its_marking(page: BudgetScreen) -> None:
    who = leaf(page, "Who gets what")
    assert who._notional.isVisible()
    assert who._notional.text() == "SHADOW – NOTIONAL: no cash moves."
    assert cell(who.steps, 6, "amount") == "(£284,000)"
    assert cell(who.steps, 13, "amount") == "(£94,775)"
    assert who.partners.model.total(who.partners.model.columns[3]).value == -94_775_00
    assert "careful construction and testing" in who._notes.text()


def test_the_chart_is_offered_here_and_among_the_charts(page: BudgetScreen) -> None:
    who = leaf(page, "Who gets what")
    who.toggle()
    chart = who.chart.canvas.chart
    assert chart.finding == who.finding.rstrip(".")
    assert 40 <= len(chart.alt_text) <= 400
    assert chart.subtitle.startswith("SHADOW – NOTIONAL")
    assert CAUTION in chart.source
    who.suppose(8)
    assert "£200,000 under" in who.chart.canvas.chart.finding
    charts = page.shown("Charts")
    assert isinstance(charts, ChartsView)
    press(charts.sheet, "Gain share")
    assert charts.chart.canvas.chart is not None
    assert "£284,000 over" in charts.chart.canvas.chart.finding


def test_a_year_without_a_scheme_begins_with_the_usual_terms(
    march: BudgetScreen, file: LocalityFile
) -> None:
    spent(file, BUDGET)
    who = leaf(march, "Who gets what")
    march.read()
    assert not who._empty.isHidden()
    press(who._empty, "Agree on the usual terms")
    assert file.read(sharing.scheme, YEAR) is not None
    leaves: Any = march.shown("Share")
    assert leaves.title == "Scheme"
    file.undo()
    scheme = leaf(march, "Scheme")
    assert "These are the usual terms" in scheme.sheet.strip.sentence
    press(scheme.sheet.strip, "Agree on these")
    assert scheme.sheet.strip.isHidden()


# The terms and tables


def test_a_term_is_typed_and_what_cannot_be_meant_is_refused_under_it(
    page: BudgetScreen, sample: LocalityFile
) -> None:
    scheme = leaf(page, "Scheme")
    field = scheme.fields["gain_share"]
    field.box.setFocus()
    field.box.selectAll()
    QTest.keyClicks(field.box, "60%")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    agreed = sample.read(sharing.scheme, YEAR)
    assert agreed is not None and str(agreed.terms.gain_share) == "0.600000"
    collar = scheme.fields["cap_loss_share"]
    collar.box.setText("3%")
    collar.commit()
    assert "collar on losses (3%) would be above the cap on gains (1.5%)" in collar.refusal
    rule = scheme.fields["second_rule"]
    assert rule.box.currentText() == "None"
    rule.box.setCurrentText("Equal")
    rule.commit()
    agreed = sample.read(sharing.scheme, YEAR)
    assert agreed is not None and agreed.split_by.second_rule is SplitRule.EQUAL
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Change second rule of the split of the 2016/17 share"


def test_partners_are_added_by_name_and_fixed_shares_made_to_fit(
    page: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(page, "Partners")
    last = view.grid.model.rowCount() - 1
    assert type_in(view.grid, last, "name", "Lantern Hospice") == ""
    assert view.grid.model.rows[-1].name == "Lantern Hospice"
    assert "needs more of Lantern Hospice" in view.strip.sentence
    press(view.strip, "Make it fit")
    assert view.strip.isHidden()
    assert type_in(view.grid, 0, "people", "9,999") == ""
    assert cell(view.grid, 0, "people") == "9,999"
    assert "nothing below 0" in type_in(view.grid, 0, "stop_loss_pence", "-1")
    view.grid.select_record(view.grid.model.rows[-1].id)
    view.grid.remove()
    assert [row.name for row in view.grid.model.rows][-1] == "Marsh Valley Elders"


def test_weights_of_quality_are_told_and_made_to_fit(page: BudgetScreen) -> None:
    view = leaf(page, "Quality")
    assert type_in(view.grid, 0, "weight", "40") == ""
    assert "add up to 110, not 100" in view.strip.sentence
    press(view.strip, "Make them fit")
    assert sum(row.weight for row in view.grid.model.rows) == 100
    assert view.strip.isHidden()
    assert type_in(view.grid, 3, "met_share", "120%").startswith("Enter how far it was met")
    assert type_in(view.grid, view.grid.model.rowCount() - 1, "name", "Waits") == ""


def test_the_risk_pool_adds_up_and_takes_a_month_as_it_is_said(page: BudgetScreen) -> None:
    view = leaf(page, "Risk pool")
    last = view.grid.model.rowCount() - 1
    type_in(view.grid, last, "kind", "Return")
    assert type_in(view.grid, last, "amount_pence", "3,000") == ""
    assert view.grid.model.rows[-1].month == OCTOBER
    assert "= £100,000" in view.toolbar._aside.text()
    at = view.grid.model.rowCount() - 2
    assert type_in(view.grid, at, "month", "Sep 2016") == ""
    assert "is not in 2016/17" in type_in(view.grid, 0, "month", "Apr 2017")


def test_an_adjustment_moves_the_reckoning(page: BudgetScreen) -> None:
    view = leaf(page, "Adjustments")
    assert "12 lines in the share, 1 left out in Set-up" in view.toolbar._aside.text()
    view.begin()
    assert type_in(view.grid, 0, "name", "Costly drugs") == ""
    assert type_in(view.grid, 0, "actual_pence", "-84,000") == ""
    assert leaf(page, "Who gets what").finding.startswith("If the year ends £200,000 over")


@pytest.mark.parametrize(
    "title",
    ["Who gets what", "Partners", "Quality", "Adjustments", "Risk pool", "Settlements", "By luck"],
)
def test_every_table_is_a_sound_model(page: BudgetScreen, title: str) -> None:
    view = leaf(page, title)
    found = list(grids(view))
    assert found
    for grid in found:
        tester = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(grid.model, tester)
        page.read()


# Settlements


def test_a_settlement_is_made_verified_compared_and_signed(
    march: BudgetScreen, file: LocalityFile
) -> None:
    line_id = spent(file, BUDGET + 536_000_00)
    agree(file, split_rule=SplitRule.FIXED)
    take_part(file, FIVE)
    phase(file, Phase.SHARED)
    view = leaf(march, "Settlements")
    march.read()
    view.make(Stage.FINAL)
    assert cell(view.grid, 0, "locality") == "(£268,000)"
    assert cell(view.signatures, 0, "part") == "(£126,500)"
    view.verify()
    assert "the same result again, to the byte" in view.sheet.strip.sentence
    spend(file, line_id, BUDGET)
    view.toggle()
    names = [row.name for row in view.comparison.model.rows]
    at = names.index("Gain or loss")
    assert cell(view.comparison, at, "kept") == "(£536,000)"
    assert cell(view.comparison, at, "difference") == "£536,000"
    view.toggle()
    assert "Enter who signs" in type_in(view.signatures, 0, "signed_on", "1/5/2017")
    for at, name in enumerate(FIVE):
        assert type_in(view.signatures, at, "signed_by", f"For {name}") == ""
    assert cell(view.grid, 0, "stage") == "Signed"
    assert cell(view.grid, 0, "signed") == "5 of 5"
    assert "stays as it is" in type_in(view.signatures, 0, "signed_by", "")
    view.grid.select_record(view.grid.model.rows[0].id)
    view.grid.remove()
    assert "bears signatures" in view.grid.strip.sentence


def test_a_notional_settlement_says_so_and_is_not_signed(
    march: BudgetScreen, file: LocalityFile
) -> None:
    spent(file, BUDGET - 100_00)
    agree(file, gain_share="0.5")
    take_part(file, {"Aldertree": {}})
    settle(file, Stage.FINAL)
    view = leaf(march, "Settlements")
    march.read()
    assert cell(view.grid, 0, "stage") == "Final, notional"
    assert "SHADOW – NOTIONAL" in view._about.text()
    assert "cannot be signed" in type_in(view.signatures, 0, "signed_by", "A. Alder")
    assert type_in(view.grid, 0, "note", "To learn from") == ""


def test_chance_is_told_from_the_months_there_are(
    page: BudgetScreen, march: BudgetScreen, file: LocalityFile
) -> None:
    view = leaf(page, "By luck")
    chart = view.chart.canvas.chart
    assert chart.finding.startswith("Chance alone moves a year by up to £267,396 either way")
    assert len(view.grid.model.rows) == 8
    assert "Only 19 months" in view._notes.text()
    empty = leaf(march, "By luck")
    assert empty.chart.canvas.chart.finding.startswith("Too few months to tell: 0 months")


def test_the_share_reads_the_same_in_dark_and_large(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot, tmp_path: Path
) -> None:
    style.choose("Dark")
    style.set_text_percent(200)
    made = shown(sample, style, preferences, OCTOBER)
    qtbot.addWidget(made)
    leaves: Any = made.shown("Share")
    for title in leaves.titles:
        view = leaves.shown(title)
        assert not view.sheet.grab().isNull()
    who = leaves.shown("Who gets what")
    who.toggle()
    who.sheet.grab().save(str(tmp_path / "who.png"))
    assert (tmp_path / "who.png").stat().st_size > 10_000


def test_only_what_is_changed_is_read_again(page: BudgetScreen, sample: LocalityFile) -> None:
    who = leaf(page, "Who gets what")
    agreed = sample.read(sharing.scheme, YEAR)
    assert agreed is not None
    sample.edit("Gate", share_edits.set_scheme, YEAR, "quality_mode", QualityMode.NONE)
    sample.edit("Band", share_edits.set_scheme, YEAR, "deadband_share", Decimal(0))
    assert "would bear £142,000 of it" in who.finding
    line = next(row for row in sample.read(budget.lines, OCTOBER) if row.name == "Contingency")
    sample.edit("In", budget.set_line, line.id, "is_in_share", True)
    assert who.finding.startswith("If the year ends £9,000 over budget")
    assert sample.read(settlements.settlements, YEAR) == []
