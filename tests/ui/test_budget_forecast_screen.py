"""The views under Forecast: methods, risks and what-ifs, by keyboard on the invented sample."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Method
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.budget_outlook import place_of
from pch_desktop.reports.trends import money_rows
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import charts
from pch_desktop.ui.sections.budget.charts import ChartsView, run_rate_chart
from pch_desktop.ui.sections.budget.risks import RisksView
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.sections.budget.what_if import WhatIfView
from pch_desktop.ui.style import Style

OCTOBER, YEAR = Month(2016, 10), FinancialYear(2016)
K = 1_000_00


@pytest.fixture
def screen(
    sample: LocalityFile, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> BudgetScreen:
    """The screen on the sample, at October 2016."""
    return shown(Desk(sample, OCTOBER, style, preferences), qtbot)


def shown(desk: Desk, qtbot: QtBot) -> BudgetScreen:
    """Return the screen of a desk, in sight."""
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    return made


def leaf(screen: BudgetScreen, title: str) -> Any:
    """Return a view under Forecast."""
    leaves: Any = screen.shown("Forecast")
    return leaves.shown(title)


def line(file: LocalityFile, name: str) -> LineRow:
    """Return a line by its name."""
    return next(row for row in file.read(budget.lines, OCTOBER) if row.name == name)


def cell(grid: Grid, record_id: int, key: str) -> str:
    """Return what a cell shows."""
    model = grid.model
    return str(model.index(model.line_of(record_id), model.column_at(key)).data())


def type_in(grid: Grid, record_id: int, key: str, text: str) -> None:
    """Go to a cell and type there with the keys."""
    grid.select_record(record_id, key)
    grid.view.setFocus()
    for letter in text:
        QTest.keyClicks(grid.view.delegate.editor or grid.view, letter)
    QTest.keyClick(grid.view.delegate.editor or grid.view, Qt.Key.Key_Return)


def press(within: QWidget, words: str) -> None:
    """Press a verb by its words."""
    made = next(each for each in within.findChildren(QPushButton) if each.text().strip() == words)
    QTest.keyClick(made, Qt.Key.Key_Space)


# Methods


def test_usual_methods_are_proposed_with_the_reason_and_taken_one_by_one_or_all(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    methods = leaf(screen, "Methods")
    press(methods.sheet, "Usual methods")
    strip = methods.sheet.strip
    assert strip.sentence.startswith(
        "1 of 13: Primary medical services: remaining budget is usual, "
        "for a capitated sum is paid whatever is done."
    )
    press(strip, "Use it")
    assert line(sample, "Primary medical services").method is Method.REMAINING_BUDGET
    assert strip.sentence.startswith("1 of 12: Prescribing: weighted by profile is usual")
    press(strip, "Next")
    assert strip.sentence.startswith("2 of 12: Transformation fund: remaining budget")
    press(strip, "Use all 12")
    assert {row.method for row in sample.read(budget.lines, OCTOBER)} == {
        Method.REMAINING_BUDGET,
        Method.PROFILED,
    }
    assert strip.sentence == "Each line is forecast in the way usual for it."
    sample.undo()
    assert line(sample, "Prescribing").method is Method.RUN_RATE


def test_a_forecast_by_hand_is_left_alone(screen: BudgetScreen, sample: LocalityFile) -> None:
    sample.edit("By hand", budget.set_forecast, line(sample, "Prescribing").id, 6_600 * K)
    methods = leaf(screen, "Methods")
    names = [row.name for row, _ in methods.usual.proposals]
    assert len(names) == 12
    assert "Prescribing" not in names


def test_risks_of_no_one_line_are_changed_among_the_risks(screen: BudgetScreen) -> None:
    grid = leaf(screen, "Methods").grid
    assert cell(grid, 0, "name") == "Risks of no one line"
    assert cell(grid, 0, "adjusted") == "15"
    model = grid.model
    said = model.change_cell(model.line_of(0), model.column_at("method"), "Trend")
    assert said == "These risks are of no one line. Change them in Risks."


# Risks


def test_a_risk_typed_moves_the_risk_adjusted_outturn_and_undo_brings_it_back(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    risks = leaf(screen, "Risks")
    assert isinstance(risks, RisksView)
    assert risks.strip.sentence.startswith("Risk-adjusted outturn: £47,629,000, £129,000 over")
    first = sample.read(budget.risks, YEAR)[0]
    type_in(risks.grid, first.id, "likelihood", "100%")
    assert sample.read(budget.risks, YEAR)[0].weighted_pence == 180_000_00
    assert risks.strip.sentence.startswith("Risk-adjusted outturn: £47,737,000, £237,000 over")
    assert cell(risks.grid, first.id, "weighted") == "(£180,000)"
    sample.undo()
    assert risks.strip.sentence.startswith("Risk-adjusted outturn: £47,629,000")


def test_a_risk_without_a_likelihood_is_said_to_be_not_known(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    risks = leaf(screen, "Risks")
    first = sample.read(budget.risks, YEAR)[0]
    risks.grid.select_record(first.id, "likelihood")
    QTest.keyClick(risks.grid.view, Qt.Key.Key_Delete)
    assert risks.strip.sentence == (
        "Risk-adjusted outturn: not known. 1 risk or mitigation lacks an amount or a likelihood."
    )
    assert cell(leaf(screen, "Methods").grid, line(sample, "Emergency admissions").id,
                "adjusted") == ""  # fmt: skip


def test_what_a_risk_cannot_be_is_refused_with_what_it_can(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    risks = leaf(screen, "Risks")
    first = sample.read(budget.risks, YEAR)[0]
    model = risks.grid.model
    at = model.line_of(first.id)
    for key, text, said in (
        ("amount", "-5", "without a sign"),
        ("amount", "lots", "Enter"),
        ("likelihood", "120%", "from 0% to 100%"),
        ("line", "Nowhere", "Nowhere"),
        ("kind", "maybe", "Risk"),
    ):
        assert said in model.change_cell(at, model.column_at(key), text)
    assert sample.read(budget.risks, YEAR)[0] == first


def test_a_mitigation_is_added_in_the_empty_line(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    risks = leaf(screen, "Risks")
    model = risks.grid.model
    last = model.rowCount() - 1
    model.change_cell(last, model.column_at("kind"), "Mitigation")
    model.change_cell(last, model.column_at("line"), "Prescribing")
    assert model.change_cell(last, model.column_at("name"), "A second pharmacist") == ""
    made = sample.read(budget.risks, YEAR)[-1]
    assert (made.name, made.kind.value, made.line) == (
        "A second pharmacist",
        "mitigation",
        "Prescribing",
    )


# What if


def test_a_what_if_is_typed_line_by_line_and_nothing_real_changes(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    before = sample.read(budget.lines, OCTOBER)
    view = leaf(screen, "What if")
    assert isinstance(view, WhatIfView)
    emergency = line(sample, "Emergency admissions")
    type_in(view.grid, emergency.id, "share", "10%")
    assert cell(view.grid, emergency.id, "supposed") == "11,299"
    assert cell(view.grid, emergency.id, "difference") == "(1,027)"
    type_in(view.grid, emergency.id, "set", "10000000")
    assert cell(view.grid, emergency.id, "share") == ""
    assert cell(view.grid, emergency.id, "supposed") == "10,000"
    type_in(view.grid, emergency.id, "words", "A mild winter")
    assert sample.read(budget.lines, OCTOBER) == before
    view.grid.select_record(emergency.id, "set")
    QTest.keyClick(view.grid.view, Qt.Key.Key_Delete)
    assert cell(view.grid, emergency.id, "supposed") == "10,272"


def test_the_what_ifs_stand_side_by_side_with_their_totals(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "What if")
    press(view.sheet, "Side by side")
    assert view.is_compared
    columns = view.compared.model.columns
    assert [column.title for column in columns[1:]] == [
        "Budget",
        "Forecast",
        "If: A hard winter",
        "If: Hub and pharmacists work",
    ]
    totals = {column.title: view.compared.model.total(column) for column in columns[1:]}
    shown_totals = {row.name: row.supposed for row in view.list.model.rows}
    for name, supposed in shown_totals.items():
        found = totals[f"If: {name}"]
        assert found is not None
        assert found.value == supposed
    first = sample.read(budget.scenarios, YEAR)[0]
    sample.edit("Name", budget.set_scenario, first.id, "name", "Flu")
    assert view.compared.model.columns[3].title == "If: Flu"
    press(view.sheet, "Lines")
    assert not view.is_compared


def test_another_what_if_is_chosen_added_and_deleted(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    view = leaf(screen, "What if")
    second = sample.read(budget.scenarios, YEAR)[1]
    view.list.select_record(second.id, "name")
    assert cell(view.grid, line(sample, "Prescribing").id, "set") == "£6,550,000"
    model = view.list.model
    assert model.change_cell(model.rowCount() - 1, 0, "Nothing new") == ""
    assert [each.name for each in sample.read(budget.scenarios, YEAR)][-1] == "Nothing new"
    made = sample.read(budget.scenarios, YEAR)[-1]
    assert cell(view.list, made.id, "supposed") == "47,509"
    sample.edit("Delete", budget.remove_scenarios, [made.id])
    assert len(sample.read(budget.scenarios, YEAR)) == 2


def test_an_empty_year_says_what_the_views_are_for(desk: Desk, qtbot: QtBot) -> None:
    made = shown(desk, qtbot)
    risks, what_if = leaf(made, "Risks"), leaf(made, "What if")
    assert risks.grid.isHidden()
    assert what_if.sheet.master.isHidden()
    press(what_if.sheet, "Add the first what-if")
    assert not what_if.sheet.master.isHidden()


def test_qts_own_tester_finds_nothing_wrong(screen: BudgetScreen, sample: LocalityFile) -> None:
    view = leaf(screen, "What if")
    view.compare()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    grids = (leaf(screen, "Risks").grid, view.list, view.grid, view.compared)
    testers = [QAbstractItemModelTester(grid.model, mode) for grid in grids]
    leaf(screen, "What if")
    sample.edit("Remove", budget.remove_risks, [sample.read(budget.risks, YEAR)[0].id])
    sample.edit("Remove", budget.remove_scenarios, [sample.read(budget.scenarios, YEAR)[0].id])
    sample.undo()
    assert len(testers) == 4


# Charts


def test_each_chart_says_of_what_it_is_and_that_it_is_notional(screen: BudgetScreen) -> None:
    for draw in (charts.path_chart, run_rate_chart, charts.bridge_chart):
        made = draw(screen.figures)
        assert "Marsh Valley, month 7 (October) of 2016/17. SHADOW – NOTIONAL." in made.subtitle
        assert "£000" in made.subtitle
        assert 40 <= len(made.alt_text) <= 400


def test_the_run_rate_has_a_picture_and_a_table(screen: BudgetScreen) -> None:
    view: Any = screen.shown("Charts")
    assert isinstance(view, ChartsView)
    press(view.sheet, "Run rate")
    made = view.chart.canvas.chart
    assert made is not None
    assert made.finding == (
        "October ran above budget; £3,959,800 a month is left to end the year on budget"
    )
    assert len(made.rows) == 12
    assert not view.chart.picture().isNull()


def test_a_finding_on_a_risk_leads_to_it(screen: BudgetScreen, sample: LocalityFile) -> None:
    third = sample.read(budget.risks, YEAR)[2]
    screen.show_record(place_of(third.id))
    risks = leaf(screen, "Risks")
    assert risks.grid.current_row.id == third.id


# By month


def test_income_by_month_is_taken_off_the_total_and_typed_as_it_is_shown(
    screen: BudgetScreen, sample: LocalityFile
) -> None:
    target = line(sample, "Contingency")
    sample.edit("Income", budget.set_line, target.id, "is_income", True)
    months: Any = screen.shown("By month")
    type_in(months.grid, target.id, "m6", "-5000")
    assert line(sample, "Contingency").year.actual[6] == 5 * K
    assert cell(months.grid, target.id, "m6") == "(£5,000)"
    model = months.grid.model
    total = model.total(model.columns[model.column_at("m6")])
    assert total is not None
    found = next(row for row in money_rows(sample.read(budget.lines, OCTOBER), OCTOBER)
                 if row.month == OCTOBER)  # fmt: skip
    assert total.value == found.actual
    months.show_budgets()
    model = months.grid.model
    total = model.total(model.columns[model.column_at("m6")])
    assert total is not None
    assert total.value == found.budget
